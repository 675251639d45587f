//! The head of every page: where one can go, in which language, in which light.
use super::html::{el, link as anchor, Html};
use super::page_name;
use crate::browser;
use crate::lens::Lang;
use crate::link::{self, Address, Page};
use crate::present::words;
use crate::session::Session;
use leptos::prelude::*;

/// The header.
pub fn header(session: Session) -> AnyView {
    let lang = session.lang;
    let title = move || session.edition(|e| lang.get().of(&e.outline.title).to_owned());
    let brand = el("a")
        .class("brand")
        .href(session.link(|a| a.at(Page::Overview)))
        .child(el("strong").text_live(move || words::app(lang.get()).to_owned()))
        .child(el("span").text_live(title));
    let nav = el("nav")
        .attr_live("aria-label", move || {
            Some(words::navigation(lang.get()).to_owned())
        })
        .live(move || main_links(session));
    let tools = el("div")
        .class("tools")
        .child(match session.more {
            Some(more) => (more.search)(session),
            None => seek(session),
        })
        .child(languages(session))
        .child(theme(session))
        .child(help(session));
    el("header")
        .class("top")
        .child(brand)
        .child(nav)
        .child(tools)
        .into()
}

/// What the whole application is asked for when keys were pressed, before the keys.
pub const KEY: &str = "key:";

/// The button that opens the list of keys.
fn help(session: Session) -> Html {
    let label = move || Some(words::help(session.lang.get()).to_owned());
    el("button")
        .attr("type", "button")
        .class("help")
        .attr_live("aria-label", label)
        .attr_live("title", label)
        .on("click", move |_| match session.more {
            Some(more) => (more.help)(),
            None => browser::start_whole(&[KEY, "?"].concat()),
        })
        .text("?")
}

/// The box of the search before the search is there: what opens it brings it.
fn seek(session: Session) -> AnyView {
    browser::on_key(|key| {
        let asked = match (key.name.as_str(), key.command) {
            ("k" | "K", true) => browser::SEARCH.to_owned(),
            (_, true) => return false,
            _ if key.typing || !browser::single_keys() => return false,
            ("/", _) => browser::SEARCH.to_owned(),
            // Further keys may come before the whole application does.
            (letter, _) if letter.len() == 1 => {
                let before = browser::wanted_of(KEY).unwrap_or_default();
                [KEY, &before, letter].concat()
            }
            _ => return false,
        };
        browser::start_whole(&asked);
        true
    });
    let label = move || words::search_all(session.lang.get()).to_owned();
    el("button")
        .attr("type", "button")
        .class("seek")
        .attr("aria-haspopup", "dialog")
        .attr("aria-keyshortcuts", "/ Control+K Meta+K")
        .on("click", |_| browser::start_whole(browser::SEARCH))
        .child(el("span").attr("aria-hidden", "true").text("⌕"))
        .child(el("span").class("label").text_live(label))
        .child(el("kbd").attr("aria-hidden", "true").text("/"))
        .into()
}

/// A link of the navigation; the one that leads here says so.
pub fn item(here: &Address, page: Page, name: &str) -> Html {
    let current = (page == here.page).then_some("page");
    anchor(link::format(&here.at(page)), name.to_owned()).attr_if("aria-current", current)
}

fn main_links(session: Session) -> AnyView {
    let here = session.address.get();
    let lang = here.lang;
    let mut links = vec![item(&here, Page::Overview, words::overview(lang))];
    let mut further = Vec::new();
    let mut inside = false;
    session.edition(|edition| {
        for collection in &edition.schema.collections {
            let page = Page::Collection(collection.id.clone());
            let current = page == here.page;
            let link = item(&here, page, lang.of(&collection.name));
            if collection.later {
                inside |= current;
                further.push(link);
            } else {
                links.push(link);
            }
        }
    });
    let mut others = Vec::new();
    for page in [
        Page::Outline(None),
        Page::Timeline,
        Page::Relations(None, None),
        Page::Compare(Vec::new()),
        Page::Checks,
        Page::Dictionary,
        Page::About,
        Page::Pinned,
    ] {
        inside |= page == here.page;
        let name = page_name(&page, lang);
        others.push(item(&here, page, name));
    }
    let more = el("details")
        .class(if inside { "further inside" } else { "further" })
        .child(el("summary").text(words::further(lang)))
        .child(
            el("div")
                .class("sheet")
                .children(others)
                .child(el("hr"))
                .children(further),
        );
    links.push(more);
    super::row(links)
}

fn languages(session: Session) -> Html {
    let choice = move |lang: Lang, both: bool| {
        let current = move || {
            let here = session.address.read();
            (here.both == both && (both || here.lang == lang)).then(|| "true".to_owned())
        };
        let href = session.link(move |here| Address {
            both,
            lang: if both { here.lang } else { lang },
            ..here.clone()
        });
        let choice = el("a").href(href).attr_live("aria-current", current);
        match both {
            true => choice.text_live(move || words::both(session.lang.get()).to_owned()),
            false => choice.lang(lang).text(lang.pick("中", "EN")),
        }
    };
    el("div")
        .class("languages")
        .attr("role", "group")
        .attr_live("aria-label", move || {
            Some(words::language(session.lang.get()).to_owned())
        })
        .child(choice(Lang::Zh, false))
        .child(choice(Lang::En, false))
        .child(choice(Lang::Zh, true))
}

fn theme(session: Session) -> Html {
    el("button")
        .attr("type", "button")
        .class("theme")
        .attr_live("aria-label", move || {
            Some(words::theme(session.lang.get()).to_owned())
        })
        .on("click", move |_| switch_theme(session))
        .text("◐")
}

/// From light to dark or back; this device remembers it.
pub fn switch_theme(session: Session) {
    session.dark.update(|dark| *dark = !*dark);
    browser::set_dark(session.dark.get_untracked(), true);
}
