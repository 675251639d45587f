//! The tour of a first visit.
use super::html::{el, maybe, Html};
use crate::browser;
use crate::lens::Lang;
use crate::link::Page;
use crate::present::keys;
use crate::present::words;
use crate::session::{effect, Session};
use leptos::prelude::*;

const TOUR: &str = "zhilan.tour";

/// What the whole application is asked for when the tour is wanted.
const WANTED: &str = "tour";

/// Remembers on this device that the tour was taken or refused.
fn end() {
    browser::store(TOUR, "ended");
}

/// On a first visit the tour is offered in a corner, until it is taken or refused.
pub fn invitation(session: Session) -> AnyView {
    let open = RwSignal::new(browser::stored(TOUR).is_none());
    let shown = move || {
        // Who comes with a question of his own is not asked.
        let plain = session.address.with(|here| {
            let start = matches!(here.page, Page::Overview | Page::Collection(_));
            start && !here.is_filtered()
        });
        (plain && open.get() && session.library.with(|l| l.complete)).then(|| invite(session, open))
    };
    super::live(move || maybe(shown()))
}

fn invite(session: Session, open: RwSignal<bool>) -> Html {
    let lang = session.lang.get();
    let close = move || {
        end();
        open.set(false);
    };
    let begin = move |_| {
        close();
        match session.more {
            Some(more) => (more.tour)(session),
            None => browser::start_whole(WANTED),
        }
    };
    let button = |says: &'static str| el("button").attr("type", "button").text(says);
    let ways = el("p")
        .class("tour-ways")
        .child(button(words::tour_begin(lang)).on("click", begin))
        .child(
            button(words::tour_end(lang))
                .class("quiet")
                .on("click", move |_| close()),
        );
    corner("tour", lang, el("p").text(words::tour_offer(lang)), ways)
}

fn corner(class: &'static str, lang: Lang, says: Html, ways: Html) -> Html {
    el("aside")
        .class(class)
        .attr("role", "status")
        .attr("aria-label", words::tour(lang))
        .child(says)
        .child(ways)
}

/// The place of the tour's notes, which begin where they are asked for.
pub fn tour(session: Session) -> AnyView {
    let at = session.kept.map(|kept| kept.step);
    let Some(at) = at else { return super::empty() };
    effect(move || {
        if session.library.with(|l| l.complete) && browser::wanted(WANTED) {
            begin(session);
        }
    });
    // On another page the notes would point at nothing.
    let page = StoredValue::new(session.now().page);
    effect(move || {
        let now = session.address.read().page.clone();
        if page.get_value() != now {
            page.set_value(now);
            at.set(None);
        }
    });
    super::live(move || maybe(at.get().map(|step| note(session, at, step))))
}

/// Shows the first of the tour's notes.
pub fn begin(session: Session) {
    if let Some(kept) = session.kept {
        kept.step.set(next(0));
    }
}

/// The first step from a number on whose element is on the page.
fn next(from: usize) -> Option<usize> {
    let mut steps = from..keys::TOUR.len();
    steps.find(|&step| browser::place_of(keys::TOUR[step].beside).is_some())
}

fn note(session: Session, at: RwSignal<Option<usize>>, step: usize) -> Html {
    let lang = session.lang.get();
    let spot = &keys::TOUR[step];
    let [width, height, scrolled] = browser::view();
    let [right, top, bottom] = browser::place_of(spot.beside).unwrap_or_default();
    // Under its element, or above it where the window ends; never beyond its sides.
    let left = (right - 336.0).clamp(16.0, (width - 352.0).max(16.0));
    let above = bottom - scrolled + 200.0 > height;
    let edge = if above { top - 10.0 } else { bottom + 10.0 };
    let [left, edge] = [left, edge].map(|length| length.round().to_string());
    let style = ["left:", &left, "px;top:", &edge, "px"].concat();
    let following = next(step + 1);
    let onward = following.map(|step| {
        el("button")
            .attr("type", "button")
            .on("click", move |_| at.set(Some(step)))
            .text(words::tour_next(lang))
    });
    let end = el("button")
        .attr("type", "button")
        .class(if following.is_some() { "quiet" } else { "" })
        .on("click", move |_| at.set(None))
        .text(words::close(lang));
    let ways = el("p").class("tour-ways").children(onward).child(end);
    let class = if above { "tour above" } else { "tour beside" };
    corner(class, lang, el("p").text(keys::say(spot.says, lang)), ways).attr("style", style)
}
