//! A statement's value and source: the two places where a data file may say one of several things.
use super::Label;
use serde::de::{Error, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// A value as stated.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "json-schema", schemars(untagged))]
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
        /// `2024`, `2024-H1`, `2024-06` or `2024-06-30`.
        #[cfg_attr(
            feature = "json-schema",
            schemars(regex(pattern = r"^\d{4}(-H[12]|-\d{2}(-\d{2})?)?$"))
        )]
        date: String,
    },
    /// Text in both languages.
    Text {
        /// The text.
        text: Label,
    },
}

/// Where a statement stands. The two variants are the two layers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "json-schema", schemars(untagged))]
pub enum Source {
    /// In the report.
    Report(Place),
    /// In a public source outside the report.
    Public(Reference),
}

/// A place in the report.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Place {
    /// The section's id.
    pub section: String,
    /// `text`, or a table, figure or footnote with its number: `table 1`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Short literal strings to look for in that section.
    pub tokens: Vec<String>,
}

/// A public source.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "json-schema", schemars(extend("required" = ["title"])))]
#[serde(default)]
pub struct Reference {
    /// Its title.
    pub title: String,
    /// Its address; a reprint has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Its date.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub as_of: Option<String>,
    /// `primary`, `repository`, `secondary` or `reprint`.
    pub kind: String,
}

/// Read by hand: what serde derives for one of several shapes is several times as large.
struct Shapes;

impl<'de> Visitor<'de> for Shapes {
    type Value = Value;

    fn expecting(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("a number, yes or no, or an object with entity, term, date or text")
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Value, E> {
        Ok(Value::Number(number))
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Value, E> {
        Ok(Value::Number(number as f64))
    }

    fn visit_bool<E: Error>(self, yes: bool) -> Result<Value, E> {
        Ok(Value::Bool(yes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let key: Option<String> = map.next_key()?;
        let value = match key.as_deref() {
            Some("entity") => Value::Entity {
                entity: map.next_value()?,
            },
            Some("term") => Value::Term {
                term: map.next_value()?,
            },
            Some("date") => Value::Date {
                date: map.next_value()?,
            },
            Some("text") => Value::Text {
                text: map.next_value()?,
            },
            Some(other) => {
                return Err(Error::custom(format_args!("unknown kind of value {other}")))
            }
            None => return Err(Error::custom("a value that says nothing")),
        };
        match map.next_key::<IgnoredAny>()? {
            None => Ok(value),
            Some(_) => Err(Error::custom("a value that says two things")),
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(Shapes)
    }
}

/// A source as written: the fields of both variants.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Written {
    section: Option<String>,
    at: Option<String>,
    tokens: Vec<String>,
    title: Option<String>,
    url: Option<String>,
    as_of: Option<String>,
    kind: String,
}

impl<'de> Deserialize<'de> for Source {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(from)?;
        match (written.section, written.title) {
            (Some(section), None) => Ok(Source::Report(Place {
                section,
                at: written.at,
                tokens: written.tokens,
            })),
            (None, Some(title)) => Ok(Source::Public(Reference {
                title,
                url: written.url,
                as_of: written.as_of,
                kind: written.kind,
            })),
            _ => Err(Error::custom("a source has either a section or a title")),
        }
    }
}

impl Source {
    /// The place in the report, if it stands there.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Source::Report(place) => Some(place),
            Source::Public(_) => None,
        }
    }

    /// The section in the report; empty for a public source.
    pub fn section(&self) -> &str {
        self.place().map_or("", |place| &place.section)
    }
}
