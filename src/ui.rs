//! What the reader sees. Components print view-models; every choice is a link or goes through the address.
mod about;
mod away;
mod brush;
mod cards;
mod checks;
mod compare;
mod dictionary;
mod entity;
mod exhibit;
mod explorer;
mod figure;
mod filters;
mod header;
mod help;
mod html;
mod kept;
mod legend;
mod lookup;
mod menu;
mod more;
mod offline;
mod outline;
mod overview;
mod own;
mod pinned;
mod relations;
mod search;
mod star;
mod statement;
mod table;
mod take;
mod timeline;
mod tour;
mod values;

use crate::browser;
use crate::lens::Lang;
use crate::link::Page;
use crate::present::words;
use crate::report::Problem;
use crate::session::{effect, memo, Session};
pub use more::WHOLE;

use html::{el, link, live, maybe, row};
use leptos::prelude::*;

/// The page, made anew whenever what it reads changes.
pub fn page(view: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    live(view)
}

/// While the data is on its way.
pub fn waiting(lang: Lang) -> AnyView {
    let notice = el("main").class("notice").attr("role", "status");
    notice.text(words::loading(lang)).into()
}

/// When the schema or the outline cannot be read, nothing can be shown but this.
pub fn broken(problem: &Problem, lang: Lang) -> AnyView {
    el("main")
        .class("notice")
        .attr("role", "alert")
        .child(el("h1").text(words::app(lang)))
        .child(
            el("p")
                .text(words::dead(lang))
                .text(" ")
                .child(el("code").text(problem.to_string())),
        )
        .child(
            el("p")
                .child(link(String::new(), words::reload(lang)))
                .text(" · ")
                .child(link(
                    "./data/caict-2024/schema.json".to_owned(),
                    words::raw(lang),
                )),
        )
        .child(el("p").text(words::attribution(lang)))
        .into()
}

/// Header, page, footer.
pub fn shell(session: Session) -> AnyView {
    let lang = session.lang;
    let page = memo(move || session.address.read().page.clone());
    effect(move || {
        let title = title(session, &page.read());
        browser::set_page(lang.get().tag(), &title);
    });
    effect(move || browser::set_both(session.address.read().both));
    // A new page starts at its top; a new filter of the same page stays where it is.
    let before = StoredValue::new(page.get_untracked());
    effect(move || {
        let now = page.get();
        if before.get_value() != now {
            before.set_value(now);
            browser::to_top();
        }
    });
    if session.more.is_none() {
        away::recall(session);
    }
    // A collection comes with its charts, and its page is made when both are there.
    let arrived = memo(move || {
        let Page::Collection(id) = &*page.read() else {
            return true;
        };
        session.library.with(|l| {
            let found = l.edition.collection(id);
            l.complete || found.is_none_or(|c| !l.edition.entities[c].is_empty())
        })
    });
    let content = move || match page.get() {
        _ if !arrived.get() => unknown(session),
        Page::Overview => overview::page(session),
        // Which collections there are is known from the start; what arrives later must not make the page anew.
        Page::Collection(id) => match session
            .library
            .with_untracked(|l| l.edition.collection(&id))
        {
            Some(collection) => explorer::page(session, collection),
            None => unknown(session),
        },
        further => match session.more {
            Some(more) => (more.page)(session, &further).unwrap_or_else(|| unknown(session)),
            None => coming(session),
        },
    };
    // The fragment is the address, so the jump is made by hand.
    let skip = el("a")
        .class("skip")
        .attr("href", "#main")
        .on("click", |event| {
            event.prevent_default();
            browser::focus("main");
        })
        .text_live(move || words::skip(lang.get()).to_owned());
    let main = el("main")
        .attr("id", "main")
        .attr("tabindex", "-1")
        .attr_live("aria-busy", move || {
            let busy = session.library.with(|l| !l.complete);
            busy.then(|| "true".to_owned())
        })
        .live(move || problems(session))
        .live(move || note(lang.get(), &session.parsed.read().1))
        .live(content);
    let ways = move || {
        let here = session.address.read();
        let pages = [Page::About, Page::Dictionary, Page::Checks];
        row(pages.map(|page| header::item(&here, page.clone(), page_name(&page, here.lang))))
    };
    let footer = el("footer")
        .child(el("p").text_live(move || words::attribution(lang.get()).to_owned()))
        .child(el("p").class("links").live(ways))
        .child(
            // Shown, with the size, once the copy on this device is whole.
            el("p")
                .class("kept")
                .attr("role", "status")
                .text_live(move || words::offline(lang.get()).to_owned()),
        );
    row([
        skip.into(),
        header::header(session),
        main.into(),
        footer.into(),
        tour::invitation(session),
        match session.more {
            Some(more) => (more.tray)(session),
            // Something picked for a comparison is kept on the device, and the tray with it comes along.
            None => live(move || match session.compared.read().is_empty() {
                true => html::nothing(),
                false => {
                    browser::start_whole("");
                    html::nothing()
                }
            }),
        },
    ])
}

fn title(session: Session, page: &Page) -> String {
    let lang = session.lang.get();
    let name = session.edition(|edition| match page {
        Page::Overview => lang.of(&edition.outline.title).to_owned(),
        Page::Collection(id) => match edition.collection(id) {
            Some(c) => lang.of(&edition.schema.collections[c].name).to_owned(),
            None => id.clone(),
        },
        Page::Entity(id) | Page::Relations(Some(id), _) => edition
            .name(id)
            .map_or(id.as_str(), |n| lang.of(n))
            .to_owned(),
        Page::Outline(Some(id)) => {
            let section = edition.section(id).map(|s| lang.of(&s.name));
            section.unwrap_or(id).to_owned()
        }
        other => page_name(other, lang).to_owned(),
    });
    [&name, " · ", words::app(lang)].concat()
}

/// The name of a page that is not about something of its own.
fn page_name(page: &Page, lang: Lang) -> &'static str {
    match page {
        Page::Outline(_) => words::outline(lang),
        Page::Compare(_) => words::compare(lang),
        Page::Timeline => words::timeline(lang),
        Page::Relations(..) => words::relations(lang),
        Page::Checks => words::checks(lang),
        Page::Dictionary => words::dictionary(lang),
        Page::Pinned => words::pinned(lang),
        Page::About => words::about(lang),
        Page::Overview | Page::Collection(_) | Page::Entity(_) => words::overview(lang),
    }
}

/// Asks the whole application to take over; until then, that something is on its way.
fn coming(session: Session) -> AnyView {
    browser::start_whole("");
    let said = move || words::loading(session.lang.get()).to_owned();
    let notice = el("p").class("notice").attr("role", "status");
    notice.text_live(said).into()
}

/// Nothing yet.
pub fn empty() -> AnyView {
    html::nothing()
}

/// What is said of a page that does not exist; while files are on their way it may yet come.
fn unknown(session: Session) -> AnyView {
    let said = move || {
        let word = match session.library.with(|l| l.complete) {
            true => words::unknown,
            false => words::loading,
        };
        word(session.lang.get()).to_owned()
    };
    let notice = el("p").class("notice").attr("role", "status");
    notice.text_live(said).into()
}

fn problems(session: Session) -> AnyView {
    let lang = session.lang.get();
    let list = session.library.with(|l| {
        let problems = l.problems.iter().take(20);
        problems.map(ToString::to_string).collect::<Vec<_>>()
    });
    let shown = (!list.is_empty()).then(|| {
        let items = list.into_iter().map(|p| el("li").child(el("code").text(p)));
        el("div")
            .class("problems")
            .attr("role", "alert")
            .child(el("p").text(words::broken(lang)))
            .child(el("ul").children(items))
    });
    maybe(shown)
}

/// A note that parts of the address mean nothing.
fn note(lang: Lang, parts: &[String]) -> AnyView {
    let shown = (!parts.is_empty()).then(|| {
        el("p")
            .class("ignored")
            .attr("role", "status")
            .text(words::ignored(lang))
            .text(" ")
            .child(el("code").text(parts.join(" · ")))
    });
    maybe(shown)
}

/// The search box of a page, outside of what its letters make anew; the address keeps what is typed.
fn page_search(session: Session, label: fn(Lang) -> &'static str) -> AnyView {
    let label = move || Some(label(session.lang.get()).to_owned());
    el("input")
        .attr("type", "search")
        .class("page-search")
        .attr_live("aria-label", label)
        .attr_live("placeholder", label)
        .value(move || session.address.read().text.clone())
        .on("input", move |event| {
            session.refine(&session.now().searched(&event_target_value(&event)));
        })
        .into()
}

/// A page that is made anew whenever the address or the library changes.
fn whole(
    session: Session,
    page: impl Fn(&crate::report::Edition, &crate::link::Address) -> Option<AnyView> + Send + 'static,
) -> AnyView {
    live(move || {
        let here = session.address.get();
        let shown = session.edition(|edition| page(edition, &here));
        shown.unwrap_or_else(|| unknown(session))
    })
}
