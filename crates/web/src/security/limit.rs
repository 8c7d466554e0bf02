//! How often one address may ask: a bucket of tokens for each, filled over time.
//!
//! Each node counts for itself: what must hold over all nodes (attempts to sign in) is counted
//! in the store by the use cases.

use axum::http::HeaderMap;
use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Addresses remembered at most; beyond it those with full buckets are forgotten, then all.
const MOST: usize = 50_000;

/// The buckets.
pub(crate) struct Limits {
    a_second: f64,
    at_once: f64,
    buckets: Mutex<HashMap<IpAddr, (f64, Instant)>>,
}

impl Limits {
    pub(crate) fn new(a_second: u32, at_once: u32) -> Limits {
        let (a_second, at_once) = (f64::from(a_second.max(1)), f64::from(at_once.max(1)));
        Limits { a_second, at_once, buckets: Mutex::default() }
    }

    /// Takes a token.
    ///
    /// # Errors
    /// How long to wait for the next one.
    pub(crate) fn take(&self, address: IpAddr, now: Instant) -> Result<(), Duration> {
        let mut buckets = self.buckets.lock().unwrap_or_else(PoisonError::into_inner);
        if buckets.len() >= MOST {
            let full = Duration::from_secs_f64(self.at_once / self.a_second);
            buckets.retain(|_, (_, seen)| now.saturating_duration_since(*seen) < full);
            if buckets.len() >= MOST {
                buckets.clear();
            }
        }
        let (tokens, seen) = buckets.entry(network(address)).or_insert((self.at_once, now));
        let gained = now.saturating_duration_since(*seen).as_secs_f64() * self.a_second;
        (*tokens, *seen) = ((*tokens + gained).min(self.at_once), now);
        if *tokens < 1.0 {
            return Err(Duration::from_secs_f64((1.0 - *tokens) / self.a_second));
        }
        *tokens -= 1.0;
        Ok(())
    }
}

/// Someone with a line of version 6 has 2⁶⁴ addresses: the network is who asks.
fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let s = v6.segments();
            IpAddr::V6(Ipv6Addr::new(s[0], s[1], s[2], s[3], 0, 0, 0, 0))
        }
        v4 => v4,
    }
}

/// Who asks: the peer, or, where the peer is a proxy we know, the last address in
/// `X-Forwarded-For` that is not one: everything before it anybody may have written.
pub(crate) fn client(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    if !proxies.contains(&peer.to_canonical()) {
        return peer;
    }
    let lines = headers.get_all("x-forwarded-for").iter().filter_map(|v| v.to_str().ok());
    let hops: Vec<&str> = lines.flat_map(|line| line.split(',')).collect();
    for hop in hops.into_iter().rev() {
        match hop.trim().parse::<IpAddr>() {
            Ok(address) if !proxies.contains(&address.to_canonical()) => return address,
            Ok(_) => {}
            Err(_) => break,
        }
    }
    peer
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ip(text: &str) -> IpAddr {
        text.parse().unwrap()
    }

    #[test]
    fn a_bucket_empties_and_fills_again() {
        let (limits, start) = (Limits::new(10, 3), Instant::now());
        let me = ip("192.0.2.1");
        assert!((0..3).all(|_| limits.take(me, start).is_ok()));
        assert_eq!(limits.take(me, start), Err(Duration::from_millis(100)));
        assert!(limits.take(ip("192.0.2.2"), start).is_ok());
        assert!(limits.take(me, start + Duration::from_millis(101)).is_ok());
        assert!(limits.take(me, start + Duration::from_millis(102)).is_err());
    }

    #[test]
    fn a_network_of_version_6_is_one() {
        let (limits, now) = (Limits::new(1, 1), Instant::now());
        assert!(limits.take(ip("2001:db8:1:2::1"), now).is_ok());
        assert!(limits.take(ip("2001:db8:1:2:ffff::9"), now).is_err());
        assert!(limits.take(ip("2001:db8:1:3::1"), now).is_ok());
    }

    #[test]
    fn only_known_proxies_are_believed() {
        let mut headers = HeaderMap::new();
        headers.insert("x-forwarded-for", "6.6.6.6, 198.51.100.7, 10.0.0.2".parse().unwrap());
        let proxies = [ip("10.0.0.1"), ip("10.0.0.2")];
        assert_eq!(client(ip("203.0.113.5"), &headers, &proxies), ip("203.0.113.5"));
        assert_eq!(client(ip("10.0.0.1"), &headers, &proxies), ip("198.51.100.7"));
        assert_eq!(client(ip("10.0.0.1"), &HeaderMap::new(), &proxies), ip("10.0.0.1"));
    }
}
