//! A pack small enough to read, without faults.

use pul_domain::Findings;
use pul_pack::{Files, Pack, check};
use std::fmt::Write;

const FILES: [(&str, &str); 11] = [
    (
        "pack.toml",
        r#"id = "mini"
title = "Mini"
version = "1"
licence = "CC-BY-4.0"
sides = ["canada", "pakistan"]
languages = ["en", "fr", "ur"]
"#,
    ),
    (
        "sources.toml",
        r#"[bank]
producer = "A bank"
title = "Rates"
address = "https://bank.example/"
published = "2026-07"
read = "2026-11-23"
licence = "unknown"
"#,
    ),
    (
        "sides/canada.toml",
        r#"id = "canada"
label = "Canada"
ur = "کینیڈا"
country = "CA"
currency = "CAD"
languages = ["en", "fr"]
weekend = ["saturday", "sunday"]

[[region]]
id = "ON"
label = "Ontario"

[[city]]
id = "toronto"
label = "Toronto"
region = "ON"
zone = "America/Toronto"
aliases = ["GTA"]

[[holiday]]
date = "2026-07-01"
label = "Canada Day"
regions = []
status = "settled"
source = "bank"
"#,
    ),
    (
        "sides/pakistan.toml",
        r#"id = "pakistan"
label = "Pakistan"
country = "PK"
currency = "PKR"
languages = ["en", "ur"]
weekend = ["saturday", "sunday"]

[[region]]
id = "PB"
label = "Punjab"

[[city]]
id = "lahore"
label = "Lahore"
ur = "لاہور"
region = "PB"
zone = "Asia/Karachi"
"#,
    ),
    (
        "skills/software.toml",
        r#"[web]
label = "Web development"
fr = "Développement web"
kind = "practice"

[javascript]
label = "JavaScript"
kind = "language"
broader = "web"
aliases = ["js", "ecmascript"]

[react]
label = "React"
kind = "library"
broader = "web"
aliases = ["React.js"]
implies = { javascript = 90 }

[nextjs]
label = "Next.js"
kind = "framework"
implies = { react = 90 }

[go]
label = "Go"
kind = "language"
exact = ["Go"]
aliases = ["golang"]
word = true
context = ["goroutine"]
"#,
    ),
    (
        "roles/web.toml",
        r#"[front-end-developer]
label = "Front-end developer"
noc2021 = ["21234"]
noc2016 = ["2175"]
titles = ["web developer"]
skills = { react = 100, javascript = 80 }
core = ["react"]

[full-stack-developer]
label = "Full-stack developer"
noc2021 = ["21234"]
skills = { react = 60, go = 60 }
"#,
    ),
    ("relations.csv", "from,to,strength,pairs,basis\nnextjs,react,95,120,survey\n"),
    ("scoring.toml", include_str!("../../../../packs/canada-pakistan/scoring.toml")),
    ("sectors.toml", "[health]\nlabel = \"Health\"\naliases = [\"healthcare\"]\n"),
    (
        "certifications.toml",
        "[iso-27001]\nlabel = \"ISO/IEC 27001\"\nkind = \"organisation\"\nissuer = \"Certification bodies\"\naliases = [\"ISO 27001\"]\n",
    ),
    (
        "exchange.toml",
        r#"[[rate]]
currency = "CAD"
per_usd = "1.4"
from = "2025-01-01"
until = "2025-12-31"
source = "bank"

[[rate]]
currency = "CAD"
per_usd = "1.375"
from = "2026-01-01"
source = "bank"

[[rate]]
currency = "PKR"
per_usd = "280"
from = "2026-01-01"
source = "bank"
"#,
    ),
];

/// The files of the mini pack.
pub fn files() -> Files {
    let mut files: Files =
        FILES.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    let registrations = "[pseb]\nlabel = \"PSEB\"\nside = \"pakistan\"\nbody = \"PSEB\"\nsource = \"bank\"\n";
    files.insert("registrations.toml".to_owned(), registrations.into());
    files
}

/// The mini pack with some files put in the place of others.
pub fn with(changes: &[(&str, &str)]) -> Files {
    let mut files = files();
    for (path, text) in changes {
        files.insert((*path).to_owned(), text.as_bytes().to_vec());
    }
    files
}

/// The mini pack with one passage of one file written otherwise.
pub fn edited(path: &str, from: &str, to: &str) -> Files {
    let mut files = files();
    let text = String::from_utf8(files[path].clone()).unwrap();
    assert!(text.contains(from), "{from:?} is not in {path}");
    files.insert(path.to_owned(), text.replacen(from, to, 1).into_bytes());
    files
}

/// The mini pack, checked.
pub fn pack() -> Pack {
    let (pack, findings) = check(&files());
    pack.unwrap_or_else(|| panic!("{}", lines(&findings)))
}

/// Findings, one a line.
pub fn lines(findings: &Findings) -> String {
    let mut text = String::new();
    for finding in findings {
        writeln!(text, "{finding}").unwrap();
    }
    text
}

/// What is found in files, one finding a line.
pub fn found(files: &Files) -> String {
    lines(&check(files).1)
}
