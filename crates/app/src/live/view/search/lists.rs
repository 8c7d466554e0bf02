//! Many lists in one piece of memory.

/// Lists of values, one after the other.
#[derive(Debug)]
pub(super) struct Lists<T> {
    /// Where each list ends.
    ends: Vec<u32>,
    all: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Lists { ends: Vec::new(), all: Vec::new() }
    }
}

impl<T: Copy + Default> Lists<T> {
    /// Adds a list at the end.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.all.extend(list);
        self.ends.push(self.all.len() as u32);
    }

    /// Lists of pairs of a list's number and a value, each list in the order its values come.
    pub(super) fn sorted(lists: usize, pairs: impl Iterator<Item = (usize, T)> + Clone) -> Lists<T> {
        let mut ends = vec![0_u32; lists];
        pairs.clone().for_each(|(list, _)| ends[list] += 1);
        let mut sum = 0;
        for end in &mut ends {
            // Each begins where those before it end, and moves on to its own end as it is filled.
            sum += std::mem::replace(end, sum);
        }
        let mut all = vec![T::default(); sum as usize];
        for (list, value) in pairs {
            all[ends[list] as usize] = value;
            ends[list] += 1;
        }
        Lists { ends, all }
    }

    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The list of a number.
    pub(super) fn get(&self, number: usize) -> &[T] {
        let from = if number == 0 { 0 } else { self.ends[number - 1] };
        &self.all[from as usize..self.ends[number] as usize]
    }

    /// The lists.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> + Clone {
        (0..self.len()).map(|number| self.get(number))
    }

    pub(super) fn shrink(&mut self) {
        self.ends.shrink_to_fit();
        self.all.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::Lists;

    #[test]
    fn pairs_become_the_lists_they_name() {
        let pairs = [(2, 'a'), (0, 'b'), (2, 'c'), (0, 'd'), (3, 'e')];
        let lists = Lists::sorted(5, pairs.into_iter());
        let told: Vec<String> = lists.iter().map(|list| list.iter().collect()).collect();
        assert_eq!(told, ["bd", "", "ac", "e", ""]);
        let mut pushed = Lists::default();
        told.iter().for_each(|list| pushed.push(list.chars()));
        assert!(lists.iter().eq(pushed.iter()));
    }
}
