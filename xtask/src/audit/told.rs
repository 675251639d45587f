//! Every text in the data files with where it stands and what it is.

use super::data::{list, text, Data};
use super::Failure;
use serde_json::Value;

/// What a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A name or title.
    Name,
    /// Our own words.
    Own,
    /// A further name that is searched for.
    Alias,
    /// What a reader types into the PDF's search box.
    Token,
    /// How a section begins in the report.
    Heading,
}

/// A text with its place.
#[derive(Clone, Debug)]
pub struct Told<'a> {
    /// The file.
    pub file: String,
    /// The entity, or what stands in its place: a concept, a field, a section.
    pub entity: &'a str,
    /// The field of its statement, or the property it stands in.
    pub field: &'a str,
    /// `zh`, `en`, or nothing where a text is not in two languages.
    pub language: &'a str,
    /// What it is.
    pub role: Role,
    /// The text.
    pub text: &'a str,
}

impl Told<'_> {
    /// Something wrong with it.
    pub fn failure(&self, what: impl Into<String>) -> Failure {
        Failure::new(&self.file, self.entity, self.field, what)
    }
}

/// All texts of all files.
pub fn all(data: &Data) -> Vec<Told<'_>> {
    let mut out = Vec::new();
    for (file, value) in data.files() {
        let mut walk = Walk {
            file: &file,
            out: &mut out,
        };
        walk.value(value, Place::default());
    }
    out
}

/// Where a value stands.
#[derive(Clone, Copy, Default)]
struct Place<'a> {
    entity: &'a str,
    field: &'a str,
    key: &'a str,
    /// Whether the field is a statement's, which the names of properties inside do not change.
    fixed: bool,
}

struct Walk<'a, 'b> {
    file: &'b str,
    out: &'b mut Vec<Told<'a>>,
}

impl<'a> Walk<'a, '_> {
    fn value(&mut self, value: &'a Value, mut place: Place<'a>) {
        match value {
            Value::Object(object) => {
                let owns = object.contains_key("statements");
                let id = object.get("id").or(object.get("entity").filter(|_| owns));
                if let Some(id) = id.and_then(Value::as_str) {
                    place.entity = id;
                }
                if let Some(field) = object.get("field").and_then(Value::as_str) {
                    (place.field, place.fixed) = (field, true);
                }
                for (key, value) in object {
                    let mut inner = place;
                    if let ("zh" | "en", Value::String(text)) = (&**key, value) {
                        self.add(place, key, label(place.key), text);
                        continue;
                    }
                    inner.key = key;
                    if !place.fixed {
                        inner.field = key;
                    }
                    // Avoided words stand there to be avoided.
                    if key != "avoid" {
                        self.value(value, inner);
                    }
                }
            }
            Value::Array(_) => list(value).iter().for_each(|v| self.value(v, place)),
            Value::String(text) => {
                let role = match place.key {
                    "aliases" => Role::Alias,
                    "tokens" => Role::Token,
                    "heading" => Role::Heading,
                    _ => return,
                };
                self.add(place, "", role, text);
            }
            _ => {}
        }
    }

    fn add(&mut self, place: Place<'a>, language: &'a str, role: Role, text: &'a str) {
        self.out.push(Told {
            file: self.file.to_owned(),
            entity: place.entity,
            field: place.field,
            language,
            role,
            text,
        });
    }
}

/// What the label of a property is.
fn label(key: &str) -> Role {
    match key {
        "name" | "term" | "number" | "title" | "publisher" | "attribution" => Role::Name,
        _ => Role::Own,
    }
}

/// The names and titles in the data, longest first.
pub fn names<'a>(data: &'a Data, told: &[Told<'a>]) -> Vec<&'a str> {
    let named = told
        .iter()
        .filter(|t| matches!(t.role, Role::Name | Role::Alias));
    let mut names: Vec<&str> = named.map(|t| t.text).collect();
    // The sources beside the report have titles, too.
    for addition in data.additions() {
        let sources = addition.statements().iter();
        names.extend(sources.map(|s| text(&s["source"]["title"])));
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}
