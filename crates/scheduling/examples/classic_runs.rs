use std::time::Instant;
fn main() {
    let dir = "/work/shared/data/b2b";
    let table = std::fs::read_to_string(format!("{dir}/published_optima.csv")).unwrap();
    let filter = std::env::args().nth(1).unwrap_or_default();
    let (mut total, mut worst) = (0.0f64, 0.0f64);
    for row in table.lines().skip(1) {
        let f: Vec<&str> = row.split(',').collect();
        let key = format!("{} d{}", f[1], f[2]);
        if !key.contains(&filter) { continue; }
        let bytes = std::fs::read(format!("{dir}/{}.dzn", f[1])).unwrap();
        let t = Instant::now();
        let (p, found) = pul_scheduling::classic::read_dzn(f[1], &bytes);
        for x in &found { println!("{x}"); }
        let Some(p) = p else { continue };
        let mut s = pul_scheduling::classic::Search::new(&p, f[2].parse().ok());
        let mut marks = String::new();
        let mut last = (None, u32::MAX);
        let pr = loop {
            let pr = s.run(1000);
            if (pr.breaks, pr.bound) != last { last = (pr.breaks, pr.bound); marks += &format!(" {:.2}s {:?}/{}", t.elapsed().as_secs_f64(), pr.breaks, pr.bound); }
            if pr.status != pul_scheduling::classic::Status::Open || t.elapsed().as_secs() > 120 { break pr; }
        };
        let e = t.elapsed().as_secs_f64();
        total += e; worst = worst.max(e);
        let says = match &pr.status { pul_scheduling::classic::Status::Proven => pr.breaks.unwrap().to_string(), pul_scheduling::classic::Status::Open => "?".into(), _ => "-".into() };
        let ok = says == f[3] || (f[3].is_empty() && f[8] == says);
        println!("{} {key} published {} ours {says} {e:.2}s work {} {:?} {marks}", if ok {"ok  "} else {"MISS"}, f[3], pr.work, pr.status);
    }
    println!("total {total:.1}s worst {worst:.1}s");
}
