//! A collection as a table: its columns and rows, and the whole of it for a spreadsheet.
use super::catalogue::BY_NAME;
use super::order::stated;
use super::{line, line_of, Line};
use crate::lens::{self, Lang};
use crate::link::{self, toggle, Address};
use crate::report::{Edition, Entity, Kind, Statement};

/// A column with what its heading does.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its field; [`BY_NAME`] for the names of the entities.
    pub field: String,
    /// Its label.
    pub name: String,
    /// What exactly it holds, where the label does not say it all.
    pub note: String,
    /// Whether it holds numbers, which stand at the right.
    pub number: bool,
    /// The most decimals of its numbers, where all have one unit and line up on the point.
    pub decimals: Option<usize>,
    /// Its place among the sort keys, from 1, and whether the largest comes first.
    pub key: Option<(usize, bool)>,
    /// The address that sorts by it alone.
    pub alone: Address,
    /// The address that sorts by it after what is sorted by already.
    pub also: Address,
}

/// A row; each cell holds what is stated, nothing where nothing is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The entity's name.
    pub name: String,
    /// Its other name, where both languages are shown.
    pub other: Option<String>,
    /// Its page.
    pub link: String,
    /// The cells, in the order of the columns after the name.
    pub cells: Vec<Vec<Line>>,
}

/// The fields shown: those of the address, else those of the schema that are stated.
pub fn fields(edition: &Edition, collection: usize, address: &Address) -> Vec<String> {
    let known = |id: &&String| {
        let field = edition.field(id);
        field.is_some_and(|f| !f.context || address.context)
    };
    if address.columns.is_empty() {
        return default_fields(edition, collection);
    }
    address.columns.iter().filter(known).cloned().collect()
}

fn default_fields(edition: &Edition, collection: usize) -> Vec<String> {
    let spec = &edition.schema.collections[collection];
    let wanted = match spec.columns.is_empty() {
        true => &spec.card,
        false => &spec.columns,
    };
    let states = |id: &&String| {
        let mut statements = edition.entities[collection]
            .iter()
            .flat_map(|e| &e.statements);
        statements.any(|s| &s.field == *id)
    };
    wanted.iter().filter(states).cloned().collect()
}

/// The columns, the names first; `hits` are the rows on the page, whose decimals line up.
pub fn columns(
    edition: &Edition,
    collection: usize,
    address: &Address,
    hits: &[u32],
) -> Vec<Column> {
    let lang = address.lang;
    let fields = fields(edition, collection, address);
    let names = [BY_NAME.to_owned()].into_iter().chain(fields);
    let columns = names.map(|id| {
        let field = edition.field(&id).filter(|_| id != BY_NAME);
        let number = field.is_some_and(|f| f.kind == Kind::Number);
        let largest_first = field.is_some_and(|f| matches!(f.kind, Kind::Number | Kind::Date));
        let key = address.sorts.iter().position(|s| s.field == id);
        let name = field.map_or(super::words::name(lang), |f| lang.of(&f.name));
        Column {
            name: name.to_owned(),
            note: field.map_or("", |f| lang.of(&f.note)).to_owned(),
            number,
            decimals: match number {
                true => decimals(edition, collection, address, &id, hits),
                false => None,
            },
            key: key.map(|at| (at + 1, address.sorts[at].descending)),
            alone: address.sorted(&id, largest_first),
            also: address.also_sorted(&id, largest_first),
            field: id,
        }
    });
    columns.collect()
}

fn decimals(
    edition: &Edition,
    collection: usize,
    address: &Address,
    field: &str,
    hits: &[u32],
) -> Option<usize> {
    let entities = &edition.entities[collection];
    let mut most = None;
    let mut unit: Option<String> = None;
    for entity in hits.iter().filter_map(|&hit| entities.get(hit as usize)) {
        for statement in stated(edition, entity, field, address.context) {
            let shown = lens::show(edition, statement, address.lang);
            if *unit.get_or_insert_with(|| shown.unit_name().to_owned()) != shown.unit_name() {
                return None;
            }
            most = most.max(Some(fraction(&shown.main)?));
        }
    }
    most
}

/// How many decimals a printed number has; none for a number with a word in it.
pub fn fraction(number: &str) -> Option<usize> {
    if number.chars().any(char::is_alphabetic) {
        return None;
    }
    Some(number.split_once('.').map_or(0, |(_, rest)| rest.len()))
}

/// The row of an entity.
pub fn row(edition: &Edition, entity: &Entity, columns: &[Column], address: &Address) -> Row {
    let lang = address.lang;
    let name = lang.of(&entity.name);
    let other = lang.other().of(&entity.name);
    Row {
        name: name.to_owned(),
        other: (address.both && other != name).then(|| other.to_owned()),
        link: link::format(&address.to_entity(&entity.id)),
        cells: columns[1..]
            .iter()
            .map(|column| lines(edition, entity, &column.field, address))
            .collect(),
    }
}

/// What an entity states in a field, ready to be printed, in the layers that are shown.
pub fn lines(edition: &Edition, entity: &Entity, field: &str, address: &Address) -> Vec<Line> {
    let mut lines = Vec::new();
    for (at, statement) in entity.statements.iter().enumerate() {
        if statement.field == field {
            lines.push(line(edition, entity, at, address));
        }
    }
    if address.context {
        let beside = edition.context_of(&entity.id).iter();
        let beside = beside.filter(|s| s.field == field);
        lines.extend(beside.map(|s| line_of(edition, s, address)));
    }
    lines
}

/// The fields that the entities of a collection state, as places in the schema, each with how many state it.
pub fn choices(edition: &Edition, collection: usize, context: bool) -> Vec<(usize, usize)> {
    let fields = &edition.schema.fields;
    let mut order: Vec<usize> = (0..fields.len()).collect();
    order.sort_by_cached_key(|&at| fields[at].id.clone().into_bytes());
    // For each field, how many entities state it, and the last one that was counted.
    let mut counts = vec![(0, usize::MAX); fields.len()];
    for (number, entity) in edition.entities[collection].iter().enumerate() {
        let beside = match context {
            true => edition.context_of(&entity.id),
            false => &[],
        };
        for statement in entity.statements.iter().chain(beside) {
            let found = order.binary_search_by(|&at| fields[at].id.cmp(&statement.field));
            if let Some(count) = found.ok().map(|at| &mut counts[order[at]]) {
                if count.1 != number {
                    *count = (count.0 + 1, number);
                }
            }
        }
    }
    let counts = counts.into_iter().map(|(stated, _)| stated).enumerate();
    counts.filter(|(_, stated)| *stated > 0).collect()
}

/// The address with a column shown, or no longer.
pub fn toggled(edition: &Edition, collection: usize, address: &Address, field: &str) -> Address {
    let mut columns = fields(edition, collection, address);
    toggle(&mut columns, field);
    if columns == default_fields(edition, collection) {
        columns.clear();
    }
    Address {
        columns,
        ..address.clone()
    }
}

/// A sentence where a sorted column holds quantities that cannot be compared.
pub fn mixed(
    edition: &Edition,
    collection: usize,
    address: &Address,
    hits: &[u32],
) -> Option<String> {
    let lang = address.lang;
    let entities = &edition.entities[collection];
    for sort in &address.sorts {
        let field = edition.field(&sort.field);
        let Some(field) = field.filter(|f| f.kind == Kind::Number) else {
            continue;
        };
        let mut units: Vec<(&str, String)> = Vec::new();
        for entity in hits.iter().filter_map(|&hit| entities.get(hit as usize)) {
            for statement in stated(edition, entity, &field.id, address.context) {
                let measure = edition.measure(statement);
                if units.iter().all(|(known, _)| *known != measure) {
                    let shown = lens::show(edition, statement, lang);
                    units.push((measure, shown.unit_name().to_owned()));
                }
            }
        }
        if units.len() > 1 {
            let name = lang.of(&field.name);
            let units = units.iter().map(|(_, unit)| unit.as_str());
            let units: Vec<&str> = units.filter(|unit| !unit.is_empty()).collect();
            let units = units.join(lang.pick("、", ", "));
            return Some(match lang {
                Lang::Zh => [
                    "“",
                    name,
                    "”一列单位不一（",
                    &units,
                    "），只按数的大小排列，不可相互比较。",
                ]
                .concat(),
                Lang::En => [
                    name,
                    " has unlike units (",
                    &units,
                    "); the order is by the bare number and compares nothing.",
                ]
                .concat(),
            });
        }
    }
    None
}

/// A number as a spreadsheet reads it, without separators or words: what the reader sees, in its unit.
pub fn plain(edition: &Edition, statement: &Statement, lang: Lang) -> Option<String> {
    let crate::report::Value::Number(value) = statement.value else {
        return None;
    };
    let unit = statement.unit.as_deref().and_then(|id| edition.unit(id));
    // English writes base units in magnitudes: 623.3 billion is 623300000000 here.
    let factor = match unit {
        Some(unit) if lang == Lang::En && unit.base.is_some() => unit.factor,
        _ => 1.0,
    };
    Some(lens::number(value * factor).replace(',', ""))
}
