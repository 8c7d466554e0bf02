//! A plan's times, places, reasons and figures in the reader's language.

use jiff::Timestamp;
use pul_domain::{
    Admits, Appointment, DelegateId, Limit, Mission, PartyId, PlanBound, PlanScore, Sitting, WishState,
    on_wall,
};
use pul_locale::{Length, Locale};

/// A mission told in a language.
#[derive(Debug, Clone, Copy)]
pub struct Told<'m> {
    /// The language.
    pub locale: Locale,
    /// The mission.
    pub mission: &'m Mission,
}

/// A line of the objective: its name, what the plan reaches, and what no plan can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScoreLine {
    /// What is counted.
    pub name: String,
    /// What the plan has of it.
    pub reached: String,
    /// What no plan can; empty where nothing is proven.
    pub bound: String,
}

impl Told<'_> {
    /// A message of the topic without variables.
    pub fn say(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    /// The date and time of an instant on a zone's wall clock, the zone beside it.
    pub fn when(&self, at: Timestamp, zone: &str) -> String {
        self.locale.date_time(&on_wall(at, zone), Length::Medium)
    }

    /// The start of a meeting on every wall clock that matters: the delegate's own first, or else the place's. Later
    /// ones have a date only where it is another.
    pub fn times(&self, of: &Appointment<'_>, delegate: Option<&DelegateId>) -> Vec<String> {
        let at = of.meeting.start;
        let zones = of.zones(delegate);
        let first = zones.first().map(|zone| on_wall(at, zone).date());
        let time = |zone: &&str| {
            let wall = on_wall(at, zone);
            if Some(wall.date()) == first { self.locale.time_zoned(&wall) } else { self.when(at, zone) }
        };
        let rest = zones.iter().skip(1).map(time);
        zones.first().map(|zone| self.when(at, zone)).into_iter().chain(rest).collect()
    }

    /// Where a meeting is: venue and table.
    pub fn place(&self, of: &Appointment<'_>) -> String {
        let (venue, table) = (self.locale.name(&of.venue.name), of.meeting.table);
        self.locale.say("mission-table-at", &[("venue", venue.into()), ("table", table.into())])
    }

    /// The names of a meeting's parties; without the delegate's own, if one is given.
    pub fn parties(&self, of: &Appointment<'_>, delegate: Option<&DelegateId>) -> String {
        let parties = of.who().filter(|(a, _)| !delegate.is_some_and(|d| a.delegates.contains(d)));
        self.locale.list_and(parties.map(|(a, _)| a.name.as_str()))
    }

    /// The name of a party; its id where it takes no part.
    pub fn party(&self, id: &PartyId) -> String {
        self.mission.attendee(id).map_or_else(|| id.to_string(), |a| self.locale.name(&a.name))
    }

    fn at(&self, sitting: &Sitting) -> (String, String) {
        let venue = self.mission.venue(&sitting.venue);
        let name = venue.map_or_else(|| sitting.venue.to_string(), |v| self.locale.name(&v.name));
        (name, self.when(sitting.start, venue.map_or("UTC", |v| v.zone.as_str())))
    }

    /// Where a wish stands.
    pub fn state(&self, state: WishState) -> String {
        self.say(match state {
            WishState::Requested => "mission-state-requested",
            WishState::Accepted => "mission-state-accepted",
            WishState::Must => "mission-state-must",
            WishState::Waiting => "mission-state-waiting",
            WishState::Declined => "mission-state-declined",
            WishState::Cancelled => "mission-state-cancelled",
            WishState::Expired => "mission-state-expired",
        })
    }

    /// Why a wish is left out. Whose refusal makes a meeting impossible is not told.
    pub fn limit(&self, limit: &Limit) -> String {
        let party = |key, id| self.locale.say(key, &[("party", self.party(id).into())]);
        match limit {
            Limit::State { state } => {
                self.locale.say("mission-limit-state", &[("state", self.state(*state).into())])
            }
            Limit::Parties => self.say("mission-limit-parties"),
            Limit::NotPossible => self.say("mission-limit-not-possible"),
            Limit::Roles => self.say("mission-limit-roles"),
            Limit::MetBefore => self.say("mission-limit-met-before"),
            Limit::NoCommonTime => self.say("mission-limit-no-common-time"),
            Limit::PartyFull { party: id } => party("mission-limit-party-full", id),
            Limit::PartyBusy { party: id } => party("mission-limit-party-busy", id),
            Limit::NeverTogether => self.say("mission-limit-never-together"),
            Limit::Tables => self.say("mission-limit-tables"),
            Limit::Order => self.say("mission-limit-order"),
            Limit::GivenUp => self.say("mission-limit-given-up"),
        }
    }

    /// The one change that would admit a wish.
    pub fn admits(&self, admits: &Admits) -> String {
        match admits {
            Admits::Acceptance => self.say("mission-admits-acceptance"),
            Admits::OneMore { party } => {
                self.locale.say("mission-admits-one-more", &[("party", self.party(party).into())])
            }
            Admits::Table { sitting } => {
                let (venue, when) = self.at(sitting);
                self.locale.say("mission-admits-table", &[("venue", venue.into()), ("when", when.into())])
            }
            Admits::Instead { sitting, of, value } => {
                let (venue, when) = self.at(sitting);
                let place = [("venue", venue.into()), ("when", when.into())];
                if of.is_empty() {
                    return self.locale.say("mission-admits-free", &place);
                }
                let of = self.locale.list_and(of.iter().map(|w| w.as_str())).into();
                let [venue, when] = place;
                let values = [venue, when, ("of", of), ("value", (*value).into())];
                self.locale.say("mission-admits-instead", &values)
            }
        }
    }

    /// The objective line by line, in its order.
    pub fn score(&self, score: &PlanScore, bound: &PlanBound) -> Vec<ScoreLine> {
        let least = |n: u64| match n {
            0 => String::new(),
            n => self.locale.say("mission-at-least", &[("n", n.into())]),
        };
        let most = |n: u64| self.locale.say("mission-at-most", &[("n", n.into())]);
        let count = |n: u64| self.locale.integer(n);
        let minutes = |n: u64| self.locale.duration(i64::try_from(n).unwrap_or(i64::MAX));
        let line =
            |key: &str, reached: String, bound: String| ScoreLine { name: self.say(key), reached, bound };
        vec![
            line("mission-missed", count(score.missed), least(bound.missed_at_least)),
            line("mission-total-value", count(score.value), bound.value(score).map(most).unwrap_or_default()),
            line("mission-unevenness", count(score.unevenness), String::new()),
            line("mission-breaks", count(score.breaks), String::new()),
            line("mission-idle", minutes(score.idle_minutes), String::new()),
            line("mission-travel", minutes(score.travel_minutes), String::new()),
            line("mission-discomfort", minutes(score.discomfort_minutes), String::new()),
        ]
    }

    /// How good the plan is proven to be, in a sentence or two.
    pub fn proof(&self, score: &PlanScore, bound: &PlanBound) -> String {
        let missed = score.missed.saturating_sub(bound.missed_at_least);
        let mut said = if bound.proves(score) {
            self.say("mission-proven")
        } else if missed > 0 {
            // The bound on value holds for plans that miss as few as the best, so it says little here.
            self.locale.say("mission-promises-gap", &[("n", missed.into())])
        } else {
            let gap = bound.value_at_most.saturating_sub(score.value);
            self.locale.say("mission-gap", &[("n", gap.into())])
        };
        if bound.breaks_at_least > 0 {
            let n = bound.breaks_at_least;
            said = format!("{said} {}", self.locale.say("mission-breaks-bound", &[("n", n.into())]));
        }
        said
    }
}
