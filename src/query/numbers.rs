//! Number columns: ranges as pieces of a sorted order.

use super::order::Order;
use super::Bits;

/// A number column.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    records: usize,
    /// By the largest value of each record.
    pub(super) order: Order,
    /// The [`key`] of each group of `order`.
    keys: Vec<u64>,
    /// The other values, ascending. They are kept because with 1 and 9 known, whether a
    /// value lies between 3 and 5 could not be told.
    others: Vec<(u64, u32)>,
    /// The first `spacing`, `2 * spacing` … records of `order` as sets.
    snapshots: Vec<Bits>,
    spacing: usize,
}

impl Numbers {
    /// From values in any order; those that are not a number count as missing.
    pub(super) fn new(records: usize, pairs: impl IntoIterator<Item = (u32, f64)>) -> Self {
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_nan());
        let mut pairs: Vec<_> = pairs.map(|(record, value)| (key(value), record)).collect();
        pairs.sort_unstable();
        // From the largest value down, a record is met at its own largest first.
        let mut met = Bits::empty(records);
        let mut largest = Vec::with_capacity(pairs.len());
        let mut others = Vec::new();
        for pair in pairs.iter().rev() {
            let list = if met.contains(pair.1) {
                &mut others
            } else {
                &mut largest
            };
            list.push(*pair);
            met.insert(pair.1);
        }
        drop(pairs);
        largest.reverse();
        others.reverse();
        let order = Order::new(&largest, records);
        let mut keys: Vec<_> = largest.into_iter().map(|(key, _)| key).collect();
        keys.dedup();
        keys.shrink_to_fit();
        // Thirty-two snapshots weigh as much as the order itself.
        let spacing = (records / 32).max(1024);
        let mut snapshots = Vec::new();
        let mut so_far = Bits::empty(records);
        for piece in order.sorted.chunks_exact(spacing) {
            piece.iter().for_each(|record| so_far.insert(*record));
            snapshots.push(so_far.clone());
        }
        Numbers {
            records,
            order,
            keys,
            others,
            snapshots,
            spacing,
        }
    }

    /// The records with a value from `low` to `high`, both included.
    pub(super) fn within(&self, low: f64, high: f64) -> Bits {
        if low.is_nan() || high.is_nan() || low > high {
            return Bits::empty(self.records);
        }
        let (low, high) = (key(low), key(high));
        let start = self.order.starts[self.keys.partition_point(|key| *key < low)];
        let end = self.order.starts[self.keys.partition_point(|key| *key <= high)];
        let mut found = self.stretch(start as usize, end as usize);
        let others = &self.others[self.others.partition_point(|(key, _)| *key < low)..];
        for (_, record) in others.iter().take_while(|(key, _)| *key <= high) {
            found.insert(*record);
        }
        found
    }

    /// The records from `start` to `end` of the order: the difference of two snapshots,
    /// put right at both ends.
    fn stretch(&self, start: usize, end: usize) -> Bits {
        let nearest =
            |at: usize| ((at + self.spacing / 2) / self.spacing).min(self.snapshots.len());
        let (first, last) = (nearest(start), nearest(end));
        let piece = |from, to| self.order.sorted.get(from..to).into_iter().flatten();
        if first == last {
            let mut found = Bits::empty(self.records);
            piece(start, end).for_each(|record| found.insert(*record));
            return found;
        }
        let mut found = self.snapshots[last - 1].clone();
        if first > 0 {
            found.and_not(&self.snapshots[first - 1]);
        }
        // Of each pair of pieces at most one is not empty.
        let (from, to) = (first * self.spacing, last * self.spacing);
        piece(start, from)
            .chain(piece(to, end))
            .for_each(|record| found.insert(*record));
        piece(from, start)
            .chain(piece(end, to))
            .for_each(|record| found.remove(*record));
        found
    }
}

/// A number as an integer that sorts the same way; -0 is 0.
fn key(value: f64) -> u64 {
    let bits = (value + 0.0).to_bits();
    match bits >> 63 {
        0 => bits | 1 << 63,
        _ => !bits,
    }
}
