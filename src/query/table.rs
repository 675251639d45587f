//! The columns of a table and how they are built.

use super::facet::Facet;
use super::numbers::Numbers;
use super::order::Order;
use super::text::Texts;
use super::{Key, Sort};

/// Records with everything prepared for answering queries.
#[derive(Clone, Debug)]
pub struct Table {
    pub(super) records: usize,
    pub(super) facets: Vec<Facet>,
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
        let records = self.table.records;
        let pairs = pairs.into_iter().map(|(record, value)| {
            assert!((record as usize) < records, "a record past the end");
            assert!(value < values, "a value past the end");
            (u64::from(record), value as u32)
        });
        let facet = Facet::new(records, values, pairs.collect());
        self.table.facets.push(facet);
        self.table.facets.len() - 1
    }

    /// Adds a number column; a record may have several values or none. Values that are
    /// not a number count as missing.
    ///
    /// # Panics
    /// If a record is out of range.
    pub fn number(&mut self, pairs: impl IntoIterator<Item = (u32, f64)>) -> usize {
        let numbers = Numbers::new(self.table.records, pairs);
        self.table.numbers.push(numbers);
        self.table.numbers.len() - 1
    }

    /// Adds a precomputed order: the smaller the rank, the earlier the record.
    ///
    /// # Panics
    /// If there is not exactly one entry per record.
    pub fn rank(&mut self, ranks: &[Option<u32>]) -> usize {
        assert_eq!(ranks.len(), self.table.records, "one rank per record");
        let pairs = (0..)
            .zip(ranks)
            .filter_map(|(record, rank)| Some((u64::from((*rank)?), record)));
        let mut pairs: Vec<_> = pairs.collect();
        pairs.sort_unstable();
        self.table.ranks.push(Order::new(&pairs, ranks.len()));
        self.table.ranks.len() - 1
    }

    /// Sets the text that is searched, one string per record, folded or not.
    ///
    /// # Panics
    /// If there is not exactly one string per record.
    pub fn text<S: AsRef<str>>(&mut self, texts: impl IntoIterator<Item = S>) {
        let texts = Texts::new(texts.into_iter());
        assert!(texts.records() == self.table.records, "one text per record");
        self.table.texts = Some(texts);
    }

    /// The finished table.
    pub fn build(self) -> Table {
        self.table
    }
}
