//! Menus of what can be taken away: files, citations, sentences, links; and what is said when that is done.
use super::away::{self, lazily, MENU, STAR};
use super::figure::follow;
use super::html::{el, maybe, row, Html};
use crate::browser;
use crate::lens::Lang;
use crate::present::words;
use crate::session::{effect, kept_pins, Away, Session};
use crate::take::pins::Change;
use crate::take::{compose, Parcel};
use leptos::prelude::*;
use std::cell::RefCell;
use std::sync::Arc;

/// Makes what is taken away, at the moment it is asked for.
type Make = Arc<dyn Fn() -> Option<Parcel> + Send + Sync>;

/// What a menu offers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Offer {
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

/// A button: what it says, the kind of file or text, what happens with it.
type Button = (&'static str, &'static str, How);

/// A row: its label and its buttons; without buttons it offers the link.
type Row = (fn(Lang) -> &'static str, &'static [Button]);

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

/// What can be taken away of something: a menu that opens over the page; of a statement of the report, rows among
/// what tells its source.
pub fn away(session: Session, what: Away) -> AnyView {
    let name = away::name(&what);
    let offer = match &what {
        Away::Figure(..) if session.drawing.get() == Some(true) => Offer::Chart,
        Away::View(..) | Away::Figure(..) | Away::Entity(_) => Offer::Data,
        Away::Statement(..) => Offer::Statement,
        Away::Pins => Offer::Pins,
    };
    let inside = matches!(&what, Away::Statement(_, which) if !which.beside);
    let make: Make = Arc::new(move || made(session, &what));
    if inside {
        return rows(session, offer, &make).into();
    }
    let menu = el("details")
        .class("take")
        .attr("name", "take")
        .attr("data-take", name)
        .child(el("summary").text_live(move || words::take(session.lang.get()).to_owned()));
    let menu = lazily(menu, move || {
        let sheet = el("div").class("sheet").child(rows(session, offer, &make));
        sheet.into()
    });
    menu.into()
}

/// The parcel of something, as it is now.
fn made(session: Session, what: &Away) -> Option<Parcel> {
    let (here, base) = (session.now(), browser::address_with(""));
    session.library.with_untracked(|l| {
        let edition = &l.edition;
        match what {
            Away::View(collection, outcome) => {
                let hits = outcome.with_untracked(|outcome| outcome.hits.clone());
                Some(Parcel::view(edition, *collection, &hits, &here, &base))
            }
            Away::Figure(figure, drawn) => {
                let mut parcel = figure.with_untracked(|figure| {
                    let lead = |mark: usize| follow(&here, &figure.marks[mark].target);
                    Parcel::chart(edition, figure, &here, &base, lead)
                });
                drawn.with_value(|drawn| {
                    if let Some((picture, _)) = drawn {
                        parcel.picture = picture.svg();
                    }
                });
                parcel.dark = session.dark.get_untracked();
                Some(parcel)
            }
            Away::Entity(id) => Parcel::entity(edition, id, &here, &base),
            Away::Statement(id, which) => Parcel::statement(edition, id, which, &here, &base),
            Away::Pins => {
                let pins = session.pins.get_untracked();
                Some(Parcel::pins(edition, &pins, &here, &base))
            }
        }
    })
}

/// The rows of a menu.
fn rows(session: Session, offer: Offer, make: &Make) -> Html {
    let taken: Taken = RwSignal::new(None);
    let all: &[Row] = match offer {
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
    let rows = all.iter().map(|&(name, buttons)| {
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
            .attr("rows", if text.len() < 120 { "2" } else { "4" })
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
    let Some(mut parcel) = make() else {
        return session.say(words::not_saved(lang));
    };
    parcel.accessed = browser::today();
    leptos::task::spawn_local(async move {
        let said = match how {
            How::Save => match saved(kind, &parcel).await {
                true => words::saved(lang),
                false => words::not_saved(lang),
            },
            How::Copy | How::Link => {
                let text = match how {
                    How::Link => Some(parcel.address.clone()),
                    _ => crate::take::text(kind, &parcel),
                };
                let text = text.unwrap_or_default();
                let well = browser::copy(&text).await;
                taken.set(Some((text, kind, well)));
                match well {
                    true => words::text_copied(lang),
                    false => words::text_not_copied(lang),
                }
            }
        };
        session.say(said);
    });
}

/// Offers a parcel as a file of a kind; whether that worked.
async fn saved(kind: &str, parcel: &Parcel) -> bool {
    if kind == "png" {
        let name = [&parcel.file_name(), ".png"].concat();
        return browser::save_png(&name, &compose(parcel)).await;
    }
    match crate::take::file(kind, parcel) {
        Some(file) => browser::save(&file.name, file.media, &file.bytes),
        None => false,
    }
}

/// Saves something as a file of a kind, outside of any menu.
pub fn save(session: Session, kind: &'static str, what: Away) {
    let make: Make = Arc::new(move || made(session, &what));
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

/// Takes up what the first view was asked for, and what is kept on the device; gives what floats over every page.
pub fn begin(session: Session) -> AnyView {
    recall(session);
    browser::on_stored(move || recall(session));
    browser::close_outside("details.take[open]");
    if let Some(id) = browser::wanted_of(STAR) {
        session.change_pins(&Change::Toggle(id));
    }
    let menu = RefCell::new(browser::wanted_of(MENU));
    effect(move || {
        // What a page shows is made anew until all files are in; a menu opened before would close.
        let complete = session.library.with(|l| l.complete);
        let menu = complete.then(|| menu.borrow_mut().take()).flatten();
        if let Some(name) = menu {
            leptos::task::spawn_local(async move {
                browser::painted().await;
                browser::open_marked(&name);
            });
        }
    });
    row([super::compare::tray(session), said(session).into()])
}

fn recall(session: Session) {
    let (pins, kept) = kept_pins();
    if kept {
        session.pins.set(pins);
    } else {
        session.kept.set(false);
    }
}
