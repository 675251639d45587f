//! Menus of what can be taken away: files, citations, sentences, links; and what is said when that is done.
use super::html::{el, maybe, nothing, Html};
use crate::browser::{self, Taking};
use crate::lens::Lang;
use crate::present::words;
use crate::session::Session;
use crate::take::Parcel;
use leptos::prelude::*;
use std::sync::Arc;

/// Makes what is taken away, at the moment it is asked for.
pub type Make = Arc<dyn Fn() -> Option<Parcel> + Send + Sync>;

/// What a menu offers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Data files, citations, a link.
    Data,
    /// The same and pictures.
    Chart,
    /// Sentences, citations, a link.
    Statement,
    /// Data files and a bibliography.
    Pins,
}

/// What happens with what was made.
#[derive(Clone, Copy)]
enum How {
    Save,
    Copy,
    Link,
}

type Button = (&'static str, &'static str, How);

const DATA: &[Button] = &[
    ("CSV", "csv", How::Save),
    ("XLSX", "xlsx", How::Save),
    ("JSON", "json", How::Save),
];
const PICTURE: &[Button] = &[("SVG", "svg", How::Save), ("PNG", "png", How::Save)];
const CITATION: &[Button] = &[
    ("GB/T 7714", "gbt", How::Copy),
    ("APA", "apa", How::Copy),
    ("BibTeX", "bibtex", How::Copy),
    ("RIS", "ris", How::Copy),
    ("CSL-JSON", "csl", How::Copy),
];
const BIBLIOGRAPHY: &[Button] = &[
    ("GB/T 7714", "gbt", How::Save),
    ("APA", "apa", How::Save),
    ("BibTeX", "bibtex", How::Save),
    ("RIS", "ris", How::Save),
    ("CSL-JSON", "csl", How::Save),
];
const SENTENCE: &[Button] = &[("中文", "zh", How::Copy), ("English", "en", How::Copy)];

/// A text that was copied, and whether that worked.
type Taken = RwSignal<Option<(String, &'static str, bool)>>;

/// A menu that opens over the page.
pub fn menu(session: Session, offer: Offer, make: Make) -> Html {
    let summary = el("summary").text_live(move || words::take(session.lang.get()).to_owned());
    let menu = el("details")
        .class("take")
        .attr("name", "take")
        .child(summary);
    lazily(menu, move || {
        let sheet = el("div").class("sheet").child(tools(session, offer, &make));
        sheet.into()
    })
}

/// Something in a `details` element that is made when the element is first opened; so is the module behind it.
pub fn lazily(details: Html, inside: impl Fn() -> AnyView + Send + 'static) -> Html {
    let open = RwSignal::new(false);
    details
        .on("toggle", move |_| {
            if !open.get_untracked() {
                open.set(true);
                // A click that copies has to be answered at once, so the module is fetched before.
                leptos::task::spawn_local(async { drop(Taking::load().await) });
            }
        })
        .live(move || match open.get() {
            true => inside(),
            false => nothing(),
        })
}

/// The rows of a menu.
pub fn tools(session: Session, offer: Offer, make: &Make) -> Html {
    let taken: Taken = RwSignal::new(None);
    let rows: &[(fn(Lang) -> &'static str, &'static [Button])] = match offer {
        Offer::Data => &[
            (words::take_data, DATA),
            (words::take_citation, CITATION),
            (words::take_link, &[]),
        ],
        Offer::Chart => &[
            (words::take_picture, PICTURE),
            (words::take_data, DATA),
            (words::take_citation, CITATION),
            (words::take_link, &[]),
        ],
        Offer::Statement => &[
            (words::take_sentence, SENTENCE),
            (words::take_citation, CITATION),
            (words::take_link, &[]),
        ],
        Offer::Pins => &[
            (words::take_data, DATA),
            (words::take_bibliography, BIBLIOGRAPHY),
        ],
    };
    let rows = rows.iter().map(|&(name, buttons)| {
        let label = move || name(session.lang.get()).to_owned();
        let row = el("div")
            .class("taking")
            .attr("role", "group")
            .attr_live("aria-label", move || Some(label()))
            .child(el("span").attr("aria-hidden", "true").text_live(label));
        let buttons_of = buttons.iter().map(|&(name, kind, how)| {
            let make = make.clone();
            let button = button().text(name);
            let button = button.on("click", move |_| {
                run(session, kind, how, make.clone(), taken);
            });
            match kind {
                "zh" => button.lang(Lang::Zh),
                "en" => button.lang(Lang::En),
                _ => button,
            }
        });
        let link = buttons.is_empty().then(|| {
            let make = make.clone();
            button()
                .text_live(move || words::copy_link(session.lang.get()).to_owned())
                .on("click", move |_| {
                    run(session, "", How::Link, make.clone(), taken);
                })
        });
        row.child(el("div").children(buttons_of).children(link))
    });
    el("div")
        .class("tools-away")
        .children(rows)
        .live(move || shown(session, taken))
}

fn button() -> Html {
    el("button").attr("type", "button").class("small")
}

/// What was copied, so that it can be read, and copied by hand where the clipboard is blocked.
fn shown(session: Session, taken: Taken) -> AnyView {
    let field = taken.get().map(|(text, kind, well)| {
        let lang = match kind {
            "zh" | "gbt" => Lang::Zh,
            "en" | "apa" => Lang::En,
            _ => session.lang.get_untracked(),
        };
        el("textarea")
            .class("taken")
            .attr("readonly", "")
            .attr("rows", "4")
            .lang(lang)
            .attr(
                "aria-label",
                words::what_copied(session.lang.get_untracked()),
            )
            .text(text)
            .ready(move |field| {
                if !well {
                    browser::select(&field);
                }
            })
    });
    maybe(field)
}

/// Makes, then saves or copies, then says how that went.
fn run(session: Session, kind: &'static str, how: How, make: Make, taken: Taken) {
    let lang = session.lang.get_untracked();
    // The tokens and further statements of the first collections come with the last files.
    if !session.library.with_untracked(|l| l.complete) {
        return session.say(words::still_loading(lang));
    }
    let Some(parcel) = make() else {
        return session.say(words::not_saved(lang));
    };
    leptos::task::spawn_local(async move {
        if let How::Link = how {
            let well = browser::copy(&parcel.address).await;
            taken.set(Some((parcel.address, kind, well)));
            return session.say(copied(lang, well));
        }
        let module = Taking::load().await;
        let (Some(module), Ok(json)) = (module, serde_json::to_string(&parcel)) else {
            return session.say(words::not_saved(lang));
        };
        let said = match how {
            How::Save => match module.save(kind, &json).await {
                true => words::saved(lang),
                false => words::not_saved(lang),
            },
            _ => match module.text(kind, &json) {
                Some(text) => {
                    let well = browser::copy(&text).await;
                    taken.set(Some((text, kind, well)));
                    copied(lang, well)
                }
                None => words::not_saved(lang),
            },
        };
        session.say(said);
    });
}

fn copied(lang: Lang, well: bool) -> &'static str {
    match well {
        true => words::text_copied(lang),
        false => words::text_not_copied(lang),
    }
}

/// Saves a parcel as a file of a kind, outside of any menu.
pub fn save(session: Session, kind: &'static str, make: Make) {
    run(session, kind, How::Save, make, RwSignal::new(None));
}

/// What was last done, for all to see for a moment and for screen readers to say.
pub fn said(session: Session) -> Html {
    el("p")
        .class("said")
        .attr("role", "status")
        .attr("aria-live", "polite")
        .text_live(move || session.said.get())
}
