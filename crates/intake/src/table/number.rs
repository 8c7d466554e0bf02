//! Numbers of sheets as the decimal text their writer saw.

/// A binary number as a plain decimal of at most 15 significant digits.
///
/// Sheets keep numbers in binary but show 15 digits: 0.1 + 0.2 is stored as
/// 0.30000000000000004 and shown as 0.3. The text is what was shown, so that money is
/// read from decimals and never computed in binary.
pub(super) fn plain(value: f64) -> String {
    if !value.is_finite() {
        return value.to_string();
    }
    let scientific = format!("{value:.14e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", digits),
    };
    let digits: String = digits.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    let point = exponent + 1;
    // Beyond these no amount, count or level makes sense; the exponent form is refused later.
    if !(-30..=40).contains(&point) {
        return value.to_string();
    }
    let length = digits.len() as i32;
    if point <= 0 {
        format!("{sign}0.{}{digits}", "0".repeat(point.unsigned_abs() as usize))
    } else if point >= length {
        format!("{sign}{digits}{}", "0".repeat((point - length) as usize))
    } else {
        let (whole, fraction) = digits.split_at(point as usize);
        format!("{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn numbers_as_shown() {
        let shown = [0.1 + 0.2, 1234.5, -0.05, 4_000_000.0, 1e15, 0.0, 33.0 / 7.0].map(plain);
        insta::assert_snapshot!(shown.join(" "), @"0.3 1234.5 -0.05 4000000 1000000000000000 0 4.71428571428571");
    }
}
