//! What people see of a plan: escaped, mirrored, never a formula.
#![allow(missing_docs)]

use calamine::{Data, Reader, Xlsx};
use pul_domain::{Mission, MissionPlan};
use pul_locale::{Language, Locale};
use pul_paper::plain;
use pul_timetable::{Told, fairness, person_sheet, picture, utilisation, workbook};
use std::io::Cursor;

fn mission() -> Mission {
    serde_json::from_str(
        r#"{"format":"pul-mission/1","id":"spring","title":"Spring <b> & talks",
        "venues":[
         {"id":"hall","name":"Hall <East>","zone":"America/Toronto","area":"toronto","tables":2,
          "grids":[{"session":"d1","date":"2027-02-16","start":"09:00","slots":3,"minutes":30}],
          "closed":[{"from":"2027-02-16T10:00:00","until":"2027-02-16T10:10:00","zone":"America/Toronto"}]},
         {"id":"video","name":"Video","zone":"UTC","tables":1,"overflow_minutes":30,
          "grids":[{"session":"d1","date":"2027-02-16","start":"15:00","slots":2,"minutes":60}]}],
        "attendees":[
         {"party":"maple","name":"=HYPERLINK(\"http://x\",\"Maple\")","role":"buyer","zone":"America/Toronto","delegates":["maple-1"]},
         {"party":"indus","name":"انڈس <script>","role":"supplier","zone":"Asia/Karachi","delegates":["indus-1"]},
         {"party":"ravi","name":"Ravi","role":"supplier","zone":"Asia/Karachi","delegates":["ravi-1"]}],
        "wishes":[
         {"id":"w1","parties":["maple","indus"],"value":90,"state":"accepted"},
         {"id":"w2","parties":["maple","ravi"],"value":10,"state":"accepted"},
         {"id":"w3","parties":["indus","ravi"],"value":50,"state":"requested"}]}"#,
    )
    .expect("the mission reads")
}

fn plan() -> MissionPlan {
    serde_json::from_str(
        r#"{"format":"pul-mission-plan/1","mission":"spring","seed":1,"work":0,
        "meetings":[
         {"wish":"w1","venue":"hall","table":2,"start":"2027-02-16T14:00:00Z","end":"2027-02-16T14:30:00Z","delegates":["maple-1","indus-1"]},
         {"wish":"w2","venue":"video","table":1,"start":"2027-02-16T16:00:00Z","end":"2027-02-16T17:00:00Z","delegates":["maple-1","ravi-1"]}],
        "left_out":[{"wish":"w3","limits":[{"limit":"state","state":"requested"}],"admits":{"change":"acceptance"}}],
        "score":{"missed":0,"value":100,"unevenness":0,"breaks":1,"idle_minutes":90,"travel_minutes":0,"discomfort_minutes":60},
        "bound":{"missed_at_least":0,"value_at_most":100,"breaks_at_least":1,"proof":{"scale":1,"delegates":[],"sittings":[],"most":[],"least":[]}}}"#,
    )
    .expect("the plan reads")
}

fn told(mission: &Mission, language: Language) -> Told<'_> {
    Told { locale: Locale::new(language), mission }
}

#[test]
fn a_sheet_has_every_clock() {
    let (mission, plan) = (mission(), plan());
    let delegate = "indus-1".parse().expect("an id");
    let sheet = |language| plain(&person_sheet(&told(&mission, language), &plan, &delegate, Some(2)), 100);
    insta::assert_snapshot!(sheet(Language::English), @r#"
    Timetable of انڈس <script>
    ==========================

    Spring <b> & talks. Every time stands with its zone; the first is your own.

    Person: indus-1
    ---------------

    Tuesday, February 16, 2027
    When                                 Elsewhere                  With                                      Place
    ------------------------------------------------------------------------------------------------------------------------------
    7:00 p.m.–7:30 p.m. PKT (UTC+05:00)  9:00 a.m. EST (UTC−05:00)  =HYPERLINK("http://x","Maple") (maple-1)  Hall <East>, table 2

    Version 2
    "#);
    assert!(sheet(Language::Urdu).contains("UTC+05:00"));
}

/// The x and width of every drawn box.
fn boxes(svg: &str) -> Vec<(i64, i64)> {
    let number = |line: &str, name: &str| {
        let rest = line.split_once(&format!(" {name}=\""))?.1;
        rest.split_once('"')?.0.parse().ok()
    };
    let rects = svg.lines().filter(|l| l.starts_with("<rect") && l.contains(" x="));
    rects.filter_map(|l| Some((number(l, "x")?, number(l, "width")?))).collect()
}

#[test]
fn the_picture_is_mirrored_and_holds_no_markup_of_others() {
    let (mission, plan) = (mission(), plan());
    let (left, right) =
        (picture(&told(&mission, Language::English), &plan), picture(&told(&mission, Language::Urdu), &plan));
    for svg in [&left, &right] {
        assert!(svg.contains("<title id=\"pul-title\">") && svg.contains("<desc id=\"pul-desc\">"));
        assert!(svg.contains("09:00") && svg.contains("19:00"), "both clocks");
        assert!(
            !svg.contains("<script") && !svg.contains("<East>") && !svg.contains("<b>"),
            "names are text"
        );
        for tag in ["text", "title"] {
            let count = |edge: &str| svg.matches(&format!("{edge}{tag}")).count();
            assert_eq!(count("<"), count("</"), "{tag}");
        }
    }
    let width: i64 = left
        .split("viewBox=\"0 0 ")
        .nth(1)
        .and_then(|t| t.split(' ').next())
        .and_then(|w| w.parse().ok())
        .expect("a width");
    let mirrored: Vec<(i64, i64)> = boxes(&right).into_iter().map(|(x, w)| (width - x - w, w)).collect();
    assert_eq!(boxes(&left), mirrored);
    // Six sittings of the hall less the closed ones, two of the video room, two meetings, a line, five shades.
    assert_eq!(boxes(&left).len(), 4 + 2 + 2 + 1 + 5);
}

#[test]
fn charts_say_their_figures() {
    let (mission, plan) = (mission(), plan());
    let told = told(&mission, Language::English);
    let figures =
        |chart: pul_paper::BarChart| chart.bars.into_iter().map(|b| b.figure).collect::<Vec<_>>().join("; ");
    insta::assert_snapshot!(figures(utilisation(&told, &plan)), @"1 of 4 · 25.0%; 1 of 2 · 50.0%");
    insta::assert_snapshot!(figures(fairness(&told, &plan)), @"1 of 1; 1 of 1; 2 of 2");
}

#[test]
fn a_workbook_is_the_same_every_time_and_holds_text_where_people_wrote_formulas() {
    let (mission, plan) = (mission(), plan());
    let told = told(&mission, Language::English);
    let bytes = workbook(&told, &plan).expect("a workbook");
    assert_eq!(bytes, workbook(&told, &plan).expect("a workbook"));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("it opens");
    assert_eq!(book.sheet_names(), ["Meetings", "People", "Left out", "Figures"]);
    let people = book.worksheet_range("People").expect("a sheet");
    assert_eq!(people.get_value((1, 1)), Some(&Data::String("=HYPERLINK(\"http://x\",\"Maple\")".into())));
    let formulas = book.worksheet_formula("People").expect("formulas");
    assert!(formulas.used_cells().all(|(_, _, text)| text.is_empty()), "no formula");
    let meetings = book.worksheet_range("Meetings").expect("a sheet");
    assert_eq!(meetings.get_value((2, 1)), Some(&Data::String("2027-02-16T16:00:00Z".into())));
    assert_eq!(meetings.get_value((2, 8)), Some(&Data::Float(10.0)));
    let left = book.worksheet_range("Left out").expect("a sheet");
    assert_eq!(left.get_value((1, 4)), Some(&Data::String("its parties accept it".into())));
}

#[test]
fn no_bound_on_value_is_told_while_more_promises_may_be_kept() {
    let (mission, plan) = (mission(), plan());
    let told = told(&mission, Language::English);
    let mut missing = plan.score;
    missing.missed = 1;
    let of_value = |score| told.score(score, &plan.bound)[1].bound.clone();
    assert_eq!(of_value(&plan.score), "have more than 100");
    assert_eq!(of_value(&missing), "");
    assert!(told.proof(&missing, &plan.bound).contains('1'), "{}", told.proof(&missing, &plan.bound));
}
