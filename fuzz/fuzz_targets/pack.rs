//! Any bytes in place of one file of the pack: findings, never a panic; a pack exactly
//! when there is no fault.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pul_pack::Files;

fuzz_target!(|bytes: &[u8]| {
    let Some((which, bytes)) = bytes.split_first() else {
        return;
    };
    let small = ["pack.toml", "sides/canada.toml", "skills/quality.toml", "roles/software.toml", "scoring.toml", "relations.csv", "exchange.toml", "sectors.toml"];
    let mut files: Files = small
        .iter()
        .filter_map(|name| Some(((*name).to_owned(), pul_fuzz::files().get(*name)?.clone())))
        .collect();
    let name = small[usize::from(*which) % small.len()];
    files.insert(name.to_owned(), bytes.to_vec());
    let (pack, findings) = pul_pack::check(&files);
    assert_eq!(pack.is_none(), findings.has_faults());
});
