//! Speed and quality beside peers, in one run.
//!
//! `cargo run --release -p benchmarks -- matching | real | corridor | pricing | meetings-value |
//! meetings-classic | serve`

mod clock;
mod corridor;
mod matching;
mod meetings_classic;
mod meetings_value;
mod pack;
mod plain;
mod pricing;
mod real;
mod scipy;
mod serve;
#[cfg(feature = "tantivy")]
mod tantivy_peer;
mod world;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match words.split_first().map(|(word, rest)| (word.as_str(), rest)) {
        Some(("matching", rest)) => matching::main(rest),
        Some(("real", rest)) => real::main(rest),
        Some(("corridor", rest)) => corridor::main(rest),
        Some(("pricing", rest)) => pricing::main(rest),
        Some(("meetings-value", rest)) => meetings_value::main(rest),
        Some(("meetings-classic", rest)) => meetings_classic::main(rest),
        Some(("serve", rest)) => serve::main(rest),
        _ => eprintln!(
            "Say what to measure: matching, real, corridor, pricing, meetings-value, meetings-classic or serve."
        ),
    }
}
