//! The rail: facets with live counts, ranges; and above the cards what is active.
use crate::lens;
use crate::link;
use crate::present::{facets, words};
use crate::query::Outcome;
use crate::session::Session;
use leptos::prelude::*;

/// How many values of a facet are listed before the reader asks for all.
const FIRST: usize = 8;

/// Facets and ranges of a collection.
#[component]
pub fn Filters(
    /// Which collection.
    collection: usize,
    /// The answer to the address.
    outcome: Memo<Outcome>,
) -> impl IntoView {
    let session = Session::here();
    // Labels change with language and data only; counts are written into them in place.
    let views = Memo::new(move |_| {
        let lang = session.lang.get();
        session.library.with(|l| {
            let address = link::Address {
                lang,
                ..Default::default()
            };
            let catalogue = &l.catalogues[collection];
            let all = facets::facets(&l.edition, catalogue, &address);
            let at = |view: &facets::FacetView| {
                let mut known = catalogue.facets.iter();
                known.position(|f| f.field == view.field).unwrap_or(0)
            };
            all.into_iter().map(|view| (at(&view), view)).collect::<Vec<_>>()
        })
    });
    let list = move || {
        let views = views.get();
        let facets = views.into_iter().map(|(at, view)| facet(session, at, view, outcome));
        facets.collect::<Vec<_>>()
    };
    view! {
        <aside class="filters" aria-label=move || words::filters(session.lang.get())>
            {list}
            {move || ranges(session, collection)}
        </aside>
    }
}

fn facet(
    session: Session,
    at: usize,
    view: facets::FacetView,
    outcome: Memo<Outcome>,
) -> AnyView {
    let many = view.values.len() > FIRST;
    let all = RwSignal::new(false);
    let field = StoredValue::new(view.field);
    let values: Vec<_> = view
        .values
        .into_iter()
        .enumerate()
        .map(|(n, (id, label))| {
            let id = StoredValue::new(id);
            let count = Memo::new(move |_| {
                let outcome = outcome.read();
                outcome.counts.get(at).and_then(|c| c.get(n)).copied().unwrap_or(0)
            });
            let chosen = Memo::new(move |_| {
                let here = session.address.read();
                field.with_value(|field| id.with_value(|id| here.has(field, id)))
            });
            let href = session.link(move |here| {
                field.with_value(|field| id.with_value(|id| here.toggled(field, id)))
            });
            view! {
                <li class:none=move || count.get() == 0 hidden=move || n >= FIRST && !all.get() && !chosen.get()>
                    <a role="checkbox" aria-checked=move || if chosen.get() { "true" } else { "false" } href=href>
                        <span>{label}</span> <span class="n">{move || count.get()}</span>
                    </a>
                </li>
            }
        })
        .collect();
    let total = values.len();
    let more = many.then(|| {
        view! {
            <button type="button" class="quiet" aria-expanded=move || if all.get() { "true" } else { "false" }
                on:click=move |_| all.update(|all| *all = !*all)>
                {move || {
                    let lang = session.lang.get();
                    if all.get() { words::fewer(lang).to_owned() } else { [words::all_values(lang), " ", &total.to_string()].concat() }
                }}
            </button>
        }
    });
    view! {
        <details open=true class="facet"><summary>{view.name}</summary><ul>{values}</ul>{more}</details>
    }
    .into_any()
}

fn ranges(session: Session, collection: usize) -> Vec<AnyView> {
    let lang = session.lang.get();
    let fields = session.library.with(|l| {
        let catalogue = &l.catalogues[collection];
        let fields = catalogue.ranges.iter().filter_map(|field| {
            let (low, high) = catalogue.span(&l.edition, collection, field)?;
            let name = lang.of(&l.edition.field(field)?.name).to_owned();
            (low < high).then(|| (field.clone(), name, low, high))
        });
        fields.collect::<Vec<_>>()
    });
    fields
        .into_iter()
        .map(|(field, name, low, high)| {
            let field = StoredValue::new(field);
            let end = move |upper: bool| {
                let value = move || {
                    let here = session.address.read();
                    let set = field.with_value(|f| here.ranges.iter().find(|r| &r.field == f).cloned());
                    let set = set.and_then(|r| if upper { r.to } else { r.from });
                    set.map_or_else(String::new, lens::number)
                };
                let change = move |event| {
                    let typed = facets::typed(&event_target_value(&event));
                    let here = session.now();
                    let field = field.get_value();
                    let set = here.ranges.iter().find(|r| r.field == field);
                    let (from, to) = (set.and_then(|r| r.from), set.and_then(|r| r.to));
                    session.go(&match upper {
                        true => here.ranged(&field, from, typed),
                        false => here.ranged(&field, typed, to),
                    });
                };
                let hint = facets::amount(if upper { high } else { low }, lang);
                let label = if upper { words::to(lang) } else { words::from(lang) };
                view! {
                    <label>{label}" "<input type="text" inputmode="decimal" placeholder=hint
                        prop:value=value on:change=change /></label>
                }
            };
            view! {
                <fieldset class="range"><legend>{name}</legend>{end(false)}{end(true)}</fieldset>
            }
            .into_any()
        })
        .collect()
}

/// What is active, each removable, and one action that clears all.
#[component]
pub fn Active() -> impl IntoView {
    let session = Session::here();
    move || {
        let here = session.address.get();
        let lang = here.lang;
        let active = session.edition(|e| facets::active(e, &here));
        let chips: Vec<_> = active
            .into_iter()
            .map(|(label, without)| {
                let name = [words::remove(lang), " ", &label].concat();
                view! { <li><a class="choice" aria-label=name href=link::format(&without)>{label}" ×"</a></li> }
            })
            .collect();
        (!chips.is_empty()).then(|| {
            view! {
                <ul class="active" aria-label=words::chosen(lang)>
                    {chips}<li><a href=link::format(&here.cleared())>{words::clear(lang)}</a></li>
                </ul>
            }
        })
    }
}
