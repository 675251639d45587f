//! `schema`: JSON Schema of the data files, made from the types that read them.
//!
//! The files are in the repository, so that an editor or a colleague's program can
//! hold the data against them without building anything; `--check` says whether they
//! are still what the types say.

use crate::place;
use anyhow::{bail, Context, Result};
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{json, Map, Value};
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use zhilan::chart::Spec;
use zhilan::report::{Addition, Check, Concept, Entity, Outline, Schema};

/// What the data files say beyond what the program reads: type, property, its schema.
const BESIDE: &[(&str, &str, &str)] = &[
    (
        "Section",
        "heading",
        r#"{"type": "string", "description": "How the section begins in the report; only the audit looks for it."}"#,
    ),
    (
        "Concept",
        "avoid",
        r#"{"type": "object", "description": "Words that are not used for it, in each language; the audit looks for them.",
            "additionalProperties": false, "properties": {
            "zh": {"type": "array", "items": {"type": "string"}},
            "en": {"type": "array", "items": {"type": "string"}}}}"#,
    ),
];

/// Where the schemas are kept.
pub fn folder() -> PathBuf {
    place::root().join("public/data/schema")
}

/// `schema [--check]`
pub fn run(args: &[String]) -> Result<()> {
    let check = match args {
        [] => false,
        [flag] if flag == "--check" => true,
        _ => bail!("usage: cargo xtask schema [--check]"),
    };
    fs::create_dir_all(folder())?;
    for (name, json) in all()? {
        let path = folder().join(format!("{name}.schema.json"));
        let current = fs::read_to_string(&path).unwrap_or_default();
        if current == json {
            continue;
        }
        if check {
            bail!(
                "{} is not what the types say; by hand: cargo xtask schema",
                path.display()
            );
        }
        fs::write(&path, json).with_context(|| format!("could not write {}", path.display()))?;
        println!("schema: {}", path.display());
    }
    Ok(())
}

/// Every schema by the name of the file it is for.
pub fn all() -> Result<Vec<(&'static str, String)>> {
    Ok(vec![
        (
            "entities",
            of::<Vec<Entity>>("A collection: what the report speaks of")?,
        ),
        (
            "schema",
            of::<Schema>("An edition's collections, fields, terms and units")?,
        ),
        ("outline", of::<Outline>("The report's structure")?),
        (
            "context",
            of::<Vec<Addition>>("What is publicly known beside the report")?,
        ),
        (
            "crosscheck",
            of::<Vec<Check>>("Statements of the report beside the public record")?,
        ),
        (
            "glossary",
            of::<Vec<Concept>>("Concepts with their one word in each language")?,
        ),
        (
            "charts",
            of::<Vec<Spec>>("The charts that are shown first")?,
        ),
    ])
}

/// The schema of a type as text, closed: a misspelt property is an error.
fn of<T: JsonSchema>(title: &str) -> Result<String> {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>();
    let mut schema = serde_json::to_value(schema)?;
    for (name, property, more) in BESIDE {
        let definition = schema.get_mut("$defs").and_then(|all| all.get_mut(*name));
        let properties = definition.and_then(|one| one.get_mut("properties"));
        if let Some(Value::Object(properties)) = properties {
            if !properties.contains_key(*property) {
                properties.insert((*property).to_owned(), serde_json::from_str(more)?);
            }
        }
    }
    close(&mut schema);
    schema["title"] = json!(title);
    Ok(serde_json::to_string_pretty(&ordered(schema))? + "\n")
}

/// Lets no property in that a type does not have.
fn close(schema: &mut Value) {
    match schema {
        Value::Object(object) => {
            if object.get("properties").is_some_and(Value::is_object)
                && !object.contains_key("additionalProperties")
            {
                object.insert("additionalProperties".into(), json!(false));
            }
            object.values_mut().for_each(close);
        }
        Value::Array(items) => items.iter_mut().for_each(close),
        _ => {}
    }
}

/// The same value with its keys in order, whatever features the JSON library was built with.
pub fn ordered(value: Value) -> Value {
    match value {
        Value::Object(object) => {
            let sorted: BTreeMap<String, Value> = object.into_iter().collect();
            let sorted = sorted.into_iter().map(|(key, value)| (key, ordered(value)));
            Value::Object(sorted.collect::<Map<_, _>>())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(ordered).collect()),
        other => other,
    }
}
