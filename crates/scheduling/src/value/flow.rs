//! Flow of least cost, by phases: every phase finds the distances from the source once and then
//! sends all it can along shortest paths. A mission's values are small whole numbers, so there
//! are few distinct distances and few phases.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

const FAR: i64 = i64::MAX / 4;

/// A network with one source and one sink; costs are not negative.
#[derive(Debug, Default)]
pub(crate) struct Network {
    to: Vec<u32>,
    room: Vec<i64>,
    cost: Vec<i64>,
    arcs: Vec<Vec<u32>>,
    /// Distance of every node, kept so that no usable arc has a negative reduced cost.
    pub(crate) height: Vec<i64>,
}

impl Network {
    pub(crate) fn new(nodes: usize) -> Network {
        Network { arcs: vec![Vec::new(); nodes], height: vec![0; nodes], ..Network::default() }
    }

    /// Adds an arc and returns its number.
    pub(crate) fn arc(&mut self, from: usize, to: usize, room: i64, cost: i64) -> usize {
        let number = self.to.len();
        for (a, b, room, cost) in [(from, to, room, cost), (to, from, 0, -cost)] {
            self.arcs[a].push(self.to.len() as u32);
            self.to.push(b as u32);
            self.room.push(room);
            self.cost.push(cost);
        }
        number
    }

    /// What went through an arc.
    pub(crate) fn flow(&self, arc: usize) -> i64 {
        self.room[arc ^ 1]
    }

    /// Sends at most `limit` units from `source` to `sink`, cheapest first, and none that
    /// would cost `worth` or more.
    pub(crate) fn send(&mut self, source: usize, sink: usize, mut limit: i64, worth: i64) {
        loop {
            let distance = self.distances(source);
            let spare = worth - (self.height[sink] - self.height[source]);
            let reach = distance[sink].min(spare).max(0);
            for (height, d) in self.height.iter_mut().zip(&distance) {
                *height += (*d).min(reach);
            }
            if distance[sink] >= spare || limit == 0 {
                return;
            }
            let mut next = vec![0; self.arcs.len()];
            while limit > 0 && self.push(source, sink, &mut next) {
                limit -= 1;
            }
            if limit == 0 {
                return;
            }
        }
    }

    fn distances(&self, source: usize) -> Vec<i64> {
        let mut distance = vec![FAR; self.arcs.len()];
        distance[source] = 0;
        let mut heap = BinaryHeap::from([Reverse((0, source))]);
        while let Some(Reverse((so_far, node))) = heap.pop() {
            if so_far > distance[node] {
                continue;
            }
            for arc in self.arcs[node].iter().map(|a| *a as usize).filter(|a| self.room[*a] > 0) {
                let to = self.to[arc] as usize;
                let through = so_far + self.cost[arc] + self.height[node] - self.height[to];
                if through < distance[to] {
                    distance[to] = through;
                    heap.push(Reverse((through, to)));
                }
            }
        }
        distance
    }

    /// One unit along arcs of no reduced cost; `next` remembers the arcs already found useless.
    fn push(&mut self, source: usize, sink: usize, next: &mut [usize]) -> bool {
        let mut path: Vec<usize> = Vec::new();
        let mut on = vec![false; self.arcs.len()];
        let mut node = source;
        on[source] = true;
        while node != sink {
            let found = self.arcs[node][next[node]..].iter().position(|arc| {
                let arc = *arc as usize;
                let to = self.to[arc] as usize;
                self.room[arc] > 0 && !on[to] && self.cost[arc] + self.height[node] == self.height[to]
            });
            match found {
                Some(at) => {
                    next[node] += at;
                    let arc = self.arcs[node][next[node]] as usize;
                    path.push(arc);
                    node = self.to[arc] as usize;
                    on[node] = true;
                }
                None => {
                    next[node] = self.arcs[node].len();
                    let Some(back) = path.pop() else { return false };
                    node = self.to[back ^ 1] as usize;
                    next[node] += 1;
                }
            }
        }
        for arc in path {
            self.room[arc] -= 1;
            self.room[arc ^ 1] += 1;
        }
        true
    }
}
