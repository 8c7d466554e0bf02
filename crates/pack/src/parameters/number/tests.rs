use super::*;
use proptest::prelude::*;

fn n(text: &str) -> Number {
    Number::read(text).unwrap()
}

#[test]
fn reading_and_writing() {
    assert_eq!(n("38.46").to_string(), "38.46");
    assert_eq!(n("-0.05").written(2), "-0.05");
    assert_eq!(n("1_000").written(2), "1000.00");
    for bad in ["", "1.", ".5", "1e3", "1,000", "--1", "0.1234567890123"] {
        assert_eq!(Number::read(bad), None, "{bad}");
    }
}

#[test]
fn rounding_is_the_one_named() {
    let by =
        |r| ["0.005", "0.015", "-0.005", "0.0049", "0.0051"].map(|t| n(t).rounded(2, r).written(2)).join(" ");
    assert_eq!(by(Rounding::HalfUp), "0.01 0.02 -0.01 0.00 0.01");
    assert_eq!(by(Rounding::HalfEven), "0.00 0.02 0.00 0.00 0.01");
    assert_eq!(by(Rounding::Down), "0.00 0.01 0.00 0.00 0.00");
    assert_eq!(by(Rounding::Up), "0.01 0.02 -0.01 0.01 0.01");
}

#[test]
fn statutory_maximum_of_2026() {
    let cpp = n("74600").minus(n("3500")).times(n("0.0595"));
    assert_eq!(cpp.written(2), "4230.45");
    let ei = n("68900").times(n("0.0163")).times(n("1.4"));
    assert_eq!(ei.rounded(2, Rounding::HalfUp).written(2), "1572.30");
}

proptest! {
    #[test]
    fn text_reads_back(raw in -(10_i128.pow(28))..10_i128.pow(28)) {
        let number = Number::from_raw(raw);
        prop_assert_eq!(Number::read(&number.to_string()), Some(number));
    }

    #[test]
    fn wide_products_agree_with_plain_ones(a in -(10_i128.pow(18))..10_i128.pow(18), b in -(10_i128.pow(18))..10_i128.pow(18)) {
        let (a, b) = (Number::from_raw(a), Number::from_raw(b));
        let difference = a.times(b).raw() - a.times_wide(b).raw();
        prop_assert!(difference.abs() <= 1);
    }

    #[test]
    fn quotients_undo_products(a in -(10_i128.pow(20))..10_i128.pow(20), b in 1..1000_i64) {
        let (a, b) = (Number::from_raw(a), Number::whole(b));
        prop_assert_eq!(a.times(b).per(b), Some(a));
    }

    #[test]
    fn nothing_panics(a in any::<i128>(), b in any::<i128>(), places in 0..14_u32) {
        let (a, b) = (Number::from_raw(a), Number::from_raw(b));
        let _ = (a.plus(b), a.minus(b), a.times(b), a.per(b), a.rounded(places, Rounding::HalfEven), a.rounded(places, Rounding::Up));
    }
}
