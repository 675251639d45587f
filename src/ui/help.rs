//! The list of keys, and what they do.
use super::header::KEY;
use super::html::el;
use super::legend;
use crate::browser::{self, Key};
use crate::link::{Address, Page};
use crate::present::keys::{self, Act, Reader};
use crate::present::words;
use crate::session::Session;
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

/// Opens the list.
pub fn open() {
    browser::open_dialog(DIALOG);
}

fn run(session: Session, act: Act) {
    let here = session.now();
    match act {
        Act::Help => open(),
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

/// The list of keys, in a dialog of its own; with the legend, since both answer the same question.
pub fn dialog(session: Session) -> AnyView {
    el("dialog")
        .attr("id", DIALOG)
        .class("help")
        .attr("aria-labelledby", "keys-heading")
        .ready(move |_| leptos::task::spawn_local(replay(session)))
        .live(move || list(session))
        .into()
}

/// Does what was asked for with keys before this program was there.
async fn replay(session: Session) {
    // Where the reader was is found again first.
    for _ in 0..4 {
        browser::painted().await;
    }
    let mut reader = Reader::default();
    let keys = browser::wanted_of(KEY).unwrap_or_default();
    keys.chars()
        .filter_map(|key| reader.read(key.encode_utf8(&mut [0; 4])))
        .for_each(|act| run(session, act));
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
