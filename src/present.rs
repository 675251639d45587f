//! View-models: what a component prints, in the reader's language.
pub mod about;
pub mod brush;
pub mod catalogue;
pub mod checks;
pub mod clip;
pub mod compare;
pub mod dictionary;
pub mod exhibit;
pub mod facets;
pub mod found;
pub mod guard;
pub mod keys;
pub mod marks;
pub mod order;
pub mod own;
pub mod relations;
pub mod table;
pub mod timeline;
pub mod words;

use crate::chart::Drawing;
use crate::lens::{self, Lang, Shown};
use crate::link::{self, Address, Page};
use crate::report::{Edition, Entity, Reference, Source, Statement, Value, Verdict};

/// A statement as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The field's id.
    pub field: String,
    /// The field's label.
    pub name: String,
    /// The value.
    pub value: Shown,
    /// The field's label in the other language.
    pub name_original: String,
    /// The value in the other language, where that differs.
    pub original: Option<String>,
    /// The same, where both languages are shown.
    pub other: Option<String>,
    /// Where the qualifier is explained.
    pub explained: Option<String>,
    /// How it is drawn, where the drawing needs a word, with the page that explains it.
    pub mark: Option<(&'static str, String)>,
    /// Where an entity value leads.
    pub link: Option<String>,
    /// The date it holds for, what it is said of, who says so.
    pub note: String,
    /// How it is drawn: the layer, derived, forecast.
    pub drawing: Drawing,
    /// Where it stands.
    pub origin: Origin,
    /// The formula of a computed value.
    pub formula: Option<String>,
    /// How it stands to the public record, with the page that says why.
    pub check: Option<(Verdict, String)>,
}

/// Where a statement stands, as a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// In the report.
    Report {
        /// Section, table or figure, page.
        place: String,
        /// The page of the section.
        link: String,
        /// What to type into the PDF's search box.
        tokens: Vec<String>,
    },
    /// In a public source.
    Public(Reference),
}

impl Origin {
    /// One line of text.
    pub fn line(&self) -> &str {
        match self {
            Self::Report { place, .. } => place,
            Self::Public(reference) => &reference.title,
        }
    }
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
    /// What identifies it: makers, kinds, year; without labels.
    pub byline: String,
    /// The same in the other language, where that differs.
    pub byline_original: String,
    /// The statements that matter for its collection.
    pub lines: Vec<Line>,
    /// The section of its first statement, with its page.
    pub place: (String, String),
    /// Its page.
    pub link: String,
}

/// The statement of an entity at a place in its list, ready to be printed.
pub fn line(edition: &Edition, entity: &Entity, at: usize, address: &Address) -> Line {
    let mut line = line_of(edition, &entity.statements[at], address);
    if let Some(check) = edition.check_of(entity, at) {
        let checks = address.at(Page::Checks).searched(&check.id);
        line.check = Some((check.verdict, link::format(&checks)));
    }
    line
}

/// A statement ready to be printed, without its check.
pub fn line_of(edition: &Edition, statement: &Statement, address: &Address) -> Line {
    let lang = address.lang;
    let field = edition.field(&statement.field);
    let value = lens::show(edition, statement, lang);
    let original = lens::show(edition, statement, lang.other()).line();
    let original = Some(original).filter(|original| *original != value.line());
    let drawing = Drawing::of(statement);
    let qualified = !value.qualifier_id.is_empty();
    let explained = || dictionary::link(address, dictionary::QUALIFIER, &value.qualifier_id);
    Line {
        field: statement.field.clone(),
        name: field
            .map_or(&statement.field[..], |f| lang.of(&f.name))
            .to_owned(),
        name_original: field.map_or("", |f| lang.other().of(&f.name)).to_owned(),
        link: value
            .entity
            .as_ref()
            .map(|id| link::format(&address.to_entity(id))),
        other: original.clone().filter(|_| address.both),
        original,
        explained: qualified.then(explained),
        mark: marks::of_line(drawing, address),
        note: note(edition, statement, lang),
        drawing,
        origin: origin(edition, statement, address),
        formula: statement.derived_from.as_ref().map(|d| d.formula.clone()),
        check: None,
        value,
    }
}

fn note(edition: &Edition, statement: &Statement, lang: Lang) -> String {
    let mut notes = Vec::new();
    if let Some(date) = &statement.as_of {
        notes.push(lens::show_date(date, lang));
    }
    if let Some(scope) = &statement.scope {
        notes.push(lang.of(scope).to_owned());
    }
    if let Some(id) = &statement.said_by {
        let who = edition.name(id).map_or(id.as_str(), |name| lang.of(name));
        notes.push(lang.pick("据", "according to ").to_owned() + who);
    }
    notes.join(lang.pick("；", "; "))
}

/// Where a statement stands, with what leads there.
pub fn origin(edition: &Edition, statement: &Statement, address: &Address) -> Origin {
    match &statement.source {
        Source::Report(found) => Origin::Report {
            place: place(edition, statement, address.lang),
            link: link::format(&address.at(Page::Outline(Some(found.section.clone())))),
            tokens: found.tokens.clone(),
        },
        Source::Public(reference) => Origin::Public(reference.clone()),
    }
}

/// Where a statement stands in the report: section, table or figure, page.
pub fn place(edition: &Edition, statement: &Statement, lang: Lang) -> String {
    let Some(source) = statement.source.place() else {
        return String::new();
    };
    let Some(section) = edition.section(&source.section) else {
        return source.section.clone();
    };
    let mut out = lang.of(&section.number).to_owned();
    let at = source.at.as_deref().unwrap_or("text");
    let mut page = section.page;
    if let Some((kind, number)) = at.split_once(' ') {
        let (zh, plates) = match kind {
            "table" => ("表", &edition.outline.tables[..]),
            "figure" => ("图", &edition.outline.figures[..]),
            _ => ("脚注", &[][..]),
        };
        out.push_str(lang.pick("，", ", "));
        match lang {
            Lang::Zh => {
                out.push_str(zh);
                out.push_str(number);
            }
            Lang::En => out.push_str(at),
        }
        // A table has a page of its own, which is nearer than the section's first.
        let plate = plates.iter().find(|p| number.parse() == Ok(p.number));
        if let Some(exact) = plate.and_then(|p| p.page) {
            return out
                + &match lang {
                    Lang::Zh => format!("，第{exact}页"),
                    Lang::En => format!(", p. {exact}"),
                };
        }
    }
    if let Some(page) = page.take() {
        out += &match lang {
            Lang::Zh => format!("（第{page}页起）"),
            Lang::En => format!(" (from p. {page})"),
        };
    }
    out
}

/// An entity as a card of its collection.
pub fn card(edition: &Edition, collection: usize, entity: &Entity, address: &Address) -> Card {
    let lang = address.lang;
    let wanted = &edition.schema.collections[collection].card;
    let mut byline: Vec<String> = Vec::new();
    let mut originals: Vec<String> = Vec::new();
    let mut lines: Vec<Line> = Vec::new();
    for field in wanted {
        for (at, statement) in entity.statements.iter().enumerate() {
            if &statement.field != field {
                continue;
            }
            let next = line(edition, entity, at, address);
            // What it is and who made it needs no label; a quantity or a text does.
            if !matches!(statement.value, Value::Number(_) | Value::Text { .. }) {
                if byline.len() < 4 && !byline.contains(&next.value.main) {
                    let original = next.original.unwrap_or_else(|| next.value.main.clone());
                    originals.push(original);
                    byline.push(next.value.main);
                }
                continue;
            }
            lines.push(next);
        }
    }
    lines.truncate(3);
    if address.context {
        let beside = edition.context_of(&entity.id).iter();
        let numbers = beside.filter(|s| matches!(s.value, Value::Number(_)));
        lines.extend(numbers.take(2).map(|s| line_of(edition, s, address)));
    }
    let name = lang.of(&entity.name).to_owned();
    let other = lang.other().of(&entity.name);
    let first = entity
        .statements
        .iter()
        .find(|s| s.source.place().is_some());
    Card {
        id: entity.id.clone(),
        other: if other == name { "" } else { other }.to_owned(),
        name,
        byline_original: match originals == byline {
            true => String::new(),
            false => originals.join(" · "),
        },
        byline: byline.join(" · "),
        lines,
        place: first.map_or_else(Default::default, |s| {
            let section = Page::Outline(Some(s.source.section().to_owned()));
            (place(edition, s, lang), link::format(&address.at(section)))
        }),
        link: link::format(&address.to_entity(&entity.id)),
    }
}
