//! Words, fields, qualifiers and marks and what they mean.
use super::html::{el, link as anchor, row, Html};
use super::{legend, statement};
use crate::link::{self, Address, Page};
use crate::present::dictionary::{self, Dictionary, Entry, Shelf};
use crate::present::words;
use crate::report::Edition;
use crate::session::Session;
use leptos::prelude::*;

/// The dictionary page.
pub fn page(session: Session) -> AnyView {
    let lang = session.lang;
    let search = super::page_search(session, words::search_dictionary);
    let body = super::whole(session, |edition, here| {
        let dictionary = dictionary::dictionary(edition, here);
        Some(made(edition, dictionary, here))
    });
    row([
        el("h1").text_live(move || words::dictionary(lang.get()).to_owned()),
        el("div").class("entries").child(search).child(body),
    ])
}

fn made(edition: &Edition, dictionary: Dictionary, here: &Address) -> AnyView {
    let lang = here.lang;
    let mut parts = vec![el("p").class("lead").text(dictionary.lead.clone())];
    if dictionary.single {
        let all = link::format(&here.at(Page::Dictionary));
        let all = anchor(all, words::all_dictionary(lang));
        parts.push(el("p").class("crumb").child(all));
    }
    if dictionary.is_empty() && !here.text.is_empty() {
        let notice = el("p").class("notice").attr("role", "status");
        parts.push(notice.text(words::nothing_found(lang)));
    }
    let mut part = |heading: &'static str, list: Vec<Html>| {
        if !list.is_empty() {
            parts.push(el("h2").text(heading));
            parts.push(el("dl").class("word-list").children(list));
        }
    };
    let marks = dictionary.marks.iter().flat_map(|entry| {
        let sample = legend::of(&entry.id);
        word(edition, entry, dictionary::MARK, sample, here)
    });
    part(words::marks(lang), marks.collect());
    let plain = |entries: &[Entry], part| {
        let all = entries.iter();
        all.flat_map(|e| word(edition, e, part, None, here))
            .collect()
    };
    part(
        words::qualifiers(lang),
        plain(&dictionary.qualifiers, dictionary::QUALIFIER),
    );
    if !dictionary.shelves.is_empty() {
        parts.push(el("h2").text(words::fields(lang)));
    }
    for shelf in dictionary.shelves {
        parts.extend(fields(shelf, here));
    }
    if !dictionary.concepts.is_empty() {
        parts.push(el("h2").text(words::glossary(lang)));
        let list = plain(&dictionary.concepts, dictionary::CONCEPT);
        parts.push(el("dl").class("word-list").children(list));
    }
    row(parts)
}

/// A word with its meaning.
fn word(
    edition: &Edition,
    entry: &Entry,
    part: &'static str,
    sample: Option<Html>,
    here: &Address,
) -> Vec<Html> {
    let lang = here.lang;
    let alone = dictionary::link(here, part, &entry.id);
    let other = el("span").class("other").lang(lang.other());
    let other = (entry.other != entry.name).then(|| other.text(entry.other.clone()));
    let detail = (!entry.detail.is_empty()).then(|| {
        let detail = el("span").class("detail");
        detail.text(entry.detail.clone())
    });
    let term = el("dt")
        .children(sample)
        .child(anchor(alone, entry.name.clone()))
        .text(" ")
        .children(other)
        .text(" ")
        .children(detail);
    let more = entry.entity.as_ref().map(|id| {
        let name = dictionary::entity_name(edition, id, lang);
        let href = link::format(&here.to_entity(id));
        el("span")
            .class("note")
            .text("→ ")
            .child(anchor(href, name))
    });
    let means = el("dd").said(&entry.means, lang).text(" ").children(more);
    vec![term, means]
}

/// The fields of a collection, under a heading that opens and closes them.
fn fields(shelf: Shelf, here: &Address) -> Vec<Html> {
    let lang = here.lang;
    let heading = el("a")
        .attr("href", shelf.link)
        .attr("aria-expanded", shelf.open.to_string())
        .text(shelf.name)
        .child(statement::second(&shelf.other, lang));
    let count = el("span")
        .class("n")
        .text(words::fields_of(lang, shelf.count));
    let mut parts = vec![el("h3")
        .class("shelf")
        .child(heading)
        .text(" ")
        .child(count)];
    if shelf.open {
        if !shelf.about.is_empty() {
            parts.push(el("p").class("about").text(shelf.about));
        }
        let rows = shelf.fields.iter().map(|field| self::field(field, here));
        parts.push(el("ul").class("fields").children(rows));
    }
    parts
}

fn field(field: &Entry, here: &Address) -> Html {
    let lang = here.lang;
    let alone = dictionary::link(here, dictionary::FIELD, &field.id);
    let other = el("span").class("other").lang(lang.other());
    let head = el("p")
        .child(anchor(alone, field.name.clone()).class("name"))
        .text(" ")
        .child(other.text(field.other.clone()))
        .text(" ")
        .child(el("code").text(field.id.clone()));
    let context = field.context.then(|| {
        let name = el("span").class("note").text(words::only_context(lang));
        el("span").child(legend::sample("context")).child(name)
    });
    let facts = el("p")
        .class("detail")
        .text(field.detail.clone())
        .text(" · ")
        .text(field.stated.clone())
        .text(" ")
        .children(context);
    let note = (!field.means.is_empty()).then(|| el("p").said(&field.means, lang));
    let terms = (!field.terms.is_empty()).then(|| {
        let count = [words::terms(lang), " ", &field.terms.len().to_string()].concat();
        let terms = field.terms.iter().map(|[name, other, note]| {
            let item = el("li").title(other).text(name.clone());
            let item = item.child(statement::second(other, lang));
            item.children((!note.is_empty()).then(|| el("span").class("note").said(note, lang)))
        });
        el("details")
            .class("origin")
            .child(el("summary").text(count))
            .child(el("ul").class("terms").children(terms))
    });
    el("li")
        .class("entry")
        .child(head)
        .child(facts)
        .children(note)
        .children(terms)
}
