//! A collection: search, facets, ranges, charts, cards.
use super::figure::FigureView;
use crate::app::Session;
use crate::browser;
use crate::chart;
use crate::link::{self, Address};
use crate::present::{self, words, Card};
use leptos::prelude::*;

/// How many cards are mounted at first and with each further step.
const WINDOW: usize = 30;

/// The explorer of a collection.
#[component]
pub fn Explorer(
    /// Which collection.
    collection: usize,
) -> impl IntoView {
    let session: Session = expect_context();
    let library = session.library.get_value();
    let address = session.address;
    let lang = Memo::new(move |_| address.read().lang);
    let known = library.clone();
    let outcome = Memo::new(move |_| known.catalogues[collection].outcome(&address.read()));
    let window = RwSignal::new(WINDOW);
    let kept = library.clone();
    let unknown = move || {
        let (_, unknown) = kept.catalogues[collection].query(&address.read(), 0);
        (!unknown.is_empty()).then(|| super::note(lang.get(), &unknown))
    };
    let named = library.clone();
    let heading = move || {
        let name = &named.edition.schema.collections[collection].name;
        lang.get().of(name).to_owned()
    };
    let records = library.catalogues[collection].records();
    let faceted = library.clone();
    let facets = move || {
        let address = address.get();
        let catalogue = &faceted.catalogues[collection];
        let views = outcome.with(|o| catalogue.facets(&faceted.edition, &address, o));
        views.into_iter().map(|facet| {
            let choices: Vec<_> = facet.choices.into_iter()
                .filter(|c| c.count > 0 || c.chosen)
                .map(|choice| {
                    let href = link::format(&address.toggled(&facet.field, &choice.id));
                    view! { <li><a role="checkbox" aria-checked=choice.chosen.to_string() href=href>
                        <span>{choice.label}</span> <span class="n">{choice.count}</span>
                    </a></li> }
                }).collect();
            view! { <details open=true class="facet"><summary>{facet.name}</summary><ul>{choices}</ul></details> }
        }).collect::<Vec<_>>()
    };
    let ranged = library.clone();
    let ranges = move || {
        let now = address.get();
        let fields = ranged.catalogues[collection].numbers(&ranged.edition, &now);
        fields.into_iter().map(|(field, name)| {
            let set = now.ranges.iter().find(|r| r.field == field);
            let (from, to) = (set.and_then(|r| r.from), set.and_then(|r| r.to));
            let end = |value: Option<f64>| value.map_or_else(String::new, |v| v.to_string());
            let (lower, upper) = (field.clone(), field.clone());
            view! { <fieldset class="range"><legend>{name}</legend>
                <label>{words::from(lang.get())} <input type="number" step="any" prop:value=end(from)
                    on:change=move |event| {
                        let from = event_target_value(&event).parse().ok();
                        let next = address.get_untracked().ranged(&lower, from, to);
                        browser::go(&link::format(&next), false);
                    } /></label>
                <label>{words::to(lang.get())} <input type="number" step="any" prop:value=end(to)
                    on:change=move |event| {
                        let to = event_target_value(&event).parse().ok();
                        let next = address.get_untracked().ranged(&upper, from, to);
                        browser::go(&link::format(&next), false);
                    } /></label>
            </fieldset> }
        }).collect::<Vec<_>>()
    };
    let chosen = library.clone();
    let active =
        Memo::new(move |_| chosen.catalogues[collection].active(&chosen.edition, &address.read()));
    let chips = move || {
        let chips: Vec<_> = active
            .get()
            .into_iter()
            .map(|(label, without)| {
                view! {
                    <li><a class="choice" href=link::format(&without)>{label}" ×"</a></li>
                }
            })
            .collect();
        (!chips.is_empty()).then(|| view! {
            <ul class="active">{chips}<li><a href=link::format(&address.read().cleared())>{words::clear(lang.get())}</a></li></ul>
        })
    };
    let mut figures: Vec<_> = {
        let id = &library.edition.schema.collections[collection].id;
        library
            .charts
            .iter()
            .filter(|c| &c.collection == id)
            .cloned()
            .map(|spec| {
                let library = library.clone();
                let figure = Memo::new(move |_| {
                    outcome.with(|o| {
                        chart::figure(&library.edition, &spec, collection, &o.hits, lang.get())
                    })
                });
                view! { <FigureView figure /> }
            })
            .collect()
    };
    let first = (!figures.is_empty()).then(|| figures.remove(0));
    let sorted = library.clone();
    let sorts = move || {
        let now = address.get();
        let fields = sorted.catalogues[collection].numbers(&sorted.edition, &now);
        fields
            .into_iter()
            .map(|(field, name)| {
                let value = format!("-{field}");
                let chosen = now.sort.as_ref() == Some(&value);
                view! { <option value=value selected=chosen>{name}" ↓"</option> }
            })
            .collect::<Vec<_>>()
    };
    let shelf = library.clone();
    let cards = move || {
        let address = address.get();
        let edition = &shelf.edition;
        outcome.with(|o| {
            o.hits
                .iter()
                .take(window.get())
                .map(|&hit| {
                    let entity = &edition.entities[collection][hit as usize];
                    card(
                        present::card(edition, collection, entity, &address),
                        &address,
                    )
                })
                .collect::<Vec<_>>()
        })
    };
    let empty = move || {
        (outcome.read().total == 0).then(|| {
        let ways: Vec<_> = active.get().into_iter().map(|(label, without)| view! {
            <li><a href=link::format(&without)>{label}" ×"</a></li>
        }).collect();
        view! { <div class="empty" role="status"><p>{words::empty(lang.get())}</p><ul>{ways}</ul></div> }
    })
    };
    view! {
        <div class="explorer">
            <aside aria-label=move || words::filters(lang.get())>{facets}{ranges}</aside>
            <div class="results">
                <h1>{heading}</h1>
                {unknown}
                <p class="controls">
                    <input type="search" aria-label=move || words::search(lang.get())
                        placeholder=move || words::search(lang.get())
                        prop:value=move || address.read().text.clone()
                        on:input=move |event| {
                            let mut next = address.get_untracked();
                            next.text = event_target_value(&event);
                            browser::go(&link::format(&next), true);
                        } />
                    <label>{move || words::sort(lang.get())} " "
                        <select on:change=move |event| {
                            let mut next = address.get_untracked();
                            next.sort = Some(event_target_value(&event)).filter(|s| !s.is_empty());
                            browser::go(&link::format(&next), false);
                        }>
                            <option value="">{move || words::by_report(lang.get())}</option>
                            {sorts}
                        </select>
                    </label>
                    <output>{move || words::count(lang.get(), outcome.read().total, records)}</output>
                </p>
                {chips}
                {empty}
                {first}
                <ul class="cards">{cards}</ul>
                {move || (outcome.read().total > window.get()).then(|| view! {
                    <button type="button" class="more" on:click=move |_| window.update(|n| *n += WINDOW)>{words::more(lang.get())}</button>
                })}
                <div class="figures">{figures}</div>
            </div>
        </div>
    }
}

/// A card; its name leads to the entity's page.
fn card(card: Card, address: &Address) -> impl IntoView {
    let other = address.lang.other().tag();
    let lines: Vec<_> = card.lines.into_iter().map(|line| view! {
        <div><dt>{line.name}</dt><dd><span class="qualifier">{line.value.qualifier}</span> <b>{line.value.main}</b> <span class="unit">{line.value.unit}</span></dd></div>
    }).collect();
    view! {
        <li class="card">
            <h3><a href=card.link>{card.name}</a></h3>
            {(!card.other.is_empty()).then(|| view! { <p class="other" lang=other>{card.other}</p> })}
            <dl>{lines}</dl>
            <p class="place">{card.place}</p>
        </li>
    }
}
