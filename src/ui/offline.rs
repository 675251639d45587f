//! That another version waits. That everything works offline is said in the footer; see offline.js.
use super::html::{el, maybe, Html};
use crate::browser;
use crate::lens::Lang;
use crate::present::words;
use crate::session::Session;
use leptos::prelude::*;

/// The notice that asks whether to take another version. It comes with the whole application, which offline.js
/// brings where a version waits.
pub fn notice(session: Session) -> AnyView {
    let waits = RwSignal::new(browser::update_waits());
    browser::on_offline(move || waits.set(browser::update_waits()));
    super::live(move || maybe(waits.get().then(|| ask(session.lang.get()))))
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
