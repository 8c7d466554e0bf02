//! What every page has around it: language, navigation, who is signed in, words.

use crate::assets;
use pul_app::live::Who;
use pul_locale::{Language, Locale, Value};

/// The frame of a page. Templates get every word through it.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Language and how to write it, names isolated.
    pub locale: Locale,
    /// The page's path without the language: `/quote`.
    pub path: String,
    /// Its query without the question mark, kept when the language is switched.
    pub query: String,
    /// Its title.
    pub title: String,
    /// Whoever looks at it.
    pub who: Who,
    /// What forms of the page carry to show that they came from it.
    pub csrf: String,
    /// Whether it shows something that is not everybody's.
    pub private: bool,
    /// Whether this is a demonstration.
    pub demo: bool,
    /// The pack's id, version and hash.
    pub pack: [String; 3],
}

/// A link of a menu.
pub struct Item {
    /// Where to.
    pub href: String,
    /// What it is called.
    pub label: String,
    /// Whether it is this page or the one it belongs to.
    pub current: bool,
}

/// A language of the switch.
pub struct Tongue {
    /// The same page in it.
    pub href: String,
    /// Its code.
    pub code: &'static str,
    /// Its tag.
    pub tag: &'static str,
    /// Its name in itself.
    pub name: &'static str,
    /// Whether the page is in it.
    pub current: bool,
}

impl Frame {
    /// A word.
    pub fn t(&self, key: &str) -> String {
        self.locale.say(key, &[])
    }

    /// A word that depends on a count, `n`.
    pub fn tn(&self, key: &str, n: impl Count) -> String {
        self.locale.say(key, &[("n", n.count().into())])
    }

    /// A sentence with one text in it.
    pub fn tv(&self, key: &str, name: &str, value: impl AsRef<str>) -> String {
        self.locale.say(key, &[(name, Value::from(value.as_ref()))])
    }

    /// A sentence with two.
    pub fn tv2(&self, key: &str, one: &str, of_one: &str, two: &str, of_two: &str) -> String {
        self.locale.say(key, &[(one, Value::from(of_one)), (two, Value::from(of_two))])
    }

    /// A page in this language.
    pub fn to(&self, path: &str) -> String {
        format!("/{}{path}", self.locale.language().code())
    }

    /// Where an asset is.
    pub fn asset(&self, name: &str) -> String {
        assets::address(name)
    }

    /// Whether somebody is signed in.
    pub fn signed_in(&self) -> bool {
        self.who.is_signed_in()
    }

    /// The page in each language.
    pub fn languages(&self) -> Vec<Tongue> {
        let query = if self.query.is_empty() { String::new() } else { format!("?{}", self.query) };
        let tongue = |language: Language| Tongue {
            href: format!("/{}{}{query}", language.code(), self.path),
            code: language.code(),
            tag: language.tag(),
            name: language.own_name(),
            current: language == self.locale.language(),
        };
        Language::ALL.map(tongue).into()
    }

    /// The navigation: what everybody has, then what whoever is signed in has.
    pub fn menu(&self) -> Vec<Item> {
        let mut paths = vec![
            ("/directory", "page-directory"),
            ("/missions", "page-missions"),
            ("/quote", "page-quote"),
            ("/brief", "page-brief"),
        ];
        if self.signed_in() {
            paths.extend([("/desk", "page-desk"), ("/introductions", "page-introductions")]);
        }
        if self.who.is_organiser() {
            paths.extend([("/organise", "page-organise")]);
        }
        if self.signed_in() {
            paths.push(("/account", "page-account"));
        }
        if self.demo {
            paths.push(("/outbox", "page-outbox"));
        }
        let item = |(path, key): (&str, &str)| Item {
            href: self.to(path),
            label: self.t(key),
            current: self
                .path
                .strip_prefix(path)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/')),
        };
        paths.into_iter().map(item).collect()
    }

    /// What was done just before, told once: `?said=` holds the last part of a key, no text.
    pub fn said(&self) -> Option<String> {
        let said = form_urlencoded::parse(self.query.as_bytes()).find(|(name, _)| name == "said")?.1;
        let sound = said.len() <= 40 && said.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        sound.then(|| self.locale.try_say(&format!("said-{said}"), &[])).flatten()
    }

    /// Which version of what is shown.
    pub fn version(&self) -> String {
        let [pack, version, hash] = &self.pack;
        let hash = hash.get(..12).unwrap_or_default();
        let values = [("pack", pack.into()), ("version", version.into()), ("hash", hash.into())];
        self.locale.say("page-version", &values)
    }

    /// The word of a key built from data, or the data itself.
    pub fn word(&self, topic: &str, value: impl AsRef<str>) -> String {
        let value = value.as_ref();
        let known = self.locale.try_say(&format!("{topic}-{value}"), &[]);
        known.unwrap_or_else(|| self.locale.name(value))
    }
}

impl Frame {
    /// The fields of a query, for forms that carry them along.
    pub fn hidden(&self, query: &str) -> Vec<(String, String)> {
        form_urlencoded::parse(query.as_bytes()).map(|(k, v)| (k.into_owned(), v.into_owned())).collect()
    }
}

/// A count, as templates come by it.
pub trait Count {
    /// The count; the largest there is for one beyond it.
    fn count(self) -> i64;
}

macro_rules! counts {
    ($($number:ty),*) => {$(
        impl Count for $number {
            fn count(self) -> i64 {
                i64::try_from(self).unwrap_or(i64::MAX)
            }
        }
    )*};
}

counts!(i64, u64, u32, usize);

impl<T: Count + Copy> Count for &T {
    fn count(self) -> i64 {
        (*self).count()
    }
}
