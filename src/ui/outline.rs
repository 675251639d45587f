//! The report's own structure as a way in: each section with what it states.
use super::entity::links;
use crate::link::{self, Address, Page};
use crate::present::words;
use crate::report::{Edition, Section};
use crate::session::Session;
use leptos::prelude::*;

/// The outline, or one of its sections.
#[component]
pub fn OutlinePage(
    /// The section; none for the whole.
    id: Option<String>,
) -> impl IntoView {
    let session = Session::here();
    move || {
        let here = session.address.get();
        session.edition(|edition| match &id {
            None => whole(edition, &here),
            Some(id) => match edition.section(id) {
                Some(section) => page(edition, section, &here),
                None => super::unknown(session.lang),
            },
        })
    }
}

fn whole(edition: &Edition, here: &Address) -> AnyView {
    view! {
        <h1>{words::outline(here.lang)}</h1>
        {tree(edition, here)}
    }
    .into_any()
}

/// How many entities say something in a section or below it.
fn weight(edition: &Edition, section: &str) -> usize {
    let inside = |s: &str| s == section || s.strip_prefix(section).is_some_and(|r| r.starts_with('.'));
    let all = edition.all();
    all.filter(|(_, e)| e.statements.iter().any(|s| inside(s.source.section())))
        .count()
}

/// The sections as a tree, each with how much it holds.
pub fn tree(edition: &Edition, here: &Address) -> AnyView {
    let lang = here.lang;
    let most = edition.outline.sections.iter().map(|s| weight(edition, &s.id)).max();
    let most = most.unwrap_or(1).max(1);
    let sections: Vec<_> = edition
        .outline
        .sections
        .iter()
        .map(|s| {
            let depth = s.id.matches('.').count().to_string();
            let weight = weight(edition, &s.id);
            let href = link::format(&here.at(Page::Outline(Some(s.id.clone()))));
            let width = format!("{}%", weight * 100 / most);
            let page = s.page.map(|p| page_of(p, lang));
            view! {
                <li data-depth=depth>
                    <a href=href>
                        <span class="number">{lang.of(&s.number).to_owned()}</span>
                        <span class="title">{lang.of(&s.name).to_owned()}</span>
                    </a>
                    <span class="weight" aria-hidden="true"><i style:width=width></i></span>
                    <span class="n">{weight}</span>
                    <span class="page">{page}</span>
                </li>
            }
        })
        .collect();
    view! { <ol class="outline">{sections}</ol> }.into_any()
}

fn page_of(page: u32, lang: crate::lens::Lang) -> String {
    match lang {
        crate::lens::Lang::Zh => format!("第{page}页"),
        crate::lens::Lang::En => format!("p. {page}"),
    }
}

fn page(edition: &Edition, section: &Section, here: &Address) -> AnyView {
    let lang = here.lang;
    let sections = &edition.outline.sections;
    let at = sections.iter().position(|s| s.id == section.id).unwrap_or(0);
    let step = |to: Option<&Section>, mark: &'static str| {
        to.map(|to| {
            let href = link::format(&here.at(Page::Outline(Some(to.id.clone()))));
            let name = [mark, " ", lang.of(&to.number), " ", lang.of(&to.name)].concat();
            view! { <a href=href>{name}</a> }
        })
    };
    let before = at.checked_sub(1).and_then(|at| sections.get(at));
    let inside = |other: &&Section| {
        let rest = other.id.strip_prefix(&section.id);
        rest.is_some_and(|r| r.starts_with('.') && r.matches('.').count() == 1)
    };
    let below: Vec<_> = sections
        .iter()
        .filter(inside)
        .map(|s| {
            let href = link::format(&here.at(Page::Outline(Some(s.id.clone()))));
            let name = [lang.of(&s.number), " ", lang.of(&s.name)].concat();
            view! { <li><a href=href>{name}</a></li> }
        })
        .collect();
    let below = (!below.is_empty()).then(|| view! { <ul class="below">{below}</ul> });
    let collections: Vec<_> = edition
        .schema
        .collections
        .iter()
        .zip(&edition.entities)
        .filter_map(|(spec, entities)| {
            let says = entities
                .iter()
                .filter(|e| e.statements.iter().any(|s| s.source.section() == section.id));
            let says: Vec<_> = says.collect();
            let name = lang.of(&spec.name).to_owned();
            let list = links(says, "", here)?;
            Some(view! { <section class="holding"><h2>{name}</h2>{list}</section> })
        })
        .collect();
    let name = lang.of(&section.name).to_owned();
    let other = lang.other();
    let second = other.of(&section.name).to_owned();
    view! {
        <p class="crumb"><a href=link::format(&here.at(Page::Outline(None)))>{words::outline(lang)}</a></p>
        <h1><span class="number">{lang.of(&section.number).to_owned()}</span>" "{name}</h1>
        <p class="other" lang=other.tag()>{second}</p>
        <p class="crumb">{section.page.map(|p| page_of(p, lang))}</p>
        {below}
        {collections}
        <p class="steps">{step(before, "←")} {step(sections.get(at + 1), "→")}</p>
    }
    .into_any()
}
