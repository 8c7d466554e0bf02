//! Bodies: JSON of a known shape, or a file.

use super::LARGEST;
use crate::fault::Fault;
use axum::body::{Bytes, to_bytes};
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, header};
use pul_app::live::{Refusal, RefusalKind};
use serde::de::DeserializeOwned;

/// A JSON body.
pub(crate) struct Body<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Body<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, _: &S) -> Result<Self, Fault> {
        let (parts, body) = request.into_parts();
        let kind = media_type(&parts.headers);
        if kind != "application/json" {
            return Err(Refusal::new(RefusalKind::Bad, "media-type").value("kind", kind).into());
        }
        let bytes = all(body, LARGEST).await?;
        Ok(Body(read(&bytes)?))
    }
}

/// Reads JSON of a known shape; the refusal names the field.
pub(super) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Refusal> {
    let mut from = serde_json::Deserializer::from_slice(bytes);
    let read = serde_path_to_error::deserialize(&mut from).map_err(|error| {
        let place = error.path().to_string();
        let why = error.into_inner();
        // What is no JSON at all is a bad request; JSON of another shape is a value at fault.
        let kind = if why.is_data() { RefusalKind::Invalid } else { RefusalKind::Bad };
        let told = Refusal::new(kind, "json").value("line", why.line()).value("column", why.column());
        Refusal { place: (place != ".").then_some(place), ..told }
    })?;
    from.end().map_err(|why| {
        Refusal::new(RefusalKind::Bad, "json").value("line", why.line()).value("column", why.column())
    })?;
    Ok(read)
}

/// The media type of a body, in lower case, without parameters.
pub(super) fn media_type(headers: &HeaderMap) -> String {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// The whole of a body.
pub(super) async fn all(body: axum::body::Body, most: usize) -> Result<Bytes, Refusal> {
    let too_large = |_| Refusal::new(RefusalKind::TooLarge, "too-large").value("most", most / 1024);
    to_bytes(body, most).await.map_err(too_large)
}
