//! A town to test in: nodes on a SQLite store in a temporary folder, a clock that stands, and
//! chance from a seed.

use jiff::{SignedDuration, Timestamp};
use pul_app::live::accounts::AccountForm;
use pul_app::live::chance::SeededChance;
use pul_app::live::clock::SetClock;
use pul_app::live::outbox::KeepsMail;
use pul_app::live::parties::{self, PartyForm};
use pul_app::live::posts::{self, Draft};
use pul_app::live::sign_in::{LinkRequest, redeem, request_link};
use pul_app::live::webhooks::{Call, Caller};
use pul_app::live::{Node, Refusal, Settings, Who, Worker, accounts, review, sessions};
use pul_app::quote::Prices;
use pul_domain::{LanguageCode, PartyId, PartyKind, Post, PostId};
use pul_store::tables::Mail;
use pul_store::{Address, Options, Order, Query, Store};
use std::pin::Pin;
use std::sync::{Arc, Mutex, OnceLock};

/// The shipped pack, read once.
pub fn prices() -> Arc<Prices> {
    static PRICES: OnceLock<Arc<Prices>> = OnceLock::new();
    PRICES.get_or_init(|| Arc::new(Prices::load(None).expect("the shipped pack is sound"))).clone()
}

pub struct Town {
    pub node: Node,
    pub clock: Arc<SetClock>,
    pub folder: tempfile::TempDir,
    pub settings: Settings,
    pub calls: Arc<Calls>,
}

/// What webhooks were called with; answers 200.
#[derive(Default)]
pub struct Calls(pub Mutex<Vec<Call>>);

impl Caller for Calls {
    fn call<'a>(&'a self, call: &'a Call) -> Pin<Box<dyn Future<Output = Result<u16, String>> + Send + 'a>> {
        self.0.lock().unwrap().push(call.clone());
        Box::pin(async { Ok(200) })
    }
}

pub fn start() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

impl Town {
    pub async fn new() -> Town {
        Town::with(Settings { organisers: vec!["omar@pul.example".into()], ..Settings::default() }).await
    }

    pub async fn with(settings: Settings) -> Town {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(SetClock::at(start()));
        let node = open(&folder, &clock, &settings, 1).await;
        Town { node, clock, folder, settings, calls: Arc::default() }
    }

    /// Another node on the same store.
    pub async fn another(&self) -> Node {
        open(&self.folder, &self.clock, &self.settings, 2).await
    }

    pub fn later(&self, days: i64) {
        self.clock.advance(SignedDuration::from_hours(24 * days));
    }

    /// Does all the background work that is due.
    pub async fn work(&self) -> u64 {
        let worker = Worker::new(self.node.clone(), Arc::new(KeepsMail), self.calls.clone());
        worker.work_off().await.unwrap()
    }

    /// The secret of the newest sign-in letter.
    pub async fn secret(&self) -> String {
        let newest = Query::new().order("created", Order::Desc).limit(20);
        let mails = self.node.store().find::<Mail>(&newest).await.unwrap();
        let mut links: Vec<&Mail> = mails.iter().map(|k| &k.row).filter(|m| m.code == "sign-in").collect();
        links.sort_by(|a, b| b.id.cmp(&a.id));
        links[0].values["secret"].open_with_consent().clone()
    }

    /// Signs in by e-mail and tells who that is. The clock moves on by a second.
    pub async fn sign_in(&self, email: &str) -> Who {
        self.clock.advance(SignedDuration::from_secs(1));
        let asked = LinkRequest {
            email: email.into(),
            language: LanguageCode::ENGLISH,
            then: "/en/matches".into(),
            network: email.into(),
        };
        request_link(&self.node, &asked).await.unwrap();
        let opened = redeem(&self.node, &self.secret().await, "test", email).await.unwrap();
        let who = self.who(&opened.secret).await;
        let own = accounts::own(&self.node, &who).await.unwrap();
        if own.row.name.is_empty() {
            let name = email.split('@').next().unwrap().to_owned();
            accounts::change(
                &self.node,
                &who,
                own.version,
                &AccountForm { name, language: "en".into(), preferences: None },
            )
            .await
            .unwrap();
        }
        self.who(&opened.secret).await
    }

    /// Who a session speaks for.
    pub async fn who(&self, secret: &str) -> Who {
        sessions::known(&self.node, secret).await.unwrap().expect("the session holds").who
    }

    /// A member with a party of theirs, freshly signed in.
    pub async fn member(&self, email: &str, name: &str, side: &str, city: &str) -> (Who, PartyId) {
        let who = self.sign_in(email).await;
        let form = PartyForm {
            kind: PartyKind::Firm,
            name: name.into(),
            about: String::new(),
            sides: vec![side.into()],
            city: city.into(),
            website: String::new(),
            email: email.into(),
            phone: "+1 514 555 0100".into(),
        };
        let party = parties::create(&self.node, &who, &form).await.unwrap();
        (self.sign_in(email).await, party)
    }

    /// Writes a post, hands it in and has it published.
    pub async fn publish(&self, who: &Who, party: &PartyId, post: Post) -> PostId {
        let id = self.submit(who, party, post).await.unwrap();
        let organiser = self.sign_in("omar@pul.example").await;
        review::approve(&self.node, &organiser, &id, 2).await.unwrap();
        id
    }

    pub async fn submit(&self, who: &Who, party: &PartyId, post: Post) -> Result<PostId, Refusal> {
        let draft = Draft { party: party.clone(), post, brief: String::new() };
        let id = posts::draft(&self.node, who, &draft).await?;
        posts::submit(&self.node, who, &id, 1).await?;
        Ok(id)
    }
}

async fn open(folder: &tempfile::TempDir, clock: &Arc<SetClock>, settings: &Settings, seed: u64) -> Node {
    let address = Address::parse(&format!("sqlite:{}", folder.path().join("pul.db").display())).unwrap();
    let store = Store::open(&address, Options::default()).await.unwrap();
    store.migrate().await.unwrap();
    let chance = Arc::new(SeededChance::new(seed));
    Node::open(store, prices(), settings.clone(), clock.clone(), chance).await.unwrap()
}

/// An ask for a developer in Django.
pub fn ask(title: &str) -> Post {
    serde_json::from_value(serde_json::json!({
        "post": "ask", "id": "x", "party": "x", "sides": [], "title": title,
        "terms": { "kind": "service" },
        "skills": [
            { "skill": "django", "level": 3, "importance": "must" },
            { "skill": "postgresql", "level": 2, "importance": "should" },
        ],
        "budget": { "minor": 6000, "currency": "CAD", "per": "hour" },
        "hours_per_week": 40,
    }))
    .unwrap()
}

/// An offer of a developer in Django.
pub fn offer(title: &str) -> Post {
    serde_json::from_value(serde_json::json!({
        "post": "offer", "id": "x", "party": "x", "sides": [], "title": title,
        "terms": { "kind": "service" },
        "skills": [{ "skill": "django", "level": 4 }, { "skill": "postgresql", "level": 3 }],
        "rate": { "minor": 2617, "currency": "USD", "per": "hour" },
        "hours_per_week": 40,
        "record": { "years": 6, "confirmed_outcomes": 1, "references": [{ "client": "Northern Maple Ltd", "year": 2025 }] },
    }))
    .unwrap()
}

/// A refusal as text.
pub fn told<T: std::fmt::Debug>(result: Result<T, Refusal>) -> String {
    match result {
        Ok(value) => format!("{value:?}"),
        Err(refusal) => {
            let values: Vec<String> = refusal.values.iter().map(|(k, v)| format!("{k}={v}")).collect();
            let faults: Vec<String> = refusal
                .findings
                .iter()
                .map(|f| format!("{}[{}]", f.place.field.as_deref().unwrap_or(""), f.code))
                .collect();
            format!("{:?} {} {} {}", refusal.kind, refusal.code, values.join(" "), faults.join(" "))
                .trim()
                .to_owned()
        }
    }
}
