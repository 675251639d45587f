//! Search, filter, count and sort over records known only by their number.
//!
//! A [`Table`] is built once from columns and then answers any [`Query`] with an
//! [`Outcome`]. Nothing here knows what the records mean: facets, numbers and ranks
//! are told apart by the index their [`TableBuilder`] method returned.
//!
//! The rules, in one place:
//!
//! * values chosen within a facet widen the result, separate facets, ranges and words narrow it;
//! * the counts of a facet ignore the choices made in that same facet, so that a
//!   reader sees what choosing another value would bring;
//! * sorting puts records without a value last in both directions and breaks ties by record.
//!
//! A query may come from a stale link, so indices the table does not have never panic.

mod table;

mod evaluate;

mod facet;
mod numbers;
mod order;
mod text;

mod bits;
mod fold;
mod sets;
mod terms;

pub use bits::{Bits, Ones};
pub use fold::fold;
pub use table::{Table, TableBuilder};

/// What a reader asks of a [`Table`]. The default asks for every record but lists none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// Free text; folded here. Latin words match the beginning of a word, Chinese,
    /// Japanese and Korean runs match anywhere, and all of them must match. A table without text
    /// ignores it.
    pub text: String,
    /// Chosen values per facet. An empty choice restricts nothing; an unknown facet or
    /// value matches no record.
    pub facets: Vec<(usize, Vec<usize>)>,
    /// Inclusive bounds per number column. A record passes if any of its values lies
    /// inside; without both bounds nothing is restricted, not even missing values.
    /// An unknown column matches no record.
    pub ranges: Vec<(usize, Option<f64>, Option<f64>)>,
    /// The order of the hits: by the first key, where that ties by the second, and so on;
    /// at last by record. Keys with an unknown column are passed over.
    pub sort: Vec<Sort>,
    /// How many hits to list.
    pub limit: usize,
}

/// A key of an order for hits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column to sort by.
    pub by: Key,
    /// Largest first. Missing values stay last and ties stay in record order.
    pub descending: bool,
}

/// A column hits can be sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// A number column, by the largest value of each record.
    Number(usize),
    /// A precomputed order, such as that of names.
    Rank(usize),
}

/// The answer to a [`Query`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How many records match.
    pub total: usize,
    /// The first `limit` matching records in the order asked for.
    pub hits: Vec<u32>,
    /// All matching records.
    pub all: Bits,
    /// Per facet and value, how many records would match if that facet had no choice
    /// and only the value were asked for.
    pub counts: Vec<Vec<u32>>,
}
