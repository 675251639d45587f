//! Search everywhere: one line of text against everything that has a name or a number.
//!
//! ```text
//! Edition + Characters ──Index::new──→ items ──find──→ groups of hits, each with its reason
//! ```
//! A query is matched as it is typed, as pinyin, as initials, in traditional characters, as a
//! printed number; words that match nothing are taken as slips of the finger, and a query that
//! still finds nothing gets what comes nearest. All of it is a walk over a thousand short texts:
//! no index structure would be worth its bytes.

mod build;
mod characters;
mod find;
mod fit;
mod number;
mod slip;
mod split;
mod text;

pub use characters::Characters;

use crate::report::Label;
use number::Number;
use text::Text;

/// What a hit is; hits are grouped by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A whole collection.
    Collection,
    /// An entity of the collection of this number.
    Entity(usize),
    /// A section of the report.
    Section,
    /// A figure or table that is no entity of its own.
    Plate,
    /// A concept of the glossary.
    Concept,
}

/// Why something was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// By its name in one of the two languages.
    Name,
    /// By another name of it.
    Alias(String),
    /// By its pinyin.
    Pinyin {
        /// The characters that were spelled.
        text: String,
        /// How they are read.
        syllables: String,
    },
    /// By the initials of these characters.
    Initials(String),
    /// By what reads so in simplified characters.
    Traditional(String),
    /// By the number of this statement of it.
    Number(usize),
    /// By its own number: 2.1.3, Table 1.
    Place,
    /// By a word in what is said of it.
    Words(String),
    /// By this, taking the query for a slip.
    Slip(String),
    /// It only comes nearest.
    Nearest,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub what: What,
    /// Its id among its kind.
    pub id: String,
    /// What it is called.
    pub label: Label,
    /// How well it fits; larger is better.
    pub score: u32,
    /// Why it was found.
    pub reason: Reason,
}

/// Hits of one kind, the best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they are.
    pub what: What,
    /// The hits.
    pub hits: Vec<Hit>,
}

/// One thing that can be found.
struct Item {
    what: What,
    id: String,
    label: Label,
    /// Chinese and English name.
    names: Vec<Text>,
    /// Other names, each as it is written.
    aliases: Vec<(String, Text)>,
    /// Its own number in the report, without spaces.
    places: Vec<String>,
    /// Everything else that is said of it, folded.
    words: String,
    /// Where in these words that ends which says what kind of thing it is.
    kind: usize,
    /// How many things refer to it.
    referred: usize,
}

/// Everything that can be found, prepared for matching.
pub struct Index {
    items: Vec<Item>,
    numbers: Vec<Number>,
    /// Names of units, by which numbers are told apart.
    units: Vec<Vec<String>>,
    /// About, over, 约, 超: what may stand before a number.
    qualifiers: Vec<String>,
    characters: Characters,
}
