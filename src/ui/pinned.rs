//! The page of pinned things: a list with notes that the reader keeps, orders, exports and shares.
use super::html::{el, keyed, link as anchor, maybe, nothing, row, Html};
use super::star::star;
use super::statement;
use super::take;
use crate::browser;
use crate::link::{self, Address, Page, Pin};
use crate::present::{self, words};
use crate::session::{memo, Away, Session};
use crate::take::pins::{self, Change, Refusal};
use leptos::prelude::*;

/// The page.
pub fn page(session: Session) -> AnyView {
    let lang = session.lang;
    let kept = move || {
        let word = match session.kept.get() {
            true => words::pins_here,
            false => words::pins_lost,
        };
        word(lang.get()).to_owned()
    };
    let none = move || {
        let none = session.pins.with(Vec::is_empty);
        maybe(none.then(|| el("p").class("notice").text(words::pins_none(lang.get()))))
    };
    let own = el("section")
        .attr_live("aria-label", move || {
            Some(words::pins_own(lang.get()).to_owned())
        })
        .child(bar(session))
        .live(none)
        .child(list(session));
    el("article")
        .class("pinned")
        .child(el("h1").text_live(move || words::pinned(lang.get()).to_owned()))
        .child(el("p").class("lead").text_live(kept))
        .child(
            el("div")
                .class("lists")
                .child(own)
                .live(move || shared(session)),
        )
        .into()
}

/// What can be done with the whole list.
fn bar(session: Session) -> Html {
    let lang = session.lang;
    let button = |word: fn(crate::lens::Lang) -> &'static str| {
        let button = el("button").attr("type", "button").class("small");
        button.text_live(move || word(lang.get()).to_owned())
    };
    let export = button(words::pins_export).on("click", move |_| {
        take::save(session, "pins", Away::Pins);
    });
    let import = el("label")
        .class("file")
        .text_live(move || words::pins_import(lang.get()).to_owned());
    let import = import.child(
        el("input")
            .attr("type", "file")
            .attr("accept", ".json,application/json")
            .on("change", move |event| read(session, &event)),
    );
    let share = button(words::pins_share).on("click", move |_| share(session));
    let some = move || {
        let none = session.pins.with(Vec::is_empty);
        none.then(String::new)
    };
    let whole = el("div")
        .class("some")
        .attr_live("hidden", some)
        .child(take::away(session, Away::Pins))
        .child(export)
        .child(share);
    el("div").class("pinbar").child(whole).child(import)
}

/// Copies a link that holds the list.
fn share(session: Session) {
    let here = session.now();
    let next = Address {
        pins: session.pins.get_untracked(),
        ..here.at(Page::Pinned)
    };
    let address = browser::address_with(&link::format(&next));
    leptos::task::spawn_local(async move {
        match browser::copy(&address).await {
            true => session.say(words::text_copied(here.lang)),
            // The address bar can always be copied from.
            false => session.go(&next),
        }
    });
}

/// Reads a chosen file into the list.
fn read(session: Session, event: &leptos::ev::Event) {
    let lang = session.lang.get_untracked();
    let Some((size, text)) = browser::chosen(event) else {
        return;
    };
    if size > pins::LARGEST as f64 {
        return session.say(Refusal::TooLarge.sentence(lang));
    }
    leptos::task::spawn_local(async move {
        let text = browser::text_of(text).await.unwrap_or_default();
        match pins::read(&text) {
            Ok(pins) => {
                session.change_pins(&Change::Add(pins));
                session.say(words::pins_kept(lang));
            }
            Err(refusal) => session.say(refusal.sentence(lang)),
        }
    });
}

/// The number by which a pin is known while the list changes; language and completeness are part of it.
fn key(id: &str, manner: u64) -> u64 {
    let hash = id.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    hash << 2 | manner
}

/// The reader's list. An item is made once and keeps what is typed in it while others move.
fn list(session: Session) -> Html {
    let manner = memo(move || {
        let complete = session.library.with(|l| l.complete);
        let english = session.lang.get() == crate::lens::Lang::En;
        u64::from(complete) << 1 | u64::from(english)
    });
    let keys = move || {
        let manner = manner.get();
        session
            .pins
            .with(|all| all.iter().map(|pin| key(&pin.id, manner)).collect())
    };
    let made = move |wanted: u64| {
        let pin = session.pins.with_untracked(|all| {
            let mut all = all.iter();
            all.find(|pin| key(&pin.id, wanted & 3) == wanted).cloned()
        });
        pin.map_or_else(nothing, |pin| item(session, pin).into())
    };
    el("ol").class("pins").child(keyed(keys, made))
}

fn item(session: Session, pin: Pin) -> Html {
    let lang = session.lang.get_untracked();
    let label = |word: &str, name: &str| [word, lang.pick("：", ": "), name].concat();
    let about = about(session, &pin.id);
    let name = session.library.with_untracked(|l| {
        let name = l.edition.name(&pin.id).map(|name| lang.of(name).to_owned());
        name.unwrap_or_else(|| pin.id.clone())
    });
    let id = pin.id.clone();
    let current = move || {
        session.pins.with(|all| {
            let pin = all.iter().find(|pin| pin.id == id);
            pin.map_or_else(String::new, |pin| pin.note.clone())
        })
    };
    let id = pin.id.clone();
    let note = el("textarea")
        .attr("rows", "2")
        .attr("placeholder", words::note(lang))
        .attr("aria-label", label(words::note(lang), &name))
        .value(current)
        .on("input", move |event| {
            session.change_pins(&Change::Note(id.clone(), event_target_value(&event)));
        });
    let step = |sign: &'static str, word: &'static str, change: fn(String) -> Change| {
        let id = pin.id.clone();
        let own = [sign, &id].concat();
        el("button")
            .attr("type", "button")
            .class("quiet")
            .attr("id", own.clone())
            .attr("aria-label", label(word, &name))
            .text(sign)
            .on("click", move |_| {
                session.change_pins(&change(id.clone()));
                // An element that moves loses the focus.
                let own = own.clone();
                leptos::task::spawn_local(async move {
                    browser::painted().await;
                    browser::focus(&own);
                });
            })
    };
    let steps = el("div")
        .class("steps-of")
        .child(star(session, pin.id.clone(), &name, false))
        .child(step("↑", words::up(lang), Change::Up))
        .child(step("↓", words::down(lang), Change::Down));
    el("li").child(about).child(steps).child(note)
}

/// A pinned thing as it is listed: name, what it is, its first number.
fn about(session: Session, id: &str) -> Html {
    let here = session.now();
    let lang = here.lang;
    session.library.with_untracked(|l| {
        let Some((collection, entity)) = l.edition.find(id) else {
            // While files are on their way it may yet come.
            let why = match l.complete {
                true => words::pin_unknown(lang),
                false => words::loading(lang),
            };
            let why = el("p").class("other").text(why);
            return el("div")
                .class("unknown")
                .child(el("h2").text(id.to_owned()))
                .child(why);
        };
        let card = present::card(&l.edition, collection, entity, &here);
        let spec = &l.edition.schema.collections[collection];
        let byline = [lang.of(&spec.name), " · ", &card.byline].concat();
        let line = card.lines.first().map(|line| {
            let label = el("span").class("label").text(line.name.clone());
            let value = statement::value(&line.value, None);
            el("p").class("first").child(label).text(" ").child(value)
        });
        el("div")
            .child(el("h2").child(anchor(card.link, card.name)))
            .child(
                el("p")
                    .class("byline")
                    .text(byline.trim_end_matches(" · ").to_owned()),
            )
            .children(line)
    })
}

/// A list that came with the address, beside the reader's own.
fn shared(session: Session) -> AnyView {
    let here = session.address.get();
    let lang = here.lang;
    if here.pins.is_empty() {
        return nothing();
    }
    let items = here.pins.iter().map(|pin| {
        let name = session.edition(|e| e.name(&pin.id).map(|name| lang.of(name).to_owned()));
        let name = match name {
            Some(name) => anchor(link::format(&here.to_entity(&pin.id)), name),
            None => {
                el("span").text([&pin.id, lang.pick("：", ": "), words::pin_unknown(lang)].concat())
            }
        };
        let note = (!pin.note.is_empty()).then(|| el("p").class("note").text(pin.note.clone()));
        el("li").child(name).children(note)
    });
    let pins = here.pins.clone();
    let keep = el("button")
        .attr("type", "button")
        .text(words::pins_keep(lang));
    let keep = keep.on("click", move |_| {
        session.change_pins(&Change::Add(pins.clone()));
        session.say(words::pins_kept(lang));
        session.refine(&session.now().at(Page::Pinned));
    });
    let heading = el("h2").text(words::pins_shared(lang));
    let items = el("ol").class("shared").children(items);
    let section = el("section").attr("aria-label", words::pins_shared(lang));
    row([section.child(heading).child(items).child(keep)])
}
