//! The list of keys, what they do, and the tour of a first visit.
use super::html::{el, maybe, Html};
use super::legend;
use crate::browser::{self, Key};
use crate::link::{Address, Page};
use crate::present::keys::{self, Act, Reader};
use crate::present::words;
use crate::session::{effect, Session};
use leptos::prelude::*;
use std::cell::Cell;

const DIALOG: &str = "keys";
/// What `j` and `k` step through.
const STEPS: &str = "main .card h3 a, main .entry h3 a, main .entry .name, main .word-list dt a";

/// Listens for keys, for the life of the page.
pub fn listen(session: Session) {
    let reader = Cell::new(Reader::default());
    browser::on_key(move |key: &Key| {
        let mut now = reader.take();
        if key.typing || key.command || browser::in_dialog() || !browser::single_keys() {
            return false;
        }
        let act = now.read(&key.name);
        reader.set(now);
        match act {
            Some(act) => {
                run(session, act);
                true
            }
            None => now.waits(),
        }
    });
}

/// Opens the list of keys; where it is not there yet, it comes with the whole application.
fn open(session: Session) {
    match session.more {
        Some(_) => browser::open_dialog(DIALOG),
        None => browser::start_whole(browser::HELP),
    }
}

fn run(session: Session, act: Act) {
    let here = session.now();
    match act {
        Act::Help => open(session),
        Act::Theme => super::header::switch_theme(session),
        Act::Language => session.go(&Address {
            lang: here.lang.other(),
            ..here
        }),
        Act::Both => session.go(&Address {
            both: !here.both,
            ..here
        }),
        Act::Context => session.go(&Address {
            context: !here.context,
            ..here
        }),
        Act::Next => browser::step(STEPS, true),
        Act::Previous => browser::step(STEPS, false),
        Act::Go(place) => {
            if let Some(page) = page(session, place) {
                session.go(&here.at(page));
            }
        }
    }
}

/// The page of a letter or number after `g`.
fn page(session: Session, place: usize) -> Option<Page> {
    let pages = [
        Page::Overview,
        Page::Outline(None),
        Page::Checks,
        Page::Dictionary,
        Page::Timeline,
        Page::Pinned,
        Page::About,
    ];
    match place.checked_sub(pages.len()) {
        None => pages.into_iter().nth(place),
        Some(nth) => session.library.with_untracked(|l| {
            let spec = l.edition.schema.collections.get(nth)?;
            Some(Page::Collection(spec.id.clone()))
        }),
    }
}

/// The button that opens the list.
pub fn button(session: Session) -> Html {
    let label = move || words::help(session.lang.get()).to_owned();
    el("button")
        .attr("type", "button")
        .class("help")
        .attr_live("aria-label", move || Some(label()))
        .attr_live("title", move || Some(label()))
        .on("click", move |_| open(session))
        .text("?")
}

/// The list of keys, in a dialog of its own; with the legend, since both answer the same question.
pub fn dialog(session: Session) -> AnyView {
    el("dialog")
        .attr("id", DIALOG)
        .class("help")
        .attr("aria-labelledby", "keys-heading")
        .ready(|_| {
            if browser::wanted(browser::HELP) {
                browser::open_dialog(DIALOG);
            }
        })
        .live(move || list(session))
        .into()
}

fn list(session: Session) -> AnyView {
    let here = session.address.get();
    let lang = here.lang;
    let key = |key: &str, does: String| {
        [
            el("dt").child(el("kbd").text(key.to_owned())),
            el("dd").text(does),
        ]
    };
    let single = keys::KEYS.iter();
    let single = single.flat_map(|(name, does)| key(name, keys::say(*does, lang).to_owned()));
    let go = |name: &str| [words::go_to(lang), lang.pick("", " "), name].concat();
    let pages = keys::PAGES.iter().flat_map(|page| {
        let name = keys::say(page.name, lang);
        key(&["g ", page.letter].concat(), go(name))
    });
    let collections = session.edition(|edition| {
        let all = edition.schema.collections.iter().take(9).enumerate();
        let all = all.flat_map(|(at, spec)| {
            let number = ["g ", &(at + 1).to_string()].concat();
            key(&number, go(lang.of(&spec.name)))
        });
        all.collect::<Vec<_>>()
    });
    let checked = browser::single_keys().then_some("");
    let single_keys = el("input")
        .attr("type", "checkbox")
        .attr_if("checked", checked)
        .on("change", |event| {
            browser::set_single_keys(event_target_checked(&event));
        });
    let single_keys = el("p")
        .child(
            el("label")
                .child(single_keys)
                .text(" ")
                .text(words::single_keys(lang)),
        )
        .text(" ")
        .child(el("span").class("note").text(words::kept_here(lang)));
    let close = el("button")
        .attr("type", "button")
        .flag("autofocus")
        .on("click", |_| browser::close_dialog(DIALOG))
        .text(words::close(lang));
    super::row([
        el("h2").attr("id", "keys-heading").text(words::keys(lang)),
        el("dl")
            .class("key-list")
            .children(single)
            .children(key("Enter", words::enter(lang).to_owned()))
            .children(pages)
            .children(collections),
        single_keys,
        el("h2").text(words::legend(lang)),
        legend::drawings(&here),
        el("p").child(close),
    ])
}

const TOUR: &str = "zhilan.tour";

/// The tour of a first visit: notes beside what they speak of. It takes no focus, and once ended it never returns.
pub fn tour(session: Session) -> AnyView {
    let at: RwSignal<Option<usize>> = RwSignal::new(None);
    let begin = move || {
        let here = session.now();
        let plain =
            !here.is_filtered() && matches!(here.page, Page::Overview | Page::Collection(_));
        // Where nothing can be kept, it would come back each time; then it does not come at all.
        plain && browser::stored(TOUR).is_none() && browser::store(TOUR, "begun")
    };
    let begun = StoredValue::new(false);
    effect(move || {
        if session.library.with(|l| l.complete) && !begun.get_value() {
            begun.set_value(true);
            if begin() {
                at.set(next(0));
            }
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
    let end = move |_| {
        browser::store(TOUR, "ended");
        at.set(None);
    };
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
        .on("click", end)
        .text(if following.is_some() {
            words::tour_end(lang)
        } else {
            words::close(lang)
        });
    el("aside")
        .class(if above { "tour above" } else { "tour" })
        .attr("style", style)
        .attr("role", "status")
        .attr("aria-label", words::tour(lang))
        .child(el("p").text(keys::say(spot.says, lang)))
        .child(el("p").class("tour-ways").children(onward).child(end))
}
