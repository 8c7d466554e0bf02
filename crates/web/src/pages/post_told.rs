//! A post in words, as every page that shows one shows it.

use crate::ask::Ask;
use crate::labels::Labels;
use crate::pages::directory::place;
use jiff::Timestamp;
use pul_app::live::posts::PostShown;
use pul_domain::{Importance, Post};
use pul_locale::Length;

/// A post, told.
pub(crate) struct PostTold {
    pub id: String,
    pub title: String,
    pub is_ask: bool,
    pub kind: String,
    pub state: &'static str,
    pub party: String,
    pub party_name: String,
    /// Skills: id, name, what is said of each.
    pub skills: Vec<(String, String, String)>,
    /// Names and values of what else it states.
    pub facts: Vec<(String, String)>,
    pub brief: String,
    pub reason: Option<String>,
    pub expires: Option<String>,
    pub version: i64,
}

/// The day of an instant in the visitor's zone and words.
pub(crate) fn day(ask: &Ask, at: Timestamp) -> String {
    ask.locale().date(at.to_zoned(ask.zone()).date(), Length::Medium)
}

impl PostTold {
    /// Tells a post.
    pub fn of(ask: &Ask, shown: &PostShown) -> PostTold {
        let common = shown.post.common();
        PostTold {
            id: shown.id.to_string(),
            title: title(ask, &shown.post),
            is_ask: matches!(shown.post, Post::Ask(_)),
            kind: ask.locale().word(common.kind()),
            state: shown.state.as_str(),
            party: shown.party.to_string(),
            party_name: shown.party_name.clone(),
            skills: skills(ask, &shown.post),
            facts: facts(ask, &shown.post),
            brief: shown.brief.clone(),
            reason: shown.reason.clone(),
            expires: shown.expires.map(|at| day(ask, at)),
            version: shown.version,
        }
    }
}

/// The title of a post; one without (an import may bring none) goes by its role, or its id.
pub(crate) fn title(ask: &Ask, post: &Post) -> String {
    let common = post.common();
    if !common.title.trim().is_empty() {
        return common.title.clone();
    }
    let role = common.role.as_ref().map(|r| Labels::of(ask).role(r.as_str()));
    role.unwrap_or_else(|| common.id.to_string())
}

/// Skills with how much each is wanted or mastered, the weightiest first.
pub(crate) fn skills(ask: &Ask, post: &Post) -> Vec<(String, String, String)> {
    let labels = Labels::of(ask);
    let level = |n: u8| ask.locale().say(&format!("level-{n}"), &[]);
    match post {
        Post::Ask(wanted) => {
            let rank = |i: Importance| match i {
                Importance::Must => 0,
                Importance::Should => 1,
                Importance::Nice => 2,
            };
            let mut all: Vec<_> = wanted.skills.iter().collect();
            all.sort_by_key(|r| rank(r.importance));
            let told = all.into_iter().map(|r| {
                let words = format!("{} · {}", ask.locale().word(r.importance), level(r.level.get()));
                (r.skill.to_string(), labels.skill(r.skill.as_str()), words)
            });
            told.collect()
        }
        Post::Offer(offer) => {
            let told = offer
                .skills
                .iter()
                .map(|s| (s.skill.to_string(), labels.skill(s.skill.as_str()), level(s.level.get())));
            told.collect()
        }
    }
}

/// What a post states beside its skills; nothing is said that it does not state.
pub(crate) fn facts(ask: &Ask, post: &Post) -> Vec<(String, String)> {
    let (labels, locale) = (Labels::of(ask), ask.locale());
    let common = post.common();
    let mut out: Vec<(&str, String)> = Vec::new();
    out.extend(common.role.as_ref().map(|r| ("post-role", labels.role(r.as_str()))));
    let place = place(&labels, common.city.as_ref().map(|c| c.as_str()), &common.sides);
    out.push(("post-place", place));
    let sectors: Vec<String> = common.sectors.iter().map(|s| labels.sector(s.as_str())).collect();
    if !sectors.is_empty() {
        out.push(("post-sectors", locale.list_and(sectors)));
    }
    let (people, hours, languages, held) = match post {
        Post::Ask(a) => {
            out.extend(a.budget.map(|b| ("post-budget", locale.rate(b.money(), b.per))));
            out.extend(a.period.as_ref().map(|p| {
                let day = |d| locale.date(d, Length::Medium);
                ("post-period", locale.range(&day(p.from()), &day(p.until())))
            }));
            (a.people, a.hours_per_week, &a.languages, (&a.certifications, &a.registrations))
        }
        Post::Offer(o) => {
            out.extend(o.rate.map(|r| ("post-rate", locale.rate(r.money(), r.per))));
            out.extend(o.available_from.map(|d| ("post-from", locale.date(d, Length::Medium))));
            out.extend(o.record.years.map(|y| ("post-years", locale.say("unit-year", &[("n", y.into())]))));
            (o.people, o.hours_per_week, &o.languages, (&o.certifications, &o.registrations))
        }
    };
    out.push(("post-people", locale.say("unit-person", &[("n", people.into())])));
    out.extend(hours.map(|h| ("post-hours", locale.say("unit-hour", &[("n", h.into())]))));
    if !languages.is_empty() {
        let told = languages.iter().map(|l| {
            let (language, level) = (labels.language(l.language.as_str()), locale.word(l.level));
            locale.say("language-skill", &[("language", language.into()), ("level", level.into())])
        });
        out.push(("post-languages", locale.list_and(told.collect::<Vec<_>>())));
    }
    let held: Vec<String> = held
        .0
        .iter()
        .map(|c| labels.held(c.as_str()))
        .chain(held.1.iter().map(|r| labels.held(r.as_str())))
        .collect();
    if !held.is_empty() {
        out.push(("post-held", locale.list_and(held)));
    }
    out.into_iter().map(|(key, value)| (locale.say(key, &[]), value)).collect()
}
