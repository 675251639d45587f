//! A collection made ready for questions: its schema's facets and ranges as columns of a table.
use crate::chart::facet_value;
use crate::lens;
use crate::link::{Address, Page};
use crate::query::{fold, Key, Outcome, Query, Sort, Table, TableBuilder};
use crate::report::{Edition, Kind};

/// A facet with its values in order of first mention.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Facet {
    field: String,
    values: Vec<String>,
}

/// One value of a facet, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// How many entries it would leave.
    pub count: u32,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// A facet, as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetView {
    /// Its field.
    pub field: String,
    /// Its label.
    pub name: String,
    /// Its values, most frequent first.
    pub choices: Vec<Choice>,
}

/// A collection with its columns, built once.
pub struct Catalogue {
    table: Table,
    facets: Vec<Facet>,
    ranges: Vec<String>,
}

impl Catalogue {
    /// Builds the columns that the schema asks for.
    pub fn new(edition: &Edition, collection: usize) -> Self {
        let spec = &edition.schema.collections[collection];
        let entities = &edition.entities[collection];
        let mut builder = TableBuilder::new(entities.len());
        let mut facets = Vec::new();
        for field in &spec.facets {
            let mut values: Vec<String> = Vec::new();
            let mut pairs = Vec::new();
            for (record, entity) in entities.iter().enumerate() {
                for statement in entity.statements.iter().filter(|s| &s.field == field) {
                    let Some(id) = facet_value(&statement.value) else {
                        continue;
                    };
                    let known = values.iter().position(|v| v == &id);
                    let value = known.unwrap_or_else(|| {
                        values.push(id);
                        values.len() - 1
                    });
                    pairs.push((record as u32, value));
                }
            }
            builder.facet(values.len(), pairs);
            let field = field.clone();
            facets.push(Facet { field, values });
        }
        for field in &spec.ranges {
            let mut pairs = Vec::new();
            for (record, entity) in entities.iter().enumerate() {
                let statements = entity.statements.iter().filter(|s| &s.field == field);
                let values = statements.filter_map(|s| edition.base_value(s));
                pairs.extend(values.map(|value| (record as u32, value)));
            }
            builder.number(pairs);
        }
        builder.text(entities.iter().map(|entity| {
            let mut text = format!("{} {} ", entity.name.zh, entity.name.en);
            for alias in &entity.aliases {
                text += alias;
                text.push(' ');
            }
            text + &entity.summary.zh + " " + &entity.summary.en
        }));
        Self {
            table: builder.build(),
            facets,
            ranges: spec.ranges.clone(),
        }
    }

    /// What an address asks of this collection, and the parts of it that it does not know.
    pub fn query(&self, address: &Address, limit: usize) -> (Query, Vec<String>) {
        let mut unknown = Vec::new();
        let mut query = Query {
            text: fold(&address.text),
            limit,
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
                    None => unknown.push(format!("{field}={value}")),
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
        if let Some(sort) = &address.sort {
            let field = sort.trim_start_matches('-');
            match self.ranges.iter().position(|f| f == field) {
                Some(column) => {
                    query.sort.push(Sort {
                        by: Key::Number(column),
                        descending: sort.starts_with('-'),
                    });
                }
                None => unknown.push(format!("sort={sort}")),
            }
        }
        (query, unknown)
    }

    /// The answer to an address.
    pub fn outcome(&self, address: &Address) -> Outcome {
        let (query, _) = self.query(address, self.table.records());
        self.table.evaluate(&query)
    }

    /// How many entries there are.
    pub fn records(&self) -> usize {
        self.table.records()
    }

    /// The facets with their counts.
    pub fn facets(
        &self,
        edition: &Edition,
        address: &Address,
        outcome: &Outcome,
    ) -> Vec<FacetView> {
        let mut views = Vec::new();
        for (facet, counts) in self.facets.iter().zip(&outcome.counts) {
            let Some(field) = edition.field(&facet.field) else {
                continue;
            };
            let mut choices: Vec<Choice> = facet
                .values
                .iter()
                .zip(counts)
                .map(|(id, &count)| Choice {
                    label: match field.kind {
                        Kind::Term => lens::term_name(edition, &field.id, id, address.lang),
                        Kind::Entity => edition.find(id).map_or_else(
                            || id.clone(),
                            |(_, entity)| address.lang.of(&entity.name).to_owned(),
                        ),
                        _ => id.clone(),
                    },
                    chosen: address.has(&facet.field, id),
                    id: id.clone(),
                    count,
                })
                .collect();
            choices.sort_by_key(|c| std::cmp::Reverse((c.chosen, c.count)));
            views.push(FacetView {
                field: facet.field.clone(),
                name: address.lang.of(&field.name).to_owned(),
                choices,
            });
        }
        views
    }

    /// The number fields that can be ranged and sorted by, with their labels.
    pub fn numbers(&self, edition: &Edition, address: &Address) -> Vec<(String, String)> {
        let label = |id: &String| {
            let name = edition.field(id).map(|f| address.lang.of(&f.name));
            (id.clone(), name.unwrap_or(id).to_owned())
        };
        self.ranges.iter().map(label).collect()
    }

    /// What is active, each with the address that takes it away.
    pub fn active(&self, edition: &Edition, address: &Address) -> Vec<(String, Address)> {
        let mut active = Vec::new();
        if !address.text.is_empty() {
            let mut without = address.clone();
            without.text.clear();
            active.push((format!("“{}”", address.text), without));
        }
        for view in self.facets(edition, address, &self.outcome(address)) {
            for choice in view.choices.into_iter().filter(|c| c.chosen) {
                let without = address.toggled(&view.field, &choice.id);
                active.push((choice.label, without));
            }
        }
        for range in &address.ranges {
            let name = edition.field(&range.field);
            let name = name.map_or(range.field.as_str(), |f| address.lang.of(&f.name));
            let end = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), lens::number);
            let label = format!("{name} {}–{}", end(range.from), end(range.to));
            active.push((label, address.ranged(&range.field, None, None)));
        }
        active
    }
}

/// The collection that an address shows, if there is such a one.
pub fn collection(edition: &Edition, address: &Address) -> Option<usize> {
    match &address.page {
        Page::Collection(id) => edition.collection(id),
        _ => None,
    }
}
