//! Tantivy as a peer: a full-text engine given the same score.
//!
//! A worth of *w* in a skill becomes the term `skill:w`; an ask becomes, for each of its skills, the
//! fifteen terms a worth can have, each with the constant score weight × worth. A sum of
//! constants is then our dot product exactly, and small enough for a 32-bit float. Its own
//! order of equal scores is by document, which is by number only within a segment.

use crate::clock::Stopwatch;
use crate::matching::{List, Query, compare, report};
use crate::plain::Vector;
use tantivy::collector::TopDocs;
use tantivy::query::{BooleanQuery, ConstScoreQuery, Occur, TermQuery};
use tantivy::schema::{FAST, Field, IndexRecordOption, STRING, Schema, Value};
use tantivy::{Index, TantivyDocument, Term};

/// Asks it is given: it is slow.
const ASKS: usize = 100;

/// Indexes the offers in memory, asks, and compares the lists.
pub fn run(vectors: &[Vector], queries: &[Query], ours: &[List]) {
    let queries = &queries[..queries.len().min(ASKS)];
    match attempt(vectors, queries) {
        Ok(lists) => compare("Tantivy (equal scores in its own order)", ours, &lists),
        Err(why) => println!("Tantivy: failed, {why}"),
    }
}

fn attempt(vectors: &[Vector], queries: &[Query]) -> tantivy::Result<Vec<List>> {
    let mut schema = Schema::builder();
    let skills = schema.add_text_field("skills", STRING);
    let number = schema.add_u64_field("number", FAST | tantivy::schema::STORED);
    let index = Index::create_in_ram(schema.build());
    let mut writer = index.writer_with_num_threads(1, 1_000_000_000)?;
    for (at, vector) in vectors.iter().enumerate() {
        let mut document = TantivyDocument::default();
        document.add_u64(number, at as u64);
        for (skill, worth) in vector {
            document.add_text(skills, format!("{skill}:{worth}"));
        }
        writer.add_document(document)?;
    }
    writer.commit()?;
    let searcher = index.reader()?.searcher();
    let watch = Stopwatch::start();
    let found = queries
        .iter()
        .map(|query| searcher.search(&asked(skills, query), &TopDocs::with_limit(20).order_by_score()))
        .collect::<tantivy::Result<Vec<_>>>()?;
    report("Tantivy", queries.len(), watch.stop());
    let numbered = found.into_iter().map(|list| {
        let offer = |address| -> tantivy::Result<u32> {
            let document: TantivyDocument = searcher.doc(address)?;
            let number = document.get_first(number).and_then(|value| value.as_u64());
            Ok(number.map_or(u32::MAX, |number| number as u32))
        };
        list.into_iter().map(|(_, address)| offer(address)).collect()
    });
    numbered.collect()
}

fn asked(skills: Field, query: &Query) -> BooleanQuery {
    let terms = query.iter().flat_map(|(skill, weight)| {
        (1..=15_u16).map(move |worth| {
            let term = Term::from_field_text(skills, &format!("{skill}:{worth}"));
            let term = TermQuery::new(term, IndexRecordOption::Basic);
            let scored = ConstScoreQuery::new(Box::new(term), f32::from(weight * worth));
            (Occur::Should, Box::new(scored) as Box<dyn tantivy::query::Query>)
        })
    });
    BooleanQuery::new(terms.collect())
}
