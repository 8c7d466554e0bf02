//! A plan of a mission: what it is worth and what none can beat, its picture, its charts, the versions before it.

use super::planning::gap_said;
use super::top::{Top, mission, told};
use crate::ask::{Answer, Ask, html, redirect};
use crate::frame::Frame;
use askama::Template;
use axum::extract::Path;
use pul_app::live::Refusal;
use pul_app::live::missions::{self, MissionShown};
use pul_app::live::records::{MissionPlanRow, PlanMade};
use pul_locale::Length;
use pul_timetable::{ScoreLine, fairness, utilisation};

/// Bars of a chart on a page; the others stand in the chart alone and in the workbook.
const BARS: usize = 60;

/// A version of the plan on the list.
struct Version {
    number: i64,
    made: &'static str,
    when: String,
    moved: Option<String>,
    meetings: String,
    value: String,
    bound: String,
    in_work: bool,
    seen: bool,
}

#[derive(Template)]
#[template(path = "mission_desk_plan.html")]
struct Page {
    f: Frame,
    top: Top,
    at: PlanTop,
    score: Vec<ScoreLine>,
    proof: String,
    /// Nothing where no bound is known for as many promises.
    gap: Option<String>,
    picture: String,
    left: usize,
    versions: Vec<Version>,
}

/// What stands at the head of the pages of one plan.
pub(super) struct PlanTop {
    pub number: i64,
    pub seen: bool,
    pub in_work: bool,
    pub stage: Option<&'static str>,
    pub here: &'static str,
}

impl PlanTop {
    pub fn of(shown: &MissionShown, number: i64, here: &'static str) -> PlanTop {
        let edition = shown.edition.as_ref();
        let in_work = edition.is_some_and(|e| e.current == number);
        PlanTop {
            number,
            seen: edition.is_some_and(|e| e.seen == Some(number)),
            in_work,
            stage: edition.filter(|_| in_work).map(|e| super::publication::stage(e.stage)),
            here,
        }
    }
}

/// The plan in work, or where one is begun.
pub(crate) async fn current(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    to_current(&ask, &id, "").await
}

/// The meetings of the plan in work, or where one is begun.
pub(crate) async fn current_meetings(ask: Ask, Path((_, id)): Path<(String, String)>) -> Answer {
    to_current(&ask, &id, "/meetings").await
}

async fn to_current(ask: &Ask, id: &str, part: &str) -> Answer {
    let shown = mission(ask, id).await?;
    let at = match &shown.edition {
        Some(edition) => format!("{}{part}", edition.current),
        None => "start".to_owned(),
    };
    let query = if ask.query.is_empty() { String::new() } else { format!("?{}", ask.query) };
    redirect(&ask.to(&format!("/organise/missions/{id}/plan/{at}{query}")))
}

/// A plan by its number.
pub(super) async fn read(
    ask: &Ask,
    id: &str,
    number: &str,
) -> Result<(MissionShown, MissionPlanRow), Refusal> {
    let number = number.parse().map_err(|_| Refusal::missing("plan"))?;
    let shown = mission(ask, id).await?;
    let (_, row) = missions::plan(ask.node(), &ask.who, &shown.card.id, number).await?;
    Ok((shown, row))
}

/// One plan.
pub(crate) async fn numbered(ask: Ask, Path((_, id, number)): Path<(String, String, String)>) -> Answer {
    let (shown, row) = read(&ask, &id, &number).await?;
    let plan = &row.plan;
    let telling = told(&ask, &shown.mission);
    let all = missions::plans(ask.node(), &ask.who, &shown.card.id).await?;
    let (f, top) = Top::of(&ask, &shown, "/plan");
    let gap = plan.bound.value(&plan.score).map(|most| most.saturating_sub(plan.score.value));
    html(&Page {
        f,
        score: telling.score(&plan.score, &plan.bound),
        proof: telling.proof(&plan.score, &plan.bound),
        gap: gap.map(|gap| gap_said(&ask, plan.score.value, gap)),
        picture: ask.locale().say(
            "mission-desk-picture-alt",
            &[("meetings", plan.meetings.len().into()), ("mission", shown.card.title.as_str().into())],
        ),
        left: plan.left_out.len(),
        versions: all.iter().map(|row| version(&ask, &shown, row)).collect(),
        at: PlanTop::of(&shown, row.number, ""),
        top,
    })
}

fn version(ask: &Ask, shown: &MissionShown, row: &MissionPlanRow) -> Version {
    let locale = ask.locale();
    let moved = [("moved", row.moved.into()), ("least", row.moved_at_least.into())];
    let zone = super::publication::zone(shown);
    Version {
        number: row.number,
        made: row.made.as_str(),
        when: locale.date_time(&pul_domain::on_wall(row.at, zone), Length::Medium),
        moved: (row.made == PlanMade::Repaired).then(|| locale.say("mission-desk-moved", &moved)),
        meetings: locale.integer(row.plan.meetings.len() as i128),
        value: locale.integer(row.plan.score.value),
        bound: row.plan.bound.value(&row.plan.score).map(|most| locale.integer(most)).unwrap_or_default(),
        in_work: shown.edition.as_ref().is_some_and(|e| e.current == row.number),
        seen: shown.edition.as_ref().is_some_and(|e| e.seen == Some(row.number)),
    }
}

/// A chart as it is shown.
struct Chart {
    title: String,
    description: String,
    drawing: String,
    /// The bars in words.
    bars: Vec<(String, String)>,
    /// Where the whole drawing is.
    file: &'static str,
}

#[derive(Template)]
#[template(path = "mission_desk_charts.html")]
struct ChartsPage {
    f: Frame,
    top: Top,
    at: PlanTop,
    charts: Vec<Chart>,
}

/// How places are used and how fairly meetings are spread.
pub(crate) async fn charts(ask: Ask, Path((_, id, number)): Path<(String, String, String)>) -> Answer {
    let (shown, row) = read(&ask, &id, &number).await?;
    let telling = told(&ask, &shown.mission);
    let direction = ask.locale().direction();
    let whole =
        [(utilisation(&telling, &row.plan), "use.svg"), (fairness(&telling, &row.plan), "fairness.svg")];
    let charts = whole.map(|(mut chart, file)| {
        chart.bars.truncate(BARS);
        let drawing = chart.svg(direction, pul_paper::Hand::Nastaliq);
        let bars = chart.bars.iter().map(|bar| (bar.label.clone(), bar.figure.clone())).collect();
        Chart { title: chart.title, description: chart.description, drawing, bars, file }
    });
    let (f, top) = Top::of(&ask, &shown, "/plan");
    html(&ChartsPage { f, top, at: PlanTop::of(&shown, row.number, "/charts"), charts: charts.into() })
}
