//! What the page of an entity draws besides its statements: a table, a few points, boxes.
use super::{Edition, Entity, Label, Problem};
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
    /// What an entity's page draws besides its statements, if anything.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn of(entity: &Entity) -> Option<Result<Self, String>> {
        let json = entity.display.as_deref()?;
        Some(serde_json::from_str(json).map_err(|error| error.to_string()))
    }

    /// What a drawing refers to and does not exist.
    fn lost(&self, edition: &Edition) -> Option<&str> {
        let rows = self.rows.iter().flat_map(|row| row.split(' '));
        let boxes = self.groups.iter().flat_map(|group| {
            let boxes = group.boxes.iter().filter_map(|b| b.entity.as_deref());
            boxes.chain(group.entity.as_deref())
        });
        let mut entities = rows.chain(boxes);
        let mut paths = self.statements.iter();
        let path = || { paths.find(|path| edition.statement(path).is_none()) }.map(String::as_str);
        { entities.find(|id| edition.find(id).is_none()) }.or_else(path)
    }
}

impl Edition {
    /// What is wrong with the drawings of entities' pages; a page does without a drawing that cannot be read.
    pub fn drawings(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (collection, entity) in self.all() {
            let what = match Display::of(entity) {
                None => continue,
                Some(Err(what)) => what,
                Some(Ok(display)) => match display.lost(self) {
                    Some(lost) => ["refers to ", lost, ", which does not exist"].concat(),
                    None => continue,
                },
            };
            let mut problem = Problem::of_file(
                &[&self.schema.collections[collection].id, ".json"].concat(),
                what,
            );
            problem.entity = Some(entity.id.clone());
            problem.field = Some("display".to_owned());
            problems.push(problem);
        }
        problems
    }
}
