//! Words of a text as they are looked up.

use pul_pack::spelling::folded;

/// Longest word kept, in bytes.
const LONGEST: usize = 60;

/// The words of a text in their folded form, whatever the script: case, accents, Arabic and
/// Urdu spellings of one letter and joiners do not tell words apart. `+` and `#` right after
/// a word belong to it (`C++`, `C#`).
pub fn terms(text: &str) -> Vec<String> {
    let folded = folded(text).text;
    let mut found = Vec::new();
    let mut word = String::new();
    for c in folded.chars() {
        let inside = c.is_alphanumeric() || (matches!(c, '+' | '#') && !word.is_empty());
        if inside && word.len() < LONGEST {
            word.push(c);
        } else if !inside && !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
    }
    if !word.is_empty() {
        found.push(word);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::terms;

    #[test]
    fn words_of_three_scripts() {
        insta::assert_snapshot!(terms("Développeur C++, Next.js — كراچی میں").join(" | "), @"developpeur | c++ | next | js | کراچی | میں");
    }
}
