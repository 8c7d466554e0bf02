use super::*;

#[test]
fn what_is_read() {
    for good in [
        "if province = \"QC\" then 0 else min(a, b) * 15%",
        "x per y else 0",
        "hst-rate[province] otherwise gst-rate",
        "sred-limit @ tax-year-start",
        "sum(people * canadian-wage[occupation, hire-city])",
        "date >= 2026-07-01 and not (a or b)",
        "12[month/year] * 3500[CAD]",
    ] {
        assert!(parse(good).is_ok(), "{good}: {:?}", parse(good));
    }
    for bad in ["", "1 +", "min(", "a b", "if a then b", "2026-13-01", "x per y", "#", "then"] {
        assert!(parse(bad).is_err(), "{bad}");
    }
    assert!(parse(&"(".repeat(500)).is_err());
    assert!(parse(&"-".repeat(3000)).is_err());
}

proptest::proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC{0,300}") {
        let _ = parse(&text);
    }

    #[test]
    fn no_row_of_words_breaks_it(words in proptest::collection::vec(proptest::sample::select(vec![
        "if", "then", "else", "and", "or", "not", "per", "otherwise", "in", "sum", "(", ")", "[", "]", ",", "@",
        "+", "-", "*", "/", "=", "<", "1", "0", "15%", "a", "b-c", "ON", "\"x\"", "2026-07-01",
    ]), 0..400)) {
        let _ = parse(&words.join(" "));
    }
}
