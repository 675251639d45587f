//! That everything works offline, and that another version waits.
use super::html::{el, maybe, Html};
use crate::browser;
use crate::lens::Lang;
use crate::present::offline::{line, read, Offline};
use crate::present::words;
use crate::session::Session;
use leptos::prelude::*;

/// The line of the footer, and the notice that asks whether to take another version.
pub fn offline(session: Session) -> (Html, AnyView) {
    let said = RwSignal::new(browser::offline());
    browser::on_offline(move || said.set(browser::offline()));
    let lang = session.lang;
    let quiet = el("p")
        .attr("role", "status")
        .text_live(move || line(&said.read(), lang.get()));
    let notice = super::live(move || {
        let waits = matches!(read(&said.read()), Offline::Waiting(_));
        maybe(waits.then(|| ask(lang.get())))
    });
    (quiet, notice)
}

fn ask(lang: Lang) -> Html {
    let button = |says: &'static str| el("button").attr("type", "button").text(says);
    let now = button(words::update_now(lang)).on("click", |_| browser::answer_update(true));
    let later = button(words::update_later(lang)).class("quiet");
    let later = later.on("click", |_| browser::answer_update(false));
    let ways = el("p").class("tour-ways").child(now).child(later);
    let says = el("p").text(words::update(lang));
    let corner = el("aside").class("tour update").attr("role", "status");
    corner.child(says).child(ways)
}
