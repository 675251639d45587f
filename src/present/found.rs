//! What a search found, as it is listed.
use super::words;
use crate::lens::{self, Lang};
use crate::link::{self, Address, Page};
use crate::report::{Edition, Label};
use crate::search::{Group, Hit, Reason, What};

/// Hits of one kind under their heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundGroup {
    /// The heading.
    pub name: String,
    /// The hits, the best first.
    pub hits: Vec<Found>,
}

/// A hit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its own number, where it has one: 2.1.3.
    pub number: String,
    /// What it is called in the reader's language.
    pub name: String,
    /// What it is called in the other language, where that differs.
    pub other: String,
    /// What it means, where that is short.
    pub note: String,
    /// Why it was found.
    pub reason: String,
    /// Where it leads.
    pub link: String,
}

/// Whether nothing was found but what comes nearest.
pub fn is_nearest(groups: &[Group]) -> bool {
    let mut hits = groups.iter().flat_map(|group| &group.hits);
    hits.all(|hit| hit.reason == Reason::Nearest)
}

/// The groups of a search in the reader's language.
pub fn found(edition: &Edition, groups: &[Group], address: &Address) -> Vec<FoundGroup> {
    let lang = address.lang;
    let groups = groups.iter().map(|group| FoundGroup {
        name: heading(edition, group.what, lang).to_owned(),
        hits: group
            .hits
            .iter()
            .map(|hit| one(edition, hit, address))
            .collect(),
    });
    groups.collect()
}

fn heading(edition: &Edition, what: What, lang: Lang) -> &str {
    match what {
        What::Collection => words::ways_in(lang),
        What::Entity(collection) => lang.of(&edition.schema.collections[collection].name),
        What::Section => words::section(lang),
        What::Plate => words::plates(lang),
        What::Concept => words::glossary(lang),
    }
}

fn one(edition: &Edition, hit: &Hit, address: &Address) -> Found {
    let lang = address.lang;
    let id = || hit.id.clone();
    let to = match hit.what {
        What::Collection => address.at(Page::Collection(id())),
        What::Entity(_) => address.to_entity(&hit.id),
        What::Section | What::Plate => address.at(Page::Outline(Some(id()))),
        What::Concept => address.at(Page::Dictionary).searched(lang.of(&hit.label)),
    };
    let name = lang.of(&hit.label).to_owned();
    let other = lang.other().of(&hit.label);
    let none = Label::default();
    let (number, note) = match hit.what {
        What::Section => (edition.section(&hit.id).map_or(&none, |s| &s.number), &none),
        What::Concept => {
            let concept = edition.concepts.iter().find(|c| c.id == hit.id);
            (&none, concept.map_or(&none, |c| &c.definition))
        }
        _ => (&none, &none),
    };
    Found {
        number: lang.of(number).to_owned(),
        other: if other == name { "" } else { other }.to_owned(),
        note: lang.of(note).to_owned(),
        reason: reason(edition, hit, lang),
        link: link::format(&to),
        name,
    }
}

/// Why something was found, in a few words.
pub fn reason(edition: &Edition, hit: &Hit, lang: Lang) -> String {
    let quoted = |word: &str, text: &str| match lang {
        Lang::Zh => [word, "“", text, "”"].concat(),
        Lang::En => [word, " “", text, "”"].concat(),
    };
    match &hit.reason {
        Reason::Name => words::by_its_name(lang).to_owned(),
        Reason::Alias(alias) => quoted(words::also_called(lang), alias),
        Reason::Pinyin { text, syllables } => {
            [&quoted(words::pinyin(lang), text), " ", syllables].concat()
        }
        Reason::Initials(text) => quoted(words::initials(lang), text),
        Reason::Traditional(text) => quoted(words::same_as(lang), text),
        Reason::Number(at) => {
            let statement = edition
                .find(&hit.id)
                .and_then(|(_, e)| e.statements.get(*at));
            statement.map_or_else(String::new, |statement| {
                let field = edition.field(&statement.field);
                let field = field.map_or("", |field| lang.of(&field.name));
                let value = lens::show(edition, statement, lang).line();
                [field, lang.pick("：", ": "), &value].concat()
            })
        }
        Reason::Place => words::by_its_number(lang).to_owned(),
        Reason::Words(text) => quoted(words::mentions(lang), text),
        Reason::Slip(text) => quoted(words::meant(lang), text),
        Reason::Nearest => words::nearest(lang).to_owned(),
    }
}

/// How many hits there are.
pub fn count(groups: &[FoundGroup], lang: Lang) -> String {
    let hits: usize = groups.iter().map(|group| group.hits.len()).sum();
    match (lang, hits) {
        (Lang::Zh, _) => format!("{hits}条"),
        (Lang::En, 1) => "1 result".to_owned(),
        (Lang::En, _) => format!("{hits} results"),
    }
}
