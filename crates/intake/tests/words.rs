//! Sentences in, skills out: the rules of `docs/skills-from-words.md` at work.

mod support;

use proptest::prelude::*;
use pul_intake::{Mention, Words, read_role, read_skills};
use support::pack;

const SENTENCES: [&str; 93] = [
    "We need a React developer with Node.js and PostgreSQL.",
    "Let's go to the market.",
    "Let's Go!",
    "The rest of the team is in Karachi.",
    "We start in spring 2025.",
    "Spring 2025 intake is open.",
    "You will excel at solving problems.",
    "Excel at what you do.",
    "Reports to a C-level executive.",
    "We promise a swift response.",
    "Swift action is needed.",
    "A plant in the Rust Belt.",
    "Our R&D team is hiring.",
    "Rich in vitamin C.",
    "Files live in AWS S3.",
    "You must react quickly to incidents.",
    "We ship go-to-market plans.",
    "5+ years of Go and Kubernetes.",
    "Go developer wanted.",
    "Golang, Rust, Python.",
    "Python, Go, Rust and C.",
    "Experience with R and SQL.",
    "Languages: C, C++, C#",
    "C/C++ and .NET",
    "Strong in C# and ASP.NET Core.",
    "node js, NodeJS, Node.js and nodejs are the same.",
    "Next.js / Nuxt.js / Vue.js",
    "Proficient in Excel and PowerPoint.",
    "Excel spreadsheets and macros.",
    "Spring Boot microservices in Java.",
    "Java, Spring and Hibernate.",
    "We will express our thanks.",
    "Express and MongoDB behind an Angular front end.",
    "Take an angular approach.",
    "Swift and Objective-C for iOS.",
    "Taylor Swift fans welcome.",
    "Tableau and Power BI dashboards.",
    "REST APIs with OpenAPI.",
    "GraphQL and REST.",
    "Rust removal and painting.",
    "Rust compiler internals.",
    "Migrating from Java to Go.",
    "Kotlin/Java, Go/Rust",
    "Must have: React, TypeScript. Nice to have: GraphQL, Docker.",
    "React is a must; Docker is a plus.",
    "Familiar with Terraform and expert in AWS.",
    "Senior Python engineer, 3-5 years Django.",
    "Junior PHP developer (Laravel).",
    "Nous cherchons un développeur PHP avec 5 ans d'expérience en Symfony ; Docker serait un atout.",
    "Maîtrise de Java et connaissance de Spring.",
    "ہمیں React اور Node.js کے ماہر درکار ہیں۔ Python لازمی ہے۔",
    "React🚀Node.js💥PostgreSQL",
    "\u{200f}React\u{200f} و\u{200e} Python\u{200e}",
    "Re\u{200b}act and Type\u{200d}Script",
    "• Rust\n• Go\n• PostgreSQL",
    "JavaScript\nGo\nR",
    "SEO and Google Ads specialist, social media marketing.",
    "WordPress, Shopify, WooCommerce stores.",
    "AI and machine learning, LLMs, RAG.",
    "Databases: MySQL, Oracle, Redis.",
    "CI/CD with GitHub Actions; Docker, K8s.",
    "Penetration testing and ISO 27001.",
    "An agile dancer.",
    "UI/UX design in Figma and Sketch.",
    "A sketch of the plan.",
    "Unity and Unreal Engine games.",
    "There is unity in the team.",
    "Ruby on Rails, Ruby, RSpec.",
    "A ruby ring.",
    "Payments API with Stripe.",
    "A red stripe on the wall.",
    "Angular.js vs. Angular vs. React.",
    "Go",
    "We use Flask, not flask bottles.",
    "Series C funding, Plan C.",
    "He got an A in R.",
    "Go live on Monday with Go services.",
    "Test automation with Selenium and Cypress; cypress trees.",
    "HTML5, CSS3, ES6.",
    "Data analysis in R, Stata or SPSS.",
    "Solidity smart contracts on Ethereum.",
    "Salesforce and SAP consultants.",
    "Bookkeeping in QuickBooks and Xero.",
    "Node, Express, Mongo, React (MERN)",
    "Delphi and Pascal programmer.",
    "He will go, rust and swift.",
    "Bonus: Figma.",
    "Requirements:\n- Java\n- Spring Boot\n\nNice to have:\n- Kafka",
    "10+ years with COBOL; some experience with Java.",
    "React (expert), Vue.js (junior)",
    "۵ سال Python",
    "Docker, Kubernetes et Terraform sont obligatoires.",
    "MUST KNOW GO AND RUST",
];

/// `react[case 4 Must]`: the skill, why it counts, the level and importance suggested.
fn shown(mention: &Mention) -> String {
    let level = mention.level.as_ref().map(|cue| format!(" {}", cue.suggests.get()));
    let importance = mention.importance.as_ref().map(|cue| format!(" {:?}", cue.suggests));
    let (level, importance) = (level.unwrap_or_default(), importance.unwrap_or_default());
    format!("{}[{}{level}{importance}]", mention.skill, mention.reason)
}

#[test]
fn skills_of_sentences() {
    let words = Words::new(pack());
    let lines = SENTENCES.iter().enumerate().map(|(at, sentence)| {
        let mentions: Vec<String> = words.skills(sentence).iter().map(shown).collect();
        format!("{:>2} {}", at + 1, mentions.join(", ")).trim_end().to_owned()
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"), @r#"
     1 react[case], nodejs[name], postgresql[name]
     2
     3
     4
     5
     6
     7
     8
     9
    10
    11
    12
    13
    14
    15 aws-s3[name]
    16
    17 product-launch[name]
    18 go[phrase 4], kubernetes[name 4]
    19 go[phrase]
    20 go[name], rust[list], python[name]
    21 python[name], go[list], rust[list], c[list]
    22 r[phrase], sql[name]
    23 c[list], cpp[name], c-sharp[name]
    24 cpp[name], dotnet[name]
    25 c-sharp[name 4], asp-net-core[name 4]
    26 nodejs[name], nodejs[name], nodejs[name], nodejs[name]
    27 nextjs[name], nuxtjs[name], vuejs[name]
    28 microsoft-excel[phrase 4], powerpoint[name 4]
    29 microsoft-excel[name]
    30 spring-boot[name], microservices[name], java[case]
    31 java[case], spring-framework[list], hibernate[case]
    32
    33 express[list], mongodb[name], angular[case], front-end-development[name]
    34
    35 swift[list], objective-c[name], ios-development[name]
    36
    37 tableau[name], power-bi[name], data-visualisation[name]
    38 rest-api[name], openapi[name]
    39 graphql[name], rest-api[case]
    40
    41 rust[phrase], compilers[name]
    42 java[case], go[context]
    43 kotlin[name], java[case], go[list], rust[list]
    44 react[case Must], typescript[name Must], graphql[name Nice], docker[name Nice]
    45 react[case Must], docker[name Nice]
    46 terraform[name 2], aws[case 5]
    47 python[name 4], django[name 3]
    48 php[name 2], laravel[name 2]
    49 php[name 4], symfony[name 4], docker[name Nice]
    50 java[case 4], spring-framework[phrase 4]
    51 react[case], nodejs[name], python[name Must]
    52 react[case], nodejs[name], postgresql[name]
    53 react[case], python[name]
    54 react[case], typescript[name]
    55 rust[context], go[list], postgresql[name]
    56 javascript[name], go[list], r[list]
    57 seo[name], google-ads[name], social-media-marketing[name]
    58 wordpress[name], shopify[name], woocommerce[name]
    59 artificial-intelligence[case], machine-learning[name], large-language-models[name], retrieval-augmented-generation[case]
    60 databases[name], mysql[name], oracle-database[case], redis[name]
    61 ci-cd[name], github-actions[name], docker[name], kubernetes[name]
    62 penetration-testing[name], iso-27001[name]
    63
    64 ui-design[name], ux-design[name], figma[name], sketch[list]
    65
    66 unity[list], unreal-engine[name]
    67
    68 ruby-on-rails[name], ruby[list], rspec[case]
    69
    70 payments[phrase], api-development[name], stripe[context]
    71
    72 angularjs[name], angular[case], react[case]
    73
    74
    75
    76
    77 go[phrase]
    78 test-automation[name], selenium[case], cypress[case]
    79 html[name], css[name], javascript[name]
    80 data-analysis[name], r[list], stata[name], spss[name]
    81 solidity[name], smart-contracts[name], ethereum[name]
    82 salesforce[name], sap-erp[name]
    83 bookkeeping[name], quickbooks[name], xero[name]
    84 nodejs[case], express[list], mongodb[name], react[case], mern-stack[name]
    85 delphi[context], pascal[phrase]
    86
    87 figma[name Nice]
    88 java[case Must], spring-boot[name Must], apache-kafka[name Nice]
    89 cobol[case 4], java[case 2]
    90 react[case 5], vuejs[name 5]
    91 python[name 4]
    92 docker[name Must], kubernetes[name Must], terraform[name Must]
    93 go[context Must]
    "#);
}

#[test]
fn spans_are_of_the_text_as_it_was_handed_in() {
    let text = "  Développeur(se) Re\u{200b}act — 5+ ans\u{200f}, C++ لازمی";
    let spans = read_skills(pack(), text).into_iter().map(|mention| {
        let cue = |span: &std::ops::Range<usize>| text[span.clone()].to_owned();
        let level = mention.level.as_ref().map(|found| cue(&found.span)).unwrap_or_default();
        let importance = mention.importance.as_ref().map(|found| cue(&found.span)).unwrap_or_default();
        format!("{:?} {:?} {level:?} {importance:?}", mention.span, &text[mention.span.clone()])
    });
    insta::assert_snapshot!(spans.collect::<Vec<_>>().join("\n"), @r#"
    19..27 "Re\u{200b}act" "5+ ans" "لازمی"
    43..46 "C++" "5+ ans" "لازمی"
    "#);
}

#[test]
fn roles_of_titles() {
    let titles = [
        "Senior Full-Stack Developer (React/Node)",
        "2174-Computer programmers and interactive media developers",
        "We are hiring a machine learning engineer in Lahore",
        "Data Scientists",
        "Poet",
    ];
    let roles = titles.map(|title| match read_role(pack(), title) {
        Some(found) => format!("{} {:?}", found.role, found.text),
        None => "-".to_owned(),
    });
    insta::assert_snapshot!(roles.join("\n"), @r#"
    full-stack-developer "Full-Stack Developer"
    software-developer "Computer programmers and interactive media developers"
    machine-learning-engineer "machine learning engineer"
    data-scientist "Data Scientists"
    -
    "#);
}

#[test]
fn ten_megabytes_are_read_in_a_moment() {
    let words = Words::new(pack());
    let line = "must have 5 years of React, Go, R and C; ";
    let text = line.repeat((1 << 20) / line.len());
    assert!(words.skills(&text).len() > 50_000);
    let prose = "The team of the client went home after the long meeting in the spring. ";
    assert!(words.skills(&prose.repeat((10 << 20) / prose.len())).is_empty());
    assert!(words.skills(&"a".repeat(10 << 20)).is_empty());
    assert!(words.skills(&"\u{200b}".repeat(3 << 20)).is_empty());
    words.skills(&"Go ".repeat(1 << 18));
}

fn sound(text: &str, words: &Words) {
    let mut free = 0;
    for mention in words.skills(text) {
        assert!(mention.span.start >= free && mention.span.start < mention.span.end, "{text:?}");
        assert_eq!(text.get(mention.span.clone()), Some(mention.text.as_str()));
        free = mention.span.end;
        let level = mention.level.map(|cue| cue.span);
        let importance = mention.importance.map(|cue| cue.span);
        for span in level.into_iter().chain(importance) {
            assert!(text.get(span).is_some_and(|words| !words.is_empty()));
        }
    }
    if let Some(role) = words.role(text) {
        assert_eq!(text.get(role.span), Some(role.text.as_str()));
    }
}

/// Pieces that the rules care about, put together at random.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "React",
        "Go",
        "go",
        "C",
        "C++",
        ".NET",
        "Node",
        ".js",
        " ",
        "  ",
        "\n",
        "\n\n",
        ", ",
        ";",
        ": ",
        "-",
        "&",
        "/",
        ".",
        "•",
        "must have",
        "nice to have",
        "5+",
        "years",
        "of",
        "experience with",
        "senior",
        "a plus",
        "and",
        "the",
        "سال",
        "لازمی",
        "é",
        "e\u{301}",
        "\u{200f}",
        "\u{200b}",
        "🚀",
        "İ",
        "ß",
        "ﬁ",
        "SQL",
        "R",
        "R&D",
        "Spring",
        "2025",
        "machine learning",
        "developer",
        "'",
        "’",
        "+",
        "#",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_text_gives_sound_spans(text in prop_oneof![any::<String>(), pieces()]) {
        static WORDS: std::sync::OnceLock<Words> = std::sync::OnceLock::new();
        sound(&text, WORDS.get_or_init(|| Words::new(pack())));
    }
}
