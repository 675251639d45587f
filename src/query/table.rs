//! The columns of a table and how they are built.

use super::text::{fold, Texts};
use super::{Bits, Key, Sort};

/// Records with everything prepared for answering queries.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) records: usize,
    pub(super) facets: Vec<Vec<Members>>,
    pub(super) numbers: Vec<Numbers>,
    pub(super) ranks: Vec<Order>,
    pub(super) texts: Option<Texts>,
}

impl Table {
    /// How many records there are.
    pub fn records(&self) -> usize {
        self.records
    }

    /// The order a sort asks for, if its column exists.
    pub(super) fn order(&self, sort: Sort) -> Option<&Order> {
        match sort.by {
            Key::Number(column) => self.numbers.get(column).map(|numbers| &numbers.order),
            Key::Rank(column) => self.ranks.get(column),
        }
    }
}

/// Collects columns for a [`Table`]. Each method returns the index by which queries
/// name the new column, counting from zero for every sort of column.
#[derive(Clone, Debug)]
pub struct TableBuilder {
    table: Table,
}

impl TableBuilder {
    /// A table of this many records and no columns yet.
    pub fn new(records: usize) -> Self {
        assert!(u32::try_from(records).is_ok(), "too many records");
        TableBuilder {
            table: Table {
                records,
                facets: Vec::new(),
                numbers: Vec::new(),
                ranks: Vec::new(),
                texts: None,
            },
        }
    }

    /// Adds a facet with `values` values, given which record has which; a record may
    /// have several values or none, and repeats do no harm.
    ///
    /// # Panics
    /// If a record or value is out of range.
    pub fn facet(&mut self, values: usize, pairs: impl IntoIterator<Item = (u32, usize)>) -> usize {
        let mut lists = vec![Vec::new(); values];
        for (record, value) in pairs {
            assert!((record as usize) < self.table.records, "record {record}");
            lists[value].push(record);
        }
        let records = self.table.records;
        let members = lists.into_iter().map(|list| Members::new(records, list));
        self.table.facets.push(members.collect());
        self.table.facets.len() - 1
    }

    /// Adds a number column; a record may have several values or none. Values that are
    /// not a number count as missing.
    ///
    /// # Panics
    /// If a record is out of range.
    pub fn number(&mut self, pairs: impl IntoIterator<Item = (u32, f64)>) -> usize {
        let numbers = Numbers::new(self.table.records, pairs.into_iter().collect());
        self.table.numbers.push(numbers);
        self.table.numbers.len() - 1
    }

    /// Adds a precomputed order: the smaller the rank, the earlier the record.
    ///
    /// # Panics
    /// If there is not exactly one entry per record.
    pub fn rank(&mut self, ranks: &[Option<u32>]) -> usize {
        assert_eq!(ranks.len(), self.table.records, "one rank per record");
        self.table.ranks.push(Order::new(ranks));
        self.table.ranks.len() - 1
    }

    /// Sets the text that is searched, one string per record, folded or not.
    ///
    /// # Panics
    /// If there is not exactly one string per record.
    pub fn text<S: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = S>) {
        let folded: Vec<_> = texts.into_iter().map(|text| fold(text.as_ref())).collect();
        assert_eq!(folded.len(), self.table.records, "one text per record");
        self.table.texts = Some(Texts::new(folded));
    }

    /// The finished table.
    pub fn build(self) -> Table {
        self.table
    }
}

/// The records having one value of a facet.
///
/// A rare value is cheaper to count record by record than word by word over the whole
/// table; facets with thousands of values stay fast and small that way.
#[derive(Clone, Debug)]
pub(super) enum Members {
    Few(Vec<u32>),
    Many { set: Bits, count: usize },
}

impl Members {
    fn new(records: usize, mut list: Vec<u32>) -> Self {
        list.sort_unstable();
        list.dedup();
        if list.len() <= records / 64 {
            list.shrink_to_fit();
            return Members::Few(list);
        }
        let mut set = Bits::empty(records);
        list.iter().for_each(|record| set.insert(*record));
        Members::Many {
            set,
            count: list.len(),
        }
    }

    pub(super) fn count(&self) -> usize {
        match self {
            Members::Few(list) => list.len(),
            Members::Many { count, .. } => *count,
        }
    }

    pub(super) fn count_and(&self, base: &Bits) -> usize {
        match self {
            Members::Few(list) => list.iter().filter(|record| base.contains(**record)).count(),
            Members::Many { set, .. } => set.count_and(base),
        }
    }

    pub(super) fn add_to(&self, union: &mut Bits) {
        match self {
            Members::Few(list) => list.iter().for_each(|record| union.insert(*record)),
            Members::Many { set, .. } => union.or(set),
        }
    }
}

/// A number column.
///
/// All values are kept, not only the extremes: with 1 and 9 known, whether a value lies
/// between 3 and 5 could not be told.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    /// The values of record `r`, ascending, are `values[starts[r]..starts[r + 1]]`.
    starts: Vec<u32>,
    values: Vec<f64>,
    order: Order,
}

impl Numbers {
    fn new(records: usize, mut pairs: Vec<(u32, f64)>) -> Self {
        pairs.retain(|(_, value)| !value.is_nan());
        pairs.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut starts = vec![0; records + 1];
        for (record, _) in &pairs {
            assert!((*record as usize) < records, "record {record}");
            starts[*record as usize + 1] += 1;
        }
        for record in 0..records {
            starts[record + 1] += starts[record];
        }
        let values: Vec<f64> = pairs.into_iter().map(|(_, value)| value).collect();
        let mut numbers = Numbers {
            starts,
            values,
            order: Order::default(),
        };
        let all = 0..records as u32;
        let largest: Vec<_> = all.map(|r| numbers.of(r).last().copied()).collect();
        numbers.order = Order::new(&largest);
        numbers
    }

    fn of(&self, record: u32) -> &[f64] {
        let record = record as usize;
        &self.values[self.starts[record] as usize..self.starts[record + 1] as usize]
    }

    /// Whether the record has a value from `low` to `high`, both included.
    #[inline]
    pub(super) fn any_within(&self, record: u32, low: f64, high: f64) -> bool {
        let mut values = self.of(record).iter();
        values.any(|value| low <= *value && *value <= high)
    }
}

/// All records sorted by one column, so that a query only has to walk along.
#[derive(Clone, Debug, Default)]
pub(super) struct Order {
    /// Groups of equal value end to end, smallest value first, each in record order.
    sorted: Vec<u32>,
    /// Where each group in `sorted` ends; descending walks whole groups backwards so
    /// that ties keep record order.
    ends: Vec<u32>,
    missing: Vec<u32>,
}

impl Order {
    fn new<V: PartialOrd + Copy>(values: &[Option<V>]) -> Self {
        let mut present = Vec::new();
        let mut missing = Vec::new();
        for (record, value) in (0..).zip(values) {
            match value {
                Some(value) => present.push((*value, record)),
                None => missing.push(record),
            }
        }
        // Values compare as numbers do (-0 equals 0), and none is NaN by now.
        present.sort_by(|a, b| a.0.partial_cmp(&b.0).expect("comparable"));
        let mut ends = Vec::new();
        for group in present.chunk_by(|a, b| a.0 == b.0) {
            ends.push(ends.last().unwrap_or(&0) + group.len() as u32);
        }
        let sorted = present.into_iter().map(|(_, record)| record).collect();
        Order {
            sorted,
            ends,
            missing,
        }
    }

    /// The first `limit` records of `set` in this order.
    pub(super) fn first(&self, set: &Bits, descending: bool, limit: usize) -> Vec<u32> {
        let missing = self.missing.iter();
        if !descending {
            return take(self.sorted.iter().chain(missing), set, limit);
        }
        let groups = (0..self.ends.len()).rev().flat_map(|group| {
            let start = group.checked_sub(1).map_or(0, |before| self.ends[before]);
            &self.sorted[start as usize..self.ends[group] as usize]
        });
        take(groups.chain(missing), set, limit)
    }
}

fn take<'a>(order: impl Iterator<Item = &'a u32>, set: &Bits, limit: usize) -> Vec<u32> {
    let found = order.copied().filter(|record| set.contains(*record));
    found.take(limit).collect()
}
