//! A figure or table of the report as far as its text gives it: rows, points, boxes.
use super::{line, place};
use crate::link::{self, Address, Page};
use crate::report::{Display, Edition, Entity, Group, Label, Statement};

/// Something with a name that may lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Its name in the other language, where that differs.
    pub other: Option<String>,
    /// Its page.
    pub link: Option<String>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// Its values.
    pub items: Vec<Named>,
    /// Whether it names its row.
    pub head: bool,
    /// Over how many rows it reaches; none where the cell above reaches over it.
    pub span: usize,
}

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// Where it stands.
    pub source: Option<Named>,
}

/// A table of the report.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// Its column heads.
    pub heads: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
}

/// A group of boxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Boxes {
    /// Its heading.
    pub name: Named,
    /// Whether its boxes follow one another.
    pub steps: bool,
    /// Its boxes.
    pub boxes: Vec<Named>,
}

/// The column that holds the entities themselves.
pub const NAME: &str = "name";

/// What an exhibit says of itself in some fields, each with its label: what it shows, what is missing.
pub fn captions(
    edition: &Edition,
    entity: &Entity,
    display: &Display,
    here: &Address,
) -> Vec<[String; 2]> {
    let mut out = Vec::new();
    for field in &display.captions {
        let mut texts = Vec::new();
        for (at, _) in of_field(entity, field) {
            texts.push(line(edition, entity, at, here).value.main);
        }
        if let (Some(field), false) = (edition.field(field), texts.is_empty()) {
            let name = here.lang.of(&field.name).to_owned();
            out.push([name, texts.join(here.lang.pick("", " "))]);
        }
    }
    out
}

/// The table of an exhibit. A cell holds what its row's entities state in this very table, else what they state anywhere.
pub fn table(edition: &Edition, exhibit: &Entity, display: &Display, here: &Address) -> Table {
    let lang = here.lang;
    let tables = &edition.outline.tables;
    let plate = tables.iter().find(|plate| plate.id == exhibit.id);
    let at = plate.map(|plate| ["table ", &plate.number.to_string()].concat());
    let rows = display.rows.iter().map(|ids| {
        let entities = ids.split(' ').filter_map(|id| edition.find(id));
        let entities: Vec<&Entity> = entities.map(|(_, entity)| entity).collect();
        row(edition, display, &entities, at.as_deref(), here)
    });
    let mut rows: Vec<Row> = rows.collect();
    merge(&mut rows);
    let heads = display.columns.iter().enumerate().map(|(at, column)| {
        let head = display.heads.get(at).map(|head| lang.of(head));
        let label = || edition.field(column).map(|field| lang.of(&field.name));
        head.or_else(label).unwrap_or_default().to_owned()
    });
    Table {
        heads: heads.collect(),
        rows,
    }
}

fn row(
    edition: &Edition,
    display: &Display,
    entities: &[&Entity],
    at: Option<&str>,
    here: &Address,
) -> Row {
    let mut row = Row::default();
    let mut printed = false;
    for column in &display.columns {
        let mut cell = Cell {
            head: column == NAME,
            span: 1,
            ..Cell::default()
        };
        for entity in entities {
            if cell.head {
                cell.items.push(to_entity(&entity.id, &entity.name, here));
                continue;
            }
            let here_in = |s: &&Statement| {
                at.is_some() && s.source.place().is_some_and(|p| p.at.as_deref() == at)
            };
            let inside = of_field(entity, column).any(|(_, s)| here_in(&s));
            for (place, statement) in of_field(entity, column) {
                if inside && !here_in(&statement) {
                    continue;
                }
                let line = line(edition, entity, place, here);
                let item = Named {
                    name: line.value.line(),
                    other: line.original,
                    link: line.link,
                };
                if !cell.items.contains(&item) {
                    cell.items.push(item);
                }
                // The table itself is nearer than another place in the text.
                if row.source.is_none() || (inside && !printed) {
                    row.source = Some(source(edition, statement, here));
                    printed = inside;
                }
            }
        }
        row.cells.push(cell);
    }
    row
}

fn source(edition: &Edition, statement: &Statement, here: &Address) -> Named {
    let section = Page::Outline(Some(statement.source.section().to_owned()));
    Named {
        name: place(edition, statement, here.lang),
        other: None,
        link: Some(link::format(&here.at(section))),
    }
}

/// Lets equal cells in front of the names reach over several rows, as they are printed.
fn merge(rows: &mut [Row]) {
    let fronts = |row: &Row| row.cells.iter().take_while(|cell| !cell.head).count();
    let front = rows.first().map_or(0, fronts);
    for column in 0..front {
        let mut top = 0;
        for at in 1..rows.len() {
            let same = |c: usize| {
                let (above, cell) = (&rows[at - 1].cells[c], &rows[at].cells[c]);
                above.items == cell.items && !cell.items.is_empty()
            };
            if (0..=column).all(same) {
                rows[at].cells[column].span = 0;
                rows[top].cells[column].span += 1;
            } else {
                top = at;
            }
        }
    }
}

/// The groups of a diagram.
pub fn groups(edition: &Edition, display: &Display, here: &Address) -> Vec<Boxes> {
    let named = |name: &Label, entity: &Option<String>| {
        let id = entity.as_deref().unwrap_or_default();
        let known = edition.name(id);
        let name = match here.lang.of(name) {
            "" => known.unwrap_or(name),
            _ => name,
        };
        let mut made = to_entity(id, name, here);
        made.link = made.link.filter(|_| known.is_some());
        made
    };
    let group = |group: &Group| Boxes {
        name: named(&group.name, &group.entity),
        steps: group.steps,
        boxes: { group.boxes.iter() }
            .map(|b| named(&b.name, &b.entity))
            .collect(),
    };
    display.groups.iter().map(group).collect()
}

/// The statements that are the points of a series.
pub fn points<'a>(edition: &'a Edition, display: &Display) -> Vec<(&'a Entity, &'a Statement)> {
    let paths = display.statements.iter();
    let found = paths.filter_map(|path| edition.statement(path));
    found
        .map(|(_, entity, at)| (entity, &entity.statements[at]))
        .collect()
}

fn to_entity(id: &str, name: &Label, here: &Address) -> Named {
    let lang = here.lang;
    let other = lang.other().of(name);
    Named {
        name: lang.of(name).to_owned(),
        other: (other != lang.of(name)).then(|| other.to_owned()),
        link: Some(link::format(&here.to_entity(id))),
    }
}

fn of_field<'a>(
    entity: &'a Entity,
    field: &'a str,
) -> impl Iterator<Item = (usize, &'a Statement)> {
    let statements = entity.statements.iter().enumerate();
    statements.filter(move |(_, s)| s.field == field)
}
