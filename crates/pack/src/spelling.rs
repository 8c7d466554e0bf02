//! Spellings: what two writings of one word have in common.
//!
//! [`fold`] turns a word or phrase into a key; two writings with one key are the same
//! spelling. The rules, character by character:
//!
//! 1. Unicode compatibility decomposition (NFKD), so that `ﬁ`, full-width and accented
//!    letters come apart; Latin accents and Arabic vowel marks are then dropped
//!    (`développement` = `developpement`).
//! 2. Lower case; `ß` = `ss`, `ς` = `σ`, `♯` = `#`.
//! 3. Arabic letters that Urdu writes otherwise: `ي` and `ى` = `ی`, `ك` = `ک`, `ه` = `ہ`.
//!    Tatweel, joiners, direction marks and soft hyphens are dropped.
//! 4. White space, `-`, `_` and the dashes are one space between words (`react-native` =
//!    `React Native`). `.`, `/`, `+`, `#`, `&` stay.
//! 5. At the ends everything but letters and digits goes, save a `.` before the first
//!    letter (`.net`) and `+`, `#` after the last (`c++`, `f#`).
//!
//! [`squeeze`] is looser: it also drops the spaces, dots, slashes and apostrophes inside
//! (`Node.js` = `NodeJS` = `node js`). It is for a field that holds nothing but a skill's
//! name, never for running text.

use unicode_normalization::UnicodeNormalization;

/// A text folded character by character, with the way back to the original.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text: rules 1 to 4; the ends are not trimmed.
    pub text: String,
    /// For each byte of `text`, the byte of the original at which the character it came
    /// from begins; one more entry for the end.
    pub offsets: Vec<u32>,
}

/// Folds a running text and keeps the place each byte came from.
///
/// Texts beyond 4 GiB are cut there.
pub fn folded(text: &str) -> Folded {
    let mut out = Folded::default();
    let mut spaced = false;
    for (at, character) in text.char_indices() {
        let Ok(at) = u32::try_from(at) else { break };
        let before = out.text.len();
        fold_character(character, &mut spaced, &mut out.text);
        let added = out.text.len() - before;
        out.offsets.extend(std::iter::repeat_n(at, added));
    }
    out.offsets.push(u32::try_from(text.len()).unwrap_or(u32::MAX));
    out
}

/// The key of a spelling; empty if the text holds no letter or digit.
pub fn fold(text: &str) -> String {
    let folded = folded_alone(text);
    let Some(first) = folded.find(char::is_alphanumeric) else {
        return String::new();
    };
    let start = if folded[..first].ends_with('.') { first - 1 } else { first };
    let last =
        folded.char_indices().rfind(|(_, c)| c.is_alphanumeric()).map_or(first, |(at, c)| at + c.len_utf8());
    let tail = folded[last..].bytes().take_while(|b| matches!(b, b'+' | b'#')).count();
    folded[start..last + tail].to_owned()
}

/// The text that [`folded`] gives, without the way back.
fn folded_alone(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut spaced = false;
    for character in text.chars() {
        fold_character(character, &mut spaced, &mut out);
    }
    out
}

/// The looser key; see the module's page.
pub fn squeeze(text: &str) -> String {
    squeeze_key(&fold(text))
}

/// The looser key of a key that [`fold`] gave.
pub(crate) fn squeeze_key(key: &str) -> String {
    let (dot, rest) = match key.strip_prefix('.') {
        Some(rest) => (".", rest),
        None => ("", key),
    };
    let kept = rest.chars().filter(|c| !matches!(c, ' ' | '.' | '/' | '\'' | '’'));
    dot.chars().chain(kept).collect()
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn fold_character(character: char, spaced: &mut bool, out: &mut String) {
    if character.is_ascii() {
        fold_part(character, spaced, out);
    } else {
        for part in std::iter::once(character).nfkd() {
            fold_part(part, spaced, out);
        }
    }
}

/// Folds one character of a decomposed text. `spaced` says whether the text so far ends in
/// the space of a separator.
fn fold_part(part: char, spaced: &mut bool, out: &mut String) {
    if is_separator(part) {
        if !std::mem::replace(spaced, true) {
            out.push(' ');
        }
        return;
    }
    if part.is_ascii() {
        out.push(part.to_ascii_lowercase());
        *spaced = false;
        return;
    }
    let before = out.len();
    match part {
        // Latin accents; Arabic vowel marks; tatweel.
        '\u{300}'..='\u{36f}' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' => {}
        // Soft hyphen, joiners and non-joiners, direction marks, byte order mark.
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => {}
        '\u{2060}'..='\u{2069}' | '\u{feff}' => {}
        'ß' | 'ẞ' => out.push_str("ss"),
        'ς' => out.push('σ'),
        '♯' => out.push('#'),
        'ي' | 'ى' => out.push('ی'),
        'ك' => out.push('ک'),
        'ه' => out.push('ہ'),
        other => out.extend(other.to_lowercase()),
    }
    *spaced &= out.len() == before;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_key_for_writings_of_one_word() {
        for (written, key) in [
            ("  React.js, ", "react.js"),
            ("(React)", "react"),
            ("C++;", "c++"),
            ("F#", "f#"),
            ("C♯", "c#"),
            (".NET", ".net"),
            ("...net", ".net"),
            ("React-Native", "react native"),
            ("React  Native", "react native"),
            ("Développement", "developpement"),
            ("Straße", "strasse"),
            ("ﬁntech", "fintech"),
            ("كراچي", "کراچی"),
            ("زبـــان", "زبان"),
            ("CI/CD", "ci/cd"),
            ("a_\u{1fdd}B", "a b"),
            ("?!", ""),
        ] {
            assert_eq!(fold(written), key, "{written}");
        }
        assert_eq!(squeeze("Node.js"), "nodejs");
        assert_eq!(squeeze("node JS"), "nodejs");
        assert_eq!(squeeze(".NET"), ".net");
    }

    proptest! {
        #[test]
        fn folding_settles_and_finds_its_way_back(text in any::<String>()) {
            let key = fold(&text);
            prop_assert_eq!(fold(&key), key);
            let folded = folded(&text);
            prop_assert_eq!(&folded.text, &folded_alone(&text));
            prop_assert_eq!(folded.offsets.len(), folded.text.len() + 1);
            prop_assert!(folded.offsets.is_sorted());
            prop_assert!(folded.offsets.iter().all(|at| text.is_char_boundary(*at as usize)));
        }
    }
}
