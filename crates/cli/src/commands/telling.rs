//! One pair, told in one language: what `explain`, `why-not` and `demo` print.

use crate::arguments::General;
use crate::commands::names::Labels;
use crate::commands::posts::Posts;
use crate::output::Rows;
use pul_app::Error;
use pul_app::pair::{self, Found};
use pul_domain::{Ask, Match, Offer, PostId, View};
use pul_locale::{Language, Locale, Names, Pair};

/// A pair by its ids, as arguments.
#[derive(Debug, clap::Args)]
pub struct PairArguments {
    #[command(flatten)]
    posts: Posts,
    /// The ask's id
    ask: PostId,
    /// The offer's id
    offer: PostId,
    /// Language of the answer: en, fr or ur
    #[arg(long, default_value = "en", value_parser = language)]
    language: Language,
}

impl PairArguments {
    /// Reads the posts, judges the pair and lets it be told.
    pub fn tell(
        &self,
        general: &General,
        then: impl FnOnce(&Telling<'_>, &Found<'_>) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let (loaded, both) = self.posts.read(general)?;
        let found = pair::explain(&loaded, &both, &self.ask, &self.offer, self.posts.day())?;
        let parties = vec![&both.asks.names, &both.offers.names];
        let names = Labels { pack: &loaded.pack, parties, language: self.language.code() };
        let mutual = &loaded.pack.scoring().mutual;
        let telling = Telling {
            locale: Locale::new(self.language),
            ask: found.ask,
            offer: found.offer,
            names: &names,
            mutual: (mutual.less.into(), mutual.more.into()),
        };
        then(&telling, &found)
    }
}

/// Reads a language by its code.
pub fn language(code: &str) -> Result<Language, String> {
    Language::ALL
        .into_iter()
        .find(|l| l.code() == code)
        .ok_or_else(|| format!("{code:?} is not one of en, fr, ur"))
}

/// A pair being told in one language.
pub struct Telling<'a> {
    /// The language.
    pub locale: Locale,
    /// The ask.
    pub ask: &'a Ask,
    /// The offer.
    pub offer: &'a Offer,
    /// Names of things.
    pub names: &'a dyn Names,
    /// The pack's mutual weights, less and more.
    pub mutual: (u32, u32),
}

impl Telling<'_> {
    /// The pair, for sentences.
    pub fn pair(&self) -> Pair<'_> {
        Pair { ask: self.ask, offer: self.offer, names: self.names }
    }

    /// The parts of both views, each with its cause, and each view's sum.
    pub fn rows(&self, explained: &Match) -> Rows {
        let mut rows = Rows::new(&["part", "points", "of", "why"], &[1, 2]);
        for (key, view) in
            [("match-view-asker", &explained.asker), ("match-view-offerer", &explained.offerer)]
        {
            self.view(key, view, &mut rows);
        }
        rows
    }

    fn view(&self, key: &str, view: &View, rows: &mut Rows) {
        for part in &view.parts {
            let why = self.locale.why(part, self.pair());
            rows.rows.push(vec![
                self.locale.part_name(part.name),
                self.locale.integer(part.points),
                self.locale.integer(part.of),
                why,
            ]);
        }
        let (points, whole) = (self.locale.integer(view.points), self.locale.integer(10_000));
        rows.rows.push(vec![self.locale.say(key, &[]), points, whole, String::new()]);
    }

    /// How the two views make the score.
    pub fn mutual(&self, explained: &Match) -> String {
        let (a, b) = (explained.asker.points, explained.offerer.points);
        self.locale.say(
            "match-mutual",
            &[
                ("less", self.mutual.0.into()),
                ("low", a.min(b).into()),
                ("more", self.mutual.1.into()),
                ("high", a.max(b).into()),
                ("score", explained.score.into()),
            ],
        )
    }
}
