//! What the reader sees. Components print view-models; every choice is a link or goes through the address.
mod about;
mod cards;
mod checks;
mod dictionary;
mod entity;
mod exhibit;
mod explorer;
mod figure;
mod filters;
mod header;
mod help;
mod html;
mod legend;
mod outline;
mod overview;
mod statement;

use crate::browser;
use crate::lens::Lang;
use crate::link::Page;
use crate::present::words;
use crate::report::Problem;
use crate::session::Session;
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
    let page = Memo::new(move |_| session.address.read().page.clone());
    Effect::new(move |_| {
        let title = title(session, &page.read());
        browser::set_page(lang.get().tag(), &title);
    });
    Effect::new(move |_| browser::set_both(session.address.read().both));
    help::listen(session);
    // A new page starts at its top; a new filter of the same page stays where it is.
    Effect::new(move |before: Option<Page>| {
        let now = page.get();
        if before.is_some_and(|before| before != now) {
            browser::to_top();
        }
        now
    });
    let content = move || match page.get() {
        Page::Overview => overview::page(session),
        // The schema is there from the start: files that come later must not make the page anew under the reader's hands.
        Page::Collection(id) => match session
            .library
            .with_untracked(|l| l.edition.collection(&id))
        {
            Some(collection) => explorer::page(session, collection),
            None => unknown(session),
        },
        Page::Entity(id) => entity::page(session, id),
        Page::Outline(id) => outline::page(session, id),
        Page::Checks => checks::page(session),
        Page::Dictionary => dictionary::page(session),
        Page::About => about::page(session),
        _ => unknown(session),
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
        .live(move || problems(session))
        .live(move || note(lang.get(), &session.ignored.read()))
        .live(content);
    let ways = move || {
        let here = session.address.read();
        let pages = [Page::About, Page::Dictionary, Page::Checks];
        row(pages.map(|page| header::item(&here, page.clone(), page_name(&page, here.lang))))
    };
    let footer = el("footer")
        .child(el("p").text_live(move || words::attribution(lang.get()).to_owned()))
        .child(el("p").class("links").live(ways));
    row([
        skip.into(),
        header::header(session),
        main.into(),
        footer.into(),
        help::dialog(session),
        help::tour(session),
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
        Page::Entity(id) => edition
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
