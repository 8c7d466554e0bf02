//! Probe.
use pul_scheduling::value::*;
use std::time::Instant;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let d: serde_json::Value = serde_json::from_slice(&std::fs::read(&a[1]).unwrap()).unwrap();
    let (p, s, t) = (d["participants"].as_u64().unwrap() as usize, d["slots"].as_u64().unwrap() as usize, d["tables"].as_u64().unwrap() as u32);
    let free: Vec<CellSet> = d["unavailable"].as_array().unwrap().iter().map(|u| { let mut f = CellSet::all(s); for x in u.as_array().unwrap() { f.remove(x.as_u64().unwrap() as u16); } f }).collect();
    let mut pr = Problem { cells: (0..s).map(|c| CellOf { start: c as i64 * 30, end: c as i64 * 30 + 30, session: 0, area: 0, capacity: t }).collect(), party: (0..p as u32).collect(), free, discomfort: vec![0; p * s], quota_of: vec![None; p], ..Problem::default() };
    let mut n = vec![0u32; p];
    for (i, w) in d["wishes"].as_array().unwrap().iter().enumerate() {
        let (x, y) = (w["a"].as_u64().unwrap() as u32, w["b"].as_u64().unwrap() as u32);
        n[x as usize] += 1; n[y as usize] += 1;
        let mut cells = pr.free[x as usize].clone(); cells.keep(&pr.free[y as usize]);
        let list: Vec<u16> = cells.iter().collect();
        pr.variants.push(Variant { wish: i as u32, members: vec![x, y], cells, list });
        pr.wishes.push(WishOf { value: w["value"].as_i64().unwrap(), quotas: vec![], first_variant: i as u32, variants: 1, locked: None });
        pr.parties_of.push(vec![x, y]);
    }
    pr.fair = (0..p).map(|q| n[q].min(pr.sittings(q)).div_ceil(2)).collect();
    let pr = pr.complete(&Between { travel: vec![vec![0]], least_break: 30 });
    let work: u64 = a[2].parse().unwrap();
    let t0 = Instant::now(); let c0 = cpu();
    let mut se = Search::new(&pr, Effort { seed: a[3].parse().unwrap(), work });
    println!("start {:?} cpu {:.2} {:?}", t0.elapsed(), cpu() - c0, se.progress());
    let mut last = 0;
    loop { let done = se.run(work / 20); let g = se.progress(); if g.work * 10 / work != last || done { last = g.work * 10 / work; println!("cpu {:.2} {} v {} breaks {} idle {} unev {} bound {} pol {}", cpu() - c0, g.work, g.score.value, g.score.breaks, g.score.idle, g.score.unevenness, g.bound, g.polishing); } if done { let r = a.get(4).map_or(300, |x| x.parse().unwrap()); se.sharpen(r); println!("sharp {} cpu {:.2}", se.progress().bound, cpu() - c0); println!("least {} cpu {}", least_breaks(&pr, se.best(), a.get(4).map_or(300, |x| x.parse().unwrap())), cpu() - c0); println!("forced {} meetings {}", forced(&pr, se.best()), se.best().iter().flatten().count()); break; } }
}
fn cpu() -> f64 { let s = std::fs::read_to_string("/proc/self/schedstat").unwrap(); s.split(' ').next().unwrap().parse::<f64>().unwrap() / 1e9 }
#[allow(dead_code)]
pub fn forced(pr: &Problem, pl: &Placement) -> i64 {
    let s = pr.cells.len(); let mut d = vec![0usize; pr.party.len()];
    for (w, x) in pl.iter().enumerate() { if x.is_some() { for p in &pr.parties_of[w] { d[*p as usize] += 1; } } }
    let mut tot = 0;
    for p in 0..pr.party.len() { let mut runs = vec![]; let mut r = 0; for c in 0..=s { if c < s && pr.free[p].has(c as u16) { r += 1 } else { if r > 0 { runs.push(r); } r = 0; } }
        runs.sort(); let mut left = d[p] as i64; let mut seg = 0; while left > 0 { left -= runs.pop().unwrap() as i64; seg += 1; } tot += (seg as i64 - 1).max(0); }
    tot
}
