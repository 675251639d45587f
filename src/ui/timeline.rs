//! The timeline: along a line on a wide page, down the page on a narrow one, and as a table.
mod drawing;

use super::html::{el, live, maybe, row, Html};
use super::statement;
use crate::browser;
use crate::lens::Lang;
use crate::link::Address;
use crate::present::timeline::{self, Event, Step, Years};
use crate::present::words;
use crate::query::Outcome;
use crate::session::Session;
use leptos::prelude::*;

/// What a timeline is of.
#[derive(Clone, Copy)]
enum Scope {
    /// The collections that the address chooses.
    All,
    /// The hits of a view of one collection.
    Hits(usize, Memo<Outcome>),
}

impl Scope {
    /// Reads the library for the address and these entities; follows all three.
    fn read<T>(
        self,
        session: Session,
        read: fn(&crate::report::Edition, &Address, timeline::Scope) -> T,
    ) -> T {
        let here = session.address.get();
        session.edition(|edition| match self {
            Self::All => read(edition, &here, None),
            Self::Hits(collection, outcome) => {
                read(edition, &here, Some((collection, &outcome.read().hits)))
            }
        })
    }

    /// The years shown and all there are.
    fn years(self, session: Session) -> Option<(Years, Years)> {
        let full = self.read(session, timeline::full)?;
        Some((timeline::clamp(session.address.read().years, full), full))
    }
}

/// The page of the timeline over all collections.
pub fn page(session: Session) -> AnyView {
    let lang = session.lang;
    let unknown = move || {
        let full = Scope::All.read(session, timeline::full);
        let parts = session.edition(|e| timeline::unknown(e, &session.address.read(), full));
        super::note(lang.get(), &parts)
    };
    row([
        el("h1")
            .text_live(move || words::timeline(lang.get()).to_owned())
            .into(),
        el("p")
            .class("lead")
            .text_live(move || words::timeline_about(lang.get()).to_owned())
            .into(),
        live(unknown),
        el("div")
            .class("chosen")
            .child(collections(session))
            .child(super::explorer::layers(session))
            .into(),
        body(session, Scope::All),
    ])
}

/// The timeline of the hits of a view of one collection.
pub fn of_collection(session: Session, collection: usize, outcome: Memo<Outcome>) -> AnyView {
    body(session, Scope::Hits(collection, outcome))
}

/// The collections that have something dated, each to be chosen.
fn collections(session: Session) -> Html {
    let all = session.edition(|e| e.schema.collections.len());
    let choices = (0..all).map(|collection| {
        let id = session.edition(|e| e.schema.collections[collection].id.clone());
        let id: std::sync::Arc<str> = id.into();
        let amount = move || Scope::All.read(session, timeline::amounts)[collection].events;
        let name = move || {
            let lang = session.lang.get();
            session.edition(|e| lang.of(&e.schema.collections[collection].name).to_owned())
        };
        let chosen = id.clone();
        let chosen = move || {
            let here = session.address.read();
            let is_chosen = here.collections.iter().any(|c| **c == *chosen);
            Some(is_chosen.to_string())
        };
        let link = el("a")
            .attr("role", "checkbox")
            .attr_live("aria-checked", chosen)
            .href(session.link(move |here| here.with_collection(&id)))
            .text_live(name)
            .text(" ")
            .child(
                el("span")
                    .class("n")
                    .text_live(move || amount().to_string()),
            );
        el("li")
            .attr_live("hidden", move || (amount() == 0).then(String::new))
            .child(link)
    });
    let label = move || Some(words::collections(session.lang.get()).to_owned());
    el("ul")
        .class("choices")
        .attr("role", "group")
        .attr_live("aria-label", label)
        .children(choices)
}

fn body(session: Session, scope: Scope) -> AnyView {
    let lang = session.lang;
    let open = RwSignal::new(false);
    // The event that the keys have led to; 0 is none.
    let current = RwSignal::new(0);
    let count = move || {
        let events = scope.read(session, timeline::events);
        let here = session.address.read();
        timeline::extent(&events).map_or_else(String::new, |full| {
            let shown = timeline::clamp(here.years, full);
            let n = events.iter().filter(|e| timeline::inside(e, shown));
            words::events(lang.get(), n.count(), events.len(), shown.0, shown.1)
        })
    };
    let as_list = el("button")
        .attr("type", "button")
        .attr_live("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open))
        .text_live(move || words::as_list(lang.get()).to_owned());
    let controls = el("div")
        .class("controls")
        .child(el("output").text_live(count))
        .child(zooms(session, scope, current))
        .child(as_list);
    let list = move || maybe(open.get().then(|| table(session, scope)));
    let told = move || {
        let events = scope.read(session, timeline::events);
        let now = events.iter().find(|e| e.key == current.get());
        now.map_or_else(String::new, Event::sentence)
    };
    let keys = el("p")
        .class("caveat keys")
        .attr("id", "timeline-keys")
        .text_live(move || words::timeline_keys(lang.get()).to_owned());
    row([
        controls.into(),
        live(list),
        live(move || legend(session, scope)),
        drawing::host(session, scope, current).into(),
        el("p")
            .class("now")
            .attr("role", "status")
            .text_live(told)
            .into(),
        keys.into(),
        live(move || undated(session, scope)),
    ])
}

/// A change of the years shown: from these, of all, around one.
type Change = fn(Years, Years, u16) -> Years;

/// Buttons that change the years shown.
fn zooms(session: Session, scope: Scope, current: RwSignal<u64>) -> Html {
    const CHANGES: [(&str, fn(Lang) -> &'static str, Change); 5] = [
        ("‹", words::earlier, |shown, full, _| {
            timeline::shifted(shown, false, full)
        }),
        ("−", words::zoom_out, |shown, full, _| {
            timeline::farther(shown, full)
        }),
        ("+", words::zoom_in, |shown, _, around| {
            timeline::nearer(shown, around)
        }),
        ("›", words::later, |shown, full, _| {
            timeline::shifted(shown, true, full)
        }),
        ("", words::zoom_all, |_, full, _| full),
    ];
    let buttons = CHANGES.into_iter().map(|(sign, word, change)| {
        let idle = move || {
            let years = scope.years(session);
            let idle = years.is_none_or(|(shown, full)| change(shown, full, shown.0) == shown);
            idle.then(|| "true".to_owned())
        };
        let name = move || word(session.lang.get()).to_owned();
        let button = el("button")
            .attr("type", "button")
            .attr_live("aria-disabled", idle)
            .on("click", move |_| zoom(session, scope, current, change));
        match sign {
            "" => button.text_live(name),
            sign => button
                .attr_live("aria-label", move || Some(name()))
                .attr_live("title", move || Some(name()))
                .text(sign),
        }
    });
    let label = move || Some(words::years(session.lang.get()).to_owned());
    el("div")
        .class("zooms")
        .attr("role", "group")
        .attr_live("aria-label", label)
        .children(buttons)
}

fn zoom(session: Session, scope: Scope, current: RwSignal<u64>, change: Change) {
    let Some((shown, full)) = untrack(|| scope.years(session)) else {
        return;
    };
    let around = match current.get_untracked() {
        0 => None,
        key => {
            let events = untrack(|| scope.read(session, timeline::events));
            events.iter().find(|e| e.key == key).and_then(Event::year)
        }
    };
    let around = around.unwrap_or(shown.0 + (shown.1 - shown.0) / 2);
    let next = change(shown, full, around.clamp(shown.0, shown.1));
    if next != shown {
        session.go(&session.now().over((next != full).then_some(next)));
    }
}

/// What a key does; whether it did something.
fn press(session: Session, scope: Scope, current: RwSignal<u64>, key: &str) -> bool {
    match key {
        "+" | "=" => {
            zoom(session, scope, current, |shown, _, around| {
                timeline::nearer(shown, around)
            });
            return true;
        }
        "-" => {
            zoom(session, scope, current, |shown, full, _| {
                timeline::farther(shown, full)
            });
            return true;
        }
        _ => {}
    }
    let events = untrack(|| scope.read(session, timeline::events));
    let now = current.get_untracked();
    let now = events.iter().position(|e| now != 0 && e.key == now);
    if key == "Enter" {
        if let Some(now) = now {
            browser::go(&events[now].link, false);
        }
        return now.is_some();
    }
    let (Some(step), Some((shown, full))) = (Step::of(key), untrack(|| scope.years(session)))
    else {
        return false;
    };
    if let Some(next) = timeline::neighbour(&events, shown, now, step) {
        let event = &events[next];
        current.set(event.key);
        let moved = timeline::holding(shown, event, full);
        if moved != shown {
            session.refine(&session.now().over((moved != full).then_some(moved)));
        }
        let id = drawing::id_of(event.key);
        leptos::task::spawn_local(async move {
            browser::painted().await;
            browser::reveal(&id);
        });
    }
    true
}

/// What the drawing of a mark says; nothing where all are drawn alike.
fn legend(session: Session, scope: Scope) -> AnyView {
    let lang = session.lang.get();
    let drawings = timeline::drawings(&scope.read(session, timeline::events));
    let shown = (drawings.len() > 1).then(|| {
        let items = drawings.into_iter().map(|drawing| {
            el("li")
                .class(statement::class_of(drawing))
                .child(el("i").class("bar"))
                .text(words::drawing(lang, drawing))
        });
        el("ul").class("legend").children(items)
    });
    maybe(shown)
}

/// How much has no date and is therefore not on the timeline.
fn undated(session: Session, scope: Scope) -> AnyView {
    let lang = session.lang.get();
    let amounts = scope.read(session, timeline::amounts);
    let here = session.address.get();
    let parts = session.edition(|edition| {
        let specs = edition.schema.collections.iter().zip(amounts);
        let parts = specs.filter(|(spec, amount)| {
            let all = here.collections.is_empty() || matches!(scope, Scope::Hits(..));
            amount.undated > 0 && (all || here.collections.contains(&spec.id))
        });
        let parts = parts.map(|(spec, amount)| words::amount(lang, amount.undated, spec));
        parts.collect::<Vec<_>>()
    });
    let shown = (!parts.is_empty()).then(|| {
        let parts = parts.join(lang.pick("、", ", "));
        el("p")
            .class("caveat")
            .text(words::undated(lang))
            .text([&parts, lang.pick("。", ".")].concat())
    });
    maybe(shown)
}

/// The events of the years shown, with everything that is said of them.
fn table(session: Session, scope: Scope) -> Html {
    let here = session.address.get();
    let lang = here.lang;
    let events = scope.read(session, timeline::events);
    let shown = timeline::extent(&events).map(|full| timeline::clamp(here.years, full));
    let events = events.iter();
    let events = events.filter(|e| shown.is_some_and(|shown| timeline::inside(e, shown)));
    let rows = events.map(|event| {
        let name = super::html::link(event.link.clone(), event.name.clone());
        let origin = statement::origin(&event.line.origin, event.line.formula.as_deref(), lang);
        el("tr")
            .class(statement::class_of(event.line.drawing))
            .child(el("td").class("when").text(event.date.clone()))
            .child(
                el("th")
                    .attr("scope", "row")
                    .child(name)
                    .text(" ")
                    .child(el("span").class("value").text(event.what.clone()))
                    .children(statement::note(&event.line.note))
                    .children(statement::check(&event.line, lang)),
            )
            .child(el("td").child(origin))
    });
    let heads = [words::date, words::dated, words::source]
        .map(|word| el("th").attr("scope", "col").text(word(lang)));
    el("table")
        .class("dates")
        .child(el("thead").child(el("tr").children(heads)))
        .child(el("tbody").children(rows))
}
