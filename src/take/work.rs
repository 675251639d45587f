//! What is cited: the report at a place, a chart or view made from it, or a public source beside it.
use super::parcel::{Fact, Item, Parcel, Subject};
use crate::lens::Lang;
use crate::present::words;
use crate::report::{Label, Source};

/// What kind of thing is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The report, at a place in it.
    Report,
    /// A chart made from the report's statements.
    Chart,
    /// A selection of the report's statements.
    View,
    /// A page outside the report.
    Page,
}

/// A record that every citation format is written from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Work {
    /// A key of ASCII letters, digits and hyphens.
    pub key: String,
    /// What it is.
    pub form: Form,
    /// The reader's language, for the formats that have no language of their own.
    pub lang: Lang,
    /// Who wrote it; empty where that is not known.
    pub author: Label,
    /// Its title.
    pub title: Label,
    /// Of a chart or view, the report it is made from; empty for anything else.
    pub basis: Label,
    /// Who issued it.
    pub publisher: Label,
    /// How the publisher is called in short.
    pub short: Label,
    /// Where it was issued.
    pub city: Label,
    /// When it was issued, with the precision that is known; may be empty.
    pub date: String,
    /// The places cited, in order: section and table; in both languages.
    pub places: Vec<Label>,
    /// The pages cited, as `(first, last, open)`.
    pub pages: Vec<(u32, Option<u32>, bool)>,
    /// What is taken from there.
    pub about: Label,
    /// Where it was read.
    pub url: String,
    /// The day it was read: `2025-01-31`; may be empty.
    pub accessed: String,
}

impl Work {
    /// The pages with a dash between first and last, and a mark behind a first page whose last one is not known.
    pub fn pages(&self, dash: &str, open_end: &str) -> String {
        let pages = self.pages.iter().map(|&(first, last, open)| {
            let first = first.to_string();
            match last {
                Some(last) => [&first, dash, &last.to_string()].concat(),
                None if open => [&first, open_end].concat(),
                None => first,
            }
        });
        pages.collect::<Vec<_>>().join(", ")
    }

    /// The places in a language.
    pub fn places(&self, lang: Lang) -> String {
        let places = self.places.iter().map(|place| lang.of(place));
        places.collect::<Vec<_>>().join(lang.pick("、", "; "))
    }

    /// The year of issue; empty where it is not known.
    pub fn year(&self) -> &str {
        self.date.get(..4).unwrap_or_default()
    }
}

/// What a parcel is to be cited as: one work, or for pinned things one each; public sources follow.
pub fn works(parcel: &Parcel) -> Vec<Work> {
    let mut works = Vec::new();
    match parcel.subject {
        Subject::View | Subject::Chart => works.push(own(parcel)),
        Subject::Entity | Subject::Pins | Subject::Statement => {
            for item in &parcel.items {
                let mut about = item.name.clone();
                if let (Subject::Statement, [fact]) = (parcel.subject, &item.facts[..]) {
                    let said = [Lang::Zh, Lang::En].map(|lang| {
                        let colon = lang.pick("：", ": ");
                        let shown = fact.shown[usize::from(lang == Lang::En)].line();
                        let gap = lang.pick("", " ");
                        let of = lang.of(&fact.field);
                        [lang.of(&about), colon, of, gap, &shown].concat()
                    });
                    let [zh, en] = said;
                    about = Label { zh, en };
                }
                works.extend(in_report(parcel, item, about));
            }
            for item in &parcel.items {
                for fact in &item.facts {
                    if let Some(work) = beside(parcel, item, fact) {
                        if !works
                            .iter()
                            .any(|w| w.title == work.title && w.url == work.url)
                        {
                            works.push(work);
                        }
                    }
                }
            }
        }
    }
    // Two works must not share a key.
    for at in 1..works.len() {
        let same = works[..at].iter().filter(|w| w.key == works[at].key);
        let same = same.count();
        if same > 0 {
            let number = (same + 1).to_string();
            works[at].key = [&works[at].key, "--", &number].concat();
        }
    }
    works
}

fn begin(parcel: &Parcel, form: Form, key: &[&str]) -> Work {
    let report = &parcel.report;
    Work {
        key: slug(key),
        form,
        lang: parcel.lang,
        author: report.publisher.clone(),
        title: report.title.clone(),
        basis: Label::default(),
        publisher: report.publisher.clone(),
        short: report.short.clone(),
        city: report.city.clone(),
        date: report.date.clone(),
        places: Vec::new(),
        pages: Vec::new(),
        about: Label::default(),
        url: parcel.address.clone(),
        accessed: parcel.accessed.clone(),
    }
}

/// The report at the places where it speaks of an entity.
fn in_report(parcel: &Parcel, item: &Item, about: Label) -> Option<Work> {
    let report = &parcel.report;
    let who = match report.short.en.as_str() {
        "" => "report",
        short => short,
    };
    let field = match (parcel.subject, &item.facts[..]) {
        (Subject::Statement, [fact]) => fact.statement.field.as_str(),
        _ => "",
    };
    let year = report.date.get(..4).unwrap_or_default();
    let mut work = begin(parcel, Form::Report, &[who, year, &item.id, field]);
    for spot in item.facts.iter().filter_map(|fact| fact.spot.as_ref()) {
        let (zh, en) = (&spot.at.zh, &spot.at.en);
        let comma = if en.is_empty() { "" } else { ", " };
        let place = Label {
            zh: [&spot.number.zh, zh.as_str()].concat(),
            en: [&spot.number.en, comma, en].concat(),
        };
        if !work.places.contains(&place) {
            work.places.push(place);
        }
        if let Some(page) = spot.page {
            let pages = (page, spot.end, spot.open);
            if !work.pages.contains(&pages) {
                work.pages.push(pages);
            }
        }
    }
    work.pages.sort_unstable();
    work.about = about;
    if parcel.subject == Subject::Pins {
        work.url.clone_from(&item.link);
    }
    // What stands only beside the report is not the report's.
    (!work.places.is_empty()).then_some(work)
}

/// The public source of a statement of the context layer.
fn beside(parcel: &Parcel, item: &Item, fact: &Fact) -> Option<Work> {
    let Source::Public(reference) = &fact.statement.source else {
        return None;
    };
    let mut work = begin(parcel, Form::Page, &[&reference.title]);
    if work.key.len() < 4 {
        work.key = slug(&[&item.id, &fact.statement.field]);
    }
    work.key.truncate(60);
    work.author = Label::default();
    work.publisher = Label::default();
    work.short = Label::default();
    work.city = Label::default();
    work.title = Label {
        zh: reference.title.clone(),
        en: reference.title.clone(),
    };
    work.date = reference.as_of.clone().unwrap_or_default();
    work.url = reference.url.clone().unwrap_or_default();
    if work.url.is_empty() {
        work.accessed.clear();
    }
    work.about = item.name.clone();
    Some(work)
}

/// A chart or a view: made by this program from the report, and cited so.
fn own(parcel: &Parcel) -> Work {
    let form = match parcel.subject {
        Subject::Chart => Form::Chart,
        _ => Form::View,
    };
    let name = parcel.file_name();
    let mut work = begin(parcel, form, &[&name]);
    work.basis = std::mem::take(&mut work.title);
    work.title = Label {
        zh: parcel.title.clone(),
        en: parcel.title.clone(),
    };
    work.author = Label {
        zh: words::app(Lang::Zh).to_owned(),
        en: words::app(Lang::En).to_owned(),
    };
    work.date.clear();
    work
}

/// A key from some parts: lower-case letters and digits with hyphens between.
fn slug(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts {
        let mut gap = true;
        for c in part.chars() {
            if !c.is_ascii_alphanumeric() {
                gap = true;
                continue;
            }
            if gap && !out.is_empty() {
                out.push('-');
            }
            gap = false;
            out.push(c.to_ascii_lowercase());
        }
    }
    out
}
