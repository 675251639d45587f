//! The data files as JSON values, and ways to look around in them.

use super::Failure;
use anyhow::{bail, Context, Result};
use serde_json::{json, Value};
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
    /// The same of the context layer, for collections that have such a file.
    pub context: Vec<(String, Value)>,
    /// crosscheck.json
    pub crosscheck: Value,
    /// glossary.json
    pub glossary: Value,
    /// charts.json
    pub charts: Value,
}

/// One entity, or what is publicly known of one, and where it stands.
#[derive(Clone, Copy)]
pub struct Entity<'a> {
    /// Its collection's id.
    pub collection: &'a str,
    /// Whether it is of the context layer.
    pub beside: bool,
    /// The entity itself.
    pub value: &'a Value,
}

impl Data {
    /// Reads all files of an edition; only schema, outline and collections have to be there.
    pub fn load(folder: &Path) -> Result<Data> {
        let schema = read(&folder.join("schema.json"))?;
        let mut collections = Vec::new();
        let mut context = Vec::new();
        for collection in list(&schema["collections"]) {
            let id = text(&collection["id"]);
            let path = folder.join(format!("{id}.json"));
            let value = read(&path)?;
            if !value.is_array() {
                bail!("{} is not a list of entities", path.display());
            }
            collections.push((id.to_owned(), value));
            let path = folder.join("context").join(format!("{id}.json"));
            if path.exists() {
                context.push((id.to_owned(), read(&path)?));
            }
        }
        if collections.is_empty() {
            bail!("schema.json names no collections");
        }
        let optional = |name: &str| match folder.join(name) {
            path if path.exists() => read(&path),
            _ => Ok(json!([])),
        };
        Ok(Data {
            outline: read(&folder.join("outline.json"))?,
            crosscheck: optional("crosscheck.json")?,
            glossary: optional("glossary.json")?,
            charts: optional("charts.json")?,
            schema,
            collections,
            context,
        })
    }

    /// Every file with its name.
    pub fn files(&self) -> Vec<(String, &Value)> {
        let mut files = vec![
            ("schema.json".to_owned(), &self.schema),
            ("outline.json".to_owned(), &self.outline),
        ];
        for (id, value) in &self.collections {
            files.push((format!("{id}.json"), value));
        }
        for (id, value) in &self.context {
            files.push((format!("context/{id}.json"), value));
        }
        files.push(("crosscheck.json".to_owned(), &self.crosscheck));
        files.push(("glossary.json".to_owned(), &self.glossary));
        files.push(("charts.json".to_owned(), &self.charts));
        files
    }

    /// The outline's sections, in order.
    pub fn sections(&self) -> &[Value] {
        list(&self.outline["sections"])
    }

    /// Every entity of every collection.
    pub fn entities(&self) -> impl Iterator<Item = Entity<'_>> {
        elements(&self.collections, false)
    }

    /// What is publicly known of entities, beside the report.
    pub fn additions(&self) -> impl Iterator<Item = Entity<'_>> {
        elements(&self.context, true)
    }

    /// Both layers.
    pub fn both(&self) -> impl Iterator<Item = Entity<'_>> {
        self.entities().chain(self.additions())
    }

    /// The field of an id.
    pub fn field(&self, id: &str) -> Option<&Value> {
        list(&self.schema["fields"]).iter().find(|f| f["id"] == id)
    }

    /// What one of a unit is worth in its base unit.
    pub fn factor(&self, unit: &str) -> f64 {
        let found = list(&self.schema["units"]).iter().find(|u| u["id"] == unit);
        found.and_then(|u| u["factor"].as_f64()).unwrap_or(1.0)
    }

    /// The statement of a path: `entity/field`, with `#2` for the second of that field
    /// or `@2024` for the one of a date; in the layer asked for.
    pub fn statement(&self, path: &str, beside: bool) -> Option<&Value> {
        let (entity, rest) = path.split_once('/')?;
        let end = rest.find(['#', '@']).unwrap_or(rest.len());
        let (field, which) = rest.split_at(end);
        let all = self
            .both()
            .filter(|e| e.beside == beside && e.id() == entity);
        let mut of_field = all
            .flat_map(Entity::statements)
            .filter(|s| s["field"] == field);
        match which.split_at_checked(1) {
            None => of_field.next(),
            Some(("@", date)) => of_field.find(|s| s["as_of"] == date),
            Some((_, nth)) => of_field.nth(nth.parse::<usize>().ok()?.checked_sub(1)?),
        }
    }

    /// How many entities and statements of the report there are.
    pub fn count(&self) -> (usize, usize) {
        self.entities().fold((0, 0), |(entities, statements), e| {
            (entities + 1, statements + e.statements().len())
        })
    }
}

fn elements(files: &[(String, Value)], beside: bool) -> impl Iterator<Item = Entity<'_>> {
    files.iter().flat_map(move |(collection, value)| {
        list(value).iter().map(move |value| Entity {
            collection,
            beside,
            value,
        })
    })
}

impl<'a> Entity<'a> {
    /// Its id.
    pub fn id(self) -> &'a str {
        text(&self.value[if self.beside { "entity" } else { "id" }])
    }

    /// What is said of it.
    pub fn statements(self) -> &'a [Value] {
        list(&self.value["statements"])
    }

    /// Its file.
    pub fn file(self) -> String {
        let folder = if self.beside { "context/" } else { "" };
        format!("{folder}{}.json", self.collection)
    }

    /// Something wrong with it.
    pub fn failure(self, field: &str, what: impl Into<String>) -> Failure {
        Failure::new(&self.file(), self.id(), field, what)
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
