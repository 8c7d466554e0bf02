//! The work in the background, done at once.

use pul_app::live::outbox::KeepsMail;
use pul_app::live::webhooks::{Call, Caller};
use pul_app::live::{Node, Worker};
use std::pin::Pin;
use std::sync::Arc;

/// Nothing outside is called.
struct Nobody;

impl Caller for Nobody {
    fn call<'a>(&'a self, _: &'a Call) -> Pin<Box<dyn Future<Output = Result<u16, String>> + Send + 'a>> {
        Box::pin(async { Ok(200) })
    }
}

/// Works until nothing is left to do.
pub async fn work(node: &Node) {
    let worker = Worker::new(node.clone(), Arc::new(KeepsMail), Arc::new(Nobody));
    worker.work_off().await.expect("work");
}
