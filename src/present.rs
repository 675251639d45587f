//! View-models: what a component prints, in the reader's language.
pub mod catalogue;
pub mod words;

use crate::lens::{self, Lang, Shown};
use crate::link::{self, Address, Page};
use crate::report::{Edition, Entity, Statement};

/// A statement as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The field's label.
    pub name: String,
    /// The value.
    pub value: Shown,
    /// Where an entity value leads.
    pub link: Option<String>,
    /// The date it holds for, what it is said of, who says so.
    pub note: String,
    /// Section, table or figure, page.
    pub place: String,
    /// What to type into the PDF's search box.
    pub tokens: Vec<String>,
    /// The formula of a computed value.
    pub formula: Option<String>,
}

/// An entity as a card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Its id.
    pub id: String,
    /// Its name in the reader's language.
    pub name: String,
    /// Its other name, where it differs.
    pub other: String,
    /// The statements that matter for its collection.
    pub lines: Vec<Line>,
    /// The section of its first statement.
    pub place: String,
    /// Its page.
    pub link: String,
}

/// A statement, ready to be printed.
pub fn line(edition: &Edition, statement: &Statement, address: &Address) -> Line {
    let lang = address.lang;
    let name = edition.field(&statement.field);
    let value = lens::show(edition, statement, lang);
    let link = value
        .entity
        .clone()
        .map(|id| link::format(&address.at(Page::Entity(id))));
    let mut notes = Vec::new();
    if let Some(date) = &statement.as_of {
        notes.push(lens::show_date(date, lang));
    }
    if let Some(scope) = &statement.scope {
        notes.push(lang.of(scope).to_owned());
    }
    if let Some(id) = &statement.said_by {
        let who = edition
            .find(id)
            .map_or(id.as_str(), |(_, e)| lang.of(&e.name));
        notes.push(lang.pick("据", "according to ").to_owned() + who);
    }
    if let Some(printed) = &value.printed {
        notes.push(format!("printed: {printed}"));
    }
    Line {
        name: name.map_or_else(|| statement.field.clone(), |f| lang.of(&f.name).to_owned()),
        link,
        note: notes.join(lang.pick("；", "; ")),
        place: place(edition, statement, lang),
        tokens: statement.source.tokens.clone(),
        formula: statement.derived_from.as_ref().map(|d| d.formula.clone()),
        value,
    }
}

/// Where a statement stands: section, page, table or figure.
pub fn place(edition: &Edition, statement: &Statement, lang: Lang) -> String {
    let source = &statement.source;
    let Some(section) = edition.section(&source.section) else {
        return source.section.clone();
    };
    let mut out = lang.of(&section.number).to_owned();
    let at = source.at.as_deref().unwrap_or("text");
    if let Some((kind, number)) = at.split_once(' ') {
        let zh = match kind {
            "table" => "表",
            "figure" => "图",
            _ => "脚注",
        };
        match lang {
            Lang::Zh => out += &format!("，{zh}{number}"),
            Lang::En => out += &format!(", {at}"),
        }
    }
    if let Some(page) = section.page {
        match lang {
            Lang::Zh => out += &format!("（自第{page}页）"),
            Lang::En => out += &format!(" (from p. {page})"),
        }
    }
    out
}

/// An entity as a card of its collection.
pub fn card(edition: &Edition, collection: usize, entity: &Entity, address: &Address) -> Card {
    let lang = address.lang;
    let wanted = &edition.schema.collections[collection].card;
    let statements = wanted
        .iter()
        .flat_map(|field| entity.statements.iter().filter(move |s| &s.field == field));
    let mut lines: Vec<Line> = Vec::new();
    for statement in statements {
        let mut next = line(edition, statement, address);
        match lines.iter_mut().find(|l| l.name == next.name) {
            // Several makers or modalities stand in one line.
            Some(last) if last.value.unit.is_empty() && last.note == next.note => {
                last.value.main += lang.pick("、", ", ");
                last.value.main += &next.value.main;
            }
            _ => {
                next.link = None;
                lines.push(next);
            }
        }
    }
    lines.truncate(4);
    let name = lang.of(&entity.name).to_owned();
    let other = lang.other().of(&entity.name);
    let first = entity.statements.first();
    Card {
        id: entity.id.clone(),
        other: if other == name { "" } else { other }.to_owned(),
        name,
        lines,
        place: first.map_or_else(String::new, |s| place(edition, s, lang)),
        link: link::format(&address.at(Page::Entity(entity.id.clone()))),
    }
}
