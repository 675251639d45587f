//! Search everywhere: a box in the header, `/` or Ctrl/⌘-K opens the dialog behind it.
//!
//! The query lives as long as the dialog; it is no part of the address, but every hit is a link.
use crate::app;
use crate::browser::{self, Key};
use crate::present::found::{self, Found, FoundGroup};
use crate::present::words;
use crate::search::{Characters, Index};
use crate::session::Session;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use std::sync::Arc;

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
    /// Readings and forms; asked for when the dialog opens for the first time.
    characters: RwSignal<Option<Result<Characters, String>>>,
    answer: Memo<Answer>,
}

/// The box in the header with its dialog.
#[component]
pub fn Search() -> impl IntoView {
    let palette = Palette::new(Session::here());
    browser::on_key(move |key: &Key| palette.shortcut(key));
    let lang = palette.session.lang;
    view! {
        <button type="button" class="seek" aria-haspopup="dialog" aria-keyshortcuts="/ Control+K Meta+K"
            on:click=move |_| palette.show()>
            <span aria-hidden="true">"⌕"</span>
            <span class="label">{move || words::search_all(lang.get())}</span>
            <kbd aria-hidden="true">"/"</kbd>
        </button>
        {palette.dialog()}
    }
}

impl Palette {
    fn new(session: Session) -> Self {
        let open = RwSignal::new(false);
        let text = RwSignal::new(String::new());
        let characters = RwSignal::new(None::<Result<Characters, String>>);
        // Made when first needed and again when more of the report has arrived.
        let index = Memo::new_with_compare(
            move |_: Option<&Arc<Index>>| {
                let characters = characters.read();
                let characters = characters.as_ref().and_then(|read| read.as_ref().ok());
                Arc::new(session.edition(|edition| Index::new(edition, characters)))
            },
            |_, _| true,
        );
        let answer = Memo::new(move |_| {
            let text = text.read();
            if !open.get() || text.trim().is_empty() {
                return Answer::default();
            }
            let groups = index.read().find(&text, HITS);
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
            characters,
            answer,
        }
    }

    fn shortcut(self, key: &Key) -> bool {
        match (key.name.as_str(), key.command) {
            ("/", false) if !key.typing => self.show(),
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
        if self.characters.with_untracked(Option::is_some) {
            return;
        }
        leptos::task::spawn_local(async move {
            let file = app::fetched("search.json".into()).await;
            let read = file.and_then(|json| Characters::read(&json));
            self.characters
                .set(Some(read.map_err(|problem| problem.to_string())));
        });
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

    fn dialog(self) -> AnyView {
        let lang = self.session.lang;
        let count = move || {
            let answer = self.answer.read();
            (!answer.groups.is_empty()).then(|| found::count(&answer.groups, lang.get()))
        };
        let selected = move || {
            let any = self.answer.with(|answer| !answer.groups.is_empty());
            any.then(|| option_id(self.active.get()))
        };
        view! {
            <dialog id=DIALOG class="search" aria-label=move || words::search_all(lang.get())
                on:close=move |_| self.closed()
                on:click=move |event| {
                    // The dialog itself is hit only beside its content.
                    if event.target() == event.current_target() {
                        browser::close_dialog(DIALOG);
                    }
                }>
                <div class="sought">
                    <input id=FIELD type="text" role="combobox" aria-autocomplete="list" aria-expanded="true"
                        aria-controls=LIST aria-activedescendant=selected autocomplete="off" autocapitalize="off"
                        spellcheck="false" enterkeyhint="go"
                        aria-label=move || words::search_all(lang.get())
                        placeholder=move || words::search_all(lang.get())
                        prop:value=move || self.text.get()
                        on:input=move |event| {
                            self.active.set(0);
                            self.text.set(event_target_value(&event));
                        }
                        on:keydown=move |event| self.key(&event) />
                    {move || self.notes()}
                    <div id=LIST role="listbox" aria-label=move || words::search_all(lang.get())>
                        {move || self.list()}
                    </div>
                    <p class="keys">
                        <span>{move || words::search_keys(lang.get())}</span>
                        <output>{count}</output>
                    </p>
                </div>
            </dialog>
        }
        .into_any()
    }

    /// What there is to say before the hits.
    fn notes(self) -> Vec<AnyView> {
        let lang = self.session.lang.get();
        let plain = self.characters.with(|read| matches!(read, Some(Err(_))));
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
        notes
            .map(|(_, text)| view! { <p class="remark" role="status">{text}</p> }.into_any())
            .collect()
    }

    fn list(self) -> Vec<AnyView> {
        let answer = self.answer.get();
        let mut number = 0;
        let groups = answer.groups.into_iter().enumerate().map(|(at, group)| {
            let heading = ["search-group-", &at.to_string()].concat();
            let labelled = heading.clone();
            let hits: Vec<_> = group
                .hits
                .into_iter()
                .map(|hit| {
                    number += 1;
                    self.option(hit, number - 1)
                })
                .collect();
            view! {
                <div role="group" aria-labelledby=labelled>
                    <p class="kind" role="presentation" id=heading>{group.name}</p>
                    {hits}
                </div>
            }
            .into_any()
        });
        groups.collect()
    }

    fn option(self, hit: Found, number: usize) -> AnyView {
        let session = self.session;
        let other = session.lang.get_untracked().other().tag();
        let chosen = move || self.active.get() == number;
        let part = |text: String, class: &'static str| {
            (!text.is_empty()).then(|| view! { <span class=class>{text}</span> })
        };
        let second = (!hit.other.is_empty())
            .then(|| view! { <span class="other" lang=other>{hit.other}</span> });
        view! {
            <a role="option" tabindex="-1" id=option_id(number) href=hit.link
                aria-selected=move || if chosen() { "true" } else { "false" }
                on:click=move |event| {
                    // With a key held down the link opens elsewhere, and the search stays.
                    if !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                        browser::close_dialog(DIALOG);
                    }
                }>
                <span class="name">{part(hit.number, "number")}<b>{hit.name}</b></span>
                {second}
                <span class="reason">{hit.reason}</span>
                {part(hit.note, "meaning")}
            </a>
        }
        .into_any()
    }
}

fn option_id(number: usize) -> String {
    ["search-hit-", &number.to_string()].concat()
}
