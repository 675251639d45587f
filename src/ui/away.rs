//! Where things can be taken away: a menu or a star, or in the first view what brings them.
use super::html::{el, nothing, Html};
use crate::browser;
use crate::present::words;
use crate::session::{Away, Session, PINS};
use leptos::prelude::*;

/// What the whole application is asked for when a menu is wanted, before the menu's name.
pub const MENU: &str = "take:";

/// What it is asked for when something is to be pinned, before the entity's id.
pub const STAR: &str = "star:";

/// What can be taken away of something.
pub fn away(session: Session, what: Away) -> AnyView {
    match session.more {
        Some(more) => (more.away)(session, what),
        None => ask(session, &name(&what)),
    }
}

/// What brings a menu: it looks like one, and the whole application opens it.
fn ask(session: Session, name: &str) -> AnyView {
    let wanted = [MENU, name].concat();
    let button = el("button")
        .attr("type", "button")
        .class("ask")
        .text_live(move || words::take(session.lang.get()).to_owned())
        .on("click", move |_| browser::start_whole(&wanted));
    el("div").class("take").child(button).into()
}

/// A name by which a menu is found on the page again.
pub fn name(what: &Away) -> String {
    match what {
        Away::View(..) => "view".to_owned(),
        Away::Figure(figure, _) => figure.with_untracked(|f| ["figure/", &f.id].concat()),
        Away::Entity(_) => "entity".to_owned(),
        Away::Statement(_, which) => {
            let layer = if which.beside { "beside/" } else { "at/" };
            [layer, &which.field, "/", &which.nth.to_string()].concat()
        }
        Away::Pins => "pins".to_owned(),
    }
}

/// The button that pins an entity; in the first view nothing is pinned yet.
pub fn star(session: Session, id: &str, label: &str, word: bool) -> AnyView {
    if let Some(more) = session.more {
        return (more.star)(session, id.to_owned(), label, word);
    }
    let wanted = [STAR, id].concat();
    bare_star(session, label, word, || "☆".to_owned())
        .attr("aria-pressed", "false")
        .on("click", move |_| browser::start_whole(&wanted))
        .into()
}

/// The button without what it does.
pub fn bare_star(
    session: Session,
    name: &str,
    word: bool,
    mark: impl Fn() -> String + Send + 'static,
) -> Html {
    let lang = session.lang.get_untracked();
    let pin = words::pin(lang);
    let word = word.then(|| el("span").text([" ", pin].concat()));
    el("button")
        .attr("type", "button")
        .class("star")
        .attr("aria-label", [pin, lang.pick("：", ": "), name].concat())
        .child(el("span").attr("aria-hidden", "true").text_live(mark))
        .children(word)
}

/// Something in a `details` element that is made when the element is first opened.
pub fn lazily(details: Html, inside: impl Fn() -> AnyView + Send + 'static) -> Html {
    let open = RwSignal::new(false);
    details
        .on("toggle", move |_| open.set(true))
        .live(move || match open.get() {
            true => inside(),
            false => nothing(),
        })
}

/// Something pinned on an earlier visit is shown as pinned, which only the whole application can.
pub fn recall() {
    if browser::stored(PINS).is_some_and(|list| list.contains("\"id\"")) {
        browser::start_whole("");
    }
}
