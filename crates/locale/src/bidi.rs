//! Keeping a run of text in its own direction inside a line of the other one.

/// First strong isolate: what follows takes the direction of its own first letter.
pub const FSI: char = '\u{2068}';
/// Left-to-right isolate.
pub const LRI: char = '\u{2066}';
/// Ends an isolate.
pub const PDI: char = '\u{2069}';

/// `text` between [`FSI`] and [`PDI`], so that a name in another script neither moves its
/// neighbours nor is moved by them.
pub fn isolate(text: &str) -> String {
    format!("{FSI}{text}{PDI}")
}

/// `text` between [`LRI`] and [`PDI`]: figures with their signs, codes, addresses.
pub fn isolate_ltr(text: &str) -> String {
    format!("{LRI}{text}{PDI}")
}

/// `text` without any mark or isolate of direction: for file names, CSV and comparison.
pub fn strip(text: &str) -> String {
    text.chars().filter(|c| !is_control(*c)).collect()
}

/// True for characters that only steer direction and show nothing.
pub fn is_control(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
