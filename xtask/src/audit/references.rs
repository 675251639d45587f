//! What the data says of itself: ids resolve, fields are declared, labels are
//! in both languages.

use super::data::{list, text, Data, Entity};
use super::Failure;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// All of it.
pub fn check(data: &Data, failures: &mut Vec<Failure>) {
    labels(data, failures);
    let names = Names::of(data);
    let mut seen: HashMap<&str, &str> = HashMap::new();
    for entity in data.entities() {
        if entity.id().is_empty() {
            failures.push(entity.failure("id", "missing"));
        } else if let Some(other) = seen.insert(entity.id(), entity.collection) {
            failures.push(entity.failure("id", format!("also in {other}.json")));
        }
        for label in ["name", "summary"] {
            both(&entity.value[label], |what| {
                failures.push(entity.failure(label, what));
            });
        }
    }
    for entity in data.both() {
        for statement in entity.statements() {
            names.statement(entity, statement, failures);
        }
    }
}

/// Everything that can be referred to.
struct Names<'a> {
    entities: HashSet<&'a str>,
    fields: HashMap<&'a str, &'a Value>,
    terms: &'a Value,
    units: HashSet<&'a str>,
    qualifiers: HashSet<&'a str>,
    sections: HashSet<&'a str>,
}

impl<'a> Names<'a> {
    fn of(data: &'a Data) -> Self {
        let fields = list(&data.schema["fields"]);
        let ids = |all: &'a [Value]| all.iter().map(|one| text(&one["id"])).collect();
        Names {
            entities: data.entities().map(Entity::id).collect(),
            fields: fields.iter().map(|f| (text(&f["id"]), f)).collect(),
            terms: &data.schema["terms"],
            units: ids(list(&data.schema["units"])),
            qualifiers: ids(list(&data.schema["qualifiers"])),
            sections: ids(data.sections()),
        }
    }

    fn statement(&self, entity: Entity<'_>, statement: &Value, failures: &mut Vec<Failure>) {
        let name = text(&statement["field"]);
        let mut fail = |what: String| failures.push(entity.failure(name, what));
        let field = self.fields.get(name).copied();
        if field.is_none() {
            fail("no such field in schema.json".into());
        }
        let value = &statement["value"];
        let shape = shape(value);
        if let Some(kind) = field.map(|f| text(&f["kind"])).filter(|k| *k != shape) {
            fail(format!("a {kind} is wanted, the value is {shape}"));
        }
        if let Some(id) = value.get("entity") {
            if !self.entities.contains(text(id)) {
                fail(format!("no entity `{}`", text(id)));
            }
        }
        if let (Some(id), Some(field)) = (value.get("term"), field) {
            let terms = text(&field["terms"]);
            let mut known = list(&self.terms[terms]).iter();
            if !known.any(|term| term["id"] == *id) {
                fail(format!("no term `{}` in `{terms}`", text(id)));
            }
        }
        if let Some(by) = statement["said_by"].as_str() {
            if !self.entities.contains(by) {
                fail(format!("said_by: no entity `{by}`"));
            }
        }
        if let Some(unit) = statement["unit"].as_str() {
            if !self.units.contains(unit) {
                fail(format!("no unit `{unit}` in schema.json"));
            }
        }
        if let Some(qualifier) = statement["qualifier"].as_str() {
            if !self.qualifiers.contains(qualifier) {
                fail(format!("no qualifier `{qualifier}` in schema.json"));
            }
        }
        if let Some(section) = statement["source"]["section"].as_str() {
            if !self.sections.contains(section) {
                fail(format!("no section `{section}` in outline.json"));
            }
        }
        for (what, label) in [("text", &value["text"]), ("scope", &statement["scope"])] {
            if !label.is_null() {
                both(label, |missing| fail(format!("{what}: {missing}")));
            }
        }
    }
}

/// The kind of field that a value fits.
fn shape(value: &Value) -> &str {
    match value {
        Value::Number(_) => "number",
        Value::Bool(_) => "bool",
        Value::Object(object) if object.len() == 1 => object.keys().next().map_or("", |k| k),
        _ => "none",
    }
}

fn labels(data: &Data, failures: &mut Vec<Failure>) {
    let mut named = |file: &str, group: &str, item: &Value| {
        let entity = format!("{group}/{}", text(&item["id"]));
        both(&item["name"], |what| {
            failures.push(Failure::new(file, &entity, "name", what));
        });
    };
    for group in ["collections", "fields", "units"] {
        for item in list(&data.schema[group]) {
            named("schema.json", group, item);
        }
    }
    for (group, terms) in data.schema["terms"].as_object().into_iter().flatten() {
        for item in list(terms) {
            named("schema.json", group, item);
        }
    }
    for section in data.sections() {
        named("outline.json", "sections", section);
    }
}

/// Reports each language a label lacks.
fn both(label: &Value, mut missing: impl FnMut(String)) {
    for language in ["zh", "en"] {
        if text(&label[language]).trim().is_empty() {
            missing(format!("no {language}"));
        }
    }
}
