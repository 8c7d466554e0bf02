//! Every finding that a page or the API may tell has words in every language: its code is looked for in
//! the sources, so that a new one without words fails here.

use pul_locale::{Language, Locale};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where findings that reach people are made. What only whoever writes a pack, a mapping or a
/// configuration sees stays in English (docs/decisions/0010).
const TOLD: [&str; 9] = [
    "intake/src/import",
    "intake/src/table",
    "intake/src/table.rs",
    "domain/src",
    "scheduling/src/mission",
    "pricing/src/deal.rs",
    "pricing/src/dated.rs",
    "app/src/live",
    "web/src",
];
/// What makes a finding; the code is its last word before the first sentence.
const HEADS: [&str; 8] = [
    "Finding::fault(",
    "Finding::warning(",
    "Finding::note(",
    "Trouble::new(",
    "Trouble::unknown(",
    "fault(",
    "must(",
    "odd_hour(",
];

fn sources(under: &Path, into: &mut Vec<PathBuf>) {
    if under.is_file() {
        into.push(under.to_owned());
    } else {
        for entry in std::fs::read_dir(under).unwrap_or_else(|e| panic!("{}: {e}", under.display())) {
            let path = entry.expect("an entry").path();
            if !path.ends_with("configuration") {
                sources(&path, into);
            }
        }
    }
}

/// The arguments of a call, from behind its parenthesis.
fn arguments(text: &str) -> Vec<String> {
    let (mut all, mut one, mut depth, mut quoted, mut escaped) = (Vec::new(), String::new(), 0, false, false);
    for c in text.chars() {
        if quoted {
            quoted = escaped || c != '"';
            escaped = c == '\\' && !escaped;
        } else {
            match c {
                '"' => quoted = true,
                '(' | '[' | '{' => depth += 1,
                ')' if depth == 0 => break,
                ')' | ']' | '}' => depth -= 1,
                ',' if depth == 0 => {
                    all.push(std::mem::take(&mut one).trim().to_owned());
                    continue;
                }
                _ => {}
            }
        }
        one.push(c);
    }
    all.push(one.trim().to_owned());
    all
}

/// The words in quotes of an argument that is a word, or chooses between words.
fn words(argument: &str) -> Vec<&str> {
    let choice = argument.starts_with("if ") || argument.starts_with('"');
    let quoted = argument.split('"').skip(1).step_by(2).filter(|_| choice);
    let word = |text: &&str| {
        !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'_'))
    };
    quoted.filter(word).collect()
}

fn codes() -> BTreeMap<String, String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the folder of crates");
    let mut files = Vec::new();
    for told in TOLD {
        sources(&crates.join(told), &mut files);
    }
    let mut found = BTreeMap::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|e| e == "rs")) {
        let text = std::fs::read_to_string(file).expect("a source");
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for head in HEADS {
            for (at, _) in text.match_indices(head) {
                if text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_') {
                    continue;
                }
                let all = arguments(&text[at + head.len()..]);
                let sentence = |a: &String| a.starts_with("format!") || a.starts_with('"') && a.contains(' ');
                let told = all.iter().position(sentence).unwrap_or(all.len());
                let mut worded = all[..told].iter().map(|a| words(a)).filter(|words| !words.is_empty());
                let code = if head.contains("unknown") { worded.next() } else { worded.next_back() };
                // A place is named by a word too: one alone before a value is a field and no code.
                let named = head.contains("::") || all.len() > told || head == "odd_hour(";
                for code in code.into_iter().flatten().filter(|_| named) {
                    found.insert(code.to_owned(), file.display().to_string());
                }
            }
        }
    }
    found
}

#[test]
fn every_code_has_its_cause_and_cure_in_every_language() {
    let found = codes();
    assert!(found.len() > 80, "only {} codes were found: {:?}", found.len(), found.keys());
    let mut wanting = Vec::new();
    for (code, file) in &found {
        for language in Language::ALL {
            let locale = Locale::new(language);
            let of_field = ["title", "people", "url", "scopes"]
                .iter()
                .any(|field| locale.try_say(&format!("fault-{code}-{field}.cure"), &[]).is_some());
            let said = locale.try_say(&format!("fault-{code}"), &[]).is_some()
                && locale.try_say(&format!("fault-{code}.cure"), &[]).is_some();
            if !said && !of_field {
                wanting.push(format!("{} has no words for {code} ({file})", language.code()));
            }
        }
    }
    assert!(wanting.is_empty(), "{}", wanting.join("\n"));
}
