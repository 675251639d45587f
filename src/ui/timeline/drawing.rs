//! The drawing of a timeline, and the element that listens to its keys.
use super::moves::press;
use super::Scope;
use crate::browser;
use crate::lens::Lang;
use crate::present::timeline::{self, Event, Mark, Plot, Side, Span};
use crate::present::words;
use crate::session::Session;
use crate::ui::html::{el, nothing, Html};
use crate::ui::statement;
use leptos::prelude::*;

/// Below this width in pixels, time runs down the page.
const NARROW: usize = 640;

/// The id of an event's element.
pub fn id_of(key: u64) -> String {
    ["event-", &key.to_string()].concat()
}

/// The drawing; one tab stop, whose keys move from event to event.
pub fn host(session: Session, scope: Scope, current: RwSignal<u64>) -> Html {
    let width = RwSignal::new(0);
    let measured: StoredValue<Option<browser::Width>, LocalStorage> = StoredValue::new_local(None);
    on_cleanup(move || {
        measured.try_update_value(|measured| *measured = None);
    });
    let label = move || Some(words::timeline(session.lang.get()).to_owned());
    el("div")
        .class("timeline")
        .attr("role", "group")
        .attr("tabindex", "0")
        .attr("aria-describedby", "timeline-keys")
        .attr_live("aria-label", label)
        .on("keydown", move |event| {
            if browser::key(&event).is_some_and(|key| press(session, scope, current, &key)) {
                event.prevent_default();
            }
        })
        .ready(move |element| {
            let told = move |now| {
                if width.get_untracked() != now {
                    width.set(now);
                }
            };
            measured.set_value(browser::Width::new(&element, told));
        })
        .live(move || match width.get() {
            0 => nothing(),
            width => drawn(session, scope, width, current),
        })
}

fn drawn(session: Session, scope: Scope, width: usize, current: RwSignal<u64>) -> AnyView {
    let events = scope.read(session, timeline::events);
    let here = session.address.get();
    let Some(full) = timeline::extent(&events) else {
        let word = match session.library.with(|l| l.complete) {
            true => words::no_dates,
            false => words::loading,
        };
        let notice = el("p").class("notice").attr("role", "status");
        return notice.text(word(here.lang)).into();
    };
    let shown = timeline::clamp(here.years, full);
    if width < NARROW {
        let kinds = session.edition(|edition| {
            let names = edition.schema.collections.iter();
            let names = names.map(|c| match scope {
                Scope::All => here.lang.of(&c.name).to_owned(),
                Scope::Hits(..) => String::new(),
            });
            names.collect::<Vec<_>>()
        });
        let years = timeline::nested(&events, shown, here.lang);
        let years = years
            .iter()
            .map(|year| span(year, &events, &kinds, current));
        return el("ol").class("down").children(years).into();
    }
    let plot = timeline::plot(&events, shown, width as u32, here.lang);
    along(session, scope, plot, &events, here.lang, current)
}

/// Lengths in pixels as a style.
fn at(parts: &[(&str, u32)]) -> String {
    let mut out = String::new();
    for (name, pixels) in parts {
        out.push_str(name);
        out.push(':');
        out.push_str(&pixels.to_string());
        out.push_str("px;");
    }
    out
}

fn along(
    session: Session,
    scope: Scope,
    plot: Plot,
    events: &[Event],
    lang: Lang,
    current: RwSignal<u64>,
) -> AnyView {
    let names = plot.ticks.iter().filter(|tick| !tick.name.is_empty());
    let names = names.map(|tick| {
        el("span")
            .class(if tick.year { "year" } else { "" })
            .attr("style", at(&[("left", tick.left)]))
            .text(tick.name.clone())
    });
    let lines = plot.ticks.iter().map(|tick| {
        el("i")
            .class(if tick.year { "tick year" } else { "tick" })
            .attr("style", at(&[("left", tick.left)]))
    });
    let headings = plot.lanes.iter().filter(|_| matches!(scope, Scope::All));
    let headings = headings.map(|lane| {
        let name = session.edition(|e| {
            let spec = &e.schema.collections[lane.collection];
            lang.of(&spec.name).to_owned()
        });
        el("h2")
            .attr("style", at(&[("top", lane.top)]))
            .text(name)
            .text(" ")
            .child(el("span").class("n").text(lane.marks.len().to_string()))
    });
    let headings: Vec<Html> = headings.collect();
    let marks = plot.lanes.iter().flat_map(|lane| &lane.marks);
    let marks = marks.map(|place| mark(place, &events[place.event], current));
    let class = match scope {
        Scope::All => "along",
        Scope::Hits(..) => "along single",
    };
    el("div")
        .class(class)
        .child(
            el("div")
                .class("axis")
                .attr("aria-hidden", "true")
                .children(names),
        )
        .child(
            el("div")
                .class("lanes")
                .attr("style", at(&[("height", plot.height)]))
                .children(lines)
                .children(headings)
                .children(marks),
        )
        .into()
}

/// An event's link, current when the keys have led to it.
fn event_link(event: &Event, class: &str, current: RwSignal<u64>) -> Html {
    let key = event.key;
    let point = if event.is_day() { " point " } else { " " };
    let drawing = statement::class_of(event.line.drawing);
    el("a")
        .attr("id", id_of(key))
        .attr("class", ["event ", drawing, point, class].concat())
        .attr("href", event.link.clone())
        .attr("tabindex", "-1")
        .attr("title", event.sentence())
        .attr_live("aria-current", move || {
            (current.get() == key).then(|| "true".to_owned())
        })
}

fn mark(place: &Mark, event: &Event, current: RwSignal<u64>) -> Html {
    let side = match place.side {
        Side::On => "on",
        Side::After => "after",
        Side::Before => "before",
    };
    let ends = [
        ("left", place.left),
        ("top", place.top),
        ("width", place.width),
    ];
    event_link(event, side, current)
        .attr("style", at(&ends))
        .child(
            el("i")
                .class("bar")
                .attr("style", at(&[("width", place.bar)])),
        )
        .child(el("span").text(event.label()))
}

/// A stretch of time down the page; its bar is as long as what is inside it.
fn span(span: &Span, events: &[Event], kinds: &[String], current: RwSignal<u64>) -> Html {
    let links = span.events.iter().map(|&event| {
        let event = &events[event];
        let kind = &kinds[event.collection];
        let kind = (!kind.is_empty()).then(|| el("span").class("n").text(kind.clone()));
        let link = event_link(event, "", current)
            .child(el("i").class("bar"))
            .child(el("span").text(event.label()));
        el("li").child(link).text(" ").children(kind)
    });
    // What only the public record dates is drawn hollow.
    let has = match span.events.iter().all(|&event| events[event].is_beside()) {
        _ if span.events.is_empty() => "",
        true => " has hollow",
        false => " has",
    };
    let inside = span
        .inside
        .iter()
        .map(|inner| self::span(inner, events, kinds, current));
    el("li")
        .attr("class", ["span ", span.length, has].concat())
        .child(el("span").class("when").text(span.date.clone()))
        .child(el("ul").children(links))
        .child(el("ol").children(inside))
}
