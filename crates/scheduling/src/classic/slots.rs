//! A set of slots as one machine word.

/// The most slots of one problem.
pub const MOST_SLOTS: u32 = 128;

/// A set of slots, each below [`MOST_SLOTS`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Slots(u128);

impl Slots {
    /// The slots from `from` up to but without `to`.
    pub(crate) fn range(from: u32, to: u32) -> Self {
        let below = |n: u32| if n >= MOST_SLOTS { u128::MAX } else { (1 << n) - 1 };
        Slots(below(to) & !below(from))
    }

    /// One slot.
    pub(crate) fn one(slot: u32) -> Self {
        Slots(if slot < MOST_SLOTS { 1 << slot } else { 0 })
    }

    pub(crate) fn has(self, slot: u32) -> bool {
        self.0 & Self::one(slot).0 != 0
    }

    pub(crate) fn and(self, other: Self) -> Self {
        Slots(self.0 & other.0)
    }

    pub(crate) fn or(self, other: Self) -> Self {
        Slots(self.0 | other.0)
    }

    pub(crate) fn without(self, other: Self) -> Self {
        Slots(self.0 & !other.0)
    }

    /// The slots of just one of the two.
    pub(crate) fn differing(self, other: Self) -> Self {
        Slots(self.0 ^ other.0)
    }

    /// How many runs of other slots lie between the first and the last.
    pub(crate) fn breaks(self) -> u32 {
        (self.0 & !(self.0 << 1)).count_ones().saturating_sub(1)
    }

    /// How many other slots lie between the first and the last.
    pub(crate) fn idle(self) -> u32 {
        let span = self.last().zip(self.first()).map_or(0, |(last, first)| last - first + 1);
        span - self.len()
    }

    pub(crate) fn len(self) -> u32 {
        self.0.count_ones()
    }

    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The only slot, if there is just one.
    pub(crate) fn only(self) -> Option<u32> {
        (self.len() == 1).then(|| self.0.trailing_zeros())
    }

    pub(crate) fn first(self) -> Option<u32> {
        (!self.is_empty()).then(|| self.0.trailing_zeros())
    }

    pub(crate) fn last(self) -> Option<u32> {
        (!self.is_empty()).then(|| 127 - self.0.leading_zeros())
    }

    /// Its slots from the first to the last.
    pub(crate) fn iter(self) -> impl Iterator<Item = u32> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let slot = (rest != 0).then(|| rest.trailing_zeros())?;
            rest &= rest - 1;
            Some(slot)
        })
    }
}

impl FromIterator<u32> for Slots {
    fn from_iter<I: IntoIterator<Item = u32>>(slots: I) -> Self {
        slots.into_iter().fold(Slots::default(), |all, slot| all.or(Self::one(slot)))
    }
}
