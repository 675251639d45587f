//! A collection as a table: columns of the reader's choice, several sort keys, a growing window of rows.
use super::cards;
use super::html::{el, keyed, link as anchor, maybe, nothing, row, Html};
use super::statement;
use crate::browser;
use crate::lens::{self, Lang};
use crate::link;
use crate::present::table::{self, Column, Row};
use crate::present::{clip, words, Line};
use crate::query::Outcome;
use crate::session::Session;
use leptos::prelude::*;
use std::sync::{Arc, Mutex};

/// How many rows are mounted at first and with each further step.
const WINDOW: usize = 60;

/// The table of the hits of a view.
pub fn table(session: Session, collection: usize, outcome: Memo<Outcome>) -> AnyView {
    let window = RwSignal::new(WINDOW);
    // The columns as the rows on the page were made with.
    let columns: Arc<Mutex<Vec<Column>>> = Arc::default();
    let for_keys = columns.clone();
    let keys = move || {
        let here = session.address.get();
        let outcome = outcome.read();
        let hits = &outcome.hits[..outcome.hits.len().min(window.get())];
        let (made, complete) = session.library.with(|l| {
            let columns = table::columns(&l.edition, collection, &here, hits);
            (columns, l.complete)
        });
        // A row is made anew when what it shows changes, so all of that is part of its key.
        let mut sign = Sign(0x811c_9dc5);
        for flag in [here.lang == Lang::En, here.both, here.context, complete] {
            sign.add(&[u8::from(flag)]);
        }
        for column in &made {
            sign.add(column.field.as_bytes());
            sign.add(&[column.decimals.map_or(u8::MAX, |d| d as u8)]);
        }
        if let Ok(mut columns) = for_keys.lock() {
            *columns = made;
        }
        let sign = u64::from(sign.0);
        hits.iter()
            .map(|&hit| u64::from(hit) << 32 | sign)
            .collect()
    };
    let made = move |key: u64| {
        let here = session.now();
        let columns = columns.lock();
        let (Ok(columns), Some(at)) = (columns, usize::try_from(key >> 32).ok()) else {
            return nothing();
        };
        session.library.with_untracked(|l| {
            let entity = l.edition.entities[collection].get(at);
            let made = entity.map(|e| table::row(&l.edition, e, &columns, &here));
            maybe(made.map(|made| table_row(made, &columns, here.lang)))
        })
    };
    let head = move || {
        let here = session.address.get();
        let outcome = outcome.read();
        let hits = &outcome.hits[..outcome.hits.len().min(WINDOW)];
        let columns = session.edition(|e| table::columns(e, collection, &here, hits));
        let several = !here.sorts.is_empty();
        let cells = columns.into_iter().map(|c| heading(session, c, several));
        el("tr").children(cells).into()
    };
    let mixed = move || {
        let here = session.address.get();
        let outcome = outcome.read();
        let mixed = session.edition(|e| table::mixed(e, collection, &here, &outcome.hits));
        let notice = |text: String| el("p").class("caveat").attr("role", "status").text(text);
        maybe(mixed.map(notice))
    };
    let made = el("table")
        .child(el("thead").live(head))
        .child(el("tbody").child(keyed(keys, made)));
    row([
        tools(session, collection, outcome).into(),
        super::live(mixed),
        el("div")
            .class("sheet-table")
            .attr("role", "region")
            .attr("tabindex", "0")
            .attr_live("aria-label", move || {
                Some(words::as_table(session.lang.get()).to_owned())
            })
            .child(made)
            .into(),
        super::live(move || cards::more(session, outcome, window, WINDOW)),
    ])
}

/// A short sum over what rows are made of (FNV).
struct Sign(u32);

impl Sign {
    fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes.iter().chain(&[0]) {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }
}

/// A heading sorts by its column alone; with Shift, or by its plus sign, by it as well.
fn heading(session: Session, column: Column, sorted: bool) -> Html {
    let lang = session.lang.get_untracked();
    let (key, number) = (column.key, column.number);
    let mut mark = String::new();
    if let Some((place, descending)) = key {
        mark.push_str(if descending { " ↓" } else { " ↑" });
        if place > 1 || column.also.sorts.len() > 1 {
            mark.push_str(&place.to_string());
        }
    }
    let direction = key.filter(|(place, _)| *place == 1).map(|(_, descending)| {
        let direction = if descending {
            "descending"
        } else {
            "ascending"
        };
        direction.to_owned()
    });
    let (alone, also) = (link::format(&column.alone), link::format(&column.also));
    let next = column.also;
    let name = anchor(alone, column.name.clone())
        .child(el("span").class("sorted").text(mark))
        .attr_if("title", (!column.note.is_empty()).then_some(column.note))
        .on("click", move |event| {
            if browser::with_shift(&event) {
                event.prevent_default();
                session.go(&next);
            }
        });
    let then = (sorted && key.is_none()).then(|| {
        let label = [words::then_by(lang), lang.pick("：", ": "), &column.name].concat();
        anchor(also, "+")
            .class("then")
            .attr("aria-label", label)
            .attr("title", words::then_by(lang))
    });
    el("th")
        .attr("scope", "col")
        .attr_if("class", number.then_some("number"))
        .attr_if("aria-sort", direction)
        .child(name)
        .children(then)
}

fn table_row(made: Row, columns: &[Column], lang: Lang) -> Html {
    let other = made.other.clone();
    let other = other.map(|other| el("span").class("other").lang(lang.other()).text(other));
    let name = el("th")
        .attr("scope", "row")
        .child(anchor(made.link, made.name))
        .children(other);
    let cells = made.cells.iter().zip(&columns[1..]).map(|(cell, column)| {
        let class = if column.number { "number" } else { "words" };
        let lines = cell.iter().map(|line| table_line(line, column, lang));
        let none = cell
            .is_empty()
            .then(|| el("span").class("unstated").text(lens::not_stated(lang)));
        el("td").class(class).children(lines).children(none)
    });
    el("tr").child(name).children(cells)
}

fn table_line(line: &Line, column: &Column, lang: Lang) -> Html {
    // A number with fewer decimals than its column is moved by theirs, so that the points line up.
    let own = table::fraction(&line.value.main);
    let missing = column.decimals.zip(own).map(|(most, own)| match own {
        0 if most > 0 => most as f64 + 0.5,
        own => (most - own.min(most)) as f64,
    });
    let missing = missing.filter(|&m| m > 0.0);
    let other = line.other.clone();
    let other = other.map(|other| el("span").class("second").lang(lang.other()).text(other));
    el("div")
        .class(statement::class_of(line.drawing))
        .attr_if(
            "style",
            missing.map(|m| ["--missing:", &m.to_string()].concat()),
        )
        .child(statement::value(&line.value, line.link.clone()))
        .children(statement::check_sign(line, lang))
        .children(statement::note(&line.note))
        .children(other)
}

/// Which columns there are, and copying.
fn tools(session: Session, collection: usize, outcome: Memo<Outcome>) -> Html {
    let lang = session.lang;
    let open = RwSignal::new(false);
    let copied: RwSignal<Option<bool>> = RwSignal::new(None);
    // Counted only once the reader looks at it. A key is a field, its count and the language.
    let keys = move || {
        if !open.get() {
            return Vec::new();
        }
        let context = session.address.read().context;
        let lang = u64::from(lang.get() == Lang::En);
        let choices = session
            .edition(|e| table::choices(e, collection, context))
            .into_iter();
        choices
            .map(|(at, stated)| (at as u64) << 32 | (stated as u64) << 1 | lang)
            .collect()
    };
    let made = move |key: u64| {
        let (at, stated) = ((key >> 32) as usize, (key as u32) >> 1);
        session.library.with_untracked(|l| {
            let field = l.edition.schema.fields.get(at);
            maybe(field.map(|field| {
                let label = lang.get_untracked().of(&field.name).to_owned();
                let id: Arc<str> = field.id.as_str().into();
                column_choice(session, collection, id, label, stated)
            }))
        })
    };
    let copy = move |_| {
        let here = session.now();
        let made = outcome.with_untracked(|outcome| {
            session
                .library
                .with_untracked(|l| clip::clip(&l.edition, collection, &here, &outcome.hits))
        });
        copied.set(Some(browser::copy_table(&made.text, &made.html)));
    };
    let said = move || match copied.get() {
        None => String::new(),
        Some(true) => words::copied(lang.get()).to_owned(),
        Some(false) => words::not_copied(lang.get()).to_owned(),
    };
    let list = el("ul").class("facet").child(keyed(keys, made));
    let summary = el("summary")
        .on("click", move |_| open.set(true))
        .text_live(move || words::columns(lang.get()).to_owned());
    el("div")
        .class("table-tools")
        .child(el("details").class("columns").child(summary).child(list))
        .child(
            el("button")
                .attr("type", "button")
                .class("quiet")
                .on("click", copy)
                .text_live(move || words::copy_table(lang.get()).to_owned()),
        )
        .child(el("span").attr("role", "status").text_live(said))
        .child(
            el("span")
                .class("hint")
                .text_live(move || words::sort_hint(lang.get()).to_owned()),
        )
}

/// A field that can be a column; it stays in place while it is switched on and off.
fn column_choice(
    session: Session,
    collection: usize,
    id: Arc<str>,
    label: String,
    stated: u32,
) -> Html {
    let field = id.clone();
    let chosen = move || {
        let here = session.address.read();
        let fields = session.edition(|e| table::fields(e, collection, &here));
        Some(fields.iter().any(|f| **f == *field).to_string())
    };
    let href = move || {
        let here = session.address.read();
        let next = session.edition(|e| table::toggled(e, collection, &here, &id));
        link::format(&next)
    };
    el("li").child(
        el("a")
            .attr("role", "checkbox")
            .attr_live("aria-checked", chosen)
            .href(href)
            .child(el("span").text(label))
            .text(" ")
            .child(el("span").class("n").text(stated.to_string())),
    )
}
