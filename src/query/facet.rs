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
    codes: Codes,
}

/// `width` codes for each record, unused ones the number after the last value.
#[derive(Clone, Debug)]
enum Codes {
    Narrow(usize, Vec<u8>),
    Wide(usize, Vec<u32>),
}

impl Facet {
    /// From the values of records, in any order and perhaps repeated.
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
        let codes = match u8::try_from(values) {
            Ok(none) => Codes::Narrow(
                width,
                codes(records, width, &pairs, none, |value| value as u8),
            ),
            Err(_) => Codes::Wide(
                width,
                codes(records, width, &pairs, values as u32, |value| value),
            ),
        };
        Facet {
            sets: sets.build(records),
            totals,
            codes,
        }
    }

    /// How many records of a set of `total` have each value.
    pub(super) fn count(&self, set: &Bits, total: usize) -> Vec<u32> {
        let values = self.totals.len();
        if total == set.len() {
            return self.totals.clone();
        }
        let width = match self.codes {
            Codes::Narrow(width, _) | Codes::Wide(width, _) => width,
        };
        // Measured: looking at a row takes as long as at so many words or listed records.
        if self.sets.size() < total * (width + 1) {
            let count = |value| self.sets.count_and(value, set) as u32;
            return (0..values as u32).map(count).collect();
        }
        let mut counts = vec![0; values + 1];
        match &self.codes {
            Codes::Narrow(width, codes) => tally(set, *width, codes, &mut counts),
            Codes::Wide(width, codes) => tally(set, *width, codes, &mut counts),
        }
        counts.pop();
        counts
    }
}

fn codes<C: Copy>(
    records: usize,
    width: usize,
    pairs: &[(u64, u32)],
    none: C,
    code: impl Fn(u32) -> C,
) -> Vec<C> {
    let mut codes = vec![none; records * width];
    for of_one in pairs.chunk_by(|a, b| a.0 == b.0) {
        let row = &mut codes[of_one[0].0 as usize * width..];
        for (slot, (_, value)) in row.iter_mut().zip(of_one) {
            *slot = code(*value);
        }
    }
    codes
}

fn tally<C: Copy + Into<u32>>(set: &Bits, width: usize, codes: &[C], counts: &mut [u32]) {
    if width == 1 {
        // Most facets; without a loop inside the loop it takes half the time.
        for record in set {
            counts[codes[record as usize].into() as usize] += 1;
        }
        return;
    }
    for record in set {
        for code in &codes[record as usize * width..][..width] {
            counts[(*code).into() as usize] += 1;
        }
    }
}
