//! The steps of the form that only show it again: skills found in the brief, another kind.

use super::page::{Of, page};
use crate::ask::{Answer, Ask, Fields, html};
use pul_domain::Findings;

/// The steps that only show the form again.
pub(super) fn step(ask: &Ask, fields: &Fields, of: &Of<'_>) -> Option<Answer> {
    match fields.get("step")? {
        "skills" => {
            let mut fields = fields.clone();
            let reading = ask.node().read_brief(fields.text("brief"));
            let pack = ask.node().pack();
            let known: Vec<_> =
                fields.all("skill").filter_map(|t| pack.resolve_skill(t)).map(|(ix, _)| ix).collect();
            let mut found = 0;
            for skill in crate::pages::brief::skills(ask, &reading) {
                if pack.skill_ix(&skill.id).is_some_and(|ix| known.contains(&ix)) {
                    continue;
                }
                found += 1;
                let level = skill.level.unwrap_or(3).to_string();
                let importance = skill.importance.unwrap_or("must").to_owned();
                // Rows are read side by side, so blank ones must not come between.
                fields.0.extend([
                    ("skill".to_owned(), skill.id),
                    ("level".to_owned(), level),
                    ("importance".to_owned(), importance),
                ]);
            }
            if let Some((role, _)) = reading.role.filter(|_| fields.get("role").is_none()) {
                fields.0.push(("role".to_owned(), role.to_string()));
            }
            let mut page = page(ask, of, fields, &Findings::new());
            page.found = Some(found);
            Some(html(&page))
        }
        // What was put together of two versions is shown too, to be written on.
        "kind" | "mend" => Some(html(&page(ask, of, fields.clone(), &Findings::new()))),
        _ => None,
    }
}
