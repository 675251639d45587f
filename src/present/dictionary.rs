//! The dictionary: marks, qualifiers, concepts and fields, and what each of them means.
use super::{marks, words};
use crate::lens::Lang;
use crate::link::{self, Address, Page};
use crate::query::fold;
use crate::report::{Collection, Edition, Field, Kind, Label};

/// What an entry's address begins with: a mark.
pub const MARK: &str = "mark";
/// What an entry's address begins with: a qualifier.
pub const QUALIFIER: &str = "qualifier";
/// What an entry's address begins with: a concept.
pub const CONCEPT: &str = "concept";
/// What an entry's address begins with: a field.
pub const FIELD: &str = "field";

/// The address that shows one entry alone.
pub fn link(address: &Address, part: &str, id: &str) -> String {
    let wanted = [part, ":", id].concat();
    link::format(&address.at(Page::Dictionary).searched(&wanted))
}

/// A word with its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// Its id in its part of the dictionary.
    pub id: String,
    /// The word.
    pub name: String,
    /// The word in the other language.
    pub other: String,
    /// Its abbreviation, or the kind and unit of a field.
    pub detail: String,
    /// What it means.
    pub means: String,
    /// The entity that stands for it.
    pub entity: Option<String>,
    /// The terms that a field chooses from: label, the other label, note.
    pub terms: Vec<[String; 3]>,
    /// How often it is stated.
    pub stated: String,
    /// Whether only the context layer uses it.
    pub context: bool,
}

/// The fields of a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shelf {
    /// The collection's name.
    pub name: String,
    /// Its name in the other language.
    pub other: String,
    /// What it holds.
    pub about: String,
    /// How many fields it uses.
    pub count: usize,
    /// The address that opens it, or closes it.
    pub link: String,
    /// Whether its fields are listed.
    pub open: bool,
    /// Its fields.
    pub fields: Vec<Entry>,
}

/// The dictionary as an address asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dictionary {
    /// What it holds, in a sentence with the counts.
    pub lead: String,
    /// Whether a single entry is asked for.
    pub single: bool,
    /// Marks.
    pub marks: Vec<Entry>,
    /// Qualifiers.
    pub qualifiers: Vec<Entry>,
    /// The glossary.
    pub concepts: Vec<Entry>,
    /// Fields by collection.
    pub shelves: Vec<Shelf>,
}

impl Dictionary {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.marks.is_empty()
            && self.qualifiers.is_empty()
            && self.concepts.is_empty()
            && self.shelves.iter().all(|shelf| shelf.fields.is_empty())
    }
}

/// What is looked for: an entry by its part and id, or a text.
struct Wanted<'a> {
    single: Option<(&'a str, &'a str)>,
    text: String,
}

impl Wanted<'_> {
    fn is(&self, part: &str, entry: &Entry) -> bool {
        if let Some((wanted, id)) = self.single {
            return wanted == part && entry.id == id;
        }
        let said = [&entry.name, &entry.other, &entry.detail, &entry.means];
        let terms = entry.terms.iter().flatten();
        let mut all = said.into_iter().chain(terms);
        self.text.is_empty() || all.any(|text| fold(text).contains(&self.text))
    }
}

/// The dictionary, as far as an address asks for it.
pub fn dictionary(edition: &Edition, address: &Address) -> Dictionary {
    let lang = address.lang;
    let single = [MARK, QUALIFIER, CONCEPT, FIELD]
        .into_iter()
        .find_map(|part| {
            let id = address.text.strip_prefix(part)?.strip_prefix(':')?;
            Some((part, id))
        });
    let wanted = Wanted {
        single,
        text: fold(address.text.trim()),
    };
    let kept = |part, mut entries: Vec<Entry>| {
        entries.retain(|entry| wanted.is(part, entry));
        entries
    };
    let schema = &edition.schema;
    let marks = marks::DRAWINGS.iter().chain(&marks::OTHERS);
    let marks = marks.map(|mark| Entry {
        id: mark.id.to_owned(),
        name: mark.name(lang).to_owned(),
        other: mark.name(lang.other()).to_owned(),
        means: mark.means(lang).to_owned(),
        ..Entry::default()
    });
    let qualifiers = schema.qualifiers.iter();
    let qualifiers = qualifiers.filter(|q| !lang.of(&q.name).is_empty());
    let qualifiers = qualifiers.map(|q| entry(&q.id, &q.name, &q.note, lang));
    let concepts = edition.concepts.iter().map(|c| Entry {
        detail: c.abbreviation.clone().unwrap_or_default(),
        entity: c.entity.clone(),
        ..entry(&c.id, &c.term, &c.definition, lang)
    });
    let shelves = shelves(edition, address, &wanted);
    Dictionary {
        lead: words::dictionary_lead(lang, schema.fields.len(), edition.concepts.len()),
        single: single.is_some(),
        marks: kept(MARK, marks.collect()),
        qualifiers: kept(QUALIFIER, qualifiers.collect()),
        concepts: kept(CONCEPT, concepts.collect()),
        shelves,
    }
}

fn entry(id: &str, name: &Label, means: &Label, lang: Lang) -> Entry {
    Entry {
        id: id.to_owned(),
        name: lang.of(name).to_owned(),
        other: lang.other().of(name).to_owned(),
        means: lang.of(means).to_owned(),
        ..Entry::default()
    }
}

/// The collections with their fields; a text opens those that hold it, without one the address says which is open.
fn shelves(edition: &Edition, address: &Address, wanted: &Wanted) -> Vec<Shelf> {
    let lang = address.lang;
    let schema = &edition.schema;
    let stated = stated(edition);
    let looking = !wanted.text.is_empty();
    let mut shelves = Vec::new();
    for (collection, spec) in schema.collections.iter().enumerate() {
        let chosen = address.collections.contains(&spec.id);
        let mut fields = Vec::new();
        let mut count = 0;
        for (field, n) in schema.fields.iter().zip(&stated[collection]) {
            if *n == 0 {
                continue;
            }
            count += 1;
            if !looking && !chosen {
                continue;
            }
            let of = edition.entities[collection].len();
            let made = field_entry(edition, field, *n, of, spec, lang);
            if wanted.is(FIELD, &made) {
                fields.push(made);
            }
        }
        let mut next = address.at(Page::Dictionary);
        if !chosen {
            next.collections.push(spec.id.clone());
        }
        shelves.push(Shelf {
            name: lang.of(&spec.name).to_owned(),
            other: lang.other().of(&spec.name).to_owned(),
            about: lang.of(&spec.about).to_owned(),
            count,
            link: link::format(&next),
            open: looking || chosen,
            fields,
        });
    }
    if wanted.single.is_some() {
        // The same field in several collections means the same; the first will do.
        shelves.retain(|shelf| !shelf.fields.is_empty());
        shelves.truncate(1);
    } else if looking {
        shelves.retain(|shelf| !shelf.fields.is_empty());
    }
    shelves
}

/// How many entities of each collection state each field, in either layer.
fn stated(edition: &Edition) -> Vec<Vec<usize>> {
    let fields = &edition.schema.fields;
    let mut order: Vec<usize> = (0..fields.len()).collect();
    order.sort_unstable_by_key(|&at| fields[at].id.as_str());
    let mut counts = vec![vec![0; fields.len()]; edition.entities.len()];
    let mut seen = vec![usize::MAX; fields.len()];
    for (n, (collection, entity)) in edition.all().enumerate() {
        let beside = edition.context_of(&entity.id);
        for statement in entity.statements.iter().chain(beside) {
            let field = statement.field.as_str();
            let found = order.binary_search_by_key(&field, |&at| fields[at].id.as_str());
            let Ok(found) = found else { continue };
            if seen[order[found]] != n {
                seen[order[found]] = n;
                counts[collection][order[found]] += 1;
            }
        }
    }
    counts
}

fn field_entry(
    edition: &Edition,
    field: &Field,
    n: usize,
    of: usize,
    spec: &Collection,
    lang: Lang,
) -> Entry {
    let mut detail = words::kind(lang, field.kind).to_owned();
    let usual = field.unit.as_deref().and_then(|id| edition.unit(id));
    let usual = usual.map(|u| lang.of(&u.name)).filter(|u| !u.is_empty());
    if let Some(usual) = usual {
        detail.push_str(lang.pick("，", ", "));
        detail.push_str(usual);
    }
    let terms = edition.terms(field).iter().map(|term| {
        let labels = [lang, lang.other()].map(|lang| lang.of(&term.name).to_owned());
        let [name, other] = labels;
        [name, other, lang.of(&term.note).to_owned()]
    });
    Entry {
        detail,
        terms: match field.kind {
            Kind::Term => terms.collect(),
            _ => Vec::new(),
        },
        stated: words::stated_by(lang, n, of, spec),
        context: field.context,
        ..entry(&field.id, &field.name, &field.note, lang)
    }
}

/// What a link to an entity of the dictionary says.
pub fn entity_name(edition: &Edition, id: &str, lang: Lang) -> String {
    let name = edition.name(id).map(|name| lang.of(name));
    name.unwrap_or(id).to_owned()
}
