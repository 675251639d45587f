//! The report at a glance: key numbers, collections, structure.
use super::html::{el, row, Html};
use super::outline::tree;
use super::statement::value;
use crate::lens;
use crate::link::{self, Address, Page};
use crate::present::{self, words};
use crate::report::{Edition, Entity, Value};
use crate::session::Session;
use leptos::prelude::*;

/// The start page.
pub fn page(session: Session) -> AnyView {
    super::whole(session, |edition, here| Some(made(edition, here)))
}

fn made(edition: &Edition, here: &Address) -> AnyView {
    let lang = here.lang;
    let outline = &edition.outline;
    let issued = lens::show_date(&outline.date, lang);
    let hero = el("div")
        .class("hero")
        .child(
            el("p")
                .class("kicker")
                .text([lang.of(&outline.publisher), " · ", &issued].concat()),
        )
        .child(el("h1").text(lang.of(&outline.title).to_owned()))
        .child(
            el("p")
                .class("lead")
                .text(lang.of(&outline.about).to_owned()),
        );
    let key = outline.key.iter().filter_map(|id| edition.find(id));
    let key = key.filter_map(|(_, entity)| key_number(edition, entity, here));
    let ways = edition.schema.collections.iter().zip(&edition.entities);
    let ways = ways.map(|(spec, entities)| {
        let href = link::format(&here.at(Page::Collection(spec.id.clone())));
        let count = match entities.len() {
            0 => String::new(),
            n => n.to_string(),
        };
        let way = el("a")
            .attr("href", href)
            .child(el("b").text(lang.of(&spec.name).to_owned()))
            .text(" ")
            .child(el("span").class("n").text(count))
            .child(
                el("span")
                    .class("about")
                    .text(lang.of(&spec.about).to_owned()),
            );
        el("li")
            .class(if spec.later { "" } else { "main" })
            .child(way)
    });
    row([
        hero,
        el("h2").text(words::key_numbers(lang)),
        el("ul").class("key").children(key),
        el("h2").text(words::ways_in(lang)),
        el("ul").class("ways").children(ways),
        el("h2").text(words::chapters(lang)),
        tree(edition, here),
    ])
}

/// The first number that an entity states, as a large figure with what it is and where it stands.
fn key_number(edition: &Edition, entity: &Entity, here: &Address) -> Option<Html> {
    let mut statements = entity.statements.iter();
    let at =
        statements.position(|s| s.derived_from.is_none() && matches!(s.value, Value::Number(_)))?;
    let line = present::line(edition, entity, at, here);
    let number = el("a")
        .attr("href", link::format(&here.to_entity(&entity.id)))
        .child(value(&line.value, None))
        .child(
            el("span")
                .class("what")
                .text(here.lang.of(&entity.name).to_owned()),
        )
        .child(el("span").class("note").text(line.note.clone()))
        .child(
            el("span")
                .class("place")
                .text(line.origin.line().to_owned()),
        );
    Some(el("li").child(number))
}
