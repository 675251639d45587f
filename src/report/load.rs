//! Filling an edition file by file. What is wrong is named and left out; the rest is kept.
use super::*;
use serde::Deserialize;
use serde_json::value::RawValue;
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
        f.write_str(&self.file)?;
        for part in [&self.entity, &self.field].into_iter().flatten() {
            f.write_str(" › ")?;
            f.write_str(part)?;
        }
        f.write_str(": ")?;
        f.write_str(&self.what)
    }
}

impl Problem {
    /// A fault of a whole file.
    pub fn of_file(file: &str, what: impl ToString) -> Self {
        Self {
            file: file.to_owned(),
            entity: None,
            field: None,
            what: what.to_string(),
        }
    }

    fn inside(mut self, entity: &str) -> Self {
        self.entity = Some(entity.to_owned());
        self
    }

    fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

/// An entity as read: its statements are read one by one, so that a bad one costs only itself.
#[derive(Deserialize)]
struct Read<'a> {
    id: String,
    name: Label,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    summary: Label,
    #[serde(borrow)]
    statements: Vec<&'a RawValue>,
    #[serde(borrow, default)]
    display: Option<&'a RawValue>,
}

/// What the first view could do without: an element of `more/*.json`.
#[derive(Deserialize)]
struct More<'a> {
    id: String,
    #[serde(default)]
    aliases: Vec<String>,
    #[serde(default)]
    summary: Label,
    /// The tokens of the statements that are there already, in order.
    #[serde(default)]
    tokens: Vec<Vec<String>>,
    /// The other statements, each with its place.
    #[serde(borrow, default)]
    statements: Vec<(usize, &'a RawValue)>,
    #[serde(borrow, default)]
    display: Option<&'a RawValue>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Named {
    id: String,
    field: String,
    entity: String,
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
            return Err(Problem::of_file("schema.json", what));
        }
        let outline = read("outline.json", outline)?;
        let entities = vec![Vec::new(); schema.collections.len()];
        Ok(Self {
            schema,
            outline,
            entities,
            context: Vec::new(),
            checks: Vec::new(),
            concepts: Vec::new(),
            index: HashMap::new(),
            names: HashMap::new(),
        })
    }

    /// Puts the whole schema in place of the part that the first view needs. Its collections are the same.
    pub fn add_schema(&mut self, json: &str) -> Vec<Problem> {
        match read::<Schema>("more/schema.json", json) {
            Ok(schema) if schema.collections.len() == self.schema.collections.len() => {
                self.schema = schema;
                Vec::new()
            }
            Ok(_) => vec![Problem::of_file(
                "more/schema.json",
                "has other collections than schema.json",
            )],
            Err(problem) => vec![problem],
        }
    }

    /// Sets the names of entities that the collection opened first refers to and whose own come later.
    pub fn add_names(&mut self, json: &str) -> Vec<Problem> {
        match read("names", json) {
            Ok(names) => {
                self.names = names;
                Vec::new()
            }
            Err(problem) => vec![problem],
        }
    }

    /// Adds the file of one collection.
    pub fn add(&mut self, collection: usize, json: &str) -> Vec<Problem> {
        let file = format!("{}.json", self.schema.collections[collection].id);
        let mut problems = Vec::new();
        for raw in elements(&file, json, &mut problems) {
            let read: Read = match serde_json::from_str(raw.get()) {
                Ok(read) => read,
                Err(error) => {
                    problems.push(Problem::of_file(&file, error).inside(&named(raw).id));
                    continue;
                }
            };
            let mut statements = Vec::with_capacity(read.statements.len());
            for raw in read.statements {
                match self.read_statement(raw) {
                    Ok(statement) => statements.push(statement),
                    Err(what) => problems.push(
                        Problem::of_file(&file, what)
                            .inside(&read.id)
                            .at(&named(raw).field),
                    ),
                }
            }
            let place = (collection, self.entities[collection].len());
            if self.index.insert(read.id.clone(), place).is_some() {
                problems.push(Problem::of_file(&file, "id is used twice").inside(&read.id));
            }
            self.entities[collection].push(Entity {
                id: read.id,
                name: read.name,
                aliases: read.aliases,
                summary: read.summary,
                statements,
                display: read.display.map(|raw| raw.get().into()),
            });
        }
        problems
    }

    /// Adds what the first view could do without to the entities of one collection.
    pub fn add_more(&mut self, collection: usize, json: &str) -> Vec<Problem> {
        let file = format!("more/{}.json", self.schema.collections[collection].id);
        let mut problems = Vec::new();
        for raw in elements(&file, json, &mut problems) {
            let more: More = match serde_json::from_str(raw.get()) {
                Ok(more) => more,
                Err(error) => {
                    problems.push(Problem::of_file(&file, error).inside(&named(raw).id));
                    continue;
                }
            };
            let mut others = Vec::new();
            for (at, raw) in more.statements {
                match self.read_statement(raw) {
                    Ok(statement) => others.push((at, statement)),
                    Err(what) => problems.push(
                        Problem::of_file(&file, what)
                            .inside(&more.id)
                            .at(&named(raw).field),
                    ),
                }
            }
            let Some(&(known, at)) = self.index.get(&more.id) else {
                continue;
            };
            let entity = &mut self.entities[known][at];
            entity.aliases = more.aliases;
            entity.summary = more.summary;
            entity.display = more.display.map(|raw| raw.get().into());
            for (statement, tokens) in entity.statements.iter_mut().zip(more.tokens) {
                if let Source::Report(place) = &mut statement.source {
                    place.tokens = tokens;
                }
            }
            for (at, statement) in others {
                let at = at.min(entity.statements.len());
                entity.statements.insert(at, statement);
            }
        }
        problems
    }

    /// Adds a file of the context layer.
    pub fn add_context(&mut self, file: &str, json: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        for raw in elements(file, json, &mut problems) {
            let addition: Addition = match serde_json::from_str(raw.get()) {
                Ok(addition) => addition,
                Err(error) => {
                    problems.push(Problem::of_file(file, error).inside(&named(raw).entity));
                    continue;
                }
            };
            for statement in &addition.statements {
                let what = match statement.source {
                    Source::Report(_) => Some("stands in the report, not beside it".to_owned()),
                    Source::Public(_) => fault(self, statement),
                };
                if let Some(what) = what {
                    problems.push(
                        Problem::of_file(file, what)
                            .inside(&addition.entity)
                            .at(&statement.field),
                    );
                }
            }
            self.context.push(addition);
        }
        problems
    }

    /// Adds the cross-check.
    pub fn add_checks(&mut self, json: &str) -> Vec<Problem> {
        let (checks, problems) = list("crosscheck.json", json);
        self.checks = checks;
        problems
    }

    /// Adds the glossary.
    pub fn add_concepts(&mut self, json: &str) -> Vec<Problem> {
        let (concepts, problems) = list("glossary.json", json);
        self.concepts = concepts;
        problems
    }

    /// Every reference that leads nowhere. Call it when all files are in.
    pub fn dangling(&self) -> Vec<Problem> {
        let mut problems = Vec::new();
        let missing = |file: &str, id: &str| {
            Problem::of_file(file, ["refers to ", id, ", which does not exist"].concat())
        };
        for check in &self.checks {
            if self.statement(&check.statement).is_none() {
                let problem = missing("crosscheck.json", &check.statement);
                problems.push(problem.inside(&check.id));
            }
        }
        for (collection, entity) in self.all() {
            for statement in &entity.statements {
                let said_by = statement.said_by.as_deref();
                let value = match &statement.value {
                    Value::Entity { entity } => Some(entity.as_str()),
                    _ => None,
                };
                for id in said_by.into_iter().chain(value) {
                    if self.find(id).is_none() {
                        let file = [&self.schema.collections[collection].id, ".json"].concat();
                        let problem = missing(&file, id).inside(&entity.id);
                        problems.push(problem.at(&statement.field));
                    }
                }
            }
        }
        problems
    }

    fn read_statement(&self, raw: &RawValue) -> Result<Statement, String> {
        let statement: Statement = serde_json::from_str(raw.get()).map_err(|e| e.to_string())?;
        match fault(self, &statement) {
            None => Ok(statement),
            Some(what) => Err(what),
        }
    }
}

/// Reads one JSON file.
///
/// # Errors
/// What the reader of JSON says, with the file's name.
pub fn read<'a, T: Deserialize<'a>>(file: &str, json: &'a str) -> Result<T, Problem> {
    serde_json::from_str(json).map_err(|error| Problem::of_file(file, error))
}

/// The elements of a file that is a list, each still unread.
fn elements<'a>(file: &str, json: &'a str, problems: &mut Vec<Problem>) -> Vec<&'a RawValue> {
    read(file, json).unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    })
}

/// The elements of a file that is a list; what cannot be read is named.
fn list<T: for<'a> Deserialize<'a>>(file: &str, json: &str) -> (Vec<T>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut all = Vec::new();
    for raw in elements(file, json, &mut problems) {
        match serde_json::from_str(raw.get()) {
            Ok(one) => all.push(one),
            Err(error) => problems.push(Problem::of_file(file, error).inside(&named(raw).id)),
        }
    }
    (all, problems)
}

fn named(raw: &RawValue) -> Named {
    serde_json::from_str(raw.get()).unwrap_or_default()
}

fn fault(edition: &Edition, statement: &Statement) -> Option<String> {
    let Some(field) = edition.field(&statement.field) else {
        return Some("field is not in the schema".into());
    };
    let fits = match (&statement.value, field.kind) {
        (Value::Number(number), Kind::Number) => number.is_finite(),
        (Value::Bool(_), Kind::Bool)
        | (Value::Entity { .. }, Kind::Entity)
        | (Value::Text { .. }, Kind::Text) => true,
        (Value::Date { date }, Kind::Date) => is_date(date),
        (Value::Term { term }, Kind::Term) => {
            if !edition.terms(field).iter().any(|t| &t.id == term) {
                return Some(format!("term {term} is not in its list"));
            }
            true
        }
        _ => false,
    };
    if !fits {
        let kind = match field.kind {
            Kind::Number => "number",
            Kind::Date => "date",
            Kind::Term => "term",
            Kind::Text => "text",
            Kind::Entity => "reference to an entity",
            Kind::Bool => "yes or no",
        };
        return Some(format!("value is not a {kind}"));
    }
    let schema = &edition.schema;
    if let Some(unit) = &statement.unit {
        if edition.unit(unit).is_none() {
            return Some(format!("unit {unit} is not in the schema"));
        }
    }
    if let Some(qualifier) = &statement.qualifier {
        if !schema.qualifiers.iter().any(|q| &q.id == qualifier) {
            return Some(format!("qualifier {qualifier} is not in the schema"));
        }
    }
    let section = statement.source.section();
    if !section.is_empty() && edition.section(section).is_none() {
        return Some(format!("section {section} does not exist"));
    }
    None
}

/// Whether a text is a year, a half year, a month or a day.
fn is_date(text: &str) -> bool {
    let bytes = text.as_bytes();
    let digits = |range: &[u8]| range.iter().all(u8::is_ascii_digit);
    match bytes.len() {
        4 => digits(bytes),
        7 if bytes[5] == b'H' => digits(&bytes[..4]) && matches!(bytes[6], b'1' | b'2'),
        7 => digits(&bytes[..4]) && bytes[4] == b'-' && digits(&bytes[5..]),
        10 => {
            digits(&bytes[..4])
                && bytes[4] == b'-'
                && digits(&bytes[5..7])
                && bytes[7] == b'-'
                && digits(&bytes[8..])
        }
        _ => false,
    }
}
