//! What figures, dates and lists look like, and laws they keep.

use jiff::civil::{date, time};
use proptest::prelude::*;
use pul_domain::{Currency, Money};
use pul_locale::{Digits, Language, Length, Locale, strip};

/// One line for each language; spaces that do not break are shown as `_` and `~`.
fn each(write: impl Fn(Locale) -> String) -> String {
    Language::ALL
        .into_iter()
        .map(|language| write(Locale::new(language)))
        .collect::<Vec<_>>()
        .join("\n")
        .replace('\u{a0}', "_")
        .replace('\u{202f}', "~")
        .replace('\u{200e}', "<lrm>")
}

fn money(minor: i64, code: &str) -> Money {
    Money::new(minor, Currency::new(code).expect("a code"))
}

#[test]
fn numbers() {
    insta::assert_snapshot!(each(|l| [
        l.integer(1_234_567), l.decimal(-123_456_750, 2), l.decimal(5, 3), l.integer(i128::MIN),
        l.decimal_rounded(2_045_678_912, 7, 4), l.decimal_rounded(25, 1, 0), l.decimal_rounded(35, 1, 0),
        l.percent(155, 3), l.percent(-7, 2), l.percent(2, 0), l.range(&l.integer(10), &l.integer(2000)),
    ].join(" | ")), @"
    1,234,567 | -1,234,567.50 | 0.005 | -170,141,183,460,469,231,731,687,303,715,884,105,728 | 204.5679 | 2 | 4 | 15.5% | -7% | 200% | 10–2,000
    1_234_567 | -1_234_567,50 | 0,005 | -170_141_183_460_469_231_731_687_303_715_884_105_728 | 204,5679 | 2 | 4 | 15,5_% | -7_% | 200_% | 10–2_000
    1,234,567 | <lrm>-1,234,567.50 | 0.005 | <lrm>-170,141,183,460,469,231,731,687,303,715,884,105,728 | 204.5679 | 2 | 4 | 15.5% | <lrm>-7% | 200% | 10–2,000
    ");
}

#[test]
fn amounts() {
    let amounts = [
        money(123_456_750, "PKR"),
        money(-123_450, "CAD"),
        money(99, "USD"),
        money(1_234_567, "JPY"),
        money(1_234_567, "KWD"),
        money(i64::MIN, "EUR"),
    ];
    insta::assert_snapshot!(each(|l| amounts.map(|a| l.money(a)).join(" | ")), @"
    PKR_1,234,567.50 | -$1,234.50 | US$0.99 | JP¥1,234,567 | KWD_1,234.567 | -€92,233,720,368,547,758.08
    1_234_567,50_PKR | -1_234,50_$ | 0,99_$_US | 1_234_567_¥ | 1_234,567_KWD | -92_233_720_368_547_758,08_€
    Rs_1,234,567.50 | <lrm>-CA$1,234.50 | $0.99 | JP¥1,234,567 | KWD_1,234.567 | <lrm>-€92,233,720,368,547,758.08
    ");
    insta::assert_snapshot!(each(|l| amounts.map(|a| l.money_code(a)).join(" | ")), @"
    PKR_1,234,567.50 | -CAD_1,234.50 | USD_0.99 | JPY_1,234,567 | KWD_1,234.567 | -EUR_92,233,720,368,547,758.08
    1_234_567,50_PKR | -1_234,50_CAD | 0,99_USD | 1_234_567_JPY | 1_234,567_KWD | -92_233_720_368_547_758,08_EUR
    PKR_1,234,567.50 | <lrm>-CAD_1,234.50 | USD_0.99 | JPY_1,234,567 | KWD_1,234.567 | <lrm>-EUR_92,233,720,368,547,758.08
    ");
    insta::assert_snapshot!(each(|l| amounts.map(|a| l.money_figure(a)).join(" | ")), @"
    1,234,567.50 | -1,234.50 | 0.99 | 1,234,567 | 1,234.567 | -92,233,720,368,547,758.08
    1_234_567,50 | -1_234,50 | 0,99 | 1_234_567 | 1_234,567 | -92_233_720_368_547_758,08
    1,234,567.50 | <lrm>-1,234.50 | 0.99 | 1,234,567 | 1,234.567 | <lrm>-92,233,720,368,547,758.08
    ");
}

#[test]
fn rates() {
    use pul_domain::RateUnit::{Fixed, Hour};
    insta::assert_snapshot!(each(|l| [l.rate(money(5_000, "CAD"), Hour), l.rate(money(250_000_000, "PKR"), Fixed)].join(" | ")), @"
    $50.00 per hour | PKR_2,500,000.00 fixed price
    50,00_$ par heure | 2_500_000,00_PKR prix forfaitaire
    CA$50.00 فی گھنٹہ | Rs_2,500,000.00 مقررہ قیمت
    ");
}

#[test]
fn dates_and_times() {
    let day = date(2026, 11, 23);
    insta::assert_snapshot!(each(|l| [
        l.date(day, Length::Full), l.date(day, Length::Long), l.date(day, Length::Medium), l.date(day, Length::Short),
        l.month_of_year(day), l.weekday(day.weekday()), l.weekday_short(day.weekday()), l.month(2), l.month(13),
        l.time(time(0, 5, 0, 0)), l.time(time(14, 30, 0, 0)),
    ].join(" | ")), @"
    Monday, November 23, 2026 | November 23, 2026 | Nov 23, 2026 | 2026-11-23 | November 2026 | Monday | Mon | February | 13 | 12:05~a.m. | 2:30~p.m.
    lundi 23 novembre 2026 | 23 novembre 2026 | 23 nov. 2026 | 2026-11-23 | novembre 2026 | lundi | lun. | février | 13 | 00_h_05 | 14_h_30
    پیر، 23 نومبر، 2026 | 23 نومبر، 2026 | 23 نومبر، 2026 | 23/11/26 | نومبر 2026 | پیر | پیر | فروری | 13 | 12:05_AM | 2:30_PM
    ");
}

#[test]
fn instants_carry_their_zone() {
    let instant: jiff::Timestamp = "2026-07-01T13:30:00Z".parse().expect("an instant");
    let zones = ["America/Toronto", "America/St_Johns", "Asia/Karachi", "Asia/Dubai", "Asia/Shanghai", "UTC"];
    insta::assert_snapshot!(each(|l| zones.map(|zone| {
        let at = instant.in_tz(zone).expect("a zone");
        l.date_time(&at, Length::Medium)
    }).join(" | ")), @"
    Jul 1, 2026 at 9:30~a.m._EDT_(UTC−04:00) | Jul 1, 2026 at 11:00~a.m._NDT_(UTC−02:30) | Jul 1, 2026 at 6:30~p.m._PKT_(UTC+05:00) | Jul 1, 2026 at 5:30~p.m._UTC+04:00 | Jul 1, 2026 at 9:30~p.m._CST_(UTC+08:00) | Jul 1, 2026 at 1:30~p.m._UTC
    1 juill. 2026 à 09_h_30_HAE_(UTC−04:00) | 1 juill. 2026 à 11_h_00_HAT_(UTC−02:30) | 1 juill. 2026 à 18_h_30_PKT_(UTC+05:00) | 1 juill. 2026 à 17_h_30_UTC+04:00 | 1 juill. 2026 à 21_h_30_CST_(UTC+08:00) | 1 juill. 2026 à 13_h_30_UTC
    1 جولائی، 2026 کو 9:30_AM_EDT_(UTC−04:00) | 1 جولائی، 2026 کو 11:00_AM_NDT_(UTC−02:30) | 1 جولائی، 2026 کو 6:30_PM_PKT_(UTC+05:00) | 1 جولائی، 2026 کو 5:30_PM_UTC+04:00 | 1 جولائی، 2026 کو 9:30_PM_CST_(UTC+08:00) | 1 جولائی، 2026 کو 1:30_PM_UTC
    ");
}

#[test]
fn spans_and_lists() {
    insta::assert_snapshot!(each(|l| [l.duration(0), l.duration(1), l.duration(60), l.duration(-150), l.duration(61)].join(" | ")), @"
    0 minutes | 1 minute | 1 hour | 2 hours, 30 minutes | 1 hour, 1 minute
    0_minute | 1_minute | 1_heure | 2_heures et 30_minutes | 1_heure et 1_minute
    0 منٹ | 1 منٹ | 1 گھنٹہ | 2 گھنٹے، 30 منٹ | 1 گھنٹہ، 1 منٹ
    ");
    insta::assert_snapshot!(each(|l| [
        l.list_and(Vec::<String>::new()), l.list_and(["Rust"]), l.list_and(["Rust", "{0}"]),
        l.list_and(["Rust", "SQL", "Go"]), l.list_or(["Rust", "SQL", "Go", "C"]),
    ].join(" | ")), @"
    | Rust | Rust and {0} | Rust, SQL and Go | Rust, SQL, Go or C
    | Rust | Rust et {0} | Rust, SQL et Go | Rust, SQL, Go ou C
    | Rust | Rust اور {0} | Rust، SQL، اور Go | Rust، SQL، Go، یا C
    ");
}

#[test]
fn eastern_digits() {
    let urdu = Locale::new(Language::Urdu).with_digits(Digits::Eastern);
    let at = "2026-07-01T13:30:00Z"
        .parse::<jiff::Timestamp>()
        .expect("an instant")
        .in_tz("Asia/Karachi")
        .expect("a zone");
    insta::assert_snapshot!(strip(&[
        urdu.decimal(-123_456_750, 2), urdu.money(money(123_456_750, "PKR")), urdu.percent(155, 3),
        urdu.date(date(2026, 11, 23), Length::Long), urdu.time_zoned(&at),
    ].join(" | ")), @"-۱٬۲۳۴٬۵۶۷٫۵۰ | Rs ۱٬۲۳۴٬۵۶۷٫۵۰ | ۱۵٫۵% | ۲۳ نومبر، ۲۰۲۶ | ۶:۳۰ PM PKT (UTC+۰۵:۰۰)");
}

/// Reads back what [`Locale::decimal`] wrote.
fn read(text: &str, decimal: char) -> Option<i128> {
    let digits: String = strip(text).chars().filter(|c| c.is_ascii_digit() || *c == '-').collect();
    (text.matches(decimal).count() <= 1).then(|| digits.parse().ok())?
}

proptest! {
    #[test]
    fn no_digit_is_lost(units in any::<i128>(), scale in 0_u32..45) {
        for language in Language::ALL {
            let text = Locale::new(language).decimal(units, scale);
            let point = if language == Language::French { ',' } else { '.' };
            prop_assert_eq!(read(&text, point), Some(units));
        }
    }

    #[test]
    fn nothing_panics(units in any::<i128>(), scale in 0_u32..200, places in 0_u32..200, minor in any::<i64>(), text in ".*") {
        for language in Language::ALL {
            let locale = Locale::new(language).with_isolates();
            locale.decimal_rounded(units, scale, places);
            locale.percent(units, scale);
            locale.money(money(minor, "CAD"));
            locale.duration(minor);
            locale.span(minor, pul_locale::Unit::Month);
            locale.say(&text, &[(text.as_str(), text.as_str().into())]);
            let _ = Language::negotiate(&text);
        }
    }
}
