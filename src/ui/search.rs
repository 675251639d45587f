//! Search everywhere: a box in the header, `/` or Ctrl/⌘-K opens the dialog behind it.
//!
//! The query lives as long as the dialog; it is no part of the address, but every hit is a link.
use super::html::{el, live, row, Html};
use super::lookup::Lookup;
use crate::browser::{self, Key};
use crate::present::found::{self, Found, FoundGroup};
use crate::present::words;
use crate::session::{memo, Session};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// How many hits are listed.
const HITS: usize = 24;
const DIALOG: &str = "search";
const FIELD: &str = "search-field";
const LIST: &str = "search-list";

/// What was found for what was typed.
#[derive(Clone, PartialEq, Default)]
struct Answer {
    groups: Vec<FoundGroup>,
    nearest: bool,
}

/// The state of the dialog.
#[derive(Clone, Copy)]
struct Palette {
    session: Session,
    open: RwSignal<bool>,
    text: RwSignal<String>,
    /// Which hit the arrows have reached, counted over all groups.
    active: RwSignal<usize>,
    lookup: Lookup,
    answer: Memo<Answer>,
}

/// The box in the header with its dialog.
pub fn search(session: Session) -> AnyView {
    let palette = Palette::new(session);
    browser::on_key(move |key: &Key| palette.shortcut(key));
    // Pressed in the first view, the box is opened once it is there.
    if browser::wanted(browser::SEARCH) {
        leptos::task::spawn_local(async move {
            browser::painted().await;
            palette.show();
        });
    }
    let label = move || words::search_all(session.lang.get()).to_owned();
    let button = el("button")
        .attr("type", "button")
        .class("seek")
        .attr("aria-haspopup", "dialog")
        .attr("aria-keyshortcuts", "/ Control+K Meta+K")
        .on("click", move |_| palette.show())
        .child(el("span").attr("aria-hidden", "true").text("⌕"))
        .child(el("span").class("label").text_live(label))
        .child(el("kbd").attr("aria-hidden", "true").text("/"));
    row([button, palette.dialog()])
}

impl Palette {
    fn new(session: Session) -> Self {
        let open = RwSignal::new(false);
        let text = RwSignal::new(String::new());
        let lookup = Lookup::new(session);
        let answer = memo(move || {
            let text = text.read();
            if !open.get() || text.trim().is_empty() {
                return Answer::default();
            }
            let groups = lookup.find(&text, HITS);
            let here = session.address.read();
            Answer {
                groups: session.edition(|edition| found::found(edition, &groups, &here)),
                nearest: found::is_nearest(&groups),
            }
        });
        Self {
            session,
            open,
            text,
            active: RwSignal::new(0),
            lookup,
            answer,
        }
    }

    fn shortcut(self, key: &Key) -> bool {
        match (key.name.as_str(), key.command) {
            ("/", false) if !key.typing && browser::single_keys() => self.show(),
            ("k" | "K", true) if self.open.get_untracked() => browser::close_dialog(DIALOG),
            ("k" | "K", true) => self.show(),
            _ => return false,
        }
        true
    }

    fn show(self) {
        self.open.set(true);
        browser::open_dialog(DIALOG);
        browser::focus(FIELD);
        self.lookup.prepare();
    }

    fn closed(self) {
        self.open.set(false);
        self.text.set(String::new());
        self.active.set(0);
    }

    /// How many hits there are, and where the one of a number leads.
    fn hit(self, number: usize) -> (usize, Option<String>) {
        self.answer.with_untracked(|answer| {
            let hits = || answer.groups.iter().flat_map(|group| &group.hits);
            (
                hits().count(),
                hits().nth(number).map(|hit| hit.link.clone()),
            )
        })
    }

    fn key(self, event: &KeyboardEvent) {
        // While an input method is open, the keys are for its candidates.
        if event.is_composing() {
            return;
        }
        let active = self.active.get_untracked();
        let (hits, link) = self.hit(active);
        let next = match event.key().as_str() {
            "ArrowDown" => active + 1,
            "ArrowUp" => (active + hits).saturating_sub(1),
            "Home" => 0,
            "End" => hits.saturating_sub(1),
            "Enter" => {
                if let Some(link) = link {
                    browser::close_dialog(DIALOG);
                    browser::go(&link, false);
                    browser::focus("main");
                }
                return;
            }
            _ => return,
        };
        event.prevent_default();
        if hits > 0 {
            self.active.set(next % hits);
            browser::reveal(&option_id(next % hits));
        }
    }

    fn dialog(self) -> Html {
        let lang = self.session.lang;
        let label = move || Some(words::search_all(lang.get()).to_owned());
        let count = move || {
            let answer = self.answer.read();
            match answer.groups.is_empty() {
                true => String::new(),
                false => found::count(&answer.groups, lang.get()),
            }
        };
        let selected = move || {
            let any = self.answer.with(|answer| !answer.groups.is_empty());
            any.then(|| option_id(self.active.get()))
        };
        let field = el("input")
            .attr("id", FIELD)
            .attr("type", "text")
            .attr("role", "combobox")
            .attr("aria-autocomplete", "list")
            .attr("aria-expanded", "true")
            .attr("aria-controls", LIST)
            .attr_live("aria-activedescendant", selected)
            .attr("autocomplete", "off")
            .attr("autocapitalize", "off")
            .attr("spellcheck", "false")
            .attr("enterkeyhint", "go")
            .attr_live("aria-label", label)
            .attr_live("placeholder", label)
            .value(move || self.text.get())
            .on("input", move |event| {
                self.active.set(0);
                self.text.set(event_target_value(&event));
            })
            .on("keydown", move |event| {
                if let Ok(event) = event.dyn_into::<KeyboardEvent>() {
                    self.key(&event);
                }
            });
        let list = el("div")
            .attr("id", LIST)
            .attr("role", "listbox")
            .attr_live("aria-label", label)
            .live(move || row(self.list()));
        let keys = el("p")
            .class("keys")
            .child(el("span").text_live(move || words::search_keys(lang.get()).to_owned()))
            .child(el("output").text_live(count));
        let inside = el("div")
            .class("sought")
            .child(field)
            .child(live(move || row(self.notes())))
            .child(list)
            .child(keys);
        el("dialog")
            .attr("id", DIALOG)
            .class("search")
            .attr_live("aria-label", label)
            .on("close", move |_| self.closed())
            .on("click", move |event| {
                // The dialog itself is hit only beside its content.
                if event.target() == event.current_target() {
                    browser::close_dialog(DIALOG);
                }
            })
            .child(inside)
    }

    /// What there is to say before the hits.
    fn notes(self) -> Vec<Html> {
        let lang = self.session.lang.get();
        let plain = self.lookup.is_plain();
        let waiting = self.open.get() && !self.session.library.with(|l| l.complete);
        let nearest = self
            .answer
            .with(|answer| answer.nearest && !answer.groups.is_empty());
        let untouched = self.text.with(|text| text.trim().is_empty());
        let notes = [
            (untouched, words::search_hint(lang)),
            (nearest, words::search_nearest(lang)),
            (plain, words::search_plain(lang)),
            (waiting, words::loading(lang)),
        ];
        let notes = notes.into_iter().filter(|(applies, _)| *applies);
        let notes =
            notes.map(|(_, text)| el("p").class("remark").attr("role", "status").text(text));
        notes.collect()
    }

    fn list(self) -> Vec<Html> {
        let answer = self.answer.get();
        let mut number = 0;
        let groups = answer.groups.into_iter().enumerate().map(|(at, group)| {
            let heading = ["search-group-", &at.to_string()].concat();
            let hits = group.hits.into_iter().map(|hit| {
                number += 1;
                self.option(hit, number - 1)
            });
            let hits: Vec<Html> = hits.collect();
            let name = el("p")
                .class("kind")
                .attr("role", "presentation")
                .attr("id", heading.clone())
                .text(group.name);
            el("div")
                .attr("role", "group")
                .attr("aria-labelledby", heading)
                .child(name)
                .children(hits)
        });
        groups.collect()
    }

    fn option(self, hit: Found, number: usize) -> Html {
        let other = self.session.lang.get_untracked().other();
        let part = |text: String, class: &'static str| {
            (!text.is_empty()).then(|| el("span").class(class).text(text))
        };
        let name = el("span")
            .class("name")
            .children(part(hit.number, "number"))
            .child(el("b").text(hit.name));
        el("a")
            .attr("role", "option")
            .attr("tabindex", "-1")
            .attr("id", option_id(number))
            .attr("href", hit.link)
            .attr_live("aria-selected", move || {
                Some((self.active.get() == number).to_string())
            })
            .on("click", move |event| {
                // With a key held down the link opens elsewhere, and the search stays.
                let event = event.dyn_into::<leptos::ev::MouseEvent>();
                let elsewhere = event.is_ok_and(|e| e.ctrl_key() || e.meta_key() || e.shift_key());
                if !elsewhere {
                    browser::close_dialog(DIALOG);
                }
            })
            .child(name)
            .children(part(hit.other, "other").map(|second| second.lang(other)))
            .child(el("span").class("reason").text(hit.reason))
            .children(part(hit.note, "meaning"))
    }
}

fn option_id(number: usize) -> String {
    ["search-hit-", &number.to_string()].concat()
}
