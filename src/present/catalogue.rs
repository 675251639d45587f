//! A collection made ready for questions: its schema's facets and ranges as columns of a table.
use super::order;
use crate::chart::facet_value;
use crate::lens;
use crate::link::{self, Address, Page};
use crate::query::{fold, Key, Outcome, Query, Sort, Table, TableBuilder};
use crate::report::{Edition, Entity, Statement, Value};

/// A facet with its values, the most frequent first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facet {
    /// Its field.
    pub field: String,
    /// Its values.
    pub values: Vec<String>,
}

/// A collection with its columns, built once.
#[derive(Debug, Clone)]
pub struct Catalogue {
    table: Table,
    /// The facets, in the order of the schema.
    pub facets: Vec<Facet>,
    /// The number fields, in the order of the schema.
    pub ranges: Vec<String>,
}

/// The name under which a collection can be sorted by the names of its entities.
pub const BY_NAME: &str = "name";

impl Catalogue {
    /// Builds the columns that the schema asks for.
    pub fn new(edition: &Edition, collection: usize) -> Self {
        let spec = &edition.schema.collections[collection];
        let entities = &edition.entities[collection];
        let mut builder = TableBuilder::new(entities.len());
        let mut facets = Vec::new();
        for field in &spec.facets {
            let mut values: Vec<(String, usize)> = Vec::new();
            let mut pairs: Vec<(u32, usize)> = Vec::new();
            for (record, statement) in stated(entities, field) {
                let Some(id) = facet_value(&statement.value) else {
                    continue;
                };
                let known = values.iter().position(|(v, _)| v == &id);
                let value = known.unwrap_or_else(|| {
                    values.push((id, 0));
                    values.len() - 1
                });
                if !pairs.contains(&(record, value)) {
                    values[value].1 += 1;
                    pairs.push((record, value));
                }
            }
            let mut order: Vec<usize> = (0..values.len()).collect();
            order.sort_by_key(|&value| std::cmp::Reverse(values[value].1));
            let mut at = vec![0; order.len()];
            for (new, &old) in order.iter().enumerate() {
                at[old] = new;
            }
            for pair in &mut pairs {
                pair.1 = at[pair.1];
            }
            builder.facet(values.len(), pairs);
            facets.push(Facet {
                field: field.clone(),
                values: order.iter().map(|&old| values[old].0.clone()).collect(),
            });
        }
        for field in &spec.ranges {
            let values = stated(entities, field)
                .filter_map(|(record, s)| Some((record, edition.base_value(s)?)));
            builder.number(values.collect::<Vec<_>>());
        }
        let mut names: Vec<u32> = (0..entities.len() as u32).collect();
        // The same kind of key as in `order`, so that the program holds one such sort.
        names.sort_by_cached_key(|&record| fold(&entities[record as usize].name.en).into_bytes());
        let mut ranks = vec![None; entities.len()];
        for (rank, &record) in names.iter().enumerate() {
            ranks[record as usize] = Some(rank as u32);
        }
        builder.rank(&ranks);
        builder.text(entities.iter().map(searched));
        Self {
            table: builder.build(),
            facets,
            ranges: spec.ranges.clone(),
        }
    }

    /// What an address asks of this collection, and the parts of it that it does not know.
    pub fn query(&self, address: &Address) -> (Query, Vec<String>) {
        let mut unknown = Vec::new();
        let mut query = Query {
            text: address.text.clone(),
            limit: self.table.records(),
            ..Query::default()
        };
        for (field, values) in &address.facets {
            let Some(facet) = self.facets.iter().position(|f| &f.field == field) else {
                unknown.push(field.clone());
                continue;
            };
            let mut chosen = Vec::new();
            for value in values {
                match self.facets[facet].values.iter().position(|v| v == value) {
                    Some(value) => chosen.push(value),
                    None => unknown.push([field, value].map(String::as_str).join("=")),
                }
            }
            if !chosen.is_empty() {
                query.facets.push((facet, chosen));
            }
        }
        for range in &address.ranges {
            match self.ranges.iter().position(|f| f == &range.field) {
                Some(column) => query.ranges.push((column, range.from, range.to)),
                None => unknown.push(range.field.clone()),
            }
        }
        for sort in &address.sorts {
            let by = match self.ranges.iter().position(|f| f == &sort.field) {
                Some(column) => Key::Number(column),
                None if sort.field == BY_NAME => Key::Rank(0),
                // Not a column of the table: `arranged` sorts by it.
                None => continue,
            };
            query.sort.push(Sort {
                by,
                descending: sort.descending,
            });
        }
        (query, unknown)
    }

    /// The answer to an address.
    pub fn outcome(&self, address: &Address) -> Outcome {
        let (query, _) = self.query(address);
        self.table.evaluate(&query)
    }

    /// The answer to an address with its hits in the order that it asks for, by whatever fields.
    pub fn arranged(&self, edition: &Edition, collection: usize, address: &Address) -> Outcome {
        let mut outcome = self.outcome(address);
        // A single column of the table has its order ready, over the report's layer.
        let ready = |sort: &link::Sort| sort.field == BY_NAME || self.ranges.contains(&sort.field);
        let done = address.sorts.len() == 1 && !address.context && ready(&address.sorts[0]);
        if !done {
            order::arrange(edition, collection, address, &mut outcome.hits);
        }
        outcome
    }

    /// How many entries there are.
    pub fn records(&self) -> usize {
        self.table.records()
    }

    /// The lowest and highest value of a number field, in base units.
    pub fn span(&self, edition: &Edition, collection: usize, field: &str) -> Option<(f64, f64)> {
        let values = stated(&edition.entities[collection], field);
        let values = values.filter_map(|(_, s)| edition.base_value(s));
        values.fold(None, |span, v| match span {
            None => Some((v, v)),
            Some((low, high)) => Some((f64::min(low, v), f64::max(high, v))),
        })
    }
}

/// The statements of a field with the records they belong to.
fn stated<'a>(
    entities: &'a [Entity],
    field: &'a str,
) -> impl Iterator<Item = (u32, &'a Statement)> {
    let records = entities.iter().enumerate();
    records.flat_map(move |(record, entity)| {
        let statements = entity.statements.iter().filter(move |s| s.field == field);
        statements.map(move |s| (record as u32, s))
    })
}

/// What an entity is found by: names, aliases, summary, texts of its statements.
fn searched(entity: &Entity) -> String {
    let mut out = String::new();
    let mut add = |text: &str| {
        out.push_str(text);
        out.push(' ');
    };
    for label in [&entity.name, &entity.summary] {
        add(&label.zh);
        add(&label.en);
    }
    entity.aliases.iter().for_each(|alias| add(alias));
    for statement in &entity.statements {
        if let Value::Text { text } = &statement.value {
            add(&text.zh);
            add(&text.en);
        }
    }
    out
}

/// The collection that an address shows, if there is such a one.
pub fn collection(edition: &Edition, address: &Address) -> Option<usize> {
    match &address.page {
        Page::Collection(id) => edition.collection(id),
        _ => None,
    }
}

/// The label of a facet value.
pub fn value_label(edition: &Edition, field: &str, value: &str, lang: lens::Lang) -> String {
    use crate::report::Kind;
    match edition.field(field).map(|f| f.kind) {
        Some(Kind::Term) => lens::term_name(edition, field, value, lang),
        Some(Kind::Entity) => {
            let name = edition.name(value).map(|name| lang.of(name));
            name.unwrap_or(value).to_owned()
        }
        Some(Kind::Date) => lens::show_date(value, lang),
        Some(Kind::Bool) => lang
            .pick(
                if value == "true" { "是" } else { "否" },
                if value == "true" { "yes" } else { "no" },
            )
            .to_owned(),
        _ => value.to_owned(),
    }
}
