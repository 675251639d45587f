//! What moves along a timeline: buttons and keys.
use super::Scope;
use crate::browser;
use crate::present::timeline::{self, Event, Step, Years};
use crate::present::words;
use crate::session::Session;
use crate::ui::html::{el, Html};
use leptos::prelude::*;

/// A change of the years shown: from these, of all, around one.
type Change = fn(Years, Years, u16) -> Years;

/// Buttons that change the years shown.
pub fn zooms(session: Session, scope: Scope, current: RwSignal<u64>) -> Html {
    const CHANGES: [(&str, words::Word, Change); 5] = [
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
pub fn press(session: Session, scope: Scope, current: RwSignal<u64>, key: &str) -> bool {
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
        let id = super::drawing::id_of(event.key);
        leptos::task::spawn_local(async move {
            browser::painted().await;
            browser::reveal(&id);
        });
    }
    true
}
