//! Settings organisers may change while the system runs: every node takes them up from the log.

use super::node::Node;
use super::refusal::Refusal;
use super::settings::Settings;
use super::who::Who;
use crate::boxed;
use pul_store::tables::Setting;
use pul_store::{Query, Store};

/// A setting that may be changed, in whole numbers; 1 and 0 stand for yes and no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Adjustable {
    /// Days a post stays published.
    PostDays,
    /// Days before its expiry when its party is reminded.
    RemindDays,
    /// Days an introduction waits for its answer.
    IntroductionDays,
    /// Introductions a party may have waiting.
    WaitingIntroductions,
    /// Whether anybody may make an account.
    OpenSignUp,
}

/// A setting as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adjusted {
    /// Which.
    pub which: Adjustable,
    /// What holds.
    pub value: i64,
    /// What the configuration says, which holds again when the change is taken back.
    pub configured: i64,
    /// The least it may be.
    pub least: i64,
    /// The most it may be.
    pub most: i64,
    /// Whether an organiser changed it.
    pub changed: bool,
}

impl Adjustable {
    /// Every setting that may be changed, in the order they are shown.
    pub const ALL: [Adjustable; 5] = [
        Adjustable::PostDays,
        Adjustable::RemindDays,
        Adjustable::IntroductionDays,
        Adjustable::WaitingIntroductions,
        Adjustable::OpenSignUp,
    ];

    /// Its name in the store, in addresses and messages.
    pub fn name(self) -> &'static str {
        match self {
            Adjustable::PostDays => "post-days",
            Adjustable::RemindDays => "remind-days",
            Adjustable::IntroductionDays => "introduction-days",
            Adjustable::WaitingIntroductions => "waiting-introductions",
            Adjustable::OpenSignUp => "open-sign-up",
        }
    }

    /// The setting of a name.
    pub fn parse(name: &str) -> Option<Adjustable> {
        Adjustable::ALL.into_iter().find(|it| it.name() == name)
    }

    fn bounds(self) -> (i64, i64) {
        match self {
            Adjustable::PostDays => (7, 730),
            Adjustable::RemindDays => (1, 60),
            Adjustable::IntroductionDays => (1, 90),
            Adjustable::WaitingIntroductions => (1, 1_000),
            Adjustable::OpenSignUp => (0, 1),
        }
    }

    fn of(self, settings: &Settings) -> i64 {
        match self {
            Adjustable::PostDays => settings.post_days,
            Adjustable::RemindDays => settings.remind_days,
            Adjustable::IntroductionDays => settings.introduction_days,
            Adjustable::WaitingIntroductions => settings.waiting_introductions.into(),
            Adjustable::OpenSignUp => settings.open_sign_up.into(),
        }
    }

    fn put(self, settings: &mut Settings, value: i64) {
        match self {
            Adjustable::PostDays => settings.post_days = value,
            Adjustable::RemindDays => settings.remind_days = value,
            Adjustable::IntroductionDays => settings.introduction_days = value,
            Adjustable::WaitingIntroductions => {
                settings.waiting_introductions = u32::try_from(value).unwrap_or(u32::MAX);
            }
            Adjustable::OpenSignUp => settings.open_sign_up = value != 0,
        }
    }
}

/// What the configuration says, with what organisers changed.
pub(crate) async fn effective(store: &Store, configured: &Settings) -> Result<Settings, Refusal> {
    let mut settings = configured.clone();
    let names = Adjustable::ALL.map(Adjustable::name);
    for kept in store.find::<Setting>(&Query::new().one_of("id", names)).await? {
        if let (Some(which), Some(value)) = (Adjustable::parse(&kept.row.name), kept.row.value.as_i64()) {
            let (least, most) = which.bounds();
            which.put(&mut settings, value.clamp(least, most));
        }
    }
    Ok(settings)
}

/// Every setting that may be changed.
///
/// # Errors
/// `forbidden`.
#[boxed]
pub async fn list(node: &Node, who: &Who) -> Result<Vec<Adjusted>, Refusal> {
    who.organiser()?;
    let names = Adjustable::ALL.map(Adjustable::name);
    let rows = node.store().find::<Setting>(&Query::new().one_of("id", names)).await?;
    let settings = effective(node.store(), node.configured()).await?;
    let adjusted = |which: Adjustable| Adjusted {
        which,
        value: which.of(&settings),
        configured: which.of(node.configured()),
        least: which.bounds().0,
        most: which.bounds().1,
        changed: rows.iter().any(|kept| kept.row.name == which.name()),
    };
    Ok(Adjustable::ALL.map(adjusted).to_vec())
}

/// Changes a setting, or takes the change back.
///
/// # Errors
/// `forbidden`; `out-of-range` with the `least` and the `most`.
#[boxed]
pub async fn set(node: &Node, who: &Who, which: Adjustable, value: Option<i64>) -> Result<(), Refusal> {
    who.organiser()?;
    who.writer()?;
    let (least, most) = which.bounds();
    if value.is_some_and(|value| !(least..=most).contains(&value)) {
        let told = Refusal::field(which.name(), "out-of-range");
        return Err(told.value("least", least).value("most", most));
    }
    let mut write = node.write(who, "setting-changed").await?;
    let kept = write.get::<Setting>(which.name()).await?;
    let row = value.map(|value| Setting {
        name: which.name().to_owned(),
        value: serde_json::json!(value),
        changed: node.now(),
    });
    match (row, kept) {
        (Some(row), Some(kept)) => drop(write.update(&row, kept.version).await?),
        (Some(row), None) => write.insert(&row).await?,
        (None, Some(kept)) => write.delete::<Setting>(which.name(), kept.version).await?,
        (None, None) => {}
    }
    node.commit(write).await?;
    Ok(())
}
