//! The missions there are: mine, those that run, those that are over.

use crate::ask::{Answer, Ask, html};
use crate::frame::Frame;
use askama::Template;
use pul_app::live::missions::{self, MissionCard};
use pul_app::live::records::MissionState;
use pul_locale::Length;

struct Told {
    path: String,
    title: String,
    state: &'static str,
    days: String,
    places: String,
}

#[derive(Template)]
#[template(path = "missions.html")]
struct Page {
    f: Frame,
    /// Key of the heading, and the missions under it.
    groups: Vec<(&'static str, Vec<Told>)>,
    organiser: bool,
}

/// The days of a mission.
pub(super) fn days(ask: &Ask, card: &MissionCard) -> String {
    let locale = ask.locale();
    let day = |date| locale.date(date, Length::Long);
    match (card.first, card.last) {
        (Some(first), Some(last)) if first != last => {
            locale.say("missions-days", &[("first", day(first).into()), ("last", day(last).into())])
        }
        (Some(only), _) => day(only),
        (None, _) => String::new(),
    }
}

fn told(ask: &Ask, card: &MissionCard) -> Told {
    Told {
        path: ask.to(&format!("/missions/{}", card.id)),
        title: card.title.clone(),
        state: card.state.as_str(),
        days: days(ask, card),
        places: ask.locale().list_and(&card.places),
    }
}

/// The list.
pub(crate) async fn show(ask: Ask) -> Answer {
    let mut cards = missions::list(ask.node(), &ask.who).await?;
    cards.sort_by(|a, b| (a.first, &a.id).cmp(&(b.first, &b.id)));
    let (over, open): (Vec<_>, Vec<_>) = cards.into_iter().partition(|c| c.state == MissionState::Closed);
    let (mine, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|card| !card.mine.is_empty());
    let groups =
        [("missions-group-mine", mine), ("missions-group-open", others), ("missions-group-over", over)];
    let groups = groups.into_iter().filter(|(_, cards)| !cards.is_empty());
    let groups = groups.map(|(key, cards)| (key, cards.iter().map(|card| told(&ask, card)).collect()));
    html(&Page {
        f: ask.frame(ask.locale().say("page-missions", &[]), ask.who.is_signed_in()),
        groups: groups.collect(),
        organiser: ask.who.is_organiser(),
    })
}
