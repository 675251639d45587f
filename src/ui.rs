//! What the reader sees. Components print view-models; every choice is a link or goes through the address.
mod cards;
mod entity;
mod explorer;
mod figure;
mod filters;
mod header;
mod outline;
mod overview;
mod search;
mod statement;

use crate::browser;
use crate::lens::Lang;
use crate::link::Page;
use crate::present::words;
use crate::report::Problem;
use crate::session::Session;
use leptos::prelude::*;

/// While the data is on its way.
#[component]
pub fn Waiting(
    /// The reader's language.
    lang: Memo<Lang>,
) -> impl IntoView {
    view! { <main class="notice" role="status">{move || words::loading(lang.get())}</main> }
}

/// When the schema or the outline cannot be read, nothing can be shown but this.
#[component]
pub fn Broken(
    /// What is wrong.
    problem: Problem,
    /// The reader's language.
    lang: Memo<Lang>,
) -> impl IntoView {
    let text = problem.to_string();
    view! {
        <main class="notice" role="alert">
            <h1>{move || words::app(lang.get())}</h1>
            <p>{move || words::dead(lang.get())}" "<code>{text}</code></p>
            <p>
                <a href="">{move || words::reload(lang.get())}</a>" · "
                <a href="./data/">{move || words::raw(lang.get())}</a>
            </p>
            <p>{move || words::attribution(lang.get())}</p>
        </main>
    }
}

/// Header, page, footer.
#[component]
pub fn Shell() -> impl IntoView {
    let session = Session::here();
    let lang = session.lang;
    let page = Memo::new(move |_| session.address.read().page.clone());
    Effect::new(move |_| {
        let title = title(session, &page.read());
        browser::set_page(lang.get().tag(), &title);
    });
    // A new page starts at its top; a new filter of the same page stays where it is.
    Effect::new(move |before: Option<Page>| {
        let now = page.get();
        if before.is_some_and(|before| before != now) {
            browser::to_top();
        }
        now
    });
    let content = move || match page.get() {
        Page::Overview => overview::Overview().into_any(),
        Page::Collection(id) => match session.edition(|e| e.collection(&id)) {
            Some(collection) => explorer::Explorer(explorer::ExplorerProps { collection }).into_any(),
            None => unknown(lang),
        },
        Page::Entity(id) => entity::EntityPage(entity::EntityPageProps { id }).into_any(),
        Page::Outline(id) => outline::OutlinePage(outline::OutlinePageProps { id }).into_any(),
        _ => unknown(lang),
    };
    view! {
        <a class="skip" href="#main" on:click=|event| {
            // The fragment is the address, so the jump is made by hand.
            event.prevent_default();
            browser::focus("main");
        }>{move || words::skip(lang.get())}</a>
        <header::Header />
        <main id="main" tabindex="-1">
            {move || problems(session)}
            {move || note(lang.get(), &session.ignored.read())}
            {content}
        </main>
        <footer>
            <p>{move || words::attribution(lang.get())}</p>
        </footer>
    }
}

fn title(session: Session, page: &Page) -> String {
    let lang = session.lang.get();
    let name = session.edition(|edition| match page {
        Page::Overview => lang.of(&edition.outline.title).to_owned(),
        Page::Collection(id) => edition.collection(id).map_or_else(
            || id.clone(),
            |c| lang.of(&edition.schema.collections[c].name).to_owned(),
        ),
        Page::Entity(id) => edition.name(id).map_or(id.as_str(), |n| lang.of(n)).to_owned(),
        Page::Outline(Some(id)) => edition
            .section(id)
            .map_or(id.as_str(), |s| lang.of(&s.name))
            .to_owned(),
        Page::Outline(None) => words::outline(lang).to_owned(),
        Page::Compare(_) => words::compare(lang).to_owned(),
        Page::Timeline => words::timeline(lang).to_owned(),
        Page::Relations(..) => words::relations(lang).to_owned(),
        Page::Checks => words::checks(lang).to_owned(),
        Page::Dictionary => words::dictionary(lang).to_owned(),
        Page::Pinned => words::pinned(lang).to_owned(),
        Page::About => words::about(lang).to_owned(),
    });
    [&name, " · ", words::app(lang)].concat()
}

/// What is said of a page that does not exist; while files are on their way it may yet come.
fn unknown(lang: Memo<Lang>) -> AnyView {
    let session = Session::here();
    view! {
        <p class="notice" role="status">{move || match session.library.with(|l| l.complete) {
            true => words::unknown(lang.get()),
            false => words::loading(lang.get()),
        }}</p>
    }
    .into_any()
}

fn problems(session: Session) -> Option<AnyView> {
    let list = session.library.with(|l| {
        let problems = l.problems.iter().take(20);
        problems.map(ToString::to_string).collect::<Vec<_>>()
    });
    let lang = session.lang.get();
    (!list.is_empty()).then(|| {
        let items: Vec<_> = list
            .into_iter()
            .map(|problem| view! { <li><code>{problem}</code></li> })
            .collect();
        view! { <div class="problems" role="alert"><p>{words::broken(lang)}</p><ul>{items}</ul></div> }
            .into_any()
    })
}

/// A note that parts of the address mean nothing.
fn note(lang: Lang, parts: &[String]) -> Option<AnyView> {
    (!parts.is_empty()).then(|| {
        let parts = parts.join(" · ");
        view! { <p class="ignored" role="status">{words::ignored(lang)}" "<code>{parts}</code></p> }
            .into_any()
    })
}
