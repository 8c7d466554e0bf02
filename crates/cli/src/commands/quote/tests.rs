//! The example deal, told.

use super::rows;
use pul_app::quote::{self, Asked, Priced, Prices};
use pul_locale::Language;
use pul_paper::plain;
use pul_quote_paper::{Shown, Told};
use std::path::Path;
use std::sync::LazyLock;

static PRICES: LazyLock<Prices> = LazyLock::new(|| Prices::load(None).expect("the shipped pack"));

fn example() -> Asked {
    quote::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples/deal.toml"))
        .expect("the example")
}

fn priced() -> Priced {
    let asked = example();
    quote::price(&PRICES, &asked, asked.date.expect("a day")).expect("a price")
}

/// The block of a plain text that starts with a line and ends with an empty one.
fn part<'t>(text: &'t str, start: &str) -> &'t str {
    let from = text.find(start).unwrap_or_else(|| panic!("{start} in {text}"));
    text[from..].split("\n\n").next().unwrap_or_default()
}

#[test]
fn totals_of_the_example() {
    let priced = priced();
    let shown = Shown::of(&priced, None, None).unwrap();
    let text = plain(&pul_quote_paper::document(&Told::new(Language::English, &PRICES), &shown), 110);
    insta::assert_snapshot!(part(&text, "Way to engage"), @"
    Way to engage                               Cost, CAD  Before credits, CAD  Saving  Saving before credits  Headline
    -------------------------------------------------------------------------------------------------------------------
    1. Contract with a firm in Pakistan        158,251.09           158,251.09   43.9%                  57.6%     48.3%
    2. Contract with a freelancer              116,297.05           116,297.05   58.8%                  68.9%     63.1%
    3. Employee through an employer of record   92,057.77            92,057.77   67.4%                  75.3%     70.9%
    4. Own subsidiary in Pakistan              107,863.56           107,863.56   61.8%                  71.1%     72.3%
    5. Hire in Canada                          282,296.44           373,443.31
    ");
}

#[test]
fn two_lines_explained() {
    let priced = priced();
    let told = Told::new(Language::English, &PRICES);
    let explained = |line| {
        let shown = Shown::of(&priced, Some("firm"), Some(line)).unwrap();
        let text = plain(&pul_quote_paper::document(&told, &shown), 100);
        let from = text.find("How each figure").expect("an explanation");
        let until = text.find("This is an estimate").expect("the end");
        text[from..until].to_owned()
    };
    insta::assert_snapshot!(explained("fee"), @"
    How each figure comes about
    ---------------------------

    Fee: CAD 143,019.35 (fee)

    What the contract says: people × monthly fee × months; for employees, their cost.

    In words    Fee of the contract
    In figures  143,019.354839

    Figures on the way

    Canadian dollars for one US dollar = Rupees for one US dollar ÷ Rupees for one Canadian dollar.
    277.1 ÷ 195.3 = 1.418843.

    Agreed fee of one person for a month = Agreed fee for a person and month, in CAD + Agreed fee for a
    person and month, in USD × Canadian dollars for one US dollar + Agreed fee for a person and month,
    in PKR ÷ Rupees for one Canadian dollar. member 1: 0 + 0 × 1.418843 + 0 ÷ 195.3 = 0. member 2: 0 + 0
    × 1.418843 + 0 ÷ 195.3 = 0.

    Firm's fee for one person and month = (if Agreed fee of one person for a month > 0 then Agreed fee
    of one person for a month else Firm in Pakistan: price of a person-month[Seniority] × Canadian
    dollars for one US dollar) × Fees of firms and freelancers, against those stated or assumed. member
    1: 2,800 × 1.418843 × 100% = 3,972.759857. member 2: 2,800 × 1.418843 × 100% = 3,972.759857.

    Fee of the contract = if Way to engage = Contract with a firm in Pakistan then the sum over the team
    of(People × Firm's fee for one person and month) × Length else if Way to engage = Contract with a
    freelancer then the sum over the team of(People × Freelancer's fee for a month) × Length else if Way
    to engage = Employee through an employer of record then Employment cost in Pakistan ÷ Rupees for one
    Canadian dollar else if Way to engage = Own subsidiary in Pakistan then Employment cost in Pakistan
    × (1 + Own subsidiary: mark-up on its cost) ÷ Rupees for one Canadian dollar else 0. (2 ×
    3,972.759857 + 1 × 3,972.759857) × 12 = 143,019.354839.

    From the deal

    Way to engage                                                   Contract with a firm in Pakistan
    People (member 1)                                               2
    Agreed fee for a person and month, in CAD (member 1)            0 CAD/month
    Agreed fee for a person and month, in USD (member 1)            0 USD/month
    Rupees for one US dollar                                        277.1 PKR/USD
    Rupees for one Canadian dollar                                  195.3 PKR/CAD
    Agreed fee for a person and month, in PKR (member 1)            0 PKR/month
    Fees of firms and freelancers, against those stated or assumed  100%
    People (member 2)                                               1
    Agreed fee for a person and month, in CAD (member 2)            0 CAD/month
    Agreed fee for a person and month, in USD (member 2)            0 USD/month
    Agreed fee for a person and month, in PKR (member 2)            0 PKR/month
    Length                                                          12 months

    From the law, statistics and assumptions

    Firm in Pakistan: price of a person-month [Intermediate]: 2,800 USD/month (undated). Assumption: No
    published statistic; about twice pay, for overhead, bench and margin. Replace it with the firm’s own
    price.
    ");
    insta::assert_snapshot!(explained("export-tax"), @"
    How each figure comes about
    ---------------------------

    Tax on export proceeds (s.154A): PKR 69,829.20 (export-tax)

    The bank deducts it at realisation; a final tax, at the lower rate when registered with PSEB.

    In words    Proceeds received, at the middle rate: becomes × Tax on export proceeds
    In figures  27,931,679.06 × 0.0025

    Figures on the way

    Tax on export proceeds = (if Supplier registered with the Pakistan Software Export Board then Final
    tax on export proceeds, PSEB-registered IT exporter otherwise Final tax on export proceeds, any
    other case else Final tax on export proceeds, any other case) × (if Supplier on the active taxpayers
    list then 1 else Tax on export proceeds off the active list: multiple). 0.25% × 1 = 0.0025.

    From the deal

    Supplier registered with the Pakistan Software Export Board  Yes
    Supplier on the active taxpayers list                        Yes

    From the law, statistics and assumptions

    Final tax on export proceeds, PSEB-registered IT exporter: 0.25% (July 1, 2022 to June 30, 2029).
    ITO s.154A(1)(a); First Schedule, Part III, Division IVA, No. 1[1] — high confidence
    ");
}

#[test]
fn no_word_is_missing_in_any_language() {
    let priced = priced();
    for language in Language::ALL {
        let told = Told::new(language, &PRICES);
        let all = [(None, None), (None, Some(""))];
        let each = priced.comparison.ways.iter().map(|w| (Some(w.way.as_str()), Some("")));
        for (way, explain) in all.into_iter().chain(each) {
            let shown = Shown::of(&priced, way, explain).unwrap();
            let page = plain(&pul_quote_paper::document(&told, &shown), 100);
            assert!(!page.contains('⟦') && !page.contains("{$"), "{language} {way:?}: {page}");
        }
    }
}

#[test]
fn rows_add_up_to_their_totals() {
    let priced = priced();
    let told = Told::new(Language::English, &PRICES);
    let rows = rows::rows(&told, &Shown::of(&priced, Some("hire"), None).unwrap());
    let cents = |text: &str| text.replace('.', "").parse::<i64>().expect("cents");
    let paid = rows.rows.iter().filter(|r| r[1] == "paid");
    let sum: i64 = paid.map(|r| if r[6] == "buyer" { -cents(&r[7]) } else { cents(&r[7]) }).sum();
    let total = rows.rows.iter().find(|r| r[3] == "buyer-cost").expect("a total");
    assert_eq!(sum, cents(&total[7]));
}

#[test]
fn what_is_not_there_is_said_with_the_nearest() {
    let priced = priced();
    let told = [(Some("frim"), None), (Some("firm"), Some("feee"))]
        .map(|(way, line)| Shown::of(&priced, way, line).err().map_or_else(String::new, |e| e.to_string()));
    insta::assert_snapshot!(told[0], @r#"no way is called "frim". Did you mean "firm"? It has: firm, freelancer, employer-of-record, subsidiary, hire"#);
    assert!(told[1].contains("Did you mean \"fee\"?"), "{}", told[1]);
}

#[test]
fn a_headline_is_answered_in_every_language() {
    let claim = pul_pack::parameters::Number::whole(70);
    let answered = pul_app::profiles::how_true(&PRICES, priced().day, claim, None).unwrap();
    for language in Language::ALL {
        let page = plain(&crate::commands::how_true::document(&Told::new(language, &PRICES), &answered), 100);
        assert!(!page.contains('⟦') && !page.contains("{$"), "{language}: {page}");
    }
}
