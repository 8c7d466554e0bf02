//! How a system is doing, in numbers: for whoever watches over it.

use super::mailer::Mail;
use super::node::{Lag, Node};
use super::refusal::Refusal;
use crate::boxed;
use pul_store::tables::Session;
use pul_store::{Query, Value};

/// The numbers of a moment. Nothing in them is about anybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vitals {
    /// This node's picture and the log.
    pub lag: Lag,
    /// Jobs by kind and state.
    pub jobs: Vec<(String, &'static str, i64)>,
    /// Letters by state.
    pub mails: Vec<(String, i64)>,
    /// Sessions that hold.
    pub sessions: i64,
}

/// Reads them.
///
/// # Errors
/// What the store refuses.
#[boxed]
pub async fn vitals(node: &Node) -> Result<Vitals, Refusal> {
    let store = node.store();
    let jobs = store.job_counts().await?;
    let mails = store.count_by::<Mail>(&Query::new(), "state").await?;
    let word = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        Value::Int(number) => number.to_string(),
    };
    Ok(Vitals {
        lag: node.lag().await?,
        jobs: jobs.into_iter().map(|(kind, state, n)| (kind, state.as_str(), n)).collect(),
        mails: mails.iter().map(|(state, n)| (word(state), *n)).collect(),
        sessions: store.count::<Session>(&Query::new().at_least("expires", node.now())).await?,
    })
}
