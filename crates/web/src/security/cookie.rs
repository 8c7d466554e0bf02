//! Cookies: two of them, both secrets, neither readable by scripts nor sent by other sites' forms.

use axum::http::{HeaderMap, HeaderValue, header};

/// Whose session it is.
pub(crate) const SESSION: &str = "pul-session";
/// Ties forms to the browser they were shown in, before anybody has signed in.
pub(crate) const VISIT: &str = "pul-visit";

/// With TLS the prefix makes browsers refuse the cookie from anywhere but this very host.
fn full(name: &str, secure: bool) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

/// The value of a cookie; none for one that does not look like a secret of ours.
pub(crate) fn read(headers: &HeaderMap, name: &str, secure: bool) -> Option<String> {
    let name = full(name, secure);
    let all = headers.get_all(header::COOKIE).iter().filter_map(|v| v.to_str().ok());
    let mut pairs = all.flat_map(|line| line.split(';')).filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(key, _)| *key == name)?;
    let sound = value.len() == 64 && value.bytes().all(|b| b.is_ascii_hexdigit());
    sound.then(|| value.to_owned())
}

/// A header that sets a cookie for so many seconds; until the browser is closed if none are told.
pub(crate) fn set(name: &str, value: &str, secure: bool, seconds: Option<i64>) -> Option<HeaderValue> {
    let mut line = format!("{}={value}; Path=/; HttpOnly; SameSite=Lax", full(name, secure));
    if secure {
        line.push_str("; Secure");
    }
    if let Some(seconds) = seconds {
        line.push_str(&format!("; Max-Age={}", seconds.max(0)));
    }
    HeaderValue::from_str(&line).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_looks_like_a_secret_is_read() {
        let secret = "a".repeat(64);
        let mut headers = HeaderMap::new();
        headers.insert(header::COOKIE, format!("x=1; pul-session={secret}").parse().unwrap());
        assert_eq!(read(&headers, SESSION, false), Some(secret));
        assert_eq!(read(&headers, SESSION, true), None);
        headers.insert(header::COOKIE, "pul-session=' OR 1=1 --".parse().unwrap());
        assert_eq!(read(&headers, SESSION, false), None);
    }

    #[test]
    fn with_tls_a_cookie_is_the_hosts_own() {
        let set = |secure| set(SESSION, "00", secure, Some(60)).unwrap();
        insta::assert_snapshot!(set(true).to_str().unwrap(), @"__Host-pul-session=00; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=60");
        insta::assert_snapshot!(set(false).to_str().unwrap(), @"pul-session=00; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
    }
}
