//! The messages: embedded files, one bundle for each language and way of writing.

use crate::{Digits, Language, Locale, Value};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::OnceLock;

/// A topic: the stem of its file, and the text in the order of [`Language::ALL`].
pub(crate) type Topic = (&'static str, [&'static str; 3]);

macro_rules! topics {
    ($($topic:literal,)*) => {
        &[$(($topic, [
            include_str!(concat!("../words/en/", $topic, ".ftl")),
            include_str!(concat!("../words/fr/", $topic, ".ftl")),
            include_str!(concat!("../words/ur/", $topic, ".ftl")),
        ]),)*]
    };
}

/// Every topic. A new one is three files and one line here.
pub(crate) const TOPICS: &[Topic] = topics![
    "about",
    "account",
    "brief",
    "browse",
    "calendar",
    "conflict",
    "deal",
    "desk",
    "directory",
    "fault",
    "finding",
    "home",
    "introductions",
    "language",
    "letter",
    "level",
    "match",
    "matches",
    "member",
    "mission",
    "mission-desk",
    "mission-letter",
    "missions",
    "money",
    "organise",
    "page",
    "paper",
    "parties",
    "party",
    "passkey",
    "post",
    "program",
    "quote",
    "refusal",
    "running",
    "sign-in",
    "table",
    "unit",
];

type Bundle = FluentBundle<FluentResource>;

/// Three languages, isolates off or on, Latin or Eastern digits.
static BUNDLES: [OnceLock<Bundle>; 12] = [const { OnceLock::new() }; 12];

/// The filled text of a message, or `None` where there is no such message.
pub(crate) fn find(locale: Locale, key: &str, values: &[(&str, Value)]) -> Option<String> {
    let bundle = bundle(locale);
    let (id, attribute) = match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    };
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(attribute) => message.get_attribute(attribute)?.value(),
        None => message.value()?,
    };
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        args.set(*name, value.clone().into_fluent(|n| locale.integer(n)));
    }
    // Fluent writes a fault (a variable left out) into the text where a reader sees it, so the
    // list of faults adds nothing here.
    let mut faults = Vec::new();
    Some(bundle.format_pattern(pattern, Some(&args), &mut faults).into_owned())
}

fn bundle(locale: Locale) -> &'static Bundle {
    let place = locale.language().index() * 4
        + usize::from(locale.isolates()) * 2
        + usize::from(locale.digits() == Digits::Eastern);
    BUNDLES[place].get_or_init(|| build(locale))
}

fn build(locale: Locale) -> Bundle {
    let language = locale.language();
    let tag = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    bundle.set_use_isolating(locale.isolates());
    bundle.set_formatter(Some(formatter(language, locale.digits())));
    for (_, texts) in TOPICS {
        // A file with a fault still gives its sound messages; the tests hold that there is none.
        let resource = match FluentResource::try_new(texts[language.index()].to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

type Memoizer = intl_memoizer::concurrent::IntlLangMemoizer;
type Formatter = fn(&FluentValue, &Memoizer) -> Option<String>;

/// Fluent takes a bare function that knows nothing of the locale, hence one for each.
fn formatter(language: Language, digits: Digits) -> Formatter {
    macro_rules! write {
        ($language:ident, $digits:ident) => {
            |value, _| count(value, Locale::new(Language::$language).with_digits(Digits::$digits))
        };
    }
    match (language, digits) {
        (Language::English, Digits::Latin) => write!(English, Latin),
        (Language::English, Digits::Eastern) => write!(English, Eastern),
        (Language::French, Digits::Latin) => write!(French, Latin),
        (Language::French, Digits::Eastern) => write!(French, Eastern),
        (Language::Urdu, Digits::Latin) => write!(Urdu, Latin),
        (Language::Urdu, Digits::Eastern) => write!(Urdu, Eastern),
    }
}

/// Counts are whole and within ±2⁵³ (see [`Value`]), so the double holds them exactly.
fn count(value: &FluentValue, locale: Locale) -> Option<String> {
    match value {
        FluentValue::Number(n) if n.value.fract() == 0.0 => Some(locale.integer(n.value as i64)),
        _ => None,
    }
}
