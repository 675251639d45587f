//! Where things can be taken away: a menu or a star, or in the first view what brings them.
use super::html::{el, Html};
use crate::browser;
use crate::lens::Lang;
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
        None => ask(session, words::take, &name(&what)).into(),
    }
}

/// What brings a menu: it looks like one, and the whole application opens it.
pub fn ask(session: Session, says: fn(Lang) -> &'static str, name: &str) -> Html {
    let button = el("button").attr("type", "button").class("ask");
    let button = button.text_live(move || says(session.lang.get()).to_owned());
    el("span")
        .class("take")
        .child(asking(button, [MENU, name].concat()))
}

/// A button that asks the whole application for something.
fn asking(button: Html, wanted: String) -> Html {
    button.on("click", move |_| browser::start_whole(&wanted))
}

/// A name by which a menu is found on the page again.
pub fn name(what: &Away) -> String {
    match what {
        Away::View(..) => "view".to_owned(),
        Away::Figure(figure, _) => figure.with_untracked(|f| ["figure/", &f.id].concat()),
        Away::Entity(_) => "entity".to_owned(),
        Away::Statement(_, which) => ["at/", which].concat(),
        Away::Pins => "pins".to_owned(),
    }
}

/// The button that pins an entity; in the first view nothing is pinned yet.
pub fn star(session: Session, id: &str, label: &str, word: bool) -> AnyView {
    if let Some(more) = session.more {
        return (more.star)(session, id.to_owned(), label, word);
    }
    let star = bare_star(session, label, word, || "☆".to_owned());
    asking(star.attr("aria-pressed", "false"), [STAR, id].concat()).into()
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

/// Something pinned on an earlier visit is shown as pinned, and a statement that the address points at is shown,
/// which only the whole application can.
pub fn recall(session: Session) {
    let pointed = session.address.with_untracked(|a| !a.at.is_empty());
    if pointed || browser::stored(PINS).is_some_and(|list| list.contains("\"id\"")) {
        browser::start_whole("");
    }
}
