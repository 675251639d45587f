//! What the page of an entity draws besides its statements: a table, a few points, boxes.
use super::Label;
use serde::Deserialize;

/// How an entity's page is drawn, as its data file says. One flat shape for all kinds: what a kind does not use is empty.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Display {
    /// What is drawn.
    pub kind: Drawn,
    /// Fields of the entity whose texts stand under the drawing: what it shows, what is missing.
    #[serde(default)]
    pub captions: Vec<String>,
    /// Of a table: field ids from left to right; `name` is the place of the row's entities.
    #[serde(default)]
    pub columns: Vec<String>,
    /// Of a table: its column heads as printed, where they differ from the labels of the fields.
    #[serde(default)]
    pub heads: Vec<Label>,
    /// Of a table: a row each; an entity's id, or several parted by spaces where they share a row.
    #[serde(default)]
    pub rows: Vec<String>,
    /// Of a series: the statements that are its points, each `entity/field#n`.
    #[serde(default)]
    pub statements: Vec<String>,
    /// Of a diagram: its groups in reading order.
    #[serde(default)]
    pub groups: Vec<Group>,
}

/// What is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Drawn {
    /// A table of entities and their values.
    Table,
    /// Numbers over time.
    Series,
    /// Boxes in groups.
    Diagram,
    /// Nothing but the captions.
    Text,
}

/// A group of boxes.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct Group {
    /// Its heading.
    pub name: Label,
    /// The entity that the heading stands for.
    #[serde(default)]
    pub entity: Option<String>,
    /// Whether its boxes follow one another, as steps do.
    #[serde(default)]
    pub steps: bool,
    /// Its boxes.
    #[serde(default)]
    pub boxes: Vec<DiagramBox>,
}

/// A box of a diagram.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
pub struct DiagramBox {
    /// What stands in it; the entity's name where this is empty.
    #[serde(default)]
    pub name: Label,
    /// The entity that it stands for.
    #[serde(default)]
    pub entity: Option<String>,
}

impl Display {
    /// The ids of all entities it refers to; those of its statements are in their paths.
    pub fn entities(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self.rows.iter().flat_map(|row| row.split(' ')).collect();
        for group in &self.groups {
            all.extend(group.entity.as_deref());
            all.extend(group.boxes.iter().filter_map(|b| b.entity.as_deref()));
        }
        all
    }
}
