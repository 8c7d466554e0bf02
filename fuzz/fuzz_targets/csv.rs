//! Any bytes as a CSV file, bare and under a header that fits the mapping.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pul_intake::Format;

fuzz_target!(|bytes: &[u8]| {
    pul_fuzz::import(Format::Csv, bytes);
    let mut under = format!("{}\n", pul_fuzz::HEADER).into_bytes();
    under.extend_from_slice(bytes);
    pul_fuzz::import(Format::Csv, &under);
});
