//! Any bytes as a mapping file; one that reads is used on a small table.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pul_intake::{Format, Input, Mapping};

fuzz_target!(|bytes: &[u8]| {
    let (mapping, findings) = Mapping::read("fuzz.toml", bytes);
    assert_eq!(mapping.is_none(), findings.has_faults());
    if let Some(mapping) = mapping {
        let table = "id,name,skills,text,rate\n1,A,React;Go,must have SQL,5\n2,B,,,\n";
        let input = Input { name: "fuzz", format: Format::Csv, bytes: table.as_bytes() };
        pul_intake::import(&input, &mapping, pul_fuzz::pack());
    }
});
