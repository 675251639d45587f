//! What the files say of each other: the lists of the schema, charts, cross-check,
//! glossary and outline name what exists, and no id is a word that addresses keep.

use super::data::{list, text, Data};
use super::Failure;
use serde_json::Value;
use std::collections::HashSet;
use zhilan::chart::Form;
use zhilan::link::{PAGES, RESERVED};

/// All of it.
pub fn check(data: &Data, failures: &mut Vec<Failure>) {
    let entities: HashSet<&str> = data.entities().map(|e| e.id()).collect();
    reserved(data, failures);
    collections(data, failures);
    fields(data, failures);
    charts(data, failures);
    crosscheck(data, failures);
    let mut missing = |file: &str, entity: &str, field: &str, id: &str| {
        if !entities.contains(id) {
            failures.push(Failure::new(
                file,
                entity,
                field,
                format!("no entity `{id}`"),
            ));
        }
    };
    for concept in list(&data.glossary) {
        if let Some(id) = concept["entity"].as_str() {
            missing("glossary.json", text(&concept["id"]), "entity", id);
        }
    }
    for id in list(&data.outline["key"]) {
        missing("outline.json", "-", "key", text(id));
    }
    for plate in ["figures", "tables"] {
        for plate in list(&data.outline[plate]) {
            let id = text(&plate["id"]);
            missing("outline.json", id, "id", id);
        }
    }
    for addition in data.additions() {
        missing(&addition.file(), addition.id(), "entity", addition.id());
    }
}

/// Words that addresses keep for themselves.
fn reserved(data: &Data, failures: &mut Vec<Failure>) {
    for (group, words) in [("fields", RESERVED), ("collections", PAGES)] {
        for item in list(&data.schema[group]) {
            let id = text(&item["id"]);
            if words.contains(&id) {
                let entity = format!("{group}/{id}");
                let what = "addresses keep this word for themselves";
                failures.push(Failure::new("schema.json", &entity, "id", what));
            }
        }
    }
}

/// What is wrong with a field that should be of a kind.
fn unfit(data: &Data, id: &Value, kinds: &[&str]) -> Option<String> {
    let id = text(id);
    match data.field(id) {
        None => Some(format!("no field `{id}`")),
        Some(field) if !kinds.is_empty() && !kinds.contains(&text(&field["kind"])) => Some(
            format!("field `{id}` is not of kind {}", kinds.join(" or ")),
        ),
        Some(_) => None,
    }
}

/// Everything but numbers and texts can be chosen.
const CHOSEN: &[&str] = &["term", "entity", "date", "bool"];

fn collections(data: &Data, failures: &mut Vec<Failure>) {
    let lists: [(&str, &[&str]); 5] = [
        ("card", &[]),
        ("columns", &[]),
        ("facets", CHOSEN),
        ("ranges", &["number"]),
        ("dates", &["date"]),
    ];
    for collection in list(&data.schema["collections"]) {
        let entity = format!("collections/{}", text(&collection["id"]));
        for (key, kinds) in lists {
            let found = list(&collection[key]).iter();
            for what in found.filter_map(|id| unfit(data, id, kinds)) {
                failures.push(Failure::new("schema.json", &entity, key, what));
            }
        }
    }
}

fn fields(data: &Data, failures: &mut Vec<Failure>) {
    let units = list(&data.schema["units"]);
    for field in list(&data.schema["fields"]) {
        let entity = format!("fields/{}", text(&field["id"]));
        let mut fail = |key: &str, what: String| {
            failures.push(Failure::new("schema.json", &entity, key, what));
        };
        let terms = text(&field["terms"]);
        if field["kind"] == "term" && !data.schema["terms"][terms].is_array() {
            fail("terms", format!("no list `{terms}`"));
        }
        if let Some(unit) = field["unit"].as_str() {
            if !units.iter().any(|u| u["id"] == unit) {
                fail("unit", format!("no unit `{unit}`"));
            }
        }
    }
}

fn charts(data: &Data, failures: &mut Vec<Failure>) {
    let mut seen = HashSet::new();
    for chart in list(&data.charts) {
        let id = text(&chart["id"]);
        let mut fail = |key: &str, what: String| {
            failures.push(Failure::new("charts.json", id, key, what));
        };
        if !seen.insert(id) {
            fail("id", "used twice".into());
        }
        let collection = text(&chart["collection"]);
        if !data.collections.iter().any(|(id, _)| id == collection) {
            fail("collection", format!("no collection `{collection}`"));
        }
        let form = chart["form"].as_str().unwrap_or_default();
        if Form::of(form).is_none() {
            fail("form", format!("no form `{form}`"));
        }
        let number: &[&str] = &["number"];
        let split = if form == Form::Scatter.id() {
            number
        } else {
            CHOSEN
        };
        for (key, kinds) in [("measure", number), ("group", CHOSEN), ("split", split)] {
            let given = Some(&chart[key]).filter(|id| !id.is_null());
            if let Some(what) = given.and_then(|id| unfit(data, id, kinds)) {
                fail(key, what);
            }
        }
    }
}

fn crosscheck(data: &Data, failures: &mut Vec<Failure>) {
    let mut seen = HashSet::new();
    for check in list(&data.crosscheck) {
        let id = text(&check["id"]);
        let mut fail = |field: &str, what: String| {
            failures.push(Failure::new("crosscheck.json", id, field, what));
        };
        if !seen.insert(id) {
            fail("id", "used twice".into());
        }
        let path = text(&check["statement"]);
        if path.contains('@') || data.statement(path, false).is_none() {
            fail("statement", format!("`{path}` leads to no statement"));
        }
        let verdict = text(&check["verdict"]);
        if !["agrees", "differs", "not_comparable"].contains(&verdict) {
            fail("verdict", format!("no verdict `{verdict}`"));
        }
    }
}
