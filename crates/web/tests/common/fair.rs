//! A mission of the example world, and how it is planned and published.

use crate::browser::Browser;
use crate::common::Example;
use jiff::ToSpan;
use pul_app::live::missions::{self, MissionForm, PlanningAsked};
use pul_app::live::outbox::KeepsMail;
use pul_app::live::webhooks::{Call, Caller};
use pul_app::live::{Who, Worker, sessions};
use pul_domain::{Attendee, EditionStep, MissionId, PartyId, TimeOfDay, Wish};
use std::pin::Pin;
use std::sync::Arc;

/// A mission whose first day was yesterday.
pub struct Fair {
    pub id: MissionId,
    pub organiser: Who,
    pub asker: Who,
    pub offerer: Who,
    /// Others who come.
    pub others: Vec<PartyId>,
}

struct Nobody;

impl Caller for Nobody {
    fn call<'a>(&'a self, _: &'a Call) -> Pin<Box<dyn Future<Output = Result<u16, String>> + Send + 'a>> {
        Box::pin(async { Ok(200) })
    }
}

/// Does all the background work that is due.
pub async fn work(example: &Example) {
    let worker = Worker::new(example.node.clone(), Arc::new(KeepsMail), Arc::new(Nobody));
    worker.work_off().await.expect("the work is done");
}

/// Who a role of the demonstration is.
pub async fn who(example: &Example, fresh: &Browser, role: &str) -> Who {
    let mut browser = fresh.clone();
    browser.sign_in(role).await;
    let session = &browser.cookies["pul-session"];
    sessions::known(&example.node, session).await.expect("a store").expect("a session").who
}

/// Makes and opens one: the asker comes as a buyer, the offerer and others as suppliers.
pub async fn open(example: &Example, fresh: &Browser) -> Fair {
    let node = &example.node;
    let organiser = who(example, fresh, "organiser").await;
    let (asker, offerer) = (who(example, fresh, "asker").await, who(example, fresh, "offerer").await);
    let form = MissionForm {
        id: "spring-2027".into(),
        title: "Spring <b>mission</b> بہار".into(),
        zone: "America/Regina".into(),
        place: "Hall & terrace".into(),
        area: "regina".into(),
        first: node.today().checked_sub(1.day()).expect("a day"),
        last: node.today().checked_add(1.day()).expect("a day"),
        start: TimeOfDay::from_minutes(9 * 60).expect("a time"),
        slots: 4,
        minutes: 30,
        pause: 5,
        tables: 3,
    };
    let id = missions::create_plain(node, &organiser, &form).await.expect("a mission");
    let view = node.view();
    let strangers = view.parties().map(|card| card.id.clone());
    let own = [&asker.parties[0], &offerer.parties[0]];
    let others: Vec<PartyId> = strangers.filter(|party| !own.contains(&party)).take(4).collect();
    let mut come = vec![(own[0], "buyer", "America/Vancouver"), (own[1], "supplier", "Asia/Karachi")];
    come.extend(others.iter().map(|party| (party, "supplier", "Asia/Karachi")));
    for (party, role, zone) in come {
        let attendee: Attendee = serde_json::from_value(serde_json::json!({
            "party": party, "name": "", "role": role, "zone": zone, "delegates": []
        }))
        .expect("an attendee");
        missions::invite(node, &organiser, &id, &attendee).await.expect("they are invited");
    }
    missions::open(node, &organiser, &id).await.expect("it opens");
    Fair { id, organiser, asker, offerer, others }
}

/// The organiser adds an agreed wish of the asker with another, to be met in a slot of yesterday, counted from 0.
pub async fn agree(example: &Example, fair: &Fair, other: &PartyId, slot: i64) {
    let day = example.node.today().checked_sub(1.day()).expect("a day");
    let zone = pul_domain::on_wall(example.node.now(), "America/Regina").time_zone().clone();
    let start = day.at(9, 0, 0, 0).to_zoned(zone).expect("a time") + (35 * slot).minutes();
    let wish: Wish = serde_json::from_value(serde_json::json!({
        "id": format!("agreed-{other}"), "parties": [fair.asker.parties[0], other], "value": 50, "state": "accepted",
        "fixed": { "venue": "hall", "start": start.timestamp() }
    }))
    .expect("a wish");
    missions::add(&example.node, &fair.organiser, &fair.id, &wish).await.expect("it is added");
}

/// Plans it and publishes the plan.
pub async fn publish(example: &Example, fair: &Fair) {
    let (node, organiser, id) = (&example.node, &fair.organiser, &fair.id);
    missions::start(node, organiser, id, PlanningAsked { seed: 1, work: 2_000, calm: 0, from: None })
        .await
        .expect("planning starts");
    work(example).await;
    for step in [EditionStep::Submit, EditionStep::Publish] {
        missions::take_step(node, organiser, id, step).await.expect("it is published");
    }
}
