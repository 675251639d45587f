//! A collection: what it holds, search, facets, charts, cards.
use super::away::away;
use super::html::{el, link as anchor, live, maybe, nothing, Html};
use super::{cards, figure, filters};
use crate::browser;
use crate::chart::{self, Figure, Spec};
use crate::link::{self, Address, View};
use crate::present::{catalogue, facets, order, words};
use crate::query::Outcome;
use crate::report::Entity;
use crate::session::{memo, Away, Session};
use leptos::prelude::*;

/// The explorer of a collection.
pub fn page(session: Session, collection: usize) -> AnyView {
    let lang = session.lang;
    let outcome = memo(move || {
        let here = session.address.read();
        session
            .library
            .with(|l| l.catalogues[collection].arranged(&l.edition, collection, &here))
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
        let unknown = session.library.with(|l| {
            let (_, mut unknown) = l.catalogues[collection].query(&here);
            unknown.extend(order::unknown(&l.edition, &here));
            unknown
        });
        super::note(lang.get(), &unknown)
    };
    let mut figures = figures(session, collection, outcome);
    let first = (!figures.is_empty()).then(|| figures.remove(0));
    let first = first.map(|first| {
        // A table starts with its rows and an own chart takes the place of the first one.
        let elsewhere = move || matches!(session.address.read().view, View::Table | View::Chart);
        let hidden = move || elsewhere().then(String::new);
        el("div").attr_live("hidden", hidden).child(first)
    });
    let charts = el("h2").class("visually-hidden");
    let view = memo(move || session.address.read().view as u64);
    let content = move || {
        let cards = || cards::cards(session, collection, outcome);
        match VIEWS[view.get() as usize].0 {
            View::Cards => cards(),
            other => match session.more {
                Some(more) => {
                    let shown = (more.view)(session, collection, outcome, other);
                    match other {
                        View::Chart => super::row([shown, cards()]),
                        _ => shown,
                    }
                }
                None => super::coming(session),
            },
        }
    };
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
        .live(move || legend(session))
        .child(views(session))
        .child(controls(session, collection, outcome))
        .live(move || empty(session, outcome))
        .live(content)
        .child(charts.text_live(move || words::charts(lang.get()).to_owned()))
        .child(el("div").class("figures").children(figures));
    el("div")
        .class("explorer")
        .child(filters::filters(session, collection, outcome))
        .child(results)
        .into()
}

/// The ways of showing a collection, by their place in [`View`].
const VIEWS: [(View, words::Word); 4] = [
    (View::Cards, words::cards),
    (View::Table, words::as_table),
    (View::Timeline, words::as_timeline),
    (View::Chart, words::as_chart),
];

/// The tabs that choose between the ways of showing.
fn views(session: Session) -> Html {
    let tabs = VIEWS.map(|(view, word)| {
        let current = move || (session.address.read().view == view).then(|| "true".to_owned());
        el("a")
            .href(session.link(move |here| here.viewed(view)))
            .attr_live("aria-current", current)
            .text_live(move || word(session.lang.get()).to_owned())
    });
    el("nav")
        .class("views")
        .attr_live("aria-label", move || {
            Some(words::views(session.lang.get()).to_owned())
        })
        .children(tabs)
}

/// The legend, while both layers are shown; it comes with the whole application.
fn legend(session: Session) -> AnyView {
    let here = session.address.read();
    match (here.context, session.more) {
        (false, _) => nothing(),
        (true, Some(more)) => (more.legend)(&here),
        (true, None) => {
            browser::start_whole("");
            nothing()
        }
    }
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
        let ranges = super::own::numbers(&spec);
        let figure = figure_of(session, collection, outcome, spec);
        let chart = live(
            move || match needs_context && !session.address.read().context {
                true => nothing(),
                false => figure::figure(session, figure).into(),
            },
        );
        let ranges = session.more.into_iter().flat_map(|more| {
            let ranges = ranges.iter().cloned();
            ranges.map(move |field| (more.brush)(session, collection, field))
        });
        el("div").child(chart).children(ranges).into()
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
    memo(move || {
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
pub fn layers(session: Session) -> Html {
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
            let spec = &l.edition.schema.collections[collection];
            let records = l.catalogues[collection].records();
            words::count(lang.get(), outcome.total, records, &spec.unit, &spec.one)
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
        .child(away(session, Away::View(collection, outcome)))
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
    // A table can be sorted by fields that are not listed here.
    if options.iter().all(|(value, _)| *value != chosen) {
        let name = here.sorts.first().and_then(|sort| {
            let name =
                session.edition(|e| Some(lang.of(&e.field(&sort.field)?.name).to_owned()))?;
            Some([name.as_str(), if sort.descending { " ↓" } else { " ↑" }].concat())
        });
        options.extend(name.map(|name| (chosen.clone(), name)));
    }
    let options = options.into_iter().map(|(value, name)| {
        let selected = value == chosen;
        el("option")
            .attr("value", value)
            .selected(selected)
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
