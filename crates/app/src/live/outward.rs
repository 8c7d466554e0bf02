//! Calls to other servers over HTTPS: webhooks, and a provider of identities.
//!
//! Addresses of webhooks are written by users, so a call may not reach into the network this
//! node is in: names are resolved here, and only public addresses are connected to.

use super::webhooks::{Call, Caller};
use crate::boxed;
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::{Request, Response, Uri, header};
use hyper_util::rt::TokioIo;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, crypto};

/// How long a call may take from beginning to end.
const PATIENCE: Duration = Duration::from_secs(15);
/// The most of an answer that is read, in bytes.
const MOST_READ: usize = 1 << 20;

/// Which addresses may be called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Public ones, by HTTPS alone.
    Public,
    /// Any, by HTTP too: what whoever runs the system configured, and tests.
    Any,
}

/// Calls other servers. A clone shares what it knows.
#[derive(Clone)]
pub struct Outward {
    tls: TlsConnector,
    reach: Reach,
}

impl Outward {
    /// A caller that trusts Mozilla's certificate authorities.
    ///
    /// # Errors
    /// When the encryption cannot be set up.
    pub fn new(reach: Reach) -> Result<Outward, String> {
        let roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
        let config = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .map_err(|e| e.to_string())?
            .with_root_certificates(roots)
            .with_no_client_auth();
        Ok(Outward { tls: TlsConnector::from(Arc::new(config)), reach })
    }

    /// Sends a request and reads the answer. Redirects are not followed.
    ///
    /// # Errors
    /// Why there was no answer, in a few words that hold nothing of the request.
    #[boxed]
    pub async fn send(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, String> {
        let answer = tokio::time::timeout(PATIENCE, self.exchange(request)).await;
        answer.unwrap_or_else(|_| Err("no answer in time".to_owned()))
    }

    async fn exchange(&self, request: Request<Vec<u8>>) -> Result<Response<Vec<u8>>, String> {
        let uri = request.uri().clone();
        let host = uri.host().ok_or("its address has no host")?.to_owned();
        let secure = match uri.scheme_str() {
            Some("https") => true,
            Some("http") if self.reach == Reach::Any => false,
            _ => return Err("its address is not one of https".to_owned()),
        };
        let port = uri.port_u16().unwrap_or(if secure { 443 } else { 80 });
        let stream = self.connect(&host, port).await?;
        if !secure {
            return talk(stream, request, &uri).await;
        }
        let name = host.trim_matches(['[', ']']).to_owned();
        let name = ServerName::try_from(name).map_err(|_| "its host has no name to check".to_owned())?;
        let stream = self.tls.connect(name, stream).await.map_err(|_| "the encryption failed".to_owned())?;
        talk(stream, request, &uri).await
    }

    async fn connect(&self, host: &str, port: u16) -> Result<TcpStream, String> {
        let bare = host.trim_matches(['[', ']']);
        let found =
            tokio::net::lookup_host((bare, port)).await.map_err(|_| "its host is not found".to_owned())?;
        let may = |address: &SocketAddr| self.reach == Reach::Any || is_public(address.ip());
        let addresses: Vec<SocketAddr> = found.filter(may).collect();
        if addresses.is_empty() {
            return Err("its host has no public address".to_owned());
        }
        TcpStream::connect(&*addresses).await.map_err(|_| "no connection".to_owned())
    }
}

async fn talk<S>(stream: S, request: Request<Vec<u8>>, uri: &Uri) -> Result<Response<Vec<u8>>, String>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let broken = |_| "the connection broke".to_owned();
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await.map_err(broken)?;
    let (mut parts, body) = request.into_parts();
    let authority = uri.authority().map(|a| a.as_str()).unwrap_or_default();
    let host = authority.parse().map_err(|_| "its host cannot be named".to_owned())?;
    parts.headers.insert(header::HOST, host);
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    parts.uri = path.parse().map_err(|_| "its address has no path".to_owned())?;
    let request = Request::from_parts(parts, Full::new(Bytes::from(body)));
    let exchange = async {
        let (parts, body) = sender.send_request(request).await.map_err(broken)?.into_parts();
        let body = Limited::new(body, MOST_READ).collect().await;
        let body = body.map_err(|_| "the answer broke off or is too long".to_owned())?;
        Ok(Response::from_parts(parts, body.to_bytes().to_vec()))
    };
    tokio::pin!(exchange);
    tokio::select! {
        biased;
        answer = &mut exchange => answer,
        // The other side closed: what it had sent is still read.
        _ = connection => exchange.await,
    }
}

/// Whether an address is reachable by everybody, and no network's own.
/// <https://www.iana.org/assignments/iana-ipv4-special-registry>
/// <https://www.iana.org/assignments/iana-ipv6-special-registry>
fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            let shared = a == 100 && (64..128).contains(&b);
            let tests = matches!((a, b, c), (192, 0, 0 | 2) | (198, 51, 100) | (203, 0, 113))
                || a == 198 && b & 254 == 18;
            !(v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_multicast())
                && !(a == 0 || a >= 240 || shared || tests)
        }
        IpAddr::V6(v6) => {
            let first = v6.segments()[0];
            // Global unicast alone, without the ways that carry IPv4 inside and what is for documents.
            first & 0xe000 == 0x2000 && first != 0x2002 && !in_2001(v6)
        }
    }
}

fn in_2001(v6: Ipv6Addr) -> bool {
    let [first, second, ..] = v6.segments();
    first == 0x2001 && (second == 0 || second == 0x0db8) || first == 0x3fff
}

impl Caller for Outward {
    fn call<'a>(&'a self, call: &'a Call) -> Pin<Box<dyn Future<Output = Result<u16, String>> + Send + 'a>> {
        Box::pin(async {
            let request = Request::post(&call.url)
                .header(header::CONTENT_TYPE, "application/json")
                .header(header::USER_AGENT, "pul-webhook/1")
                .header("pul-signature", &call.signature)
                .header("pul-delivery", &call.delivery)
                .body(call.body.clone().into_bytes())
                .map_err(|_| "its address cannot be called".to_owned())?;
            Ok(self.send(request).await?.status().as_u16())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_public_addresses_are_called() {
        let all = [
            "8.8.8.8",
            "10.0.0.1",
            "127.0.0.1",
            "169.254.169.254",
            "192.168.1.1",
            "100.64.0.1",
            "0.0.0.0",
            "255.255.255.255",
            "::1",
            "::ffff:127.0.0.1",
            "fe80::1",
            "fd00::1",
            "2606:4700::1111",
            "64:ff9b::a00:1",
            "2001:db8::1",
            "2002:7f00:1::",
        ];
        let public: Vec<&str> =
            all.into_iter().filter(|a| is_public(a.parse().expect("an address"))).collect();
        assert_eq!(public, ["8.8.8.8", "2606:4700::1111"]);
    }
}
