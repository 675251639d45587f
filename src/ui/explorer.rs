//! A collection: what it holds, search, facets, charts, cards.
use super::cards::Cards;
use super::figure::FigureView;
use super::filters::{Active, Filters};
use crate::chart;
use crate::link::{self, Address};
use crate::present::{catalogue, facets, words};
use crate::query::Outcome;
use crate::report::Entity;
use crate::session::Session;
use leptos::prelude::*;

/// The explorer of a collection.
#[component]
pub fn Explorer(
    /// Which collection.
    collection: usize,
) -> impl IntoView {
    let session = Session::here();
    let lang = session.lang;
    let outcome = Memo::new(move |_| {
        let here = session.address.read();
        session.library.with(|l| l.catalogues[collection].outcome(&here))
    });
    let heading = move || {
        session.edition(|e| lang.get().of(&e.schema.collections[collection].name).to_owned())
    };
    let about = move || {
        session.edition(|e| lang.get().of(&e.schema.collections[collection].about).to_owned())
    };
    let unknown = move || {
        let here = session.address.read();
        let (_, unknown) = session.library.with(|l| l.catalogues[collection].query(&here));
        super::note(lang.get(), &unknown)
    };
    let mut figures = figures(session, collection, outcome);
    let first = (!figures.is_empty()).then(|| figures.remove(0));
    view! {
        <div class="explorer">
            <Filters collection outcome />
            <div class="results">
                <h1>{heading}</h1>
                <p class="lead">{about}</p>
                {unknown}
                <div class="chosen"><Active />{layers(session)}</div>
                {first}
                {controls(session, collection, outcome)}
                {move || empty(session, outcome)}
                <Cards collection outcome />
                <h2 class="visually-hidden">{move || words::charts(lang.get())}</h2>
                <div class="figures">{figures}</div>
            </div>
        </div>
    }
}

/// The charts of a collection, each over the entities of the view.
fn figures(session: Session, collection: usize, outcome: Memo<Outcome>) -> Vec<AnyView> {
    let specs = session.library.with_untracked(|l| {
        let id = &l.edition.schema.collections[collection].id;
        let of_it = l.charts.iter().filter(|spec| &spec.collection == id);
        of_it.cloned().collect::<Vec<_>>()
    });
    specs
        .into_iter()
        .map(|spec| {
            let needs_context = spec.context;
            let figure = Memo::new(move |_| {
                let context = session.address.read().context;
                let lang = session.lang.get();
                session.library.with(|l| {
                    let outcome = outcome.read();
                    let all = &l.edition.entities[collection];
                    let hits = outcome.hits.iter().filter_map(|&hit| all.get(hit as usize));
                    let hits: Vec<&Entity> = hits.collect();
                    chart::figure(&l.edition, &spec, &hits, lang, context)
                })
            });
            let shown = move || !needs_context || session.address.read().context;
            view! { <Show when=shown><FigureView figure /></Show> }.into_any()
        })
        .collect()
}

/// Whether the public record is shown beside the report.
fn layers(session: Session) -> AnyView {
    let choice = move |context: bool, word: fn(crate::lens::Lang) -> &'static str| {
        let href = session.link(move |here| Address {
            context,
            ..here.clone()
        });
        let current = move || (session.address.read().context == context).then_some("true");
        view! { <a href=href aria-current=current>{move || word(session.lang.get())}</a> }
    };
    view! {
        <p class="layers" role="group" aria-label=move || words::layer(session.lang.get())>
            <span>{move || words::layer(session.lang.get())}</span>
            {choice(false, words::layer_report)}
            {choice(true, words::layer_context)}
        </p>
    }
    .into_any()
}

fn controls(session: Session, collection: usize, outcome: Memo<Outcome>) -> AnyView {
    let lang = session.lang;
    let sorts = move || {
        let here = session.address.get();
        let lang = here.lang;
        let mut options = vec![(catalogue::BY_NAME.to_owned(), words::by_name(lang).to_owned(), false)];
        session.library.with(|l| {
            for id in &l.catalogues[collection].ranges {
                let name = l.edition.field(id).map_or(id.as_str(), |f| lang.of(&f.name));
                options.push((["-", id].concat(), [name, " ↓"].concat(), true));
                options.push((id.clone(), [name, " ↑"].concat(), false));
            }
        });
        let chosen = here.sorts.first().map(|s| (s.field.clone(), s.descending));
        let options = options.into_iter().map(|(value, name, descending)| {
            let field = value.trim_start_matches('-').to_owned();
            let selected = chosen.as_ref() == Some(&(field, descending));
            view! { <option value=value selected=selected>{name}</option> }
        });
        options.collect::<Vec<_>>()
    };
    let sort = move |event| {
        let value = event_target_value(&event);
        let sorts = match value.strip_prefix('-') {
            _ if value.is_empty() => Vec::new(),
            Some(field) => vec![(field.to_owned(), true)],
            None => vec![(value.clone(), false)],
        };
        let sorts = sorts.into_iter();
        session.go(&Address {
            sorts: sorts
                .map(|(field, descending)| link::Sort { field, descending })
                .collect(),
            ..session.now()
        });
    };
    let count = move || {
        let outcome = outcome.read();
        session.library.with(|l| {
            let unit = &l.edition.schema.collections[collection].unit;
            words::count(lang.get(), outcome.total, l.catalogues[collection].records(), unit)
        })
    };
    view! {
        <div class="controls">
            <output>{count}</output>
            <input type="search" aria-label=move || words::search(lang.get())
                placeholder=move || words::search(lang.get())
                prop:value=move || session.address.read().text.clone()
                on:input=move |event| session.refine(&session.now().searched(&event_target_value(&event))) />
            <label>{move || words::sort(lang.get())}" "
                <select on:change=sort>
                    <option value="">{move || words::by_report(lang.get())}</option>
                    {sorts}
                </select>
            </label>
        </div>
    }
    .into_any()
}

/// What an empty result offers: the same view without one of its conditions.
fn empty(session: Session, outcome: Memo<Outcome>) -> Option<AnyView> {
    let here = session.address.get();
    let lang = here.lang;
    let complete = session.library.with(|l| l.complete);
    if outcome.read().total > 0 || !here.is_filtered() && complete {
        return None;
    }
    if !complete && !here.is_filtered() {
        return Some(view! { <p class="notice" role="status">{words::loading(lang)}</p> }.into_any());
    }
    let active = session.edition(|e| facets::active(e, &here));
    let ways: Vec<_> = active
        .into_iter()
        .map(|(label, without)| view! { <li><a href=link::format(&without)>{label}" ×"</a></li> })
        .collect();
    Some(
        view! { <div class="empty" role="status"><p>{words::empty(lang)}</p><ul>{ways}</ul></div> }
            .into_any(),
    )
}
