//! A quote as a use case would fill it: 25 lines, sums, sources, a chart. The figures are
//! invented; they only have to look like real ones.

use pul_domain::{Currency, Money};
use pul_locale::{Language, Length, Locale};
use pul_paper::{Bar, BarChart, Block, Column, Document, Note, Row, Table, Text};

/// A phrase in English, French and Urdu.
type Phrase = [&'static str; 3];

const TITLE: Phrase = [
    "Quote: three people for twelve months",
    "Soumission : trois personnes pendant douze mois",
    "تخمینہ: تین افراد، بارہ ماہ کے لیے",
];
const LEAD: Phrase = [
    "What the engagement costs the buyer, line by line, and what it saves beside hiring in Canada.",
    "Ce que le mandat coûte à l’acheteur, ligne par ligne, et ce qu’il économise par rapport à une embauche au Canada.",
    "یہ معاہدہ خریدار کو کتنے میں پڑتا ہے، ایک ایک مد کے ساتھ، اور کینیڈا میں بھرتی کے مقابلے میں کیا بچت ہے۔",
];
const BUYER: Phrase = ["Buyer", "Acheteur", "خریدار"];
const SELLER: Phrase = ["Supplier", "Fournisseur", "فروخت کنندہ"];
const TEAM: Phrase = ["Team", "Équipe", "ٹیم"];
const TEAM_IS: Phrase = [
    "two developers and one tester, from",
    "deux développeurs et un testeur, à partir du",
    "دو ڈویلپر اور ایک ٹیسٹر، آغاز",
];
const STALE: Phrase = [
    "The exchange rate is an input of this quote. One parameter is past its review date and is marked in the notes.",
    "Le taux de change est une donnée de cette soumission. Un paramètre a dépassé sa date de révision ; il est signalé dans les notes.",
    "شرحِ مبادلہ اس تخمینے کا مفروضہ ہے۔ ایک پیمانے کی تاریخِ نظرثانی گزر چکی ہے؛ نوٹ میں اس کی نشان دہی ہے۔",
];
const COSTS: Phrase = ["Costs of the buyer", "Coûts de l’acheteur", "خریدار کے اخراجات"];
const CAPTION: Phrase =
    ["Twelve months, in Canadian dollars", "Douze mois, en dollars canadiens", "بارہ ماہ، کینیڈین ڈالر میں"];
const COMPARED: Phrase = ["Ways to engage", "Façons de faire", "معاہدے کی صورتیں"];
const CHART: Phrase = [
    "Total cost in a year, by way to engage",
    "Coût total annuel, selon la façon de faire",
    "سالانہ کل لاگت، معاہدے کی صورت کے لحاظ سے",
];
const SUBTOTAL: Phrase = ["Subtotal", "Sous-total", "ذیلی میزان"];
const TOTAL: Phrase = ["Total", "Total", "میزان"];
const HOW: Phrase = ["How it is worked out", "Calcul", "حساب"];
const ASSUMED: Phrase = ["assumed", "hypothèse", "مفروضہ"];

struct Line {
    words: Phrase,
    how: &'static str,
    minor: i64,
    source: Option<usize>,
}

const fn line(words: Phrase, how: &'static str, minor: i64, source: Option<usize>) -> Line {
    Line { words, how, minor, source }
}

const GROUPS: [(Phrase, &[Line]); 4] = [
    (
        ["Fees", "Honoraires", "معاوضے"],
        &[
            line(
                ["Senior developer", "Développeur principal", "سینئر ڈویلپر"],
                "1 × 12 × 6,900.00",
                8_280_000,
                None,
            ),
            line(["Developer", "Développeur", "ڈویلپر"], "1 × 12 × 5,100.00", 6_120_000, None),
            line(["Tester", "Testeur", "ٹیسٹر"], "1 × 12 × 3,650.00", 4_380_000, None),
            line(
                ["Project lead, part time", "Chef de projet, temps partiel", "پروجیکٹ سربراہ، جز وقتی"],
                "0.2 × 12 × 7,400.00",
                1_776_000,
                None,
            ),
            line(["Onboarding", "Intégration", "ابتدائی تربیت"], "1 × 2,500.00", 250_000, None),
            line(["Security review", "Revue de sécurité", "سیکیورٹی جائزہ"], "2 × 1,800.00", 360_000, None),
            line(
                [
                    "Licences of tools (GitHub, Figma)",
                    "Licences d’outils (GitHub, Figma)",
                    "ٹولز کے لائسنس (GitHub، Figma)",
                ],
                "3 × 12 × 58.00",
                208_800,
                None,
            ),
        ],
    ),
    (
        ["Payment", "Paiement", "ادائیگی"],
        &[
            line(
                ["Conversion CAD to USD", "Conversion de CAD en USD", "CAD سے USD میں تبدیلی"],
                "0.35% × 213,748.00",
                74_812,
                Some(0),
            ),
            line(["Wire transfers", "Virements", "بینک ترسیلات"], "12 × 45.00", 54_000, None),
            line(
                ["Bank fee on receipt", "Frais bancaires à la réception", "وصولی پر بینک فیس"],
                "12 × 15.00",
                18_000,
                None,
            ),
            line(
                ["Currency margin", "Marge de change", "کرنسی مارجن"],
                "0.90% × 213,748.00",
                192_373,
                Some(1),
            ),
        ],
    ),
    (
        ["Taxes", "Taxes", "ٹیکس"],
        &[
            line(
                ["HST on imported services", "TVH sur services importés", "درآمدی خدمات پر HST"],
                "13% × 213,748.00",
                2_778_724,
                Some(2),
            ),
            line(
                ["HST recovered", "TVH récupérée", "واپس ملنے والا HST"],
                "-13% × 213,748.00",
                -2_778_724,
                Some(2),
            ),
            line(
                [
                    "Withholding, services in Canada",
                    "Retenue, services rendus au Canada",
                    "کینیڈا میں خدمات پر کٹوتی",
                ],
                "15% × 9,200.00",
                138_000,
                Some(3),
            ),
            line(
                ["Withholding released by waiver", "Retenue levée par dispense", "استثنا سے واپس کٹوتی"],
                "-15% × 9,200.00",
                -138_000,
                Some(3),
            ),
            line(["Part XIII tax", "Impôt de la partie XIII", "پارٹ XIII ٹیکس"], "0% × 0.00", 0, Some(4)),
        ],
    ),
    (
        ["Management and travel", "Gestion et déplacements", "انتظام اور سفر"],
        &[
            line(
                ["Overhead of management", "Frais de gestion", "انتظامی اخراجات"],
                "8% × 213,748.00",
                1_709_984,
                Some(5),
            ),
            line(
                ["Flights Lahore–Toronto", "Vols Lahore–Toronto", "پروازیں لاہور–ٹورنٹو"],
                "4 × 2,150.00",
                860_000,
                None,
            ),
            line(
                ["Hotel, ten days on site", "Hôtel, dix jours sur place", "ہوٹل، دس دن موقع پر"],
                "2 × 10 × 210.00",
                420_000,
                None,
            ),
            line(["Visas and insurance", "Visas et assurance", "ویزے اور بیمہ"], "2 × 385.00", 77_000, None),
            line(
                ["Legal review of the contract", "Examen juridique du contrat", "معاہدے کا قانونی جائزہ"],
                "6 × 320.00",
                192_000,
                None,
            ),
            line(
                ["Privacy assessment", "Évaluation de la vie privée", "رازداری کا جائزہ"],
                "1 × 1,500.00",
                150_000,
                Some(6),
            ),
            line(
                ["Overlap pay, evening hours", "Prime de soirée", "شام کے اوقات کا معاوضہ"],
                "12 × 240.00",
                288_000,
                None,
            ),
            line(
                ["SR&ED credit forgone", "Crédit RS&DE perdu", "SR&ED کریڈٹ کا نقصان"],
                "43% × 96,000.00",
                4_128_000,
                Some(7),
            ),
            line(
                ["Reserve for replacement", "Réserve pour remplacement", "متبادل کے لیے ذخیرہ"],
                "2% × 213,748.00",
                427_496,
                Some(5),
            ),
        ],
    ),
];

const SOURCES: [(&str, &str); 8] = [
    ("Wise Payments Canada, Pricing, read on 2026-10-02", "https://wise.com/ca/pricing"),
    (
        "State Bank of Pakistan, Weighted average customer exchange rates, 2026-11-20 (past review)",
        "https://www.sbp.org.pk/ecodata/rates/WAR/WAR-Current.asp",
    ),
    ("Excise Tax Act, R.S.C. 1985, c. E-15, s. 218", "https://laws-lois.justice.gc.ca/eng/acts/e-15/"),
    (
        "Income Tax Regulations, C.R.C., c. 945, s. 105",
        "https://laws-lois.justice.gc.ca/eng/regulations/C.R.C.,_c._945/",
    ),
    (
        "Income Tax Act, s. 212(1); Canada–Pakistan Income Tax Convention, art. XII",
        "https://laws-lois.justice.gc.ca/eng/acts/I-3.3/section-212.html",
    ),
    ("Assumption of the buyer", ""),
    (
        "Personal Information Protection and Electronic Documents Act, Sch. 1, 4.1.3",
        "https://laws-lois.justice.gc.ca/eng/acts/p-8.6/",
    ),
    (
        "Income Tax Act, ss. 37 and 127; پاکستان سافٹ ویئر ایکسپورٹ بورڈ <notes & remarks>",
        "https://laws-lois.justice.gc.ca/eng/acts/I-3.3/section-127.html",
    ),
];

/// The way to engage, its cost and its saving, in cents.
const WAYS: [(Phrase, i64, i64); 4] = [
    (["Firm in Lahore", "Entreprise à Lahore", "لاہور کی کمپنی"], 29_966_465, 18_811_735),
    (["Freelancers", "Pigistes", "فری لانسرز"], 27_104_080, 21_674_120),
    (["Employer of record", "Employeur officiel", "ایمپلائر آف ریکارڈ"], 33_480_950, 15_297_250),
    (["Hire in Toronto", "Embauche à Toronto", "ٹورنٹو میں بھرتی"], 48_778_200, 0),
];

/// The quote in a language.
pub fn quote(language: Language) -> Document {
    let say = |phrase: Phrase| phrase[language as usize];
    let locale = Locale::new(language).with_isolates();
    let cad = |minor| Money::new(minor, Currency::CAD);
    let mut paper = Document::new(language, say(TITLE));
    paper.lead = Some(say(LEAD).into());
    let day = |d: jiff::civil::Date| locale.date(d, Length::Long);
    let numbers: Vec<_> = SOURCES.iter().map(|(text, address)| add(&mut paper, text, address)).collect();
    paper.facts([
        (say(BUYER), Text::empty().name("Maple Health Systems Inc.").plain(" · Toronto")),
        (say(SELLER), Text::empty().name("Indus Softworks (Pvt.) Ltd.").plain(" · ").name("لاہور")),
        (say(TEAM), format!("{} {}", say(TEAM_IS), day(jiff::civil::date(2027, 1, 4))).into()),
        ("CAD/PKR", Text::from(locale.decimal(2_024_735, 4)).note(numbers[1])),
    ]);
    paper.push(Block::Remark(Text::from(say(STALE)).note(numbers[1])));
    paper.heading(say(COSTS));
    let mut table = Table::new([
        Column::text(locale.say("head-line", &[])).weight(3),
        Column::text(say(HOW)).weight(2),
        Column::figure("CAD"),
    ])
    .caption(say(CAPTION));
    let mut total = 0;
    for (words, lines) in GROUPS {
        table.push(Row::group(say(words)));
        let mut sum = 0;
        for line in lines {
            sum += line.minor;
            let mut name = Text::from(say(line.words));
            if let Some(source) = line.source {
                name = name.note(numbers[source]);
            }
            if line.source == Some(5) {
                name = name.plain(" (").strong(say(ASSUMED)).plain(")");
            }
            let how = Text::empty().name(line.how);
            table.push(Row::line([name, how, locale.money_figure(cad(line.minor)).into()]));
        }
        table.push(Row::subtotal([say(SUBTOTAL), "", &locale.money_figure(cad(sum))]));
        total += sum;
    }
    table.push(Row::total([say(TOTAL), "", &locale.money_code(cad(total))]));
    paper.push(table);
    compare(&mut paper, &locale);
    paper.foot = "Pul 0.1.0 · pack canada-pakistan 2026.11".into();
    paper
}

fn add(paper: &mut Document, text: &str, address: &str) -> pul_paper::NoteNumber {
    let note = Note::new(Text::empty().name(text));
    paper.note(if address.is_empty() { note } else { note.at(address) })
}

fn compare(paper: &mut Document, locale: &Locale) {
    let say = |phrase: Phrase| phrase[locale.language() as usize];
    let cad = |minor| locale.money_code(Money::new(minor, Currency::CAD));
    paper.heading(say(COMPARED));
    let mut table = Table::new([
        Column::text(""),
        Column::figure(locale.say("head-total", &[])),
        Column::figure(locale.say("head-saving", &[])),
        Column::figure("%"),
    ]);
    for (words, cost, saving) in WAYS {
        let share = i128::from(saving) * 1000 / i128::from(WAYS[3].1);
        table.push(Row::line([say(words), &cad(cost), &cad(saving), &locale.percent(share, 3)]));
    }
    paper.push(table);
    let bars = WAYS.iter().map(|(words, cost, _)| Bar {
        label: say(*words).into(),
        figure: cad(*cost),
        size: *cost,
        accent: *cost == WAYS[0].1,
    });
    paper.push(BarChart { title: say(CHART).into(), description: say(CHART).into(), bars: bars.collect() });
}
