//! Which characters the bytes stand for.

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1252};
use pul_domain::{Finding, Findings, Place};
use std::borrow::Cow;

/// How many bytes at the start are looked at to tell UTF-16 without a mark.
const PROBE: usize = 4096;

/// The text of a file. UTF-8, with or without a byte-order mark, is borrowed; UTF-16 is
/// told by its mark or by its zero bytes; anything else is read as Windows-1252, which
/// Excel writes in Western Europe and the Americas, with a warning because it is a guess.
pub(super) fn decode<'a>(name: &str, bytes: &'a [u8], notes: &mut Findings) -> Cow<'a, str> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes)
        && encoding != encoding_rs::UTF_8
    {
        return with(name, encoding, &bytes[mark..], notes);
    }
    let body = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Some(encoding) = utf16_without_mark(body) {
        notes.push(guessed(name, encoding.name(), "half of its bytes are zero"));
        return with(name, encoding, body, notes);
    }
    match std::str::from_utf8(body) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) => {
            let line = 1 + body[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count();
            let why = format!("line {line} is not UTF-8");
            notes.push(guessed(name, WINDOWS_1252.name(), &why));
            with(name, WINDOWS_1252, body, notes)
        }
    }
}

fn with<'a>(name: &str, encoding: &'static Encoding, bytes: &'a [u8], notes: &mut Findings) -> Cow<'a, str> {
    let (text, damaged) = encoding.decode_without_bom_handling(bytes);
    if damaged {
        notes.push(Finding::warning(
            "damaged-text",
            Place::file(name),
            format!("Some bytes are no characters of {}; they were read as \u{fffd}.", encoding.name()),
            "Save the file again as UTF-8.",
        ));
    }
    text
}

fn guessed(name: &str, encoding: &str, why: &str) -> Finding {
    Finding::warning(
        "encoding-guessed",
        Place::file(name),
        format!("Read as {encoding}, because {why}."),
        "If names look wrong, save the file as UTF-8 and hand it in again.",
    )
}

fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let probe = &bytes[..bytes.len().min(PROBE)];
    let zeros = |offset: usize| probe.iter().skip(offset).step_by(2).filter(|b| **b == 0).count();
    let (even, odd, half) = (zeros(0), zeros(1), probe.len() / 2);
    // Text of European languages has a zero in nearly every other byte.
    if half >= 4 && odd * 10 >= half * 7 && even * 10 < half {
        Some(UTF_16LE)
    } else if half >= 4 && even * 10 >= half * 7 && odd * 10 < half {
        Some(UTF_16BE)
    } else {
        None
    }
}
