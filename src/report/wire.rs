//! The data files as they are written: one type per kind of thing in them.
use super::value::{Source, Value};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version of the data format that this program reads.
pub const FORMAT: u32 = 1;

/// A text in both languages; a missing one is empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Default)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Label {
    /// Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

/// What kind of value a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A number with a unit.
    Number,
    /// A year, half year, month or day; the printed precision is kept.
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
#[derive(Debug, Clone, PartialEq, Deserialize, Default)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Collection {
    /// Stable id; also the name of its data file.
    pub id: String,
    /// Its heading.
    pub name: Label,
    /// What it holds, in a sentence.
    pub about: Label,
    /// How its entities are counted: 个模型, models.
    pub unit: Label,
    /// How a single one is counted, where that differs.
    pub one: Label,
    /// Fields that a card shows, most important first.
    pub card: Vec<String>,
    /// Fields offered as facets.
    pub facets: Vec<String>,
    /// Number fields offered as ranges and sort keys.
    pub ranges: Vec<String>,
    /// Columns of its table, where they differ from the card.
    pub columns: Vec<String>,
    /// The date fields that place its entities on a timeline, the one that needs no word beside a name first.
    /// Without any, all its dates and dated numbers do.
    pub dates: Vec<String>,
    /// Whether it is one of the further collections, listed after the main ones.
    pub later: bool,
}

/// A field, as the schema declares it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Field {
    /// Stable id.
    pub id: String,
    /// What its values are.
    pub kind: Kind,
    /// Its label.
    pub name: Label,
    /// What exactly it holds, where the label does not say it all.
    #[serde(default)]
    pub note: Label,
    /// The controlled list of a term field.
    #[serde(default)]
    pub terms: Option<String>,
    /// The usual unit of a number field.
    #[serde(default)]
    pub unit: Option<String>,
    /// The group it is listed under where entities are compared.
    #[serde(default)]
    pub group: Option<String>,
    /// How the relation reads from the other end: `makes` for a field `vendor`.
    #[serde(default)]
    pub inverse: Label,
    /// What its values are comparable with; unlike classes are never put on one scale.
    #[serde(default)]
    pub comparable: Option<String>,
    /// The quantity that it is one way of stating, of [`Schema::quantities`]: memory as an amount and as a
    /// ratio are two fields of one quantity. Fields of one quantity share a row where entities are compared.
    #[serde(default)]
    pub quantity: Option<String>,
    /// Whether only the context layer uses it.
    #[serde(default)]
    pub context: bool,
}

/// A term of a controlled list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Term {
    /// Stable id.
    pub id: String,
    /// Its label.
    pub name: Label,
    /// What it means, where the label does not say it all.
    #[serde(default)]
    pub note: Label,
    /// Whether a qualifier stands after its number in Chinese: 10余项.
    #[serde(default)]
    pub after: bool,
    /// Whether a qualifier stands after the unit in Chinese: 3%左右.
    #[serde(default)]
    pub last: bool,
}

/// A unit, with what one of it is worth in its base unit.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
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
    /// How it is written after a one, where that differs.
    #[serde(default)]
    pub one: Label,
    /// A pattern in place of number and unit: `第{}代`.
    #[serde(default)]
    pub form: Label,
    /// How an axis names the base unit, where values keep this one.
    #[serde(default)]
    pub root: Option<Label>,
    /// What it measures: units of one measure convert into each other by their factors.
    /// Without it a unit measures what its base says, or else only itself.
    #[serde(default)]
    pub measure: Option<String>,
    /// Whether it is a ratio to something else (times, %) and not an amount of its own.
    #[serde(default)]
    pub ratio: bool,
}

fn one() -> f64 {
    1.0
}

/// The schema of an edition.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Schema {
    /// Version of the format; only [`FORMAT`] is read.
    pub format: u32,
    /// The collections, in order.
    pub collections: Vec<Collection>,
    /// All fields.
    pub fields: Vec<Field>,
    /// Groups of fields, in the order in which they are listed.
    #[serde(default)]
    pub groups: Vec<Term>,
    /// Quantities that several fields state, each in its way.
    #[serde(default)]
    pub quantities: Vec<Term>,
    /// Controlled lists by name.
    #[serde(default)]
    pub terms: BTreeMap<String, Vec<Term>>,
    /// Units.
    #[serde(default)]
    pub units: Vec<Unit>,
    /// Qualifiers with their labels.
    #[serde(default)]
    pub qualifiers: Vec<Term>,
    /// How things are put in sentences and citations, by what their ids say. `publisher`: the publisher's short name; `city`: where the
    /// report was issued; `qualifier/ID`: how a qualifier joins a number to what it is said of, itself included
    /// (预计将达到, is forecast at); `field/ID`: of a number what it is the number of, with `{name}`
    /// (the context length of {name}), of anything else the whole saying, with `{name}` and `{value}`
    /// ({name} was developed by {value}).
    #[serde(default)]
    pub phrases: Vec<Term>,
}

/// A section of the report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
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

/// A figure or table of the report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Plate {
    /// The id of its entity.
    pub id: String,
    /// Its number.
    pub number: u32,
    /// Its caption.
    pub name: Label,
    /// The page it stands on.
    #[serde(default)]
    pub page: Option<u32>,
    /// The section it stands in.
    pub section: String,
}

/// The outline of the report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Outline {
    /// The report's title.
    pub title: Label,
    /// Who issued it.
    pub publisher: Label,
    /// How it is to be named as a source.
    #[serde(default)]
    pub attribution: Label,
    /// What it is, in a few sentences.
    #[serde(default)]
    pub about: Label,
    /// Entities whose first number opens the overview.
    #[serde(default)]
    pub key: Vec<String>,
    /// Date of publication.
    pub date: String,
    /// All sections in reading order.
    pub sections: Vec<Section>,
    /// Its figures.
    #[serde(default)]
    pub figures: Vec<Plate>,
    /// Its tables.
    #[serde(default)]
    pub tables: Vec<Plate>,
}

/// What a computed value was computed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Derivation {
    /// The statements it rests on.
    pub inputs: Vec<String>,
    /// The formula.
    pub formula: String,
}

/// One thing that is said of an entity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Statement {
    /// The field's id.
    pub field: String,
    /// The value as printed.
    pub value: Value,
    /// About, over, nearly, forecast …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub qualifier: Option<String>,
    /// The unit as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The date it holds for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// What exactly it is said of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Label>,
    /// Whom the report names for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_by: Option<String>,
    /// How it was computed, if it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived_from: Option<Derivation>,
    /// Where it stands.
    pub source: Source,
}

/// A thing the report speaks of.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Entity {
    /// Stable id, unique in the edition.
    #[cfg_attr(
        feature = "json-schema",
        schemars(regex(pattern = r"^[a-z0-9][a-z0-9-]*$"))
    )]
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
    /// What its page draws besides, as JSON: it is read where it is drawn.
    // The program reads it as it stands (see `load`); only the schema spells it out.
    #[cfg_attr(not(feature = "json-schema"), serde(skip))]
    #[cfg_attr(
        feature = "json-schema",
        serde(default, deserialize_with = "raw"),
        schemars(with = "Option<super::Display>")
    )]
    pub display: Option<Box<str>>,
}

/// JSON that is read later, as it stands.
#[cfg(feature = "json-schema")]
fn raw<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<Box<str>>, D::Error> {
    let raw = Option::<Box<serde_json::value::RawValue>>::deserialize(from)?;
    Ok(raw.map(|raw| raw.get().into()))
}

/// What is publicly known of an entity beside the report: an element of `context/*.json`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Addition {
    /// The entity's id.
    pub entity: String,
    /// The statements, each with a public source.
    pub statements: Vec<Statement>,
}

/// How a statement of the report stands to the public record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Both say the same.
    Agrees,
    /// They say different things of the same.
    Differs,
    /// They speak of different things.
    NotComparable,
}

/// A statement of the report beside the public record: an element of `crosscheck.json`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Check {
    /// Stable id.
    pub id: String,
    /// The statement: `entity/field`, with `#2` for the second of that field.
    pub statement: String,
    /// How the two stand to each other.
    pub verdict: Verdict,
    /// What the public record says.
    pub record: Label,
    /// Why they agree, differ or cannot be compared.
    pub why: Label,
    /// Where the public record stands.
    pub against: Vec<super::Reference>,
}

/// Words that are not used for a concept, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Avoided {
    /// Chinese.
    pub zh: Vec<String>,
    /// English.
    pub en: Vec<String>,
}

/// A concept of the report with its one word in each language: an element of `glossary.json`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Concept {
    /// Stable id.
    pub id: String,
    /// The word.
    pub term: Label,
    /// Its abbreviation.
    #[serde(default)]
    pub abbreviation: Option<String>,
    /// Other words for it, by which it is looked for but not called.
    #[serde(default)]
    pub avoid: Avoided,
    /// What it means, in our words.
    pub definition: Label,
    /// The entity that stands for it.
    #[serde(default)]
    pub entity: Option<String>,
}
