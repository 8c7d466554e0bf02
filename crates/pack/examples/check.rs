//! Checks a folder that holds a pack, and shows one thing of it if asked to:
//! `cargo run -p pul-pack --example check -- FOLDER [KIND NAME]`.

use pul_domain::Severity;
use pul_pack::{Files, check};
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    let Some(folder) = std::env::args().nth(1) else {
        eprintln!("usage: check FOLDER [KIND NAME]");
        return ExitCode::from(2);
    };
    let mut files = Files::new();
    if let Err(error) = gather(Path::new(&folder), "", &mut files) {
        eprintln!("{folder}: {error}");
        return ExitCode::from(2);
    }
    let start = Instant::now();
    let (pack, findings) = check(&files);
    let time = start.elapsed();
    for finding in &findings {
        println!("{finding}");
    }
    println!(
        "{} files, {} faults, {} warnings, {:.1?}",
        files.len(),
        findings.count(Severity::Fault),
        findings.count(Severity::Warning),
        time
    );
    match pack {
        Some(pack) => {
            for (kind, count) in pack.counts() {
                println!("{count:>6} {kind}");
            }
            let (kind, name) = (std::env::args().nth(2), std::env::args().nth(3));
            match kind.zip(name).map(|(kind, name)| pack.show(&kind, &name)) {
                Some(Ok(card)) => print!("{card}"),
                Some(Err(not_found)) => eprintln!("{not_found}"),
                None => {}
            }
            ExitCode::SUCCESS
        }
        None => ExitCode::FAILURE,
    }
}

fn gather(folder: &Path, prefix: &str, files: &mut Files) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            gather(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.insert(path, std::fs::read(entry.path())?);
        }
    }
    Ok(())
}
