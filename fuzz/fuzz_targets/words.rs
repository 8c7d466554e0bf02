//! Any text: spans are sound, in order, and hold what the mention says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pul_intake::Words;
use std::sync::OnceLock;

fuzz_target!(|text: &str| {
    static WORDS: OnceLock<Words> = OnceLock::new();
    let words = WORDS.get_or_init(|| Words::new(pul_fuzz::pack()));
    let mut free = 0;
    for mention in words.skills(text) {
        assert!(mention.span.start >= free && mention.span.start < mention.span.end);
        assert_eq!(&text[mention.span.clone()], mention.text);
        free = mention.span.end;
        for span in mention.level.iter().map(|cue| &cue.span).chain(mention.importance.iter().map(|cue| &cue.span)) {
            assert!(text.get(span.clone()).is_some_and(|words| !words.is_empty()));
        }
    }
    if let Some(role) = words.role(text) {
        assert_eq!(&text[role.span.clone()], role.text);
    }
});
