//! Faults at load: every one at once, with file, line and cure.

use super::files;
use crate::Tariff;

/// The shipped pack with one more file of defines.
fn with(defines: &str) -> String {
    let mut files = files();
    files.insert("rules/defines-zz.toml".to_owned(), defines.as_bytes().to_vec());
    let (parameters, rules, read) = pul_pack::read_prices(&files);
    let (tariff, compiled) = Tariff::compile(parameters, rules);
    assert!(tariff.is_none());
    read.iter().chain(compiled.iter()).map(|f| f.to_string()).collect::<Vec<_>>().join("\n")
}

fn define(formulas: &[&str]) -> String {
    formulas
        .iter()
        .enumerate()
        .map(|(i, f)| format!("[test-{i}]\nlabel = \"x\"\nformula = '''{f}'''\n"))
        .collect()
}

#[test]
fn names_units_and_divisors() {
    let told = with(&define(&[
        "cpp-rat * 2",
        "payroll + pay-total",
        "payroll / taxable-capital",
        "payroll / 0",
        "hst-rate",
        "hst-rate[province]",
        "province = \"ONT\"",
        "if payroll then 1 else 2",
        "wage",
        "pk-salary-tax + 1",
        "test-11 * 2",
        "test-10 * 2",
        "1 + + 2",
        "reg-105-slip",
        "median(cpp-rate)",
        "payroll > date",
    ]));
    insta::assert_snapshot!(told, @r#"
    rules/defines-zz.toml:39 [formula]: fault[formula-syntax]: Expected a number, a name or `(`, but `+` stands there. (near `+ 2`) Cure: See the formula language in docs/pricing.md.
    rules/defines-zz.toml:31: fault[formula-circle]: `test-10` needs itself, directly or through others. Cure: Break the circle with a define that does not name it.
    rules/defines-zz.toml:3 [formula]: fault[formula-unknown-name]: Nothing is called `cpp-rat`. (near `cpp-rat * 2`) Cure: Did you mean `cpp-rate`?
    rules/defines-zz.toml:6 [formula]: fault[formula-unit-mismatch]: CAD/year meets PKR. (near `pay-total`) Cure: Bring both to one unit; an exchange rate such as PKR/CAD turns one currency into another.
    rules/defines-zz.toml:9 [formula]: fault[formula-division]: This divisor can be nought. (near `taxable-capital`) Cure: Write `a per b else c`, or give the input a `min` above nought.
    rules/defines-zz.toml:12 [formula]: fault[formula-division]: This divisor can be nought. (near `0`) Cure: Write `a per b else c`, or give the input a `min` above nought.
    rules/defines-zz.toml:15 [formula]: fault[formula-index]: `hst-rate` is given by 1 dimensions, the formula names 0. (near `hst-rate`) Cure: Write one key for each of: province.
    rules/defines-zz.toml:18 [formula]: fault[formula-no-value]: `hst-rate` has no value for AB, BC, MB, NT, NU. (near `hst-rate[province]`) Cure: Give it one, or write `otherwise` and what holds there.
    rules/defines-zz.toml:21 [formula]: fault[formula-choice]: `province` cannot be "ONT". (near `"ONT"`) Cure: Did you mean "NT"?
    rules/defines-zz.toml:24 [formula]: fault[formula-not-a-condition]: A condition is needed here. (near `payroll then 1 else 2`) Cure: Compare the figure with something: payroll > 0.
    rules/defines-zz.toml:27 [formula]: fault[formula-scope]: `wage` is a define of each member of the team. (near `wage`) Cure: Use it inside sum(…).
    rules/defines-zz.toml:30 [formula]: fault[formula-schedule]: `pk-salary-tax` holds bands or a spread. (near `pk-salary-tax + 1`) Cure: Read it with bands(it, figure), or with median(it) and the like.
    rules/defines-zz.toml:36 [formula]: fault[formula-broken-name]: `test-10` has a fault of its own or goes round in a circle. (near `test-10 * 2`) Cure: Mend it first.
    rules/defines-zz.toml:33 [formula]: fault[formula-broken-name]: `test-11` has a fault of its own or goes round in a circle. (near `test-11 * 2`) Cure: Mend it first.
    rules/defines-zz.toml:42 [formula]: fault[formula-text]: `reg-105-slip` holds words. (near `reg-105-slip`) Cure: Words can be shown, not computed with.
    rules/defines-zz.toml:45 [formula]: fault[formula-schedule]: The name of a parameter that holds a spread is needed here. (near `cpp-rate)`) Cure: Name one.
    rules/defines-zz.toml:48 [formula]: fault[formula-unit-mismatch]: CAD/year meets a day. (near `date`) Cure: Bring both to one unit; an exchange rate such as PKR/CAD turns one currency into another.
    "#);
}

/// Rules made to exhaust the stack or the memory are refused, not run.
#[test]
fn chains_and_blow_ups() {
    let chain: Vec<String> =
        (0..300).map(|i| format!("test-{} + 1", i + 1)).chain(["1".to_owned()]).collect();
    let chain: Vec<&str> = chain.iter().map(String::as_str).collect();
    assert!(with(&define(&chain)).contains("fault[formula-chain]"));
    let long = vec!["1"; 1900].join("+");
    assert!(with(&define(&[&long])).contains("fault[formula-too-long]"));
    let member = |i: usize| {
        let formula = format!("if people > 1 then zz-{0} else zz-{0} + 1", i + 1);
        format!("[zz-{i}]\nlabel = \"x\"\neach-member = true\nformula = \"{formula}\"\n")
    };
    let mut doubling: String = (0..40).map(member).collect();
    doubling.push_str("[zz-40]\nlabel = \"x\"\neach-member = true\nformula = \"people\"\n");
    let mut files = files();
    files.insert("rules/defines-zz.toml".to_owned(), doubling.into_bytes());
    let people = String::from_utf8(files["rules/defines-general.toml"].clone()).unwrap();
    files.insert(
        "rules/defines-general.toml".to_owned(),
        people.replace("sum(people)", "sum(people + zz-0)").into_bytes(),
    );
    let (parameters, rules, _) = pul_pack::read_prices(&files);
    let (tariff, findings) = Tariff::compile(parameters, rules);
    assert!(tariff.is_none());
    assert!(findings.iter().any(|f| f.code == "rules-too-large"), "{findings:?}");
}

#[test]
fn parameters_need_sources_dates_and_known_keys() {
    let mut files = files();
    let text = r#"
[zz-one]
label = "One"
unit = "percent"
[[zz-one.value]]
from = "2026-01-01"
until = "2026-03-31"
value = "1"
[[zz-one.value]]
from = "2026-03-01"
value = "2"
source = "nobody"
locator = "s.1"
confidence = "high"
review = "2027-01-01"
colour = "red"
[zz-two]
label = "Two"
unit = "dollars"
[zz-three]
label = "Three"
unit = "CAD"
kind = "assumption"
default = "1,5"
[zz-four]
label = "Four"
unit = "CAD"
kind = "assumption"
reason = "because"
by = ["way"]
[[zz-four.value]]
until = "2026-01-31"
default = "1"
low = "2"
high = "1"
[[zz-four.value]]
from = "2026-03-01"
default = "1"
"#;
    files.insert("parameters/zz.toml".to_owned(), text.as_bytes().to_vec());
    let (_, _, findings) = pul_pack::read_prices(&files);
    let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    parameters/zz.toml:16: fault[unknown-key]: parameter's value: unknown key `colour`. Cure: Take it away; a parameter's value has: at, from, until, value, default, bands, spread, text, low, high, source, locator, confidence, review, note.
    parameters/zz.toml:19: fault[unknown-unit]: "dollars" is no unit. Cure: Write percent, flag, text, ratio, or currencies and times such as CAD, PKR/month, CAD/hour.
    parameters/zz.toml:24: fault[bad-figure]: "1,5" is not a figure of unit CAD. Cure: Write a plain decimal such as "1234.5"; a flag is "true" or "false".
    parameters/zz.toml:34: fault[bad-range]: A range wants `low` and `high`, low first. Cure: Write both.
    parameters/zz.toml:31: fault[bad-dimensions]: `zz-four` is given by 1 dimensions, this value by 0. Cure: Write one key in `at` for each name in `by`.
    parameters/zz.toml:36: fault[bad-dimensions]: `zz-four` is given by 1 dimensions, this value by 0. Cure: Write one key in `at` for each name in `by`.
    parameters/zz.toml:36: fault[date-gap]: `zz-four` has no value from 2026-02-01 to the day before 2026-03-01. Cure: Close the gap, or say so with a value of its own.
    parameters/zz.toml:5: fault[no-source]: A value of `zz-one` does not say who says so. Cure: Give it source, locator, confidence and review; a figure without a source is an assumption.
    parameters/zz.toml:9: fault[unknown-source]: No source is called `nobody`. Cure: Describe it in sources-facts.toml, or name another.
    parameters/zz.toml:9: fault[date-overlap]: `zz-one` has two values for the same days (the other is at parameters/zz.toml:5). Cure: End the earlier one on the day before the later one starts.
    parameters/zz.toml:20: fault[no-value]: `zz-three` has no value. Cure: Give it a [[value]], or a default if it is an assumption.
    parameters/zz.toml:20: fault[no-reason]: The assumption `zz-three` has no reason. Cure: Say in `reason` why it is what it is.
    "#);
}

#[test]
fn a_deal_is_read_with_every_fault_at_once() {
    let mut statement = super::toronto();
    statement.inputs.extend(super::pairs(&[
        ("provinz", "ON"),
        ("months", "0"),
        ("claimant", "cpcc"),
        ("sred-share", "half"),
        ("registered", "yes"),
    ]));
    statement.inputs.remove("pkr-per-usd");
    statement.team[0].remove("occupation");
    statement.team[1].insert("people".to_owned(), "99999".to_owned());
    let findings = crate::read_deal(&super::TARIFF, &statement, super::DAY).unwrap_err();
    let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
    insta::assert_snapshot!(told.join("\n"), @r#"
    input [provinz]: fault[unknown-input]: No input is called `provinz`. Cure: Did you mean `province`?
    input [months]: fault[input-out-of-range]: `months` is 0. Cure: Write a plain decimal (month) from 1 to 120.
    input [claimant]: fault[bad-input]: `claimant` cannot be "cpcc". Cure: Did you mean "ccpc"? One of: ccpc, ecpc, other, none.
    input [registered]: fault[bad-input]: `registered` cannot be "yes". Cure: Write true or false.
    input [sred-share]: fault[bad-input]: `sred-share` cannot be "half". Cure: Write a plain decimal (percent) from 0 to 100.
    input [pkr-per-usd]: fault[missing-input]: The deal does not say `pkr-per-usd` (Rupees for one US dollar). Cure: Write a plain decimal (PKR/USD) from 1 to 10000.
    input [occupation]: fault[missing-input]: The deal does not say `occupation` (Occupation (NOC 2021)). Cure: Write one of: 20012, 21210, 21211, 21220, 21221, 21222, 21223, 21230, 21231, 21232, 21233, 21234, 21311, 22220, 22221, 22222.
    input [people]: fault[input-out-of-range]: `people` is 99999. Cure: Write a plain decimal (ratio) from 1 to 10000.
    "#);
}
