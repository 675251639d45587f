//! The quiet button that pins an entity, or takes it out.
use super::html::{el, Html};
use crate::present::words;
use crate::session::Session;
use crate::take::pins::{self, Change};
use leptos::prelude::*;

/// A button that says whether an entity is pinned; with `word`, its label is seen too.
pub fn star(session: Session, id: String, name: &str, word: bool) -> Html {
    let lang = session.lang.get_untracked();
    let known = id.clone();
    let pinned = move || session.pins.with(|all| pins::has(all, &known));
    let mark = pinned.clone();
    let mark = el("span")
        .attr("aria-hidden", "true")
        .text_live(move || if mark() { "★" } else { "☆" }.to_owned());
    let label = [words::pin(lang), lang.pick("：", ": "), name].concat();
    let button = el("button")
        .attr("type", "button")
        .class("star")
        .attr("aria-label", label)
        .attr_live("aria-pressed", move || Some(pinned().to_string()))
        .on("click", move |_| {
            session.change_pins(&Change::Toggle(id.clone()));
        })
        .child(mark);
    match word {
        true => button.text(" ").child(el("span").text(words::pin(lang))),
        false => button,
    }
}
