//! The data files as JSON values, and ways to look around in them.

use super::Failure;
use anyhow::{bail, Context, Result};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Everything in the data folder.
pub struct Data {
    /// schema.json
    pub schema: Value,
    /// outline.json
    pub outline: Value,
    /// Collection id and what its file holds, in the schema's order.
    pub collections: Vec<(String, Value)>,
}

/// One entity and where it stands.
#[derive(Clone, Copy)]
pub struct Entity<'a> {
    /// Its collection's id.
    pub collection: &'a str,
    /// The entity itself.
    pub value: &'a Value,
}

impl Data {
    /// Reads schema.json, outline.json and the files of the collections.
    pub fn load(folder: &Path) -> Result<Data> {
        let schema = read(&folder.join("schema.json"))?;
        let outline = read(&folder.join("outline.json"))?;
        let mut collections = Vec::new();
        for collection in list(&schema["collections"]) {
            let id = text(&collection["id"]);
            let path = folder.join(format!("{id}.json"));
            let value = read(&path)?;
            if !value.is_array() {
                bail!("{} is not a list of entities", path.display());
            }
            collections.push((id.to_owned(), value));
        }
        if collections.is_empty() {
            bail!("schema.json names no collections");
        }
        Ok(Data {
            schema,
            outline,
            collections,
        })
    }

    /// The outline's sections, in order.
    pub fn sections(&self) -> &[Value] {
        list(&self.outline["sections"])
    }

    /// Every entity of every collection.
    pub fn entities(&self) -> impl Iterator<Item = Entity<'_>> {
        self.collections.iter().flat_map(|(collection, value)| {
            list(value)
                .iter()
                .map(move |value| Entity { collection, value })
        })
    }

    /// How many entities and statements there are.
    pub fn count(&self) -> (usize, usize) {
        self.entities().fold((0, 0), |(entities, statements), e| {
            (entities + 1, statements + e.statements().len())
        })
    }
}

impl<'a> Entity<'a> {
    /// Its id.
    pub fn id(self) -> &'a str {
        text(&self.value["id"])
    }

    /// What is said of it.
    pub fn statements(self) -> &'a [Value] {
        list(&self.value["statements"])
    }

    /// Something wrong with it.
    pub fn failure(self, field: &str, what: impl Into<String>) -> Failure {
        Failure {
            file: format!("{}.json", self.collection),
            entity: self.id().to_owned(),
            field: field.to_owned(),
            what: what.into(),
        }
    }
}

/// Reads a JSON file.
pub fn read(path: &Path) -> Result<Value> {
    let text =
        fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not JSON", path.display()))
}

/// The elements of a list; none if it is no list.
pub fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

/// A string; empty if it is none.
pub fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}
