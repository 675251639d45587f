//! The head of every page: where one can go, in which language, in which light.
use crate::browser;
use crate::lens::Lang;
use crate::link::{self, Address, Page};
use crate::present::words;
use crate::session::Session;
use leptos::prelude::*;

/// The header.
#[component]
pub fn Header() -> impl IntoView {
    let session = Session::here();
    let lang = session.lang;
    let title = move || session.edition(|e| lang.get().of(&e.outline.title).to_owned());
    view! {
        <header class="top">
            <a class="brand" href=session.link(|a| a.at(Page::Overview))>
                <strong>{move || words::app(lang.get())}</strong>
                <span>{title}</span>
            </a>
            <nav aria-label=move || words::navigation(lang.get())>{move || main_links(session)}</nav>
            <div class="tools">
                <super::search::Search />
                {languages(session)}
                {theme(session)}
            </div>
        </header>
    }
}

/// A link of the navigation; the one that leads here says so.
fn item(here: &Address, page: Page, name: String) -> AnyView {
    let current = (page == here.page).then_some("page");
    view! { <a href=link::format(&here.at(page)) aria-current=current>{name}</a> }.into_any()
}

fn main_links(session: Session) -> Vec<AnyView> {
    let here = session.address.get();
    let lang = here.lang;
    let mut links = vec![item(&here, Page::Overview, words::overview(lang).to_owned())];
    let mut further = Vec::new();
    let mut inside = false;
    session.edition(|edition| {
        for collection in &edition.schema.collections {
            let page = Page::Collection(collection.id.clone());
            let current = page == here.page;
            let link = item(&here, page, lang.of(&collection.name).to_owned());
            if collection.later {
                inside |= current;
                further.push(link);
            } else {
                links.push(link);
            }
        }
    });
    for (page, name) in [
        (Page::Outline(None), words::outline(lang)),
    ] {
        inside |= page == here.page;
        further.push(item(&here, page, name.to_owned()));
    }
    links.push(
        view! {
            <details class="further" class:inside=inside>
                <summary>{words::further(lang)}</summary>
                <div class="sheet">{further}</div>
            </details>
        }
        .into_any(),
    );
    links
}

fn languages(session: Session) -> AnyView {
    let choice = move |lang: Lang, both: bool, label: &'static str, tag: &'static str| {
        let current = move || {
            let here = session.address.read();
            (here.both == both && (both || here.lang == lang)).then_some("true")
        };
        let href = session.link(move |here| Address {
            both,
            lang: if both { here.lang } else { lang },
            ..here.clone()
        });
        view! { <a href=href aria-current=current lang=tag>{label}</a> }
    };
    view! {
        <div class="languages" role="group" aria-label=move || words::language(session.lang.get())>
            {choice(Lang::Zh, false, "中", "zh")}
            {choice(Lang::En, false, "EN", "en")}
            {choice(Lang::Zh, true, "对照", "zh")}
        </div>
    }
    .into_any()
}

fn theme(session: Session) -> AnyView {
    let dark = session.dark;
    view! {
        <button type="button" class="theme" aria-label=move || words::theme(session.lang.get())
            on:click=move |_| {
                dark.update(|dark| *dark = !*dark);
                browser::set_dark(dark.get_untracked(), true);
            }>"◐"</button>
    }
    .into_any()
}
