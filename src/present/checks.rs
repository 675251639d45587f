//! The report beside the public record: which statements were checked, against what, and how they stand to each other.
use super::{line, marks, words, Line};
use crate::lens::{self, Lang};
use crate::link::{self, Address, Page};
use crate::query::fold;
use crate::report::{Check, Edition, Reference, Verdict};

/// The key under which an address chooses verdicts.
pub const VERDICT: &str = "verdict";

/// The verdicts, the most telling first.
pub const VERDICTS: [Verdict; 3] = [Verdict::Differs, Verdict::NotComparable, Verdict::Agrees];

/// A choice above the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub name: String,
    /// How many checks it leaves.
    pub count: usize,
    /// The address that makes it, or takes it back.
    pub link: String,
    /// Whether it is made.
    pub chosen: bool,
}

/// A public source of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Against {
    /// Its title.
    pub title: String,
    /// Its address; a reprint has none.
    pub url: Option<String>,
    /// Its date and kind.
    pub note: String,
}

/// A statement of the report beside the public record.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The check's id.
    pub id: String,
    /// How the two stand to each other.
    pub verdict: Verdict,
    /// Of what it is said, with its page.
    pub entity: (String, String),
    /// The statement; none where the data has lost it.
    pub line: Option<Line>,
    /// What the public record says, and that in the other language.
    pub record: [String; 2],
    /// Why they agree, differ or cannot be compared, and that in the other language.
    pub why: [String; 2],
    /// Where the public record stands.
    pub against: Vec<Against>,
    /// The address of this check alone.
    pub link: String,
}

/// The page as an address asks for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Checks {
    /// How many statements agree, differ and cannot be compared, in a sentence.
    pub lead: String,
    /// The check that is asked for alone, if it is one.
    pub single: bool,
    /// The verdicts to choose from.
    pub verdicts: Vec<Choice>,
    /// The collections to choose from.
    pub collections: Vec<Choice>,
    /// What is shown, by verdict.
    pub groups: Vec<(Verdict, Vec<Row>)>,
}

/// The checks that an address asks for.
pub fn checks(edition: &Edition, address: &Address) -> Checks {
    let lang = address.lang;
    let all = &edition.checks;
    let of = |verdict| all.iter().filter(|c| c.verdict == verdict).count();
    let [differ, unlike, agree] = VERDICTS.map(of);
    let single = all.iter().any(|check| check.id == address.text);
    let text = fold(address.text.trim());
    let hits = |check: &&Check| match single {
        true => check.id == address.text,
        false => text.is_empty() || said(edition, check).contains(&text),
    };
    let found: Vec<&Check> = all.iter().filter(hits).collect();
    let verdict = |check: &Check| {
        let mut chosen = address.facets.iter().filter(|(field, _)| field == VERDICT);
        chosen.all(|(_, ids)| ids.iter().any(|id| id == marks::verdict_id(check.verdict)))
    };
    let place = |check: &Check| edition.statement(&check.statement).map(|(c, _, _)| c);
    let collection = |check: &Check| {
        let mut chosen = address.collections.iter();
        let id = place(check).map(|c| &edition.schema.collections[c].id);
        address.collections.is_empty() || chosen.any(|chosen| Some(chosen) == id)
    };
    let verdicts = VERDICTS.map(|v| {
        let id = marks::verdict_id(v);
        let inside = found.iter().filter(|c| c.verdict == v && collection(c));
        Choice {
            name: words::verdict_name(lang, v).to_owned(),
            count: inside.count(),
            link: link::format(&address.toggled(VERDICT, id)),
            chosen: address.has(VERDICT, id),
        }
    });
    let specs = edition.schema.collections.iter().enumerate();
    let collections = specs.filter_map(|(at, spec)| {
        all.iter().find(|c| place(c) == Some(at))?;
        let inside = found.iter().filter(|c| place(c) == Some(at) && verdict(c));
        let mut next = address.clone();
        link::toggle(&mut next.collections, &spec.id);
        Some(Choice {
            name: lang.of(&spec.name).to_owned(),
            count: inside.count(),
            link: link::format(&next),
            chosen: address.collections.contains(&spec.id),
        })
    });
    let collections = collections.collect();
    let mut groups = Vec::new();
    for v in VERDICTS {
        let inside = found.iter().filter(|c| c.verdict == v);
        let shown = inside.filter(|c| single || (verdict(c) && collection(c)));
        let rows: Vec<Row> = shown.map(|check| row(edition, check, address)).collect();
        if !rows.is_empty() {
            groups.push((v, rows));
        }
    }
    Checks {
        lead: words::checks_lead(lang, [agree, differ, unlike]),
        single,
        verdicts: verdicts.into(),
        collections,
        groups,
    }
}

/// What a check is found by.
fn said(edition: &Edition, check: &Check) -> String {
    let mut out = check.id.clone();
    let mut add = |text: &str| {
        out.push(' ');
        out.push_str(text);
    };
    let mut path = check.statement.split(['/', '#']);
    let entity = path.next().unwrap_or_default();
    let field = path.next().unwrap_or_default();
    let field = edition.field(field).map(|field| &field.name);
    let labels = edition.name(entity).into_iter().chain(field);
    for label in labels.chain([&check.record, &check.why]) {
        add(&label.zh);
        add(&label.en);
    }
    check.against.iter().for_each(|source| add(&source.title));
    fold(&out)
}

fn row(edition: &Edition, check: &Check, address: &Address) -> Row {
    let lang = address.lang;
    let found = edition.statement(&check.statement);
    let both = |label| [lang.of(label).to_owned(), lang.other().of(label).to_owned()];
    let entity = found.map_or_else(
        || (check.statement.clone(), String::new()),
        |(_, entity, _)| {
            let link = link::format(&address.to_entity(&entity.id));
            (lang.of(&entity.name).to_owned(), link)
        },
    );
    let alone = address.at(Page::Checks).searched(&check.id);
    Row {
        id: check.id.clone(),
        verdict: check.verdict,
        entity,
        line: found.map(|(_, entity, at)| line(edition, entity, at, address)),
        record: both(&check.record),
        why: both(&check.why),
        against: check.against.iter().map(|r| against(r, lang)).collect(),
        link: link::format(&alone),
    }
}

/// A public source ready to be printed.
pub fn against(reference: &Reference, lang: Lang) -> Against {
    let date = reference.as_of.as_ref().map(|d| lens::show_date(d, lang));
    let kind = words::source_kind(lang, &reference.kind);
    let kind = (!kind.is_empty()).then(|| kind.to_owned());
    let parts: Vec<String> = date.into_iter().chain(kind).collect();
    Against {
        title: reference.title.clone(),
        url: reference.url.clone(),
        note: parts.join(lang.pick("，", ", ")),
    }
}
