//! What pages are shown with: one sheet, two fonts, a mark. Inside the binary; named by their
//! contents, so that a browser keeps them for good and a new version is fetched at once.

use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::sync::LazyLock;

/// A file under its hashed name.
struct Asset {
    /// The name it is asked for by in templates.
    plain: &'static str,
    /// `site.0123456789abcdef.css`.
    hashed: String,
    kind: &'static str,
    bytes: Cow<'static, [u8]>,
}

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let font = |plain, bytes: &'static [u8]| asset(plain, "font/woff2", Cow::Borrowed(bytes));
    let regular = font(
        "nastaliq-400.woff2",
        include_bytes!("../assets/fonts/noto-nastaliq-urdu-arabic-400-normal.woff2"),
    );
    let bold = font(
        "nastaliq-700.woff2",
        include_bytes!("../assets/fonts/noto-nastaliq-urdu-arabic-700-normal.woff2"),
    );
    // The sheet names the fonts, so it takes their hashed names before its own is known.
    let sheet = include_str!("../assets/site.css")
        .replace(regular.plain, &regular.hashed)
        .replace(bold.plain, &bold.hashed);
    let sheet = asset("site.css", "text/css; charset=utf-8", Cow::Owned(sheet.into_bytes()));
    let mark = Cow::Borrowed(include_bytes!("../assets/mark.svg").as_slice());
    let script = Cow::Borrowed(include_bytes!("../assets/passkey.js").as_slice());
    let script = asset("passkey.js", "text/javascript; charset=utf-8", script);
    vec![sheet, regular, bold, script, asset("mark.svg", "image/svg+xml", mark)]
});

fn asset(plain: &'static str, kind: &'static str, bytes: Cow<'static, [u8]>) -> Asset {
    let digest = Sha256::digest(&bytes);
    let hash: String = digest.iter().take(8).map(|b| format!("{b:02x}")).collect();
    let (stem, ending) = plain.split_once('.').unwrap_or((plain, ""));
    Asset { plain, hashed: format!("{stem}.{hash}.{ending}"), kind, bytes }
}

/// The address of an asset.
pub(crate) fn address(plain: &str) -> String {
    let found = ASSETS.iter().find(|a| a.plain == plain);
    format!("/assets/{}", found.map_or(plain, |a| &a.hashed))
}

/// An asset by its hashed name.
pub(crate) fn serve(name: &str) -> Response {
    let Some(found) = ASSETS.iter().find(|a| a.hashed == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let kept = HeaderValue::from_static("public, max-age=31536000, immutable");
    let kind = HeaderValue::from_static(found.kind);
    let body = axum::body::Bytes::from(found.bytes.to_vec());
    ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, kept)], body).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_names_the_fonts_as_they_are_served() {
        let sheet = ASSETS.iter().find(|a| a.plain == "site.css").unwrap();
        let text = String::from_utf8(sheet.bytes.to_vec()).unwrap();
        for font in ASSETS.iter().filter(|a| a.kind == "font/woff2") {
            assert!(text.contains(&font.hashed) && !text.contains(font.plain));
        }
        assert!(sheet.bytes.len() < 16 * 1024, "the sheet weighs {}", sheet.bytes.len());
    }

    #[test]
    fn only_the_present_name_is_served() {
        assert_eq!(serve(address("site.css").trim_start_matches("/assets/")).status(), StatusCode::OK);
        for other in ["site.css", "../Cargo.toml", "site.0000.css", ""] {
            assert_eq!(serve(other).status(), StatusCode::NOT_FOUND);
        }
    }

    /// Physical sides would be wrong in one of the two directions.
    #[test]
    fn the_sheet_speaks_of_start_and_end() {
        let sheet = include_str!("../assets/site.css");
        for physical in [
            "margin-left",
            "margin-right",
            "padding-left",
            "padding-right",
            "text-align: left",
            "text-align: right",
            "float: left",
            "float: right",
            "border-left",
            "border-right",
        ] {
            assert!(!sheet.contains(physical), "{physical}");
        }
    }
}
