//! Facets: which records have which values, and counting them.

use super::sets::{Sets, SetsBuilder};
use super::Bits;

/// A facet, by value and by record.
#[derive(Clone, Debug)]
pub(super) struct Facet {
    /// The records of each value.
    pub(super) sets: Sets,
    /// How many records each value has.
    pub(super) totals: Vec<u32>,
    /// The values of each record.
    rows: Rows,
}

/// Rows in the smallest numbers that do.
#[derive(Clone, Debug)]
enum Rows {
    /// None: too many values, or rows that would mostly be empty.
    Missing,
    Narrow(Codes<u8>),
    Wide(Codes<u16>),
}

/// `width` codes for each record, unused ones the number after the last value.
#[derive(Clone, Debug)]
struct Codes<C> {
    width: usize,
    codes: Vec<C>,
}

impl Facet {
    /// From records and their values, in any order and perhaps repeated.
    pub(super) fn new(records: usize, values: usize, mut pairs: Vec<(u64, u32)>) -> Self {
        pairs.sort_unstable();
        pairs.dedup();
        let mut sets = SetsBuilder::default();
        let mut totals = vec![0; values];
        for (record, value) in &pairs {
            sets.push(*value, *record as u32);
            totals[*value as usize] += 1;
        }
        let widths = pairs.chunk_by(|a, b| a.0 == b.0).map(<[_]>::len);
        let width = widths.max().unwrap_or(0);
        let rows = if records * width > pairs.len() * 8 {
            Rows::Missing
        } else if let Ok(none) = u8::try_from(values) {
            Rows::Narrow(Codes::new(records, width, none, &pairs))
        } else if let Ok(none) = u16::try_from(values) {
            Rows::Wide(Codes::new(records, width, none, &pairs))
        } else {
            Rows::Missing
        };
        Facet {
            sets: sets.build(records),
            totals,
            rows,
        }
    }

    /// How many records of a set of `total` have each value.
    pub(super) fn count(&self, set: &Bits, total: usize) -> Vec<u32> {
        if total == set.len() {
            return self.totals.clone();
        }
        let mut counts = vec![0; self.totals.len() + 1];
        let size = self.sets.size();
        match &self.rows {
            Rows::Narrow(codes) if codes.cost(total) <= size => codes.tally(set, &mut counts),
            Rows::Wide(codes) if codes.cost(total) <= size => codes.tally(set, &mut counts),
            _ => {
                for (value, count) in (0..self.totals.len() as u32).zip(&mut counts) {
                    *count = self.sets.count_and(value, set) as u32;
                }
            }
        }
        counts.pop();
        counts
    }
}

impl<C: Copy + Into<u32> + TryFrom<u32>> Codes<C> {
    /// From sorted records and their values; every value is at most `none`.
    fn new(records: usize, width: usize, none: C, pairs: &[(u64, u32)]) -> Self {
        let mut codes = vec![none; records * width];
        for of_one in pairs.chunk_by(|a, b| a.0 == b.0) {
            let row = &mut codes[of_one[0].0 as usize * width..];
            for (slot, (_, value)) in row.iter_mut().zip(of_one) {
                *slot = C::try_from(*value).unwrap_or(none);
            }
        }
        Codes { width, codes }
    }

    /// What so many rows take, in the time of a bitmap's word or a listed record, as measured.
    fn cost(&self, records: usize) -> usize {
        records * (self.width + 1)
    }

    /// Counts the values of a set's records, and unused codes after them.
    fn tally(&self, set: &Bits, counts: &mut [u32]) {
        let mut count = |code: C| counts[code.into() as usize] += 1;
        if self.width == 1 {
            // Most facets; without a loop inside the loop it takes half the time.
            set.iter()
                .for_each(|record| count(self.codes[record as usize]));
            return;
        }
        for record in set {
            let row = &self.codes[record as usize * self.width..][..self.width];
            row.iter().for_each(|code| count(*code));
        }
    }
}
