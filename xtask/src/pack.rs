//! `pack`: the data files as the page loads them, made from the files that people edit.
//!
//! The first view needs what cards, facets and charts show; everything else of a collection goes
//! into `more/`, the context layer into one file. Nothing is added, nothing is lost: a test puts
//! the parts together again.

use crate::{characters, place};
use anyhow::{Context, Result};
use serde_json::{json, Map, Value};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// Makes `public/pack` anew from `public/data`.
pub fn run() -> Result<()> {
    let data = place::root().join("public/data");
    let pack = place::root().join("public/pack");
    for edition in
        fs::read_dir(&data).with_context(|| format!("could not look into {}", data.display()))?
    {
        let edition = edition?.path();
        if edition.join("schema.json").exists() {
            let name = edition.file_name().unwrap_or_default();
            make(&edition, &pack.join(name))?;
        }
    }
    Ok(())
}

/// Packs one edition.
pub fn make(data: &Path, pack: &Path) -> Result<()> {
    for folder in ["more", "names", "charts"] {
        fs::create_dir_all(pack.join(folder))?;
    }
    let schema = read(&data.join("schema.json"))?;
    let mut outline = read(&data.join("outline.json"))?;
    for section in outline["sections"].as_array_mut().into_iter().flatten() {
        // Only the audit looks for headings.
        section.as_object_mut().map(|s| s.remove("heading"));
    }
    let charts = optional(&data.join("charts.json"))?;
    let mut files = Vec::new();
    for spec in list(&schema["collections"]) {
        let id = text(&spec["id"]).to_owned();
        let entities = read(&data.join(format!("{id}.json")))?;
        files.push((early_fields(spec, &charts), id, entities));
    }
    for (fields, id, entities) in &files {
        let of_it = list(&charts).iter().filter(|c| c["collection"] == **id);
        let of_it: Vec<Value> = of_it.cloned().collect();
        write(
            &pack.join(format!("charts/{id}.json")),
            &Value::Array(of_it),
        )?;
        let own: BTreeSet<&str> = list(entities).iter().map(|e| text(&e["id"])).collect();
        let mut names = Map::new();
        let mut first = Vec::new();
        let mut more = Vec::new();
        for entity in list(entities) {
            let (early, late) = split(entity, fields);
            for statement in list(&early["statements"]) {
                let value = text(&statement["value"]["entity"]);
                for other in [value, text(&statement["said_by"])] {
                    if !other.is_empty() && !own.contains(other) {
                        names.insert(other.to_owned(), name_of(&files, other));
                    }
                }
            }
            first.push(early);
            more.push(late);
        }
        write(&pack.join(format!("{id}.json")), &Value::Array(first))?;
        let folder = pack.join("names");
        write(&folder.join(format!("{id}.json")), &Value::Object(names))?;
        write(
            &pack.join("more").join(format!("{id}.json")),
            &Value::Array(more),
        )?;
    }
    let early: BTreeSet<&String> = files.iter().flat_map(|(fields, ..)| fields).collect();
    let entities = files.iter().flat_map(|(_, _, entities)| list(entities));
    let stated = entities.flat_map(|entity| list(&entity["statements"]));
    let units = stated
        .filter(|statement| {
            early
                .iter()
                .any(|id| id.as_str() == text(&statement["field"]))
        })
        .map(|statement| text(&statement["unit"]));
    let units: BTreeSet<&str> = units.collect();
    let early = early_schema(&schema, &early, &units);
    write(&pack.join("schema.json"), &early)?;
    write(&pack.join("more/schema.json"), &schema)?;
    write(&pack.join("outline.json"), &outline)?;
    write(&pack.join("charts.json"), &charts)?;
    let mut context = Vec::new();
    for (_, id, _) in &files {
        let file = data.join("context").join(format!("{id}.json"));
        context.extend(list(&optional(&file)?).iter().cloned());
    }
    write(&pack.join("context.json"), &Value::Array(context))?;
    for file in ["crosscheck.json", "glossary.json"] {
        write(&pack.join(file), &optional(&data.join(file))?)?;
    }
    write(&pack.join("search.json"), &characters::of_edition(data)?)
}

/// The fields that cards, facets, ranges, timelines and charts of a collection show.
fn early_fields(spec: &Value, charts: &Value) -> BTreeSet<String> {
    let lists = ["card", "facets", "ranges", "dates"].map(|key| list(&spec[key]));
    let mut fields: BTreeSet<String> = lists
        .into_iter()
        .flatten()
        .map(|f| text(f).to_owned())
        .collect();
    for chart in list(charts)
        .iter()
        // A chart of the context layer comes with that layer, and the whole schema before it.
        .filter(|c| c["collection"] == spec["id"] && c["context"] != true)
    {
        let used = ["measure", "group", "split"].map(|key| text(&chart[key]).to_owned());
        fields.extend(used.into_iter().filter(|field| !field.is_empty()));
    }
    fields
}

/// The part of the schema that the first view reads: its fields with their terms, without what explains or compares them.
fn early_schema(schema: &Value, fields: &BTreeSet<&String>, units: &BTreeSet<&str>) -> Value {
    let mut early = schema.clone();
    let (mut lists, mut usual) = (BTreeSet::new(), BTreeSet::new());
    if let Some(all) = early["fields"].as_array_mut() {
        all.retain(|field| fields.iter().any(|id| id.as_str() == text(&field["id"])));
        for field in all {
            lists.insert(text(&field["terms"]).to_owned());
            usual.insert(text(&field["unit"]).to_owned());
            without(field, &["note", "group", "inverse", "quantity"]);
        }
    }
    if let Some(terms) = early["terms"].as_object_mut() {
        terms.retain(|list, _| lists.contains(list));
        for term in terms.values_mut().filter_map(Value::as_array_mut).flatten() {
            without(term, &["note"]);
        }
    }
    if let Some(all) = early["units"].as_array_mut() {
        all.retain(|unit| {
            let id = text(&unit["id"]);
            units.contains(id) || usual.contains(id)
        });
    }
    for qualifier in early["qualifiers"].as_array_mut().into_iter().flatten() {
        without(qualifier, &["note"]);
    }
    without(&mut early, &["groups", "quantities", "phrases"]);
    early
}

fn without(value: &mut Value, keys: &[&str]) {
    if let Some(object) = value.as_object_mut() {
        keys.iter().for_each(|key| drop(object.remove(*key)));
    }
}

/// An entity's early part and the rest of it.
fn split(entity: &Value, fields: &BTreeSet<String>) -> (Value, Value) {
    let mut early = Vec::new();
    let mut tokens = Vec::new();
    let mut late = Vec::new();
    for (at, statement) in list(&entity["statements"]).iter().enumerate() {
        if fields.contains(text(&statement["field"])) {
            let mut statement = statement.clone();
            let found = statement["source"]
                .as_object_mut()
                .and_then(|source| source.remove("tokens"));
            tokens.push(found.unwrap_or_else(|| json!([])));
            early.push(statement);
        } else {
            late.push(json!([at, statement]));
        }
    }
    let id = &entity["id"];
    let early = json!({"id": id, "name": entity["name"], "statements": early});
    let mut rest = json!({"id": id, "summary": entity["summary"], "tokens": tokens});
    for (key, value) in [
        ("aliases", entity["aliases"].clone()),
        ("display", entity["display"].clone()),
        ("statements", Value::Array(late)),
    ] {
        let empty = match &value {
            Value::Array(all) => all.is_empty(),
            other => other.is_null(),
        };
        if !empty {
            rest[key] = value;
        }
    }
    (early, rest)
}

fn name_of(files: &[(BTreeSet<String>, String, Value)], id: &str) -> Value {
    let all = files.iter().flat_map(|(_, _, entities)| list(entities));
    let found = { all }.find(|e| text(&e["id"]) == id);
    found.map_or_else(|| json!({"zh": id, "en": id}), |e| e["name"].clone())
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn read(path: &Path) -> Result<Value> {
    let json =
        fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))?;
    serde_json::from_str(&json).with_context(|| format!("{} is not JSON", path.display()))
}

/// A file that an edition may do without.
fn optional(path: &Path) -> Result<Value> {
    match path.exists() {
        true => read(path),
        false => Ok(json!([])),
    }
}

/// Writes a file, but only when it changes: the development server watches the folder.
fn write(path: &Path, value: &Value) -> Result<()> {
    let json = serde_json::to_string(value)?;
    if fs::read_to_string(path).is_ok_and(|old| old == json) {
        return Ok(());
    }
    fs::write(path, json).with_context(|| format!("could not write {}", path.display()))
}
