//! Loads the pack and runs its cases.
fn main() {
    let root = std::path::Path::new("packs/canada-pakistan");
    let mut files = pul_pack::Files::new();
    for f in ["parameters", "rules", "cases"] {
        for e in std::fs::read_dir(root.join(f)).unwrap() {
            let p = e.unwrap().path();
            files.insert(format!("{f}/{}", p.file_name().unwrap().to_str().unwrap()), std::fs::read(p).unwrap());
        }
    }
    for f in ["sources.toml", "sources-facts.toml"] { files.insert(f.into(), std::fs::read(root.join(f)).unwrap()); }
    let t0 = std::time::Instant::now();
    let (parameters, rules, findings) = pul_pack::read_prices(&files);
    for f in &findings { println!("{f}"); }
    let t1 = std::time::Instant::now();
    let (tariff, findings) = pul_pricing::Tariff::compile(parameters, rules);
    for f in &findings { println!("{f}"); }
    let t2 = std::time::Instant::now();
    let Some(tariff) = tariff else { return };
    let (cases, findings) = pul_pricing::cases::read(&files);
    for f in &findings { println!("{f}"); }
    let t3 = std::time::Instant::now();
    let report = pul_pricing::cases::run(&tariff, &cases);
    for d in &report.differences { println!("{} {}: expected {} found {}", d.case, d.what, d.expected, d.found); }
    println!("{} cases, {} differences; read {:?} compile {:?} cases {:?}", report.run, report.differences.len(), t1-t0, t2-t1, t3.elapsed());
}
