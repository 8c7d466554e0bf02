//! The shipped mappings on the real files: every row accounted for.

mod support;

use pul_domain::Post;
use pul_intake::{Format, Imported, Input, import};
use support::{counts, pack, real, shipped};

fn run(name: &str, file: &str) -> Option<Imported> {
    let bytes = real(file)?;
    let input = Input { name: file, format: Format::Csv, bytes: &bytes };
    Some(import(&input, &shipped(name), pack()))
}

fn rates(imported: &Imported) -> usize {
    let stated = |post: &Post| matches!(post, Post::Offer(offer) if offer.rate.is_some());
    imported.taken.iter().filter(|taken| stated(&taken.post)).count()
}

#[test]
fn survey_of_2024() {
    let Some(imported) = run("stackoverflow-2024", "stackoverflow_2024_ca_pk.csv") else { return };
    insta::assert_snapshot!(format!("{}\nwith a rate: {}", counts(&imported), rates(&imported)), @r#"
    812 rows: 151 taken, 0 refused, 661 passed over; 3822 skill names, 0 unknown
    Warning amount-dropped: 2
    Warning implausible-rate: 10
    Warning unknown-currency: 2
    with a rate: 81
    "#);
}

#[test]
fn survey_of_2019() {
    let Some(imported) = run("stackoverflow-2019", "stackoverflow_2019_ca_pk.csv") else { return };
    insta::assert_snapshot!(format!("{}\nwith a rate: {}", counts(&imported), rates(&imported)), @r#"
    4318 rows: 909 taken, 14 refused, 3395 passed over; 11409 skill names, 0 unknown
    Warning implausible-rate: 14
    Fault no-skills: 14
    with a rate: 406
    "#);
}

#[test]
fn employers_list() {
    let Some(imported) = run("lmia", "lmia_ict_2017_2024.csv") else { return };
    let asks = || imported.taken.iter().map(|taken| &taken.post);
    assert!(asks().all(|post| post.common().role.is_some()), "every occupation has a role");
    let people: u64 = asks()
        .map(|post| match post {
            Post::Ask(ask) => u64::from(ask.people),
            Post::Offer(_) => 0,
        })
        .sum();
    let cities = asks().filter(|post| post.common().city.is_some()).count();
    insta::assert_snapshot!(format!("{}\npeople: {people}, with a city: {cities}", counts(&imported)), @r#"
    20157 rows: 20153 taken, 4 refused, 0 passed over; 0 skill names, 0 unknown
    Warning near-duplicate: 21
    Warning unknown-city: 605
    Fault out-of-range: 4
    people: 33930, with a city: 19541
    "#);
}
