//! `relations.csv`: strengths measured in data, over those declared.

use crate::declared::Declared;
use crate::reader::{Sink, nearest};
use crate::skill::{Skill, SkillIx};
use pul_domain::{Finding, Place};
use std::collections::BTreeMap;

const PATH: &str = "relations.csv";
const HEADER: [&str; 5] = ["from", "to", "strength", "pairs", "basis"];

/// Lays the measured strengths over the declared ones and reports every row that is
/// malformed, stands twice, or measures a pair that no `implies` declares.
///
/// The file is made by a script, so it is plain: commas, no quotes, one row a line.
pub(crate) fn apply(text: &str, skills: &mut [Skill], declared: &Declared, sink: &Sink) {
    let fault = |line: usize, code: &str, cause: String, cure: String| {
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        sink.push(Finding::fault(code, Place::line(PATH, line), cause, cure));
    };
    let mut lines = text.lines().map(|line| line.trim_end_matches('\r')).enumerate();
    let header = lines.next().map_or("", |(_, line)| line);
    if !header.split(',').eq(HEADER) {
        fault(
            1,
            "bad-header",
            format!("The columns are {:?}.", header.chars().take(80).collect::<String>()),
            format!("Write the columns {:?}.", HEADER.join(",")),
        );
        return;
    }
    let mut seen: BTreeMap<(u16, u16), usize> = BTreeMap::new();
    for (at, line) in lines.filter(|(_, line)| !line.is_empty()) {
        let row = match read_row(line, declared) {
            Ok(row) => row,
            Err((code, cause, cure)) => {
                fault(at + 1, code, cause, cure);
                continue;
            }
        };
        let pair = (row.from, row.to);
        if let Some(first) = seen.insert(pair, at + 1) {
            fault(
                at + 1,
                "duplicate-row",
                format!("The pair stands on line {first} already."),
                "Take one of the two away.".to_owned(),
            );
        }
        if let Err((cause, cure)) = set(&row, skills) {
            fault(at + 1, "undeclared-relation", cause, cure);
        }
    }
}

struct Row {
    from: u16,
    to: u16,
    strength: u8,
}

type RowFault = (&'static str, String, String);

fn read_row(line: &str, declared: &Declared) -> Result<Row, RowFault> {
    let cells: Vec<&str> = line.split(',').collect();
    let [from, to, strength, pairs, _] = cells[..] else {
        return Err((
            "bad-row",
            format!("The row has {} cells, not {}.", cells.len(), HEADER.len()),
            "Make the file again with the pack's script.".to_owned(),
        ));
    };
    let known = |id: &str| {
        declared.rank(id).ok_or_else(|| {
            (
                "unknown-reference",
                format!("The skill `{}` is not declared.", id.chars().take(60).collect::<String>()),
                declared.cure(id),
            )
        })
    };
    let (from, to) = (known(from)?, known(to)?);
    let fits = strength.parse::<u8>().ok().filter(|s| (1..=99).contains(s));
    let strength = fits.filter(|_| pairs.parse::<u64>().is_ok()).ok_or_else(|| {
        (
            "out-of-range",
            format!("strength {strength:?} or pairs {pairs:?} is out of range."),
            "A strength is 1 to 99 per cent, pairs a count.".to_owned(),
        )
    })?;
    Ok(Row { from, to, strength })
}

fn set(row: &Row, skills: &mut [Skill]) -> Result<(), (String, String)> {
    let to = SkillIx(row.to);
    let name = |rank: u16| skills.get(usize::from(rank)).map(|skill| skill.id.to_string());
    let (from_id, to_id) = (name(row.from).unwrap_or_default(), name(row.to).unwrap_or_default());
    let implied: Vec<String> = skills
        .get(usize::from(row.from))
        .map(|skill| skill.implies.iter().filter_map(|(ix, _)| name(ix.0)).collect())
        .unwrap_or_default();
    let declared = skills
        .get_mut(usize::from(row.from))
        .and_then(|skill| skill.implies.iter_mut().find(|(ix, _)| *ix == to));
    match declared {
        Some((_, strength)) => {
            *strength = row.strength;
            Ok(())
        }
        None => {
            let near = nearest(&to_id, implied.iter().map(String::as_str));
            let hint = near.map(|near| format!(" (it implies `{near}`)")).unwrap_or_default();
            Err((
                format!("The skill `{from_id}` does not declare that it implies `{to_id}`{hint}."),
                format!("Add `{to_id}` to the `implies` of `{from_id}`, or take the row away."),
            ))
        }
    }
}
