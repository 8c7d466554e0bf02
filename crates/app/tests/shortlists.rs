//! From two files to a checked result and back, on the example world and on real data.

use pul_app::posts::Source;
use pul_app::shortlists::{Both, Request, bytes, run};
use pul_app::{Error, files, library, replay, tour};
use pul_domain::{Direction, PostId, ShortlistFile};
use std::path::{Path, PathBuf};

const DAY: &str = "2026-11-23";

/// A folder of its own for a test, gone with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Folder {
        let folder = std::env::temp_dir().join(format!("pul-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        Folder(folder)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

fn source(path: PathBuf, mapping: Option<&str>) -> Source {
    Source { path, mapping: mapping.map(str::to_owned) }
}

fn request(folder: &Folder, direction: Direction) -> Request {
    Request {
        asks: source(folder.file("asks.jsonl"), None),
        offers: source(folder.file("offers.jsonl"), None),
        as_of: DAY.parse().unwrap(),
        direction,
        top: 5,
        only: None,
    }
}

/// The example world as two files.
fn world(name: &str) -> (library::Loaded, Folder) {
    let loaded = library::load(None).unwrap();
    let folder = Folder::new(name);
    let world = tour::draw(&loaded, DAY.parse().unwrap());
    tour::write(&world, &folder.0).unwrap();
    (loaded, folder)
}

fn result(loaded: &library::Loaded, request: &Request) -> Result<ShortlistFile, Error> {
    let both = Both::read(loaded, &request.asks, &request.offers, &|_, _| {})?;
    run(loaded, &both, request, &|_, _| {})
}

#[test]
fn a_result_replays_byte_for_byte_or_says_what_differs() {
    let (loaded, folder) = world("replay");
    let out = folder.file("result.json");
    let file = result(&loaded, &request(&folder, Direction::OffersForAsks)).unwrap();
    files::write(&out, &bytes(&file)).unwrap();
    replay::replay(&loaded, &out, &|_, _| {}).unwrap();

    let says = |tampered: &str| {
        files::write(&out, tampered.as_bytes()).unwrap();
        replay::replay(&loaded, &out, &|_, _| {}).unwrap_err().to_string()
    };
    let text = String::from_utf8(bytes(&file)).unwrap();
    let hash = &file.inputs.asks.sha256;
    assert!(says(&text.replace(hash, &"0".repeat(64))).contains("the file of asks"));
    assert!(says(&text.replace("\"asker.price\":1400", "\"asker.price\":1500")).contains("weights"));
    assert!(says(&text.replace(&loaded.hash, "another")).contains("pack's files have changed"));
    let listed = file.shortlists.iter().find(|l| !l.matches.is_empty()).unwrap();
    let score = format!("\"score\":{}", listed.matches[0].score);
    let other = format!("\"score\":{}", listed.matches[0].score + 1);
    assert!(says(&text.replacen(&score, &other, 1)).contains("comes out otherwise"));
    assert!(says("{}").contains("is no result file"));
}

/// The engine's lists pass the checker, which recomputes every one of them, in both directions.
#[test]
fn the_checker_agrees_in_both_directions() {
    let (loaded, folder) = world("check");
    for direction in [Direction::OffersForAsks, Direction::AsksForOffers] {
        let file = result(&loaded, &request(&folder, direction)).unwrap();
        let lists = file.shortlists.iter().filter(|l| !l.matches.is_empty()).count();
        assert!(lists > 100, "{direction:?}: {lists}");
    }
}

#[test]
fn a_post_that_is_not_there_and_an_empty_side_are_told() {
    let (loaded, folder) = world("missing");
    let mut wanted = request(&folder, Direction::OffersForAsks);
    wanted.only = Some(PostId::new("nobody").unwrap());
    assert!(matches!(result(&loaded, &wanted), Err(Error::Missing { .. })));
    std::fs::write(folder.file("offers.jsonl"), "").unwrap();
    let says = result(&loaded, &request(&folder, Direction::OffersForAsks)).unwrap_err().to_string();
    assert!(says.contains("empty-side"), "{says}");
}

#[test]
fn one_post_alone_gets_the_list_it_gets_among_all() {
    let (loaded, folder) = world("only");
    let mut wanted = request(&folder, Direction::OffersForAsks);
    let all = result(&loaded, &wanted).unwrap();
    let one = all.shortlists.iter().find(|l| l.matches.len() == 5).unwrap();
    wanted.only = Some(one.of.clone());
    assert_eq!(&result(&loaded, &wanted).unwrap().shortlists, std::slice::from_ref(one));
}

#[test]
fn real_asks_meet_real_offers() {
    let data = std::env::var("PUL_DATA").unwrap_or_else(|_| "../shared/data".into());
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(data);
    if !data.exists() {
        eprintln!("SKIPPED real_asks_meet_real_offers: {} is not there", data.display());
        return;
    }
    let loaded = library::load(None).unwrap();
    let wanted = Request {
        asks: source(data.join("lmia_ict_2017_2024.csv"), Some("lmia")),
        offers: source(data.join("stackoverflow_2024_ca_pk.csv"), Some("stackoverflow-2024")),
        as_of: DAY.parse().unwrap(),
        direction: Direction::OffersForAsks,
        top: 1,
        only: None,
    };
    let file = result(&loaded, &wanted).unwrap();
    let matched = file.shortlists.iter().filter(|l| !l.matches.is_empty()).count();
    // Most approvals are for one position; the others want more people than one respondent is.
    assert!(file.shortlists.len() > 20_000 && matched > 15_000, "{matched} of {}", file.shortlists.len());
}
