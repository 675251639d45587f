//! The address: what the reader looks at, as a fragment that a colleague can open.
//!
//! [`Address`] is the whole state, [`format()`] writes it, [`parse`] reads it and lists what it could not read.
//! Every change of state is a method that returns the next address.
mod change;
mod text;

pub use change::toggle;
pub use text::{format, parse};

use crate::lens::Lang;
use serde::{Deserialize, Serialize};

/// Which page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Hash)]
pub enum Page {
    /// The report at a glance.
    #[default]
    Overview,
    /// A collection by id.
    Collection(String),
    /// An entity by id.
    Entity(String),
    /// The report's structure; a section by id.
    Outline(Option<String>),
    /// Entities side by side.
    Compare(Vec<String>),
    /// Releases, rules and dated numbers on one axis.
    Timeline,
    /// The relations around an entity; with a second one, the shortest connection between the two.
    Relations(Option<String>, Option<String>),
    /// The report beside the public record.
    Checks,
    /// Words, fields, qualifiers and marks and what they mean.
    Dictionary,
    /// What the reader has pinned.
    Pinned,
    /// What this is, where it comes from, what it is made of.
    About,
}

/// How a collection is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum View {
    /// Cards.
    #[default]
    Cards,
    /// A table.
    Table,
    /// A timeline.
    Timeline,
    /// The reader's own chart.
    Chart,
}

/// A range of a number field, in base units; an open end is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Range {
    /// The field.
    pub field: String,
    /// The lowest value let through.
    pub from: Option<f64>,
    /// The highest value let through.
    pub to: Option<f64>,
}

/// A sort key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sort {
    /// The field.
    pub field: String,
    /// Largest first.
    pub descending: bool,
}

/// The reader's own chart; what is not chosen is decided by the data.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// The number field that is measured; none counts entities.
    pub measure: Option<String>,
    /// The field that groups the marks; none gives each entity its own.
    pub group: Option<String>,
    /// The field that splits each group.
    pub split: Option<String>,
    /// The drawing form.
    pub form: Option<String>,
    /// Logarithmic scale.
    pub log: bool,
    /// One small chart per value of the split field.
    pub multiples: bool,
}

/// An entity that the reader keeps, with a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The entity's id.
    pub id: String,
    /// The reader's note; may be empty.
    #[serde(default)]
    pub note: String,
}

/// One statement of an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pointer {
    /// Its field.
    pub field: String,
    /// Its place among the statements of that field in its layer, from 1.
    pub nth: usize,
    /// Whether it stands beside the report, in the context layer.
    pub beside: bool,
}

/// The whole state of the application.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Address {
    /// Which page.
    pub page: Page,
    /// In which language.
    pub lang: Lang,
    /// Whether the other language stands beside it.
    pub both: bool,
    /// Whether the context layer is shown.
    pub context: bool,
    /// What is searched for.
    pub text: String,
    /// Chosen facet values by field.
    pub facets: Vec<(String, Vec<String>)>,
    /// Chosen ranges.
    pub ranges: Vec<Range>,
    /// Sort keys, most important first.
    pub sorts: Vec<Sort>,
    /// How the collection is shown.
    pub view: View,
    /// Chosen columns of the table.
    pub columns: Vec<String>,
    /// The reader's own chart.
    pub chart: Choice,
    /// On the timeline, the collections shown; none are all.
    pub collections: Vec<String>,
    /// On the timeline, the first and last year shown.
    pub years: Option<(u16, u16)>,
    /// In a comparison, only the rows that differ.
    pub differences: bool,
    /// On the page of pinned things, a list that a colleague shared.
    pub pins: Vec<Pin>,
    /// On an entity's page, the statement that is pointed at.
    pub statement: Option<Pointer>,
}
