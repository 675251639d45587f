//! The quiet button that pins an entity, or takes it out.
use super::away::bare_star;
use crate::session::Session;
use crate::take::pins::{self, Change};
use leptos::prelude::*;

/// A button that says whether an entity is pinned; with `word`, its label is seen too.
pub fn star(session: Session, id: String, name: &str, word: bool) -> AnyView {
    let known = id.clone();
    let pinned = move || session.pins.with(|all| pins::has(all, &known));
    let mark = pinned.clone();
    let mark = move || if mark() { "★" } else { "☆" }.to_owned();
    bare_star(session, name, word, mark)
        .attr_live("aria-pressed", move || Some(pinned().to_string()))
        .on("click", move |_| {
            session.change_pins(&Change::Toggle(id.clone()));
        })
        .into()
}
