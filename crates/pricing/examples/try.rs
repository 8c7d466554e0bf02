//! Prints the profiles.
fn main() {
    let root = std::path::Path::new("packs/canada-pakistan");
    let mut files = pul_pack::Files::new();
    for f in ["parameters", "rules", "cases"] {
        for e in std::fs::read_dir(root.join(f)).unwrap() {
            let p = e.unwrap().path();
            files.insert(
                format!("{f}/{}", p.file_name().unwrap().to_str().unwrap()),
                std::fs::read(p).unwrap(),
            );
        }
    }
    for f in ["sources.toml", "sources-facts.toml"] {
        files.insert(f.into(), std::fs::read(root.join(f)).unwrap());
    }
    let (parameters, rules, findings) = pul_pack::read_prices(&files);
    for f in &findings {
        println!("{f}");
    }
    let (tariff, findings) = pul_pricing::Tariff::compile(parameters, rules);
    for f in &findings {
        println!("{f}");
    }
    let Some(tariff) = tariff else { return };
    let (cases, findings) = pul_pricing::cases::read(&files);
    for f in &findings {
        println!("{f}");
    }
    let report = pul_pricing::cases::run(&tariff, &cases);
    for d in &report.differences {
        println!("{} {}: expected {} found {}", d.case, d.what, d.expected, d.found);
    }
    println!("{} cases", report.run);
    let (answers, findings) = pul_pricing::profiles(&tariff, jiff::civil::date(2026, 11, 23));
    for f in &findings {
        println!("{f}");
    }
    for a in &answers {
        println!(
            "== {} best {} / before credits {}",
            a.id, a.comparison.best, a.comparison.best_before_credits
        );
        for w in &a.comparison.ways {
            println!(
                "  {:20} cost {} ({}..{}) before {} net {} saving {:?} ({:?}..{:?}) before {:?} headline {:?}",
                w.way,
                w.quote.totals.buyer_cost,
                w.range.cost.0,
                w.range.cost.1,
                w.quote.totals.buyer_cost_before_credits,
                w.quote.totals.supplier_net,
                w.saving.percent.map(|p| p.to_string()),
                w.range.saving.0.percent.map(|p| p.to_string()),
                w.range.saving.1.percent.map(|p| p.to_string()),
                w.saving_before_credits.percent.map(|p| p.to_string()),
                w.headline.percent.map(|p| p.to_string())
            );
            for f in &w.quote.findings {
                println!("!! {f}");
            }
        }
        for t in &a.comparison.tips {
            println!("  tip {t:?}");
        }
    }
    let w = &answers[0].comparison.ways;
    for q in [&w[0].quote, &w[4].quote, &w[2].quote, &w[3].quote] {
        println!("--- {}", q.way);
        for l in &q.lines {
            println!(
                "{:26} {:>22} {:?} {} -> {} | {}",
                l.id,
                l.amount.to_string(),
                l.becomes.map(|b| b.to_string()),
                l.from.as_deref().unwrap_or(""),
                l.to.as_deref().unwrap_or(""),
                l.trace.worked
            );
        }
        for b in &q.balances {
            println!("   {:20} {} {}", b.party, b.buyer_currency, b.supplier_currency);
        }
        println!("{:?}", q.standings);
        println!("{:?}", q.papers.iter().map(|p| &p.id).collect::<Vec<_>>());
        println!("{:?}", w[0].range.swings.iter().take(4).collect::<Vec<_>>());
    }
}
