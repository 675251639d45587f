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
        if entity.statements().is_empty() {
            failures.push(entity.failure("statements", "none"));
        }
        for statement in entity.statements() {
            names.statement(entity, statement, failures);
        }
    }
}

/// Everything that can be referred to.
struct Names<'a> {
    entities: HashMap<&'a str, HashSet<&'a str>>,
    fields: HashMap<&'a str, &'a Value>,
    terms: &'a Value,
    units: HashSet<&'a str>,
}

impl<'a> Names<'a> {
    fn of(data: &'a Data) -> Self {
        let mut entities: HashMap<&str, HashSet<&str>> = HashMap::new();
        for entity in data.entities() {
            let collections = entities.entry(entity.id()).or_default();
            collections.insert(entity.collection);
        }
        let fields = list(&data.schema["fields"]);
        let units = list(&data.schema["units"]);
        Names {
            entities,
            fields: fields.iter().map(|f| (text(&f["id"]), f)).collect(),
            terms: &data.schema["terms"],
            units: units.iter().map(|u| text(&u["id"])).collect(),
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
        if value.is_null() {
            fail("no value".into());
        }
        if let Some(id) = value.get("entity") {
            let to = field.and_then(|field| field["to"].as_str());
            match self.entities.get(text(id)) {
                None => fail(format!("no entity `{}`", text(id))),
                Some(found) => {
                    if let Some(to) = to.filter(|to| !found.contains(to)) {
                        fail(format!("`{}` is not in {to}.json", text(id)));
                    }
                }
            }
        }
        if let (Some(id), Some(field)) = (value.get("term"), field) {
            let terms = text(&field["terms"]);
            // `kind` has a list per collection: chips has chip_kind.
            let known = if self.terms[terms].is_array() {
                list(&self.terms[terms])
                    .iter()
                    .any(|term| term["id"] == *id)
            } else {
                self.in_any_list(id)
            };
            if !known {
                fail(format!("no term `{}` in `{terms}`", text(id)));
            }
        }
        if let Some(by) = statement["said_by"].as_str() {
            if !self.entities.contains_key(by) {
                fail(format!("said_by: no entity `{by}`"));
            }
        }
        if let Some(unit) = statement["unit"].as_str() {
            if !self.units.contains(unit) {
                fail(format!("no unit `{unit}` in schema.json"));
            }
        }
        for (what, label) in [("text", &value["text"]), ("scope", &statement["scope"])] {
            if !label.is_null() {
                both(label, |missing| fail(format!("{what}: {missing}")));
            }
        }
    }

    fn in_any_list(&self, id: &Value) -> bool {
        self.terms.as_object().is_some_and(|lists| {
            lists
                .values()
                .any(|terms| list(terms).iter().any(|term| term["id"] == *id))
        })
    }
}

fn labels(data: &Data, failures: &mut Vec<Failure>) {
    let mut named = |file: &str, group: &str, item: &Value| {
        both(&item["name"], |what| {
            failures.push(Failure {
                file: file.into(),
                entity: format!("{group}/{}", text(&item["id"])),
                field: "name".into(),
                what,
            });
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
