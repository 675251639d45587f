//! A range control with two ends under a measured chart: it filters the whole page.
use super::html::{el, maybe, Html};
use crate::lens::Lang;
use crate::link::Address;
use crate::present::brush::{Track, STEPS};
use crate::present::{facets, words};
use crate::session::{effect, Session};
use leptos::prelude::*;
use std::sync::Arc;

/// The control of a field, where the collection has it as a range.
pub fn brush(session: Session, collection: usize, field: String) -> AnyView {
    let field: Arc<str> = field.into();
    super::live(move || {
        let lang = session.lang.get();
        let track = session.library.with(|l| {
            let catalogue = &l.catalogues[collection];
            let known = catalogue.ranges.iter().any(|f| **f == *field);
            let span = known.then(|| catalogue.span(&l.edition, collection, &field));
            let (low, high) = span.flatten()?;
            Track::new(low, high)
        });
        maybe(track.map(|track| control(session, track, field.clone(), lang)))
    })
}

/// The places of both ends in an address.
fn ends(here: &Address, track: Track, field: &str) -> (u32, u32) {
    let set = here.ranges.iter().find(|r| r.field == field);
    let (from, to) = set.map_or((None, None), |r| (r.from, r.to));
    (
        from.map_or(0, |v| track.place(v)),
        to.map_or(STEPS, |v| track.place(v)),
    )
}

fn control(session: Session, track: Track, field: Arc<str>, lang: Lang) -> Html {
    let name = session.library.with_untracked(|l| {
        let field = l.edition.field(&field);
        field.map_or_else(String::new, |f| lang.of(&f.name).to_owned())
    });
    // Where the ends are while one is being drawn; the address follows when it is let go.
    let first = ends(&session.now(), track, &field);
    let (from, to) = (RwSignal::new(first.0), RwSignal::new(first.1));
    let of_address = field.clone();
    effect(move || {
        let now = ends(&session.address.read(), track, &of_address);
        from.set(now.0);
        to.set(now.1);
    });
    let shown = move || {
        let (low, high) = (from.get().min(to.get()), from.get().max(to.get()));
        match (low, high) {
            (0, STEPS) => words::whole_range(lang).to_owned(),
            _ => {
                let [low, high] = [low, high].map(|p| facets::amount(track.value(p), lang));
                [&low, "–", &high].concat()
            }
        }
    };
    let end = |place: RwSignal<u32>, word: &'static str| {
        let field = field.clone();
        el("input")
            .attr("type", "range")
            .attr("min", "0")
            .attr("max", STEPS.to_string())
            .attr("aria-label", [&name, " ", word].concat())
            .attr_live("aria-valuetext", move || {
                Some(facets::amount(track.value(place.get()), lang))
            })
            .value(move || place.get().to_string())
            .on("input", move |event| {
                if let Ok(now) = event_target_value(&event).parse() {
                    place.set(now);
                }
            })
            .on("change", move |_| {
                let (low, high) = track.range(from.get_untracked(), to.get_untracked());
                session.go(&session.now().ranged(&field, low, high));
            })
    };
    let style = move || {
        let share = |place: RwSignal<u32>| (place.get() * 100 / STEPS).to_string();
        Some(["--from:", &share(from), "%;--to:", &share(to), "%"].concat())
    };
    el("div")
        .class("brush")
        .attr("role", "group")
        .attr("aria-label", [words::brush(lang), " ", &name].concat())
        .child(el("span").class("name").text(name.clone()))
        .child(
            el("span")
                .class("track")
                .attr_live("style", style)
                .child(end(from, words::from(lang)))
                .child(end(to, words::to(lang))),
        )
        .child(el("output").text_live(shown))
}
