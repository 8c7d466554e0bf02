//! Which meetings to hold, time set aside: the capacitated b-matching of most value.
//!
//! Every party can have so many meetings, all places together hold so many, every wish is
//! met at most once. Between two groups of parties this is a flow. Among parties of one kind
//! it is not, but the flow of the doubled graph (every party once as giver, once as taker,
//! every wish both ways) is the same relaxation at twice the scale, so its prices serve as well.

use super::flow::Network;
use super::prices::Prices;
use super::problem::Problem;

/// The best meetings when time is set aside, and the prices that prove how good they are.
#[derive(Debug)]
pub(crate) struct Selection {
    pub(crate) chosen: Vec<bool>,
    pub(crate) prices: Prices,
}

struct Party {
    least: i64,
    room: i64,
}

struct Layout {
    /// Side of each party: false left, true right; empty when the wishes are not between two groups.
    right: Vec<bool>,
    doubled: bool,
}

pub(crate) fn select(problem: &Problem) -> Selection {
    let parties = parties(problem);
    let layout = layout(problem, parties.len());
    let n = parties.len();
    let promise = problem.promise();
    let dear = problem.wishes.iter().map(|w| w.value).max().unwrap_or(0);
    let (source, sink) = (2 * n, 2 * n + 1);
    let mut net = Network::new(2 * n + 2);
    for (p, party) in parties.iter().enumerate() {
        for (room, cost) in [(party.least, 0), (party.room - party.least, promise)] {
            if layout.doubled || !layout.right[p] {
                net.arc(source, p, room, cost);
            }
            if layout.doubled || layout.right[p] {
                net.arc(n + p, sink, room, cost);
            }
        }
    }
    let arcs = wish_arcs(problem, &layout, &mut net, n, dear);
    let tables: i64 = problem.cells.iter().map(|c| i64::from(c.capacity)).sum();
    let scale = if layout.doubled { 2 } else { 1 };
    let worth = dear + 2 * promise;
    net.send(source, sink, tables * scale, worth);
    let chosen = arcs
        .iter()
        .map(|both| !both.is_empty() && both.iter().map(|a| net.flow(*a)).sum::<i64>() == both.len() as i64)
        .collect();
    let across = net.height[sink] - net.height[source];
    let of_party = (0..n).map(|p| {
        let left =
            if layout.doubled || !layout.right[p] { net.height[p] - net.height[source] - promise } else { 0 };
        let right = if layout.doubled || layout.right[p] {
            net.height[sink] - net.height[n + p] - promise
        } else {
            0
        };
        left + right
    });
    let rooms: Vec<i64> = parties.iter().map(|p| p.room).collect();
    let prices = Prices::of_parties(
        problem,
        &of_party.collect::<Vec<_>>(),
        &rooms,
        (worth - across).max(0) * scale,
        scale,
    );
    Selection { chosen, prices }
}

fn wish_arcs(problem: &Problem, layout: &Layout, net: &mut Network, n: usize, dear: i64) -> Vec<Vec<usize>> {
    (0..problem.wishes.len() as u32)
        .map(|wish| {
            let cost = dear - problem.wishes[wish as usize].value;
            let pair = match problem.parties_of[wish as usize].as_slice() {
                [a, b] if a != b && problem.placeable(wish) => (*a as usize, *b as usize),
                _ => return Vec::new(),
            };
            match (layout.doubled, layout.right.get(pair.0)) {
                (true, _) => vec![net.arc(pair.0, n + pair.1, 1, cost), net.arc(pair.1, n + pair.0, 1, cost)],
                (false, Some(false)) => vec![net.arc(pair.0, n + pair.1, 1, cost)],
                (false, _) => vec![net.arc(pair.1, n + pair.0, 1, cost)],
            }
        })
        .collect()
}

fn parties(problem: &Problem) -> Vec<Party> {
    let mut parties: Vec<Party> = problem.fair.iter().map(|_| Party { least: 0, room: 0 }).collect();
    for person in 0..problem.party.len() {
        parties[problem.party[person] as usize].room += i64::from(problem.sittings(person));
    }
    for (party, quota) in parties.iter_mut().zip(&problem.quota_of) {
        if let Some(quota) = quota.map(|q| &problem.quotas[q as usize]) {
            party.room = party.room.min(i64::from(quota.most));
            party.least = party.room.min(i64::from(quota.least));
        }
    }
    parties
}

/// Two groups, if the wishes of two parties are between two groups; else the doubled graph.
fn layout(problem: &Problem, n: usize) -> Layout {
    let mut near: Vec<Vec<u32>> = vec![Vec::new(); n];
    for pair in problem.parties_of.iter().filter(|p| p.len() == 2 && p[0] != p[1]) {
        near[pair[0] as usize].push(pair[1]);
        near[pair[1] as usize].push(pair[0]);
    }
    let mut side: Vec<Option<bool>> = vec![None; n];
    for start in 0..n {
        if side[start].is_some() {
            continue;
        }
        side[start] = Some(false);
        let mut waiting = vec![start];
        while let Some(p) = waiting.pop() {
            let other = side[p].map(|s| !s);
            for q in near[p].iter().map(|q| *q as usize) {
                if side[q].is_none() {
                    side[q] = other;
                    waiting.push(q);
                } else if side[q] != other {
                    return Layout { right: vec![false; n], doubled: true };
                }
            }
        }
    }
    Layout { right: side.into_iter().map(|s| s.unwrap_or(false)).collect(), doubled: false }
}

/// At most how many promised meetings any plan keeps: proven, not necessarily reached.
pub fn proven_kept(problem: &Problem) -> i64 {
    let promised = problem.promised();
    if promised == 0 {
        return 0;
    }
    let kept = |prices: &Prices| {
        i64::try_from(prices.bound(problem) / i128::from(problem.promise())).unwrap_or(promised)
    };
    let quick = kept(&select(problem).prices).min(promised);
    if quick < promised {
        return quick;
    }
    super::simplex::exact_prices(problem).map_or(quick, |prices| kept(&prices).min(quick))
}
