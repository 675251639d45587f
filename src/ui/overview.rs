//! The report at a glance: key numbers, collections, structure.
use super::outline::tree;
use super::statement::value;
use crate::lens;
use crate::link::{self, Address, Page};
use crate::present::{self, words};
use crate::report::{Edition, Entity, Value};
use crate::session::Session;
use leptos::prelude::*;

/// The start page.
#[component]
pub fn Overview() -> impl IntoView {
    let session = Session::here();
    move || {
        let here = session.address.get();
        session.edition(|edition| page(edition, &here))
    }
}

fn page(edition: &Edition, here: &Address) -> AnyView {
    let lang = here.lang;
    let outline = &edition.outline;
    let key = outline.key.iter().filter_map(|id| edition.find(id));
    let key: Vec<_> = key.filter_map(|(_, e)| key_number(edition, e, here)).collect();
    let ways: Vec<_> = edition
        .schema
        .collections
        .iter()
        .zip(&edition.entities)
        .map(|(spec, entities)| {
            let href = link::format(&here.at(Page::Collection(spec.id.clone())));
            let count = (!entities.is_empty()).then_some(entities.len());
            view! {
                <li class:main=!spec.later><a href=href>
                    <b>{lang.of(&spec.name).to_owned()}</b> <span class="n">{count}</span>
                    <span class="about">{lang.of(&spec.about).to_owned()}</span>
                </a></li>
            }
        })
        .collect();
    view! {
        <div class="hero">
            <p class="kicker">{lang.of(&outline.publisher).to_owned()}" · "{lens::show_date(&outline.date, lang)}</p>
            <h1>{lang.of(&outline.title).to_owned()}</h1>
            <p class="lead">{lang.of(&outline.about).to_owned()}</p>
        </div>
        <h2>{words::key_numbers(lang)}</h2>
        <ul class="key">{key}</ul>
        <h2>{words::ways_in(lang)}</h2>
        <ul class="ways">{ways}</ul>
        <h2>{words::chapters(lang)}</h2>
        {tree(edition, here)}
    }
    .into_any()
}

/// The first number that an entity states, as a large figure with what it is and where it stands.
fn key_number(edition: &Edition, entity: &Entity, here: &Address) -> Option<AnyView> {
    let lang = here.lang;
    let at = entity.statements.iter().position(|s| {
        s.derived_from.is_none() && matches!(s.value, Value::Number(_))
    })?;
    let line = present::line(edition, entity, at, here);
    let href = link::format(&here.to_entity(&entity.id));
    let note = line.note.clone();
    let place = line.origin.line().to_owned();
    Some(
        view! {
            <li>
                <a href=href>
                    {value(line.value, None)}
                    <span class="what">{lang.of(&entity.name).to_owned()}</span>
                    <span class="note">{note}</span>
                    <span class="place">{place}</span>
                </a>
            </li>
        }
        .into_any(),
    )
}
