//! What the reader sees. Components print view-models; every choice is a link or goes through the address.
mod explorer;
mod figure;
mod overview;
mod page;

use crate::app::Session;
use crate::browser;
use crate::lens::Lang;
use crate::link::{self, Address, Page};
use crate::present::words;
use crate::report::Problem;
use leptos::prelude::*;

/// While the data is on its way.
#[component]
pub fn Waiting(
    /// Where the reader is; it carries the language.
    address: Memo<Address>,
) -> impl IntoView {
    view! { <main class="notice" role="status">{move || words::loading(address.read().lang)}</main> }
}

/// When the schema or the outline cannot be read, nothing can be shown but this.
#[component]
pub fn Broken(
    /// What is wrong.
    problem: Problem,
    /// Where the reader is; it carries the language.
    address: Memo<Address>,
) -> impl IntoView {
    let text = problem.to_string();
    view! {
        <main class="notice" role="alert">
            <h1>{move || words::app(address.read().lang)}</h1>
            <p>{move || words::broken(address.read().lang)} <code>{text.clone()}</code></p>
            <p>{move || words::attribution(address.read().lang)}</p>
        </main>
    }
}

/// Header, page, footer.
#[component]
pub fn Shell() -> impl IntoView {
    let session: Session = expect_context();
    let address = session.address;
    let library = session.library.get_value();
    let lang = Memo::new(move |_| address.read().lang);
    let page = Memo::new(move |_| address.read().page.clone());
    let titles = library.clone();
    Effect::new(move |_| {
        let lang = lang.get();
        let edition = &titles.edition;
        let name = match page.get() {
            Page::Overview => words::overview(lang).to_owned(),
            Page::Collection(id) => edition.collection(&id).map_or(id, |c| {
                lang.of(&edition.schema.collections[c].name).to_owned()
            }),
            Page::Entity(id) => match edition.find(&id) {
                Some((_, entity)) => lang.of(&entity.name).to_owned(),
                None => id,
            },
        };
        browser::set_page(lang.tag(), &format!("{name} · {}", words::app(lang)));
    });
    let nav = library.clone();
    let links = move || {
        let address = address.get();
        let here = address.page.clone();
        let item = |page: Page, name: String| {
            let current = (page == here).then_some("page");
            view! { <a href=link::format(&address.at(page)) aria-current=current>{name}</a> }
        };
        let overview = item(Page::Overview, words::overview(address.lang).to_owned());
        let rest: Vec<_> = nav
            .edition
            .schema
            .collections
            .iter()
            .map(|c| {
                item(
                    Page::Collection(c.id.clone()),
                    address.lang.of(&c.name).to_owned(),
                )
            })
            .collect();
        view! { {overview} {rest} }
    };
    let problems: Vec<String> = library.problems.iter().map(ToString::to_string).collect();
    let content = move || match page.get() {
        Page::Overview => view! { <overview::Overview /> }.into_any(),
        Page::Collection(id) => match session.library.with_value(|l| l.edition.collection(&id)) {
            Some(collection) => view! { <explorer::Explorer collection /> }.into_any(),
            None => view! { <p class="notice">{words::unknown(lang.get())}</p> }.into_any(),
        },
        Page::Entity(id) => view! { <page::EntityPage id /> }.into_any(),
    };
    let dark = session.dark;
    view! {
        <a class="skip" href="#main" on:click=|event| {
            // The fragment is the address, so the jump is made by hand.
            event.prevent_default();
            browser::focus("main");
        }>{move || words::skip(lang.get())}</a>
        <header class="top">
            <a class="brand" href=move || link::format(&address.read().at(Page::Overview))>
                <strong>{move || words::app(lang.get())}</strong>
                <span>{move || session.library.with_value(|l| lang.get().of(&l.edition.outline.title).to_owned())}</span>
            </a>
            <nav aria-label=move || words::navigation(lang.get())>{links}</nav>
            <div class="tools">
                <a class="language" hreflang=move || lang.get().other().tag() lang=move || lang.get().other().tag()
                    href=move || { let address = address.read(); link::format(&address.in_lang(address.lang.other())) }>
                    {move || lang.get().pick("English", "中文")}
                </a>
                <button type="button" on:click=move |_| {
                    dark.update(|dark| *dark = !*dark);
                    browser::set_dark(dark.get_untracked(), true);
                }>{move || words::theme(lang.get())}</button>
            </div>
        </header>
        <main id="main" tabindex="-1">
            {(!problems.is_empty()).then(|| {
                let list: Vec<_> = problems.iter().take(20).map(|p| view! { <li><code>{p.clone()}</code></li> }).collect();
                view! { <div class="problems" role="alert">{move || words::broken(lang.get())}<ul>{list}</ul></div> }
            })}
            {move || {
                let ignored = session.ignored.get();
                (!ignored.is_empty()).then(|| note(lang.get(), &ignored))
            }}
            {content}
        </main>
        <footer>{move || words::attribution(lang.get())}</footer>
    }
}

/// A note that parts of the address mean nothing.
fn note(lang: Lang, parts: &[String]) -> impl IntoView {
    view! { <p class="ignored" role="status">{words::ignored(lang)} <code>{parts.join(" · ")}</code></p> }
}
