//! Cards: a growing window of them, each made once.
use super::statement;
use crate::link::Address;
use crate::present::{self, words, Card};
use crate::query::Outcome;
use crate::session::Session;
use leptos::prelude::*;

/// How many cards are mounted at first and with each further step.
const WINDOW: usize = 30;

/// The cards of the hits of a view.
#[component]
pub fn Cards(
    /// Which collection.
    collection: usize,
    /// The answer to the address.
    outcome: Memo<Outcome>,
) -> impl IntoView {
    let session = Session::here();
    let window = RwSignal::new(WINDOW);
    // What a card shows besides its entity is part of its key, so that a card is made anew only when it changes.
    let manner = Memo::new(move |_| {
        let here = session.address.read();
        (here.lang, here.both, here.context)
    });
    let checked = Memo::new(move |_| session.library.with(|l| l.complete));
    let shown = move || {
        let (manner, checked) = (manner.get(), checked.get());
        let hits = outcome.read();
        let hits = hits.hits.iter().take(window.get());
        hits.map(|&hit| (hit, manner, checked)).collect::<Vec<_>>()
    };
    let made = move |(hit, ..): (u32, _, _)| {
        let here = session.now();
        let card = session.library.with_untracked(|l| {
            let entity = l.edition.entities[collection].get(hit as usize)?;
            Some(present::card(&l.edition, collection, entity, &here))
        });
        card.map(|card| self::card(card, &here))
    };
    let more = move || {
        (outcome.read().total > window.get()).then(|| {
            view! {
                <button type="button" class="more" on:click=move |_| window.update(|n| *n += WINDOW)>
                    {words::more(session.lang.get())}
                </button>
            }
        })
    };
    view! {
        <ul class="cards"><For each=shown key=|key| *key children=made /></ul>
        {more}
    }
}

/// A card; its name leads to the entity's page.
pub fn card(card: Card, here: &Address) -> AnyView {
    let lang = here.lang;
    let other = (!card.other.is_empty())
        .then(|| view! { <p class="other" lang=lang.other().tag()>{card.other}</p> });
    let byline = (!card.byline.is_empty()).then(|| view! { <p class="byline">{card.byline}</p> });
    let lines: Vec<_> = card
        .lines
        .into_iter()
        .map(|line| {
            let check = statement::check(&line, lang);
            let class = statement::class_of(line.drawing);
            let note = (!line.note.is_empty()).then(|| view! { <span class="note">{line.note}</span> });
            view! {
                <div class=class><dt>{line.name}</dt><dd>{statement::value(line.value, None)} {note} {check}</dd></div>
            }
        })
        .collect();
    let (place, section) = card.place;
    view! {
        <li class="card">
            <h3><a href=card.link>{card.name}</a></h3>
            {other}
            {byline}
            <dl>{lines}</dl>
            <p class="place"><a href=section>{place}</a></p>
        </li>
    }
    .into_any()
}
