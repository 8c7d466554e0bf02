//! Any bytes as JSON Lines: records through the mapping, and canonical posts.
#![no_main]

use libfuzzer_sys::fuzz_target;
use pul_intake::{Format, Input};

fuzz_target!(|bytes: &[u8]| {
    pul_fuzz::import(Format::JsonLines, bytes);
    let input = Input { name: "fuzz", format: Format::JsonLines, bytes };
    let posts = pul_intake::import_posts(&input, pul_fuzz::pack());
    for taken in posts.taken {
        let text = serde_json::to_string(&taken.post).expect("a post is written");
        let again = Input { bytes: text.as_bytes(), ..input };
        let again = pul_intake::import_posts(&again, pul_fuzz::pack());
        assert_eq!(again.taken[0].post, taken.post);
    }
});
