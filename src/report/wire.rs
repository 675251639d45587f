//! The data files as they are written: one type per kind of thing in them.
use serde::Deserialize;
use std::collections::BTreeMap;

/// A label in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// What kind of value a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number with a unit.
    Number,
    /// A year, month or day; the printed precision is kept.
    Date,
    /// A term of a controlled list.
    Term,
    /// Free text in both languages.
    Text,
    /// A reference to an entity.
    Entity,
    /// Yes or no.
    Bool,
}

/// A collection of entities, as the schema declares it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Collection {
    /// Stable id; also the name of its data file.
    pub id: String,
    /// Its heading.
    pub name: Label,
    /// Fields that a card shows, most important first.
    #[serde(default)]
    pub card: Vec<String>,
    /// Fields offered as facets.
    #[serde(default)]
    pub facets: Vec<String>,
    /// Whether its file is loaded after the first view.
    #[serde(default)]
    pub later: bool,
    /// Number fields offered as ranges and sort keys.
    #[serde(default)]
    pub ranges: Vec<String>,
}

/// A field, as the schema declares it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Field {
    /// Stable id.
    pub id: String,
    /// What its values are.
    pub kind: Kind,
    /// Its label.
    pub name: Label,
    /// The controlled list of a term field.
    #[serde(default)]
    pub terms: Option<String>,
    /// The usual unit of a number field.
    #[serde(default)]
    pub unit: Option<String>,
}

/// A term of a controlled list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Term {
    /// Stable id.
    pub id: String,
    /// Its label.
    pub name: Label,
}

/// A unit, with what one of it is worth in its base unit.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Unit {
    /// Stable id.
    pub id: String,
    /// How it is written after a number.
    pub name: Label,
    /// One of this unit in the base unit.
    #[serde(default = "one")]
    pub factor: f64,
    /// How the base unit is written in English, where magnitudes are converted.
    #[serde(default)]
    pub base: Option<Label>,
}

fn one() -> f64 {
    1.0
}

/// The schema of an edition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Schema {
    /// Version of the format; only [`FORMAT`] is read.
    pub format: u32,
    /// The collections, in order.
    pub collections: Vec<Collection>,
    /// All fields.
    pub fields: Vec<Field>,
    /// Controlled lists by name.
    #[serde(default)]
    pub terms: BTreeMap<String, Vec<Term>>,
    /// Units.
    #[serde(default)]
    pub units: Vec<Unit>,
    /// Qualifiers with their labels.
    #[serde(default)]
    pub qualifiers: Vec<Term>,
}

/// The version of the data format that this program reads.
pub const FORMAT: u32 = 1;

/// A section of the report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Section {
    /// Its id: `2.1.3`.
    pub id: String,
    /// Its number as printed.
    pub number: Label,
    /// Its title.
    pub name: Label,
    /// The page it starts on, where the report's table of contents says.
    #[serde(default)]
    pub page: Option<u32>,
}

/// The outline of the report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Outline {
    /// The report's title.
    pub title: Label,
    /// Who issued it.
    pub publisher: Label,
    /// Entities whose first number opens the overview.
    #[serde(default)]
    pub key: Vec<String>,
    /// Date of publication.
    pub date: String,
    /// All sections in reading order.
    pub sections: Vec<Section>,
}

/// A value as stated.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Value {
    /// A number, in the statement's unit.
    Number(f64),
    /// Yes or no.
    Bool(bool),
    /// A reference to an entity.
    Entity {
        /// Its id.
        entity: String,
    },
    /// A term.
    Term {
        /// Its id in the field's list.
        term: String,
    },
    /// A date with the printed precision.
    Date {
        /// `2024`, `2024-06` or `2024-06-30`.
        date: String,
    },
    /// Text in both languages.
    Text {
        /// The text.
        text: Label,
    },
}

/// Where in the report a statement stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// The section's id.
    pub section: String,
    /// Text, table, figure or footnote.
    #[serde(default)]
    pub at: Option<String>,
    /// Short literal strings to look for in that section.
    #[serde(default)]
    pub tokens: Vec<String>,
}

/// What a computed value was computed from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Derivation {
    /// The statements it rests on.
    pub inputs: Vec<String>,
    /// The formula.
    pub formula: String,
}

/// One thing that the report says of an entity.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Statement {
    /// The field's id.
    pub field: String,
    /// The value as printed.
    pub value: Value,
    /// About, over, nearly, forecast …
    #[serde(default)]
    pub qualifier: Option<String>,
    /// The unit as printed.
    #[serde(default)]
    pub unit: Option<String>,
    /// The date it holds for.
    #[serde(default)]
    pub as_of: Option<String>,
    /// What exactly it is said of.
    #[serde(default)]
    pub scope: Option<Label>,
    /// Whom the report names for it.
    #[serde(default)]
    pub said_by: Option<String>,
    /// How it was computed, if it was.
    #[serde(default)]
    pub derived_from: Option<Derivation>,
    /// Where it stands.
    pub source: Source,
}

/// A thing the report speaks of.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Entity {
    /// Stable id, unique in the edition.
    pub id: String,
    /// Its name.
    pub name: Label,
    /// Other names it is looked for by.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// What it is, in our words.
    #[serde(default)]
    pub summary: Label,
    /// What is said of it.
    pub statements: Vec<Statement>,
}
