//! Short lists: sectors, certifications, registrations.

use crate::declared::Declared;
use crate::documents::Documents;
use crate::labels::{Labels, Origin};
use crate::reader::{Shape, Sink, Table};
use crate::shapes::{CERTIFICATION, REGISTRATION, SECTOR};
use crate::spelling::fold;
use pul_domain::{CertificationId, Finding, RegistrationId, SectorId, SideId, SourceId};
use serde::Serialize;
use std::collections::BTreeMap;

/// A sector of the economy in which work is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sector {
    /// Its id.
    pub id: SectorId,
    /// Its name.
    pub labels: Labels,
    /// Other names.
    pub aliases: Vec<String>,
    /// Where the pack declares it.
    pub origin: Origin,
}

/// Who holds a certification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holder {
    /// A person.
    Person,
    /// An organisation.
    Organisation,
}

/// A certification a party may hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certification {
    /// Its id.
    pub id: CertificationId,
    /// Its name.
    pub labels: Labels,
    /// Who holds it.
    pub kind: Holder,
    /// Who grants it.
    pub issuer: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Where the pack declares it.
    pub origin: Origin,
}

/// A registration with a public body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Registration {
    /// Its id.
    pub id: RegistrationId,
    /// Its name.
    pub labels: Labels,
    /// The side it holds on.
    pub side: SideId,
    /// The public body.
    pub body: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Who says what it is, where one is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<SourceId>,
    /// Where the pack declares it.
    pub origin: Origin,
}

/// Reads a file of tables by id: each id once, bytewise in order. A name of two things of
/// the list is a fault.
fn listed<T: Named>(
    documents: &Documents<'_>,
    (path, shape): (&str, &'static Shape),
    sink: &Sink,
    read: impl Fn(&str, &Table<'_>) -> Option<T>,
) -> Vec<T> {
    let Some(document) = documents.required(path, sink) else {
        return Vec::new();
    };
    let mut declared = Declared::new(shape.noun());
    let mut tables = document.tables(sink, shape);
    tables.sort_by_key(|(id, _)| *id);
    let mut out = Vec::with_capacity(tables.len());
    for (id, table) in tables {
        declared.add(id, Origin::of(&table), sink);
        out.extend(read(id, &table));
        table.finish();
    }
    report_shared_names(&out, shape.noun(), sink);
    out
}

/// What goes by names.
pub(crate) trait Named {
    /// Its id, its labels, its other names, where it is declared.
    fn names(&self) -> (&str, &Labels, &[String], &Origin);
}

macro_rules! named {
    ($($kind:ty),*) => { $(
        impl Named for $kind {
            fn names(&self) -> (&str, &Labels, &[String], &Origin) {
                (self.id.as_str(), &self.labels, &self.aliases, &self.origin)
            }
        }
    )* };
}
named!(Sector, Certification, Registration);

fn report_shared_names<T: Named>(things: &[T], noun: &str, sink: &Sink) {
    let mut known: BTreeMap<String, &T> = BTreeMap::new();
    for thing in things {
        let (id, labels, aliases, origin) = thing.names();
        for name in labels.all().chain(aliases.iter().map(String::as_str)) {
            let (other, _, _, first) = known.entry(fold(name)).or_insert(thing).names();
            if other != id {
                sink.push(Finding::fault(
                    "name-collision",
                    origin.place(),
                    format!("{noun} `{id}`: {name:?} is a name of {noun} `{other}` too ({first})."),
                    "Leave the name to one of the two.",
                ));
            }
        }
    }
}

fn own(texts: Vec<crate::reader::At<&str>>) -> Vec<String> {
    texts.iter().map(|text| text.value.to_owned()).collect()
}

pub(crate) fn sectors(documents: &Documents<'_>, sink: &Sink) -> Vec<Sector> {
    listed(documents, ("sectors.toml", &SECTOR), sink, |id, table| {
        Some(Sector {
            labels: Labels::read(table),
            aliases: own(table.texts("aliases")),
            id: SectorId::new(id).ok()?,
            origin: Origin::of(table),
        })
    })
}

pub(crate) fn certifications(documents: &Documents<'_>, sink: &Sink) -> Vec<Certification> {
    let words = [("person", Holder::Person), ("organisation", Holder::Organisation)];
    listed(documents, ("certifications.toml", &CERTIFICATION), sink, |id, table| {
        let labels = Labels::read(table);
        let kind = table.choice("kind", &words);
        let issuer = table.text("issuer");
        let aliases = own(table.texts("aliases"));
        Some(Certification {
            id: CertificationId::new(id).ok()?,
            labels,
            kind: kind?,
            issuer: issuer?.to_owned(),
            aliases,
            origin: Origin::of(table),
        })
    })
}

pub(crate) fn registrations(
    documents: &Documents<'_>,
    sides: &Declared,
    sources: &Declared,
    sink: &Sink,
) -> Vec<Registration> {
    listed(documents, ("registrations.toml", &REGISTRATION), sink, |id, table| {
        let labels = Labels::read(table);
        let side = sides.refer_one(table, "side");
        let body = table.text("body");
        let aliases = own(table.texts("aliases"));
        let source = table.has("source").then(|| sources.refer_one(table, "source")).flatten();
        Some(Registration {
            id: RegistrationId::new(id).ok()?,
            labels,
            side: side?,
            body: body?.to_owned(),
            aliases,
            source,
            origin: Origin::of(table),
        })
    })
}
