//! Two changes of one post: its parts, each in words.

use crate::ask::{Answer, Ask, Fields};
use crate::labels::Labels;
use crate::pages::conflict::{self, Conflict, Part};
use crate::pages::post_form::{self, KINDS, MONEY};
use pul_app::live::history::Subject;
use pul_app::live::posts::{self, PostShown};
use pul_domain::{Post, PostId};

/// Fields that stand alone, with the message each is called by.
const ALONE: [(&str, &str); 15] = [
    ("title", "desk-post-title"),
    ("brief", "brief-text"),
    ("role", "post-role"),
    ("city", "head-city"),
    ("sector", "post-sectors"),
    ("people", "post-people"),
    ("hours", "post-hours"),
    ("overlap", "desk-overlap"),
    ("overlap-wanted", "desk-overlap-wanted"),
    ("references", "desk-references"),
    ("years", "post-years"),
    ("least-days", "desk-least-days"),
    ("wanted-days", "desk-wanted-days"),
    ("certification", "desk-certifications"),
    ("registration", "desk-registrations"),
];

/// What was written, with what stands now in the parts where that was chosen.
pub(super) fn settled(ask: &Ask, written: &Fields, shown: &PostShown) -> Fields {
    let theirs = post_form::fields_of(&shown.post, &shown.brief);
    conflict::settled(written, &theirs, &parts(ask, written, &theirs))
}

/// Both versions, side by side.
pub(super) async fn page(ask: &Ask, id: &PostId, version: i64, written: &Post, brief: &str) -> Answer {
    let shown = posts::show(ask.node(), &ask.who, id).await?;
    let base = posts::as_read(ask.node(), &ask.who, id, version).await?;
    let (mine, theirs) =
        (post_form::fields_of(written, brief), post_form::fields_of(&shown.post, &shown.brief));
    let parts = parts(ask, &mine, &theirs);
    let both = Conflict {
        subject: Subject::Post(id.clone()),
        action: ask.to(&format!("/posts/{id}/edit")),
        there: ask.to(&format!("/posts/{id}")),
        version: shown.version,
        base: base.map(|(post, brief)| post_form::fields_of(&post, &brief)),
        mine,
        theirs,
        parts,
        words: &|part, fields| words(ask, part, fields),
    };
    conflict::page(ask, both).await
}

/// What may be taken from either of two versions. What a kind states alone goes with the kind where
/// the two are of different kinds, for it says nothing under another.
fn parts(ask: &Ask, mine: &Fields, theirs: &Fields) -> Vec<Part> {
    let locale = ask.locale();
    let say = |key: &str| locale.say(key, &[]);
    let names = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
    let mut parts: Vec<Part> = ALONE.into_iter().map(|(key, label)| Part::one(key, say(label))).collect();
    let of_kinds = KINDS.iter().flat_map(|(_, lists, numbers)| lists.iter().chain(*numbers));
    let (amounts, rest): (Vec<&str>, Vec<&str>) = of_kinds.partition(|name| MONEY.contains(name));
    let field = |name: &&str| format!("t-{name}");
    let mut kind = names(&["kind"]);
    kind.extend(rest.iter().map(field));
    let mut rate = names(&["rate", "currency", "unit"]);
    let same_kind = mine.text("kind") == theirs.text("kind");
    let with_amounts = if same_kind { &mut rate } else { &mut kind };
    with_amounts.extend(amounts.iter().map(field));
    parts.insert(1, Part { key: "kind", label: say("desk-kind"), names: kind });
    let label = if mine.text("direction") == "offer" { "post-rate" } else { "post-budget" };
    parts.push(Part { key: "rate", label: say(label), names: rate });
    parts.push(Part {
        key: "skill",
        label: say("head-skills"),
        names: names(&["skill", "level", "importance"]),
    });
    parts.push(Part { key: "period", label: say("post-period"), names: names(&["from", "until"]) });
    let spoken = mine.0.iter().chain(&theirs.0).map(|(name, _)| name).filter(|n| n.starts_with("language-"));
    let mut spoken: Vec<String> = spoken.cloned().collect();
    spoken.sort();
    spoken.dedup();
    parts.push(Part { key: "language", label: say("post-languages"), names: spoken });
    parts
}

/// A part of a form in words.
fn words(ask: &Ask, part: &Part, fields: &Fields) -> String {
    let (labels, locale) = (Labels::of(ask), ask.locale());
    let word = |topic: &str, value: &str| {
        locale.try_say(&format!("{topic}-{value}"), &[]).unwrap_or_else(|| value.to_owned())
    };
    if part.key == "skill" {
        let rows = fields.all("skill").zip(fields.all("level")).zip(fields.all("importance"));
        let wanted = fields.text("direction") != "offer";
        let rows = rows.map(|((skill, level), importance)| {
            let told = format!("{} · {}", labels.skill(skill), word("level", level));
            if wanted { format!("{told} · {}", word("importance", importance)) } else { told }
        });
        return rows.collect::<Vec<_>>().join("\n");
    }
    let stated = fields.0.iter().filter(|(name, value)| part.names.contains(name) && !value.is_empty());
    let told = stated.map(|(name, value)| match name.as_str() {
        "kind" => word("kind", value),
        "role" => labels.role(value),
        "city" => labels.city(value),
        "sector" => labels.sector(value),
        "certification" | "registration" => labels.held(value),
        "unit" => word("per", value),
        name => match (name.strip_prefix("language-"), name.strip_prefix("t-")) {
            (Some(code), _) => format!("{} · {}", labels.language(code), word("cefr", value)),
            (_, Some(term)) => format!("{}: {value}", word("terms", term)),
            _ => value.clone(),
        },
    });
    told.collect::<Vec<_>>().join("\n")
}
