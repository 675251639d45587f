//! The timeline: along a line on a wide page, down the page on a narrow one, and as a table.
mod drawing;
mod moves;

use super::html::{el, live, maybe, row, Html};
use super::statement;
use crate::chart::Drawing;
use crate::link::Address;
use crate::present::timeline::{self, Event, Years};
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
    el("div")
        .attr("role", "group")
        .attr_live("aria-label", label)
        .child(el("ul").class("choices").children(choices))
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
        .child(moves::zooms(session, scope, current))
        .child(as_list);
    let list = move || maybe(open.get().then(|| table(session, scope)));
    let told = move || {
        let events = scope.read(session, timeline::events);
        let now = events.iter().find(|e| e.key == current.get());
        now.map_or_else(String::new, Event::sentence)
    };
    let keys = el("p")
        .class("caveat")
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

/// What the drawing of a mark says; nothing where all are what the report states.
fn legend(session: Session, scope: Scope) -> AnyView {
    let lang = session.lang.get();
    let drawings = timeline::drawings(&scope.read(session, timeline::events));
    let shown = drawings.iter().any(|d| *d != Drawing::Stated).then(|| {
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
