//! Entities side by side: rows by groups of fields, one column each, unlike things told apart.
use super::guard::{warnings, Warning};
use super::order::stated;
use super::table::lines;
use super::Line;
use crate::lens::{self, Lang};
use crate::link::{self, Address, Page};
use crate::report::{Edition, Entity, Field, Statement, Value};

/// The most entities that are compared at once.
pub const MOST: usize = 6;

/// An entity at the head of its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its name.
    pub name: String,
    /// Its other name, where both languages are shown.
    pub other: Option<String>,
    /// The name of its collection.
    pub collection: String,
    /// Its page.
    pub link: String,
    /// The comparison without it.
    pub without: String,
}

/// A row: a field, or several fields of one quantity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its label.
    pub name: String,
    /// What each entity states; nothing where it states nothing.
    pub cells: Vec<Vec<Line>>,
    /// Whether each line has to say which field it is of.
    pub named: bool,
    /// Whether the entities state different things.
    pub differs: bool,
    /// Why its values are not of one kind.
    pub warnings: Vec<Warning>,
}

/// Rows under a heading; without one where the schema groups nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The heading.
    pub name: String,
    /// The rows.
    pub rows: Vec<Row>,
}

/// A comparison.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// The entities.
    pub heads: Vec<Head>,
    /// Whether they are of several collections.
    pub several: bool,
    /// The rows that are shown.
    pub groups: Vec<Group>,
    /// How many rows there are.
    pub rows: usize,
    /// How many of them differ.
    pub different: usize,
    /// Ids of the address that name nothing, or are more than can be compared.
    pub left_out: Vec<String>,
}

/// The comparison that an address asks for.
pub fn comparison(edition: &Edition, address: &Address, ids: &[String]) -> Comparison {
    let lang = address.lang;
    let mut compared: Vec<(usize, &Entity)> = Vec::new();
    let mut made = Comparison::default();
    for id in ids {
        match edition.find(id) {
            Some(_) if compared.iter().any(|(_, e)| e.id == *id) => {}
            Some(found) if compared.len() < MOST => compared.push(found),
            _ => made.left_out.push(id.clone()),
        }
    }
    made.heads = compared
        .iter()
        .map(|&(collection, entity)| head(edition, collection, entity, &compared, address))
        .collect();
    made.several = compared.windows(2).any(|pair| pair[0].0 != pair[1].0);
    let names: Vec<String> = made.heads.iter().map(|head| head.name.clone()).collect();
    for (group, name, fields) in rows(edition, &compared, address) {
        let row = row(edition, &compared, &names, name, &fields, address);
        made.rows += 1;
        made.different += usize::from(row.differs);
        if address.differences && !row.differs {
            continue;
        }
        let heading = edition.schema.groups.get(group);
        let heading = heading.map_or(super::words::other_fields(lang), |g| lang.of(&g.name));
        match made.groups.last_mut() {
            Some(last) if last.name == heading => last.rows.push(row),
            _ => made.groups.push(Group {
                name: heading.to_owned(),
                rows: vec![row],
            }),
        }
    }
    if edition.schema.groups.is_empty() {
        made.groups.iter_mut().for_each(|g| g.name.clear());
    }
    made
}

fn head(
    edition: &Edition,
    collection: usize,
    entity: &Entity,
    compared: &[(usize, &Entity)],
    address: &Address,
) -> Head {
    let lang = address.lang;
    let name = lang.of(&entity.name);
    let other = lang.other().of(&entity.name);
    let rest = compared.iter().filter(|(_, e)| e.id != entity.id);
    let without = Address {
        page: Page::Compare(rest.map(|(_, e)| e.id.clone()).collect()),
        ..address.clone()
    };
    Head {
        name: name.to_owned(),
        other: (address.both && other != name).then(|| other.to_owned()),
        collection: lang
            .of(&edition.schema.collections[collection].name)
            .to_owned(),
        link: link::format(&address.to_entity(&entity.id)),
        without: link::format(&without),
    }
}

/// The rows: the number of their group, their label, their fields. What a card shows comes first.
fn rows<'a>(
    edition: &'a Edition,
    compared: &[(usize, &Entity)],
    address: &Address,
) -> Vec<(usize, String, Vec<&'a Field>)> {
    let lang = address.lang;
    let card = match compared.first() {
        Some(&(collection, _)) => &edition.schema.collections[collection].card[..],
        None => &[],
    };
    let states = |field: &Field| {
        let mut all = compared.iter();
        all.any(|(_, e)| {
            stated(edition, e, &field.id, address.context)
                .next()
                .is_some()
        })
    };
    let mut order: Vec<(usize, usize, usize)> = Vec::new();
    let fields = &edition.schema.fields;
    for (at, field) in fields.iter().enumerate() {
        if states(field) {
            let group = field.group.as_ref();
            let group = edition
                .schema
                .groups
                .iter()
                .position(|g| Some(&g.id) == group);
            let place = card.iter().position(|id| *id == field.id);
            order.push((group.unwrap_or(usize::MAX), place.unwrap_or(usize::MAX), at));
        }
    }
    order.sort_unstable();
    let mut rows: Vec<(usize, String, Vec<&Field>)> = Vec::new();
    for (group, _, at) in order {
        let field = &fields[at];
        let quantity = field.quantity.as_ref();
        let same = rows
            .iter_mut()
            .find(|(_, _, of)| quantity.is_some() && of[0].quantity.as_ref() == quantity);
        match same {
            Some((_, _, of)) => of.push(field),
            None => {
                let mut all = edition.schema.quantities.iter();
                let named = all.find(|q| Some(&q.id) == quantity);
                let name = lang.of(named.map_or(&field.name, |q| &q.name));
                rows.push((group, name.to_owned(), vec![field]));
            }
        }
    }
    rows
}

fn row(
    edition: &Edition,
    compared: &[(usize, &Entity)],
    names: &[String],
    name: String,
    fields: &[&Field],
    address: &Address,
) -> Row {
    let mut cells: Vec<Vec<Line>> = Vec::new();
    let mut statements: Vec<(usize, &Statement)> = Vec::new();
    for (at, (_, entity)) in compared.iter().enumerate() {
        let mut cell = Vec::new();
        for field in fields {
            cell.extend(lines(edition, entity, &field.id, address));
            let all = stated(edition, entity, &field.id, address.context);
            statements.extend(all.map(|s| (at, s)));
        }
        cells.push(cell);
    }
    align(edition, &statements, &mut cells, address.lang);
    let said = |cell: &Vec<Line>| {
        let lines = cell.iter();
        let lines = lines.map(|l| [&l.value.line(), "\u{1f}", &l.note].concat());
        let mut lines: Vec<String> = lines.collect();
        lines.sort_unstable();
        lines.concat()
    };
    let differs = cells
        .windows(2)
        .any(|pair| said(&pair[0]) != said(&pair[1]));
    Row {
        name,
        named: fields.len() > 1,
        differs,
        warnings: warnings(edition, &statements, names, address.lang),
        cells,
    }
}

/// Writes the numbers of a row in one unit where they convert into each other: the smallest of the row's,
/// so that nothing is rounded away. What was printed stays beside a value that was converted.
fn align(
    edition: &Edition,
    statements: &[(usize, &Statement)],
    cells: &mut [Vec<Line>],
    lang: Lang,
) {
    // Lines and statements come in the same order.
    let mut lines = cells.iter_mut().flatten();
    for &(_, statement) in statements {
        let (Some(line), Value::Number(value)) = (lines.next(), &statement.value) else {
            continue;
        };
        let Some(unit) = statement.unit.as_deref().and_then(|id| edition.unit(id)) else {
            continue;
        };
        let measure = edition.measure(statement);
        let alike = statements.iter().filter_map(|(_, other)| {
            let unit = edition.unit(other.unit.as_deref()?)?;
            let base = edition.base_value(other)?;
            (edition.measure(other) == measure).then_some((unit, base))
        });
        let base = value * unit.factor;
        if let (Lang::En, Some(label)) = (lang, &unit.base) {
            let least = alike
                .map(|(_, base)| base.abs())
                .fold(f64::INFINITY, f64::min);
            line.value.main = lens::magnitude_like(base, least);
            line.value.unit = label.en.clone();
            continue;
        }
        let least = alike.min_by(|(a, _), (b, _)| a.factor.total_cmp(&b.factor));
        let Some((common, _)) = least.filter(|(common, _)| common.factor < unit.factor) else {
            continue;
        };
        let printed = [lens::number(*value).as_str(), lang.of(&unit.name)].concat();
        line.value.main = lens::number(base / common.factor);
        line.value.unit = lang.of(&common.name).to_owned();
        line.value.printed = Some(printed);
    }
}

/// Entities of the same collection that state most of the same fields, to go on with.
pub fn suggestions(edition: &Edition, address: &Address, ids: &[String]) -> Vec<(String, String)> {
    let Some((collection, first)) = ids.first().and_then(|id| edition.find(id)) else {
        return Vec::new();
    };
    if ids.len() >= MOST {
        return Vec::new();
    }
    let shared = |entity: &Entity| {
        let mut shared = 0;
        for (at, statement) in entity.statements.iter().enumerate() {
            let before = &entity.statements[..at];
            let of_first = |s: &Statement| s.field == statement.field;
            let new = !before.iter().any(of_first);
            shared += usize::from(new && first.statements.iter().any(of_first));
        }
        shared
    };
    let others = edition.entities[collection].iter();
    let others = others.filter(|e| !ids.contains(&e.id));
    let mut others: Vec<(usize, &Entity)> = others.map(|e| (shared(e), e)).collect();
    others.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    let links = others.into_iter().take(8).map(|(_, entity)| {
        let mut ids = ids.to_vec();
        ids.push(entity.id.clone());
        let next = Address {
            page: Page::Compare(ids),
            ..address.clone()
        };
        let name = address.lang.of(&entity.name).to_owned();
        (name, link::format(&next))
    });
    links.collect()
}
