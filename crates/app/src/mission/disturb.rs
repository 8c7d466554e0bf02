//! What people write on a command line about a plan in use: who is gone, what stays.

use crate::Error;
use jiff::{Timestamp, Zoned};
use pul_domain::{Mission, VenueId};
use pul_scheduling::mission::{Disruption, Lock, Who};

/// An instant: `2027-02-10T15:00:00Z`, or a wall clock with its zone, `2027-02-10T10:00[America/Toronto]`.
///
/// # Errors
/// [`Error::Missing`] saying how an instant is written.
pub fn instant(text: &str) -> Result<Timestamp, Error> {
    let zoned = || text.parse::<Zoned>().map(|z| z.timestamp());
    text.parse::<Timestamp>().or_else(|_| zoned()).map_err(|_| Error::Missing {
        what: format!("{text:?} is no instant"),
        cure: "Write 2027-02-10T15:00:00Z, or a wall clock with its zone: 2027-02-10T10:00[America/Toronto]"
            .into(),
    })
}

/// What happened: who drops out, who is late or leaves and when (`NAME=INSTANT`), and which
/// venues close (`VENUE`, `VENUE=FROM..UNTIL`, either end left out for an open one).
///
/// # Errors
/// [`Error::Missing`] for a name the mission does not have or an instant that is none.
pub fn happened(
    mission: &Mission,
    drop_out: &[String],
    late: &[String],
    leaves: &[String],
    close: &[String],
) -> Result<Vec<Disruption>, Error> {
    let mut all = Vec::new();
    for name in drop_out {
        all.push(Disruption::DropOut(who(mission, name)?));
    }
    for text in late {
        let (name, at) = split(text)?;
        all.push(Disruption::Late(who(mission, name)?, instant(at)?));
    }
    for text in leaves {
        let (name, at) = split(text)?;
        all.push(Disruption::Leaves(who(mission, name)?, instant(at)?));
    }
    for text in close {
        let (name, span) = text.split_once('=').unwrap_or((text, ".."));
        let (from, until) = span.split_once("..").unwrap_or((span, ""));
        let end = |at: &str| if at.is_empty() { Ok(None) } else { instant(at).map(Some) };
        all.push(Disruption::Close(venue(mission, name)?, end(from)?, end(until)?));
    }
    Ok(all)
}

fn split(text: &str) -> Result<(&str, &str), Error> {
    text.split_once('=').ok_or_else(|| Error::Missing {
        what: format!("{text:?} is not NAME=INSTANT"),
        cure: "Write for instance indus=2027-02-10T10:00[America/Toronto]".into(),
    })
}

fn who(mission: &Mission, name: &str) -> Result<Who, Error> {
    Who::find(mission, name).ok_or_else(|| Error::Missing {
        what: format!("{name:?} is no party and no delegate of {}", mission.id),
        cure: example("Give an id, for instance", mission.attendees.first().map(|a| a.party.as_str())),
    })
}

fn venue(mission: &Mission, name: &str) -> Result<VenueId, Error> {
    let found = mission.venues.iter().find(|v| v.id.as_str() == name);
    found.map(|v| v.id.clone()).ok_or_else(|| Error::Missing {
        what: format!("{name:?} is no venue of {}", mission.id),
        cure: example("Give an id, for instance", mission.venues.first().map(|v| v.id.as_str())),
    })
}

fn example(text: &str, of: Option<&str>) -> String {
    of.map_or_else(|| "The mission has none".to_owned(), |id| format!("{text} {id}"))
}

/// Locks as people write them: `all`, `before=INSTANT`, the id of a wish, a party.
///
/// # Errors
/// [`Error::Missing`] for what is none of these.
pub fn locks(mission: &Mission, texts: &[String]) -> Result<Vec<Lock>, Error> {
    let lock = |text: &String| {
        if text == "all" {
            return Ok(Lock::All);
        }
        if let Some(at) = text.strip_prefix("before=") {
            return instant(at).map(Lock::Before);
        }
        if let Some(wish) = mission.wishes.iter().find(|w| w.id.as_str() == text) {
            return Ok(Lock::Wish(wish.id.clone()));
        }
        let party = mission.attendees.iter().map(|a| &a.party).find(|p| p.as_str() == text);
        party.map(|p| Lock::Party(p.clone())).ok_or_else(|| Error::Missing {
            what: format!("{text:?} is no lock"),
            cure: "Write all, before=INSTANT, or the id of a wish or a party".into(),
        })
    };
    texts.iter().map(lock).collect()
}
