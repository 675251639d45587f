//! A collection: what it holds, search, facets, charts, cards.
use super::html::{el, link as anchor, live, maybe, nothing, Html};
use super::{cards, figure, filters, legend};
use crate::chart::{self, Figure, Spec};
use crate::link::{self, Address};
use crate::present::{catalogue, facets, words};
use crate::query::Outcome;
use crate::report::Entity;
use crate::session::Session;
use leptos::prelude::*;

/// The explorer of a collection.
pub fn page(session: Session, collection: usize) -> AnyView {
    let lang = session.lang;
    let outcome = Memo::new(move |_| {
        let here = session.address.read();
        session
            .library
            .with(|l| l.catalogues[collection].outcome(&here))
    });
    let heading = move || {
        session.edition(|e| {
            lang.get()
                .of(&e.schema.collections[collection].name)
                .to_owned()
        })
    };
    let second = el("span").class("second");
    let second = second.attr_live("lang", move || Some(lang.get().other().tag().to_owned()));
    let second = second.text_live(move || {
        session.edition(|e| {
            let other = lang.get().other();
            other.of(&e.schema.collections[collection].name).to_owned()
        })
    });
    let about = move || {
        session.edition(|e| {
            lang.get()
                .of(&e.schema.collections[collection].about)
                .to_owned()
        })
    };
    let unknown = move || {
        let here = session.address.read();
        let (_, unknown) = session
            .library
            .with(|l| l.catalogues[collection].query(&here));
        super::note(lang.get(), &unknown)
    };
    let mut figures = figures(session, collection, outcome);
    let first = (!figures.is_empty()).then(|| figures.remove(0));
    let charts = el("h2").class("visually-hidden");
    let results = el("div")
        .class("results")
        .child(el("h1").text_live(heading).child(second))
        .child(el("p").class("lead").text_live(about))
        .live(unknown)
        .child(
            el("div")
                .class("chosen")
                .live(move || filters::active(session))
                .child(layers(session)),
        )
        .children(first)
        .live(move || legend::beside(session))
        .child(controls(session, collection, outcome))
        .live(move || empty(session, outcome))
        .child(cards::cards(session, collection, outcome))
        .child(charts.text_live(move || words::charts(lang.get()).to_owned()))
        .child(el("div").class("figures").children(figures));
    el("div")
        .class("explorer")
        .child(filters::filters(session, collection, outcome))
        .child(results)
        .into()
}

/// The charts of a collection, each over the entities of the view.
fn figures(session: Session, collection: usize, outcome: Memo<Outcome>) -> Vec<AnyView> {
    let specs = session.library.with_untracked(|l| {
        let id = &l.edition.schema.collections[collection].id;
        let of_it = l.charts.iter().filter(|spec| &spec.collection == id);
        of_it.cloned().collect::<Vec<_>>()
    });
    let made = specs.into_iter().map(|spec| {
        let needs_context = spec.context;
        let figure = figure_of(session, collection, outcome, spec);
        live(
            move || match needs_context && !session.address.read().context {
                true => nothing(),
                false => figure::figure(session, figure).into(),
            },
        )
    });
    made.collect()
}

/// A chart over the entities of a view.
fn figure_of(
    session: Session,
    collection: usize,
    outcome: Memo<Outcome>,
    spec: Spec,
) -> Memo<Figure> {
    Memo::new(move |_| {
        let context = session.address.read().context;
        let lang = session.lang.get();
        session.library.with(|l| {
            let outcome = outcome.read();
            let all = &l.edition.entities[collection];
            let hits = outcome.hits.iter().filter_map(|&hit| all.get(hit as usize));
            let hits: Vec<&Entity> = hits.collect();
            chart::figure(&l.edition, &spec, &hits, lang, context)
        })
    })
}

/// Whether the public record is shown beside the report.
fn layers(session: Session) -> Html {
    let choice = move |context: bool, word: fn(crate::lens::Lang) -> &'static str| {
        let href = session.link(move |here| Address {
            context,
            ..here.clone()
        });
        let current = move || {
            let current = session.address.read().context == context;
            current.then(|| "true".to_owned())
        };
        el("a")
            .href(href)
            .attr_live("aria-current", current)
            .text_live(move || word(session.lang.get()).to_owned())
    };
    let label = move || words::layer(session.lang.get()).to_owned();
    el("p")
        .class("layers")
        .attr("role", "group")
        .attr_live("aria-label", move || Some(label()))
        .child(el("span").text_live(label))
        .child(choice(false, words::layer_report))
        .child(choice(true, words::layer_context))
}

fn controls(session: Session, collection: usize, outcome: Memo<Outcome>) -> Html {
    let lang = session.lang;
    let count = move || {
        let outcome = outcome.read();
        session.library.with(|l| {
            let unit = &l.edition.schema.collections[collection].unit;
            let records = l.catalogues[collection].records();
            words::count(lang.get(), outcome.total, records, unit)
        })
    };
    let label = move || words::search(lang.get()).to_owned();
    let search = el("input")
        .attr("type", "search")
        .attr_live("aria-label", move || Some(label()))
        .attr_live("placeholder", move || Some(label()))
        .value(move || session.address.read().text.clone())
        .on("input", move |event| {
            session.refine(&session.now().searched(&event_target_value(&event)));
        });
    let sort = el("select")
        .on("change", move |event| {
            let value = event_target_value(&event);
            let sorts = (!value.is_empty()).then(|| link::Sort {
                field: value.trim_start_matches('-').to_owned(),
                descending: value.starts_with('-'),
            });
            session.go(&Address {
                sorts: sorts.into_iter().collect(),
                ..session.now()
            });
        })
        .live(move || super::row(sorts(session, collection)));
    let sort_label = el("label")
        .text_live(move || words::sort(lang.get()).to_owned())
        .text(" ")
        .child(sort);
    el("div")
        .class("controls")
        .child(el("output").text_live(count))
        .child(search)
        .child(sort_label)
}

fn sorts(session: Session, collection: usize) -> Vec<Html> {
    let here = session.address.get();
    let lang = here.lang;
    let mut options = vec![
        (String::new(), words::by_report(lang).to_owned()),
        (
            catalogue::BY_NAME.to_owned(),
            words::by_name(lang).to_owned(),
        ),
    ];
    session.library.with(|l| {
        for id in &l.catalogues[collection].ranges {
            let name = l
                .edition
                .field(id)
                .map_or(id.as_str(), |f| lang.of(&f.name));
            options.push((["-", id].concat(), [name, " ↓"].concat()));
            options.push((id.clone(), [name, " ↑"].concat()));
        }
    });
    let chosen = here.sorts.first().map_or_else(String::new, |sort| {
        [if sort.descending { "-" } else { "" }, &sort.field].concat()
    });
    let options = options.into_iter().map(|(value, name)| {
        let selected = (value == chosen).then_some("");
        el("option")
            .attr("value", value)
            .attr_if("selected", selected)
            .text(name)
    });
    options.collect()
}

/// What an empty result offers: the same view without one of its conditions.
fn empty(session: Session, outcome: Memo<Outcome>) -> AnyView {
    let here = session.address.get();
    let lang = here.lang;
    if outcome.read().total > 0 {
        return nothing();
    }
    if !here.is_filtered() {
        let waiting = !session.library.with(|l| l.complete);
        let notice = || {
            el("p")
                .class("notice")
                .attr("role", "status")
                .text(words::loading(lang))
        };
        return maybe(waiting.then(notice));
    }
    let active = session.edition(|e| facets::active(e, &here));
    let ways = active.into_iter().map(|(label, without)| {
        el("li").child(anchor(link::format(&without), [&label, " ×"].concat()))
    });
    el("div")
        .class("empty")
        .attr("role", "status")
        .child(el("p").text(words::empty(lang)))
        .child(el("ul").children(ways))
        .into()
}
