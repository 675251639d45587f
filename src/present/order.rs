//! Several sort keys at once, over any field: each hit gets one key that sorts like all of them together.
use super::catalogue::BY_NAME;
use crate::lens::{self, Lang};
use crate::link::{Address, Sort};
use crate::query::fold;
use crate::report::{Edition, Entity, Statement, Value};

/// Puts hits into the order that an address asks for. Hits without a value are last in both directions;
/// what ties keeps its order. A number or date counts by its largest value, anything else by its label.
pub fn arrange(edition: &Edition, collection: usize, address: &Address, hits: &mut [u32]) {
    if address.sorts.is_empty() {
        return;
    }
    let entities = &edition.entities[collection];
    hits.sort_by_cached_key(|&hit| {
        let mut key = Vec::new();
        if let Some(entity) = entities.get(hit as usize) {
            for sort in &address.sorts {
                add(edition, entity, sort, address, &mut key);
            }
        }
        key
    });
}

/// The sort keys and columns of an address that the schema does not know.
pub fn unknown(edition: &Edition, address: &Address) -> Vec<String> {
    let strange = |field: &str| field != BY_NAME && edition.field(field).is_none();
    let sorts = address.sorts.iter().map(|s| ("sort=", s.field.as_str()));
    let columns = address.columns.iter().map(|c| ("cols=", c.as_str()));
    let all = sorts.chain(columns).filter(|(_, field)| strange(field));
    all.map(|(key, field)| [key, field].concat()).collect()
}

/// The statements of an entity in a field, in the layers that are shown.
pub fn stated<'a>(
    edition: &'a Edition,
    entity: &'a Entity,
    field: &'a str,
    context: bool,
) -> impl Iterator<Item = &'a Statement> {
    let beside = match context {
        true => edition.context_of(&entity.id),
        false => &[],
    };
    let all = entity.statements.iter().chain(beside);
    all.filter(move |s| s.field == field)
}

/// Adds one sort key to the bytes that a hit is sorted by.
fn add(edition: &Edition, entity: &Entity, sort: &Sort, address: &Address, key: &mut Vec<u8>) {
    let mut number: Option<f64> = None;
    let mut label = String::new();
    if sort.field == BY_NAME {
        // The order of the query engine, which knows no language.
        label = fold(&entity.name.en);
    }
    for statement in stated(edition, entity, &sort.field, address.context) {
        match size(edition, statement) {
            Some(size) => number = Some(number.map_or(size, |known| known.max(size))),
            None => {
                label.push_str(&fold(&text(edition, statement, address.lang)));
                label.push('\u{1}');
            }
        }
    }
    let start = key.len() + 1;
    match number {
        Some(number) => {
            key.push(0);
            // The bits of a number, so changed that they sort as the number does; -0 is 0.
            let bits = (number + 0.0).to_bits();
            let bits = if bits >> 63 == 1 {
                !bits
            } else {
                bits | 1 << 63
            };
            key.extend(bits.to_be_bytes());
        }
        None if !label.is_empty() => {
            key.push(1);
            key.extend(label.bytes());
            // Ends the label before the next key begins; no label contains it.
            key.push(0);
        }
        None => return key.push(2),
    }
    if sort.descending {
        key[start..].iter_mut().for_each(|byte| *byte = !*byte);
    }
}

/// What a number or a date sorts by.
fn size(edition: &Edition, statement: &Statement) -> Option<f64> {
    match &statement.value {
        Value::Date { date } => {
            let (start, _) = lens::months(date)?;
            let day: u32 = date.get(8..).and_then(|d| d.parse().ok()).unwrap_or(0);
            Some(f64::from(start * 100 + day))
        }
        _ => edition.base_value(statement),
    }
}

fn text(edition: &Edition, statement: &Statement, lang: Lang) -> String {
    lens::show(edition, statement, lang).main
}
