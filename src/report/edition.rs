//! A loaded edition: immutable, indexed, checked.
use super::wire::*;
use std::collections::HashMap;

/// What is wrong with a data file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The entity, where the fault is inside one.
    pub entity: Option<String>,
    /// The field, where the fault is inside a statement.
    pub field: Option<String>,
    /// What is wrong.
    pub what: String,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.file)?;
        for part in [&self.entity, &self.field].into_iter().flatten() {
            write!(f, " › {part}")?;
        }
        write!(f, ": {}", self.what)
    }
}

/// An edition of the report.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// Collections, fields, terms, units.
    pub schema: Schema,
    /// Sections.
    pub outline: Outline,
    /// Entities by collection, in the order of the schema.
    pub entities: Vec<Vec<Entity>>,
    index: HashMap<String, (usize, usize)>,
}

impl Edition {
    /// Reads schema and outline, without which nothing can be shown.
    ///
    /// # Errors
    /// The problem of the first file that cannot be read.
    pub fn begin(schema: &str, outline: &str) -> Result<Self, Problem> {
        let schema: Schema = read("schema.json", schema)?;
        if schema.format != FORMAT {
            let what = format!(
                "format {} instead of {FORMAT}: this program is older or newer than its data",
                schema.format
            );
            return Err(problem("schema.json", None, None, what));
        }
        let outline = read("outline.json", outline)?;
        let entities = vec![Vec::new(); schema.collections.len()];
        Ok(Self {
            schema,
            outline,
            entities,
            index: HashMap::new(),
        })
    }

    /// Adds the file of one collection. What is wrong inside it is left out and listed; the rest is kept.
    pub fn add(&mut self, collection: usize, json: &str) -> Vec<Problem> {
        let file = format!("{}.json", self.schema.collections[collection].id);
        let values: Vec<serde_json::Value> = match read(&file, json) {
            Ok(values) => values,
            Err(problem) => return vec![problem],
        };
        let mut problems = Vec::new();
        for value in values {
            let id = value["id"].as_str().unwrap_or("?").to_owned();
            match serde_json::from_value::<Entity>(value) {
                Ok(mut entity) => {
                    let schema = &self.schema;
                    let sections = &self.outline.sections;
                    entity.statements.retain(|statement| {
                        match fault(schema, sections, statement) {
                            Some(what) => {
                                let field = Some(statement.field.clone());
                                problems.push(problem(&file, Some(&id), field, what));
                                false
                            }
                            None => true,
                        }
                    });
                    let place = (collection, self.entities[collection].len());
                    if self.index.insert(id.clone(), place).is_some() {
                        problems.push(problem(&file, Some(&id), None, "id is used twice".into()));
                    }
                    self.entities[collection].push(entity);
                }
                Err(error) => {
                    problems.push(problem(&file, Some(&id), None, error.to_string()));
                }
            }
        }
        problems
    }

    /// Every reference that leads nowhere. Call it when all files are in.
    pub fn dangling(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        for (collection, entities) in self.schema.collections.iter().zip(&self.entities) {
            for entity in entities {
                for statement in &entity.statements {
                    let said_by = statement.said_by.as_deref();
                    let value = match &statement.value {
                        Value::Entity { entity } => Some(entity.as_str()),
                        _ => None,
                    };
                    for id in said_by.into_iter().chain(value) {
                        if self.find(id).is_none() {
                            problems.push(problem(
                                &format!("{}.json", collection.id),
                                Some(&entity.id),
                                Some(statement.field.clone()),
                                format!("refers to {id}, which does not exist"),
                            ));
                        }
                    }
                }
            }
        }
        problems
    }

    /// The entity of an id, with the number of its collection.
    pub fn find(&self, id: &str) -> Option<(usize, &Entity)> {
        let &(collection, at) = self.index.get(id)?;
        Some((collection, &self.entities[collection][at]))
    }

    /// The collection of an id.
    pub fn collection(&self, id: &str) -> Option<usize> {
        self.schema.collections.iter().position(|c| c.id == id)
    }

    /// The field of an id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.schema.fields.iter().find(|f| f.id == id)
    }

    /// The unit of an id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.schema.units.iter().find(|u| u.id == id)
    }

    /// The section of an id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.outline.sections.iter().find(|s| s.id == id)
    }

    /// A number in the base unit, so that unlike magnitudes can be compared.
    pub fn base_value(&self, statement: &Statement) -> Option<f64> {
        let Value::Number(number) = statement.value else {
            return None;
        };
        let unit = statement.unit.as_deref().and_then(|id| self.unit(id));
        Some(number * unit.map_or(1.0, |u| u.factor))
    }
}

fn problem(file: &str, entity: Option<&str>, field: Option<String>, what: String) -> Problem {
    Problem {
        file: file.to_owned(),
        entity: entity.map(str::to_owned),
        field,
        what,
    }
}

fn read<T: serde::de::DeserializeOwned>(file: &str, json: &str) -> Result<T, Problem> {
    serde_json::from_str(json).map_err(|error| problem(file, None, None, error.to_string()))
}

fn fault(schema: &Schema, sections: &[Section], statement: &Statement) -> Option<String> {
    let Some(field) = schema.fields.iter().find(|f| f.id == statement.field) else {
        return Some("field is not in the schema".into());
    };
    let fits = match (&statement.value, field.kind) {
        (Value::Number(number), Kind::Number) => number.is_finite(),
        (Value::Bool(_), Kind::Bool)
        | (Value::Entity { .. }, Kind::Entity)
        | (Value::Text { .. }, Kind::Text) => true,
        (Value::Date { date }, Kind::Date) => is_date(date),
        (Value::Term { term }, Kind::Term) => {
            let list = field.terms.as_ref().and_then(|name| schema.terms.get(name));
            if !list.is_some_and(|list| list.iter().any(|t| &t.id == term)) {
                return Some(format!("term {term} is not in its list"));
            }
            true
        }
        _ => false,
    };
    if !fits {
        return Some(format!("value is not a {:?}", field.kind).to_lowercase());
    }
    if let Some(unit) = &statement.unit {
        if !schema.units.iter().any(|u| &u.id == unit) {
            return Some(format!("unit {unit} is not in the schema"));
        }
    }
    if let Some(qualifier) = &statement.qualifier {
        if !schema.qualifiers.iter().any(|q| &q.id == qualifier) {
            return Some(format!("qualifier {qualifier} is not in the schema"));
        }
    }
    if !sections.iter().any(|s| s.id == statement.source.section) {
        return Some(format!(
            "section {} does not exist",
            statement.source.section
        ));
    }
    None
}

/// Whether a text is a year, a month or a day.
fn is_date(text: &str) -> bool {
    matches!(text.len(), 4 | 7 | 10)
        && text.bytes().enumerate().all(|(i, b)| match i {
            4 | 7 => b == b'-',
            _ => b.is_ascii_digit(),
        })
}
