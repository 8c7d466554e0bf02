//! Any bytes as a workbook; and as the XML of the sheet of one that is otherwise sound.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pul_intake::Format;

fuzz_target!(|bytes: &[u8]| {
    pul_fuzz::import(Format::Xlsx, bytes);
    pul_fuzz::import(Format::Xlsx, &pul_fuzz::workbook(bytes));
});
