//! A map that is copied only where it changes, so that a new picture costs what changed.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

const SHARDS: usize = 256;

/// A map in 256 shared parts. A clone costs 256 counts; a change copies one part.
#[derive(Debug, Clone)]
pub struct Shards<K, V> {
    parts: Vec<Arc<HashMap<K, V>>>,
    len: usize,
}

impl<K, V> Default for Shards<K, V> {
    fn default() -> Self {
        Shards { parts: (0..SHARDS).map(|_| Arc::default()).collect(), len: 0 }
    }
}

impl<K: Eq + Hash + Clone, V: Clone> Shards<K, V> {
    fn part(key: &K) -> usize {
        // The default hasher starts from fixed keys: the same part in every process.
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        hasher.finish() as usize % SHARDS
    }

    /// What stands under a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        self.parts[Self::part(key)].get(key)
    }

    /// Sets what stands under a key.
    pub fn insert(&mut self, key: K, value: V) {
        let part = Arc::make_mut(&mut self.parts[Self::part(&key)]);
        if part.insert(key, value).is_none() {
            self.len += 1;
        }
    }

    /// Takes a key away.
    pub fn remove(&mut self, key: &K) -> Option<V> {
        let at = Self::part(key);
        if !self.parts[at].contains_key(key) {
            return None;
        }
        self.len -= 1;
        Arc::make_mut(&mut self.parts[at]).remove(key)
    }

    /// How many keys there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Every value, in no stated order.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.parts.iter().flat_map(|part| part.values())
    }
}
