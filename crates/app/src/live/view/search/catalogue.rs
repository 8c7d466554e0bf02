//! Every value of every facet as a small number, with the words it is searched by.

use super::facets::{Facet, KINDS, POSTS, SORTS};
use super::terms::terms;
use pul_pack::{Labels, Pack};
use std::collections::{BTreeMap, HashMap};

/// How much a word of a value's name counts.
const LABEL: u16 = 1;

/// A value of a facet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Code(pub u16);

impl Code {
    /// Its place in a list of all.
    pub(super) fn at(self) -> usize {
        usize::from(self.0)
    }
}

/// The values a pack knows. Parties name few values often, so what is searched by their names is kept
/// here once and not with each party.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    values: Vec<(Facet, String)>,
    codes: HashMap<Facet, HashMap<String, Code>>,
    /// The words of the names in three languages, with the values they stand in and how often.
    words: BTreeMap<String, Vec<(Code, u16)>>,
    /// How many words each value's names have.
    lengths: Vec<u32>,
}

impl Catalogue {
    pub(super) fn of(pack: &Pack) -> Catalogue {
        let mut catalogue = Catalogue::default();
        pack.sides().iter().for_each(|side| catalogue.add(Facet::Side, side.id.as_str(), None));
        KINDS.iter().for_each(|(_, name)| catalogue.add(Facet::Kind, name, None));
        POSTS.iter().for_each(|name| catalogue.add(Facet::Post, name, None));
        SORTS.iter().for_each(|(_, name)| catalogue.add(Facet::Sort, name, None));
        for sector in pack.sectors() {
            catalogue.add(Facet::Sector, sector.id.as_str(), Some(&sector.labels));
        }
        for skill in pack.skills() {
            catalogue.add(Facet::Skill, skill.id.as_str(), Some(&skill.labels));
        }
        for city in pack.sides().iter().flat_map(|side| &side.cities) {
            catalogue.add(Facet::City, city.id.as_str(), Some(&city.labels));
        }
        catalogue
    }

    fn add(&mut self, facet: Facet, value: &str, labels: Option<&Labels>) {
        // A pack of more values than that does not load.
        let Ok(number) = u16::try_from(self.values.len()) else { return };
        let of_facet = self.codes.entry(facet).or_default();
        if of_facet.contains_key(value) {
            return;
        }
        of_facet.insert(value.to_owned(), Code(number));
        self.values.push((facet, value.to_owned()));
        let texts = labels.map(|l| [Some(l.en.as_str()), l.fr.as_deref(), l.ur.as_deref()]);
        let mut length = 0;
        for word in texts.into_iter().flatten().flatten().flat_map(terms) {
            length += u32::from(LABEL);
            let places = self.words.entry(word).or_default();
            match places.last_mut().filter(|(code, _)| *code == Code(number)) {
                Some((_, times)) => *times += LABEL,
                None => places.push((Code(number), LABEL)),
            }
        }
        self.lengths.push(length);
    }

    /// How many values there are.
    pub(super) fn len(&self) -> usize {
        self.values.len()
    }

    /// Every value with its code.
    pub(super) fn values(&self) -> impl Iterator<Item = (Code, Facet, &str)> {
        (0..).map(Code).zip(&self.values).map(|(code, (facet, value))| (code, *facet, value.as_str()))
    }

    /// The code of a value, if there is such a value.
    pub(super) fn code(&self, facet: Facet, value: &str) -> Option<Code> {
        self.codes.get(&facet)?.get(value).copied()
    }

    /// How many words the names of a value have.
    pub(super) fn length(&self, code: Code) -> u32 {
        self.lengths[code.at()]
    }

    /// The values whose names have a word, or a word that begins with it, and how often.
    pub(super) fn named<'a>(
        &'a self,
        word: &'a str,
        as_prefix: bool,
    ) -> impl Iterator<Item = (Code, u16)> + 'a {
        let from = (std::ops::Bound::Included(word), std::ops::Bound::Unbounded);
        let range = self.words.range::<str, _>(from);
        let found = range.take_while(move |(w, _)| if as_prefix { w.starts_with(word) } else { *w == word });
        found.flat_map(|(_, places)| places.iter().copied())
    }
}
