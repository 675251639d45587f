//! Cards: a growing window of them, each made once.
use super::away::star;
use super::html::{el, keyed, link as anchor, maybe, nothing, row, Html};
use super::{compare, statement};
use crate::link::Address;
use crate::present::{self, words, Card};
use crate::query::Outcome;
use crate::session::{memo, Session};
use leptos::prelude::*;

/// How many cards are mounted at first and with each further step.
const WINDOW: usize = 30;

/// The cards of the hits of a view.
pub fn cards(session: Session, collection: usize, outcome: Memo<Outcome>) -> AnyView {
    let window = RwSignal::new(WINDOW);
    // What a card shows besides its entity is part of its key, so that a card is made anew only when it changes.
    let manner = memo(move || {
        let here = session.address.read();
        let complete = session.library.with(|l| l.complete);
        let flags = [
            here.lang == crate::lens::Lang::En,
            here.both,
            here.context,
            complete,
        ];
        flags
            .iter()
            .fold(0, |bits, &flag| bits << 1 | u64::from(flag))
    });
    let keys = move || {
        let manner = manner.get();
        let outcome = outcome.read();
        let hits = outcome.hits.iter().take(window.get());
        hits.map(|&hit| u64::from(hit) << 4 | manner).collect()
    };
    let made = move |key: u64| {
        let here = session.now();
        let made = session.library.with_untracked(|l| {
            let entity = l.edition.entities[collection].get((key >> 4) as usize)?;
            Some(present::card(&l.edition, collection, entity, &here))
        });
        made.map_or_else(nothing, |made| {
            let star = star(session, &made.id, &made.name, false);
            let toggle = compare::toggle(session, &made.id);
            card(made, &here).child(toggle).child(star).into()
        })
    };
    row([
        el("ul").class("cards").child(keyed(keys, made)).into(),
        super::live(move || more(session, outcome, window, WINDOW)),
    ])
}

/// A card; its name leads to the entity's page.
pub fn card(card: Card, here: &Address) -> Html {
    let lang = here.lang;
    let other = (!card.other.is_empty())
        .then(|| el("p").class("other").lang(lang.other()).text(card.other));
    let byline = (!card.byline.is_empty()).then(|| el("p").class("byline").text(card.byline));
    let mut before = "";
    let lines = card.lines.iter().map(|line| {
        let value = el("dd")
            .child(statement::value_of(line, lang))
            .text(" ")
            .children(statement::mark(line))
            .children(statement::note(&line.note))
            .children(line.other.as_deref().map(|o| statement::second(o, lang)))
            .children(statement::check(line, lang));
        // Several values of a field stand under one label.
        let label = (line.name != before).then(|| {
            let second = here
                .both
                .then(|| statement::second(&line.name_original, lang));
            let label = el("dt").title(&line.name_original);
            label.text(line.name.clone()).children(second)
        });
        before = &line.name;
        el("div")
            .class(statement::class_of(line.drawing))
            .children(label)
            .child(value)
    });
    let lines: Vec<Html> = lines.collect();
    let lines = (!lines.is_empty()).then(|| el("dl").children(lines));
    let (place, section) = card.place;
    el("li")
        .class("card")
        .child(el("h3").child(el("a").attr("href", card.link).said(&card.name, lang)))
        .children(other)
        .children(byline)
        .children(lines)
        .child(el("p").class("place").child(anchor(section, place)))
}

/// The button that shows some more of a collection's hits, while there are more than are shown.
pub fn more(
    session: Session,
    outcome: Memo<Outcome>,
    window: RwSignal<usize>,
    step: usize,
) -> AnyView {
    let more = outcome.read().total > window.get();
    let button = || {
        el("button")
            .attr("type", "button")
            .class("more")
            .on("click", move |_| window.update(|n| *n += step))
            .text(words::more(session.lang.get()))
    };
    maybe(more.then(button))
}
