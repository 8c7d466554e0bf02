//! Data files: any layout is read, every fault is told at once, nothing panics.

use proptest::prelude::*;
use pul_domain::Session;
use pul_scheduling::classic::read_dzn;

const SMALL: &str = "\
% two participants
nBusiness = 3; nMeetings = 2; nTables = 1; nTotalSlots = 4; nMorningSlots = 2;
requested = [| 1, 2, 1,
             | 2, 3, 3, |];
forbidden = [{0}, {1, 3..4}, {}];
fixed = [0, 2];
precedences = [{2}, {}];
";

fn told(text: &str) -> String {
    let (problem, findings) = read_dzn("event.dzn", text.as_bytes());
    assert_eq!(problem.is_none(), findings.has_faults());
    findings.iter().map(|f| format!("{f}\n")).collect()
}

#[test]
fn a_file_is_read_in_any_layout() {
    let (problem, findings) = read_dzn("event.dzn", SMALL.as_bytes());
    assert!(findings.is_empty(), "{findings:?}");
    let problem = problem.expect("it has no faults");
    assert_eq!((problem.participants, problem.tables, problem.slots, problem.morning), (3, 1, 4, 2));
    assert_eq!(problem.meetings[0].session, Session::Morning);
    assert_eq!(problem.meetings[0].after.iter().copied().collect::<Vec<_>>(), [1]);
    assert_eq!(problem.meetings[1].participants, [1, 2]);
    assert_eq!(problem.meetings[1].fixed, Some(1));
    assert_eq!(problem.forbidden[1].iter().copied().collect::<Vec<_>>(), [0, 2, 3]);
    assert!(problem.forbidden[0].is_empty(), "0 stands for nothing");
    let other = "requested=array2d(1..2,1..3,[1,2,1,2,3,3]);precedences=[{2},{}];/* all\nin one */fixed=[0,2];\
        forbidden=[{},{1,3,4},{}];nMorningSlots=2;nTotalSlots=4;nTables=1;nMeetings=2;nBusiness=3";
    assert_eq!(read_dzn("event.dzn", other.as_bytes()).0, Some(problem));
}

#[test]
fn what_repeats_the_rows_is_compared_with_them() {
    insta::assert_snapshot!(told(&format!("{SMALL}nMeetingsBusiness = [1,\n2, 2];\nnotes = \"x;y\";")), @r"
    event.dzn:9 [nMeetingsBusiness]: warning[count]: Participant 3 has 1 meetings requested, not 2. Cure: Mend the count; the rows decide.
    event.dzn:10 [notes]: note[unknown-name]: `notes` is no name of this problem and is passed over. Cure: Take it out, or mend its spelling.
    ");
}

#[test]
fn every_fault_is_told_at_once() {
    let text = "\
nBusiness = 2;
nMeetings = 3;
nTables = -1;
nTotalSlots = 4;
nMorningSlots = 9;
requested = [|1, 2, 5,
|1, 1, 3,
|1, 7, 3, |];
forbidden = [{5}, {1, x}];
fixed = [0, 9];
precedences = [{1}, {4}, {}];
nTotalSlots = 5;
= 4;";
    insta::assert_snapshot!(told(text), @"
    event.dzn:3 [nTables]: fault[out-of-range]: `nTables` is -1, not from 0 to 4294967295. Cure: Set it within these limits.
    event.dzn:5 [nMorningSlots]: fault[out-of-range]: `nMorningSlots` is 9, not from 0 to 4. Cure: Set it within these limits.
    event.dzn:6 [requested]: fault[session]: There is no session 5. Cure: Write 1 for the morning, 2 for the afternoon, 3 for either.
    event.dzn:7 [requested]: fault[meets-itself]: Participant 1 would meet itself. Cure: Name two participants.
    event.dzn:8 [requested]: fault[out-of-range]: There is no participant 7; there are 2. Cure: Name one that exists, counted from 1.
    event.dzn:9 [forbidden]: fault[syntax]: In `forbidden`: `x` stands where a whole number should. Cure: Mend the value.
    event.dzn:10 [fixed]: fault[length]: `fixed` has 2 entries; nMeetings says 3. Cure: Make the two agree.
    event.dzn:10 [fixed]: fault[out-of-range]: There is no slot 9; there are 4. Cure: Name one that exists, counted from 1.
    event.dzn:11 [precedences]: fault[out-of-range]: There is no meeting 4; there are 3. Cure: Name one that exists, counted from 1.
    event.dzn:11 [precedences]: fault[before-itself]: Meeting 1 must come before itself. Cure: Take it out of its own set.
    event.dzn:12 [nTotalSlots]: fault[set-twice]: `nTotalSlots` is set a second time. Cure: Leave one of the two.
    event.dzn:13: fault[syntax]: `=` stands where a name should. Cure: Write `name = value;`.
    ");
}

#[test]
fn what_is_missing_or_of_another_shape_is_told() {
    insta::assert_snapshot!(told("nBusiness = [1]; nMeetings = 1; requested = {1}; nTables 4;"), @"
    event.dzn:1 [requested]: fault[syntax]: In `requested`: `{` stands where a number, a list or a table should. Cure: Mend the value.
    event.dzn:1 [nTables]: fault[syntax]: `nTables` is not followed by `=`. Cure: Write `name = value;`.
    event.dzn:1 [nBusiness]: fault[shape]: `nBusiness` is a list of numbers, not a number. Cure: Write it in the shape the format has.
    event.dzn:1 [nTables]: fault[missing]: `nTables` is not set. Cure: Add it.
    event.dzn:1 [nTotalSlots]: fault[missing]: `nTotalSlots` is not set. Cure: Add it.
    event.dzn:1 [nMorningSlots]: fault[missing]: `nMorningSlots` is not set. Cure: Add it.
    ");
}

#[test]
fn what_is_no_text_or_too_large_is_told() {
    let (problem, findings) = read_dzn("event.dzn", b"nBusiness = 3;\n\xff");
    assert!(problem.is_none());
    insta::assert_snapshot!(findings.0[0], @"event.dzn:2: fault[not-text]: The file is not UTF-8 text. Cure: Save it as UTF-8.");
    let large = vec![b' '; pul_scheduling::classic::LARGEST_FILE + 1];
    assert!(read_dzn("event.dzn", &large).1.has_faults());
}

#[test]
fn a_few_bytes_do_not_fill_memory() {
    let text = format!("fixed = [{}];", "1..999999, ".repeat(50_000));
    assert!(read_dzn("event.dzn", text.as_bytes()).1.has_faults());
    let many = "x ".repeat(100_000);
    assert!(read_dzn("event.dzn", many.as_bytes()).1.0.len() < 1_000);
}

proptest! {
    #[test]
    fn nothing_panics(text in "[a-zA-Z0-9=;{}\\[\\]|,. \\n%\"()-]{0,200}") {
        let _ = read_dzn("event.dzn", text.as_bytes());
    }

    #[test]
    fn a_mutated_file_never_panics(at in 0usize..SMALL.len(), with in any::<char>(), cut in 0usize..20) {
        let mut text: String = SMALL.chars().take(at).collect();
        text.push(with);
        text.extend(SMALL.chars().skip(at + cut));
        let _ = read_dzn("event.dzn", text.as_bytes());
    }
}
