//! The page of one entity: all that is said of it, where, and what it belongs with.
use super::away::{away, star};
use super::compare;
use super::exhibit;
use super::html::{el, link as anchor, Html};
use super::legend;
use super::statement::citable;
use crate::lens::Lang;
use crate::link::{self, Address, Page};
use crate::present::{self, words};
use crate::report::{Edition, Entity, Statement, Value};
use crate::session::{Away, Session};
use crate::take::pointer;
use leptos::prelude::*;

/// The page of an entity.
pub fn page(session: Session, id: String) -> AnyView {
    super::whole(session, move |edition, here| {
        let (collection, entity) = edition.find(&id)?;
        let toggle = compare::toggle(session, &id);
        let drawn = exhibit::drawn(session, edition, entity, here);
        Some(
            made(
                session,
                edition,
                collection,
                entity,
                here,
                [toggle.into(), drawn],
            )
            .into(),
        )
    })
}

fn made(
    session: Session,
    edition: &Edition,
    collection: usize,
    entity: &Entity,
    here: &Address,
    [toggle, drawn]: [AnyView; 2],
) -> Html {
    let lang = here.lang;
    let spec = &edition.schema.collections[collection];
    let lines = (0..entity.statements.len()).flat_map(|at| {
        let line = present::line(edition, entity, at, here);
        let which = pointer(&entity.statements, at, false);
        citable(session, &line, &entity.id, which, lang)
    });
    let beside = edition.context_of(&entity.id);
    let shown = here.context && !beside.is_empty();
    let beside = (0..beside.len()).flat_map(|at| {
        let line = present::line_of(edition, &beside[at], here);
        citable(session, &line, &entity.id, pointer(beside, at, true), lang)
    });
    let beside = shown.then(|| el("dl").class("beside").children(beside));
    let section = entity.statements.iter().map(|s| s.source.section());
    let section = { section }.find(|s| !s.is_empty());
    let neighbours = edition.entities[collection].iter().filter(|e| {
        let first = e.statements.first().map(|s| s.source.section());
        e.id != entity.id && first.is_some() && first == section
    });
    let name = lang.of(&entity.name).to_owned();
    let second = lang.other().of(&entity.name).to_owned();
    let second = (second != name).then(|| el("p").class("other").lang(lang.other()).text(second));
    let aliases = (!entity.aliases.is_empty()).then(|| {
        let aliases = entity.aliases.join(lang.pick("、", ", "));
        el("p")
            .class("aliases")
            .text(words::also_called(lang))
            .text(" ")
            .said(&aliases, lang)
    });
    let summary = |lang: Lang, class: &'static str| {
        let text = lang.of(&entity.summary).to_owned();
        el("p").class(class).lang(lang).text(text)
    };
    let acts = el("div")
        .class("acts")
        .child(star(session, &entity.id, &name, true))
        .child(toggle)
        .child(away(session, Away::Entity(entity.id.clone())));
    let crumb = link::format(&here.at(Page::Collection(spec.id.clone())));
    let relations = Page::Relations(Some(entity.id.clone()), None);
    let relations = link::format(&here.at(relations));
    el("article")
        .class("entity")
        .child(
            el("p")
                .class("crumb")
                .child(anchor(crumb, lang.of(&spec.name).to_owned()))
                .text(" · ")
                .child(anchor(relations, words::relations(lang))),
        )
        .child(el("h1").said(&name, lang))
        .children(second)
        .child(summary(lang, "lead"))
        .children(here.both.then(|| summary(lang.other(), "lead second")))
        .children(aliases)
        .child(acts)
        .child(drawn)
        .child(el("h2").text(words::statements(lang)))
        .child(el("dl").children(lines))
        .children(shown.then(|| el("h2").text(words::beside(lang))))
        .children(shown.then(|| legend::drawings(here)))
        .children(beside)
        .children(referred(edition, entity, here))
        .children(links(neighbours.collect(), words::neighbours(lang), here))
}

/// What refers to an entity, by the relation in which it does.
fn referred(edition: &Edition, entity: &Entity, here: &Address) -> Vec<Html> {
    let lang = here.lang;
    let mut groups: Vec<(&str, Vec<&Entity>)> = Vec::new();
    let to_it = |s: &&Statement| {
        s.said_by.as_ref() == Some(&entity.id)
            || matches!(&s.value, Value::Entity { entity: id } if *id == entity.id)
    };
    for (_, other) in edition.all().filter(|(_, e)| e.id != entity.id) {
        for statement in other.statements.iter().filter(to_it) {
            let field = edition.field(&statement.field);
            let label = field.map_or(statement.field.as_str(), |f| match lang.of(&f.inverse) {
                "" => lang.of(&f.name),
                inverse => inverse,
            });
            match groups.iter_mut().find(|(known, _)| *known == label) {
                Some((_, of_it)) => {
                    if of_it.last().is_none_or(|last| last.id != other.id) {
                        of_it.push(other);
                    }
                }
                None => groups.push((label, vec![other])),
            }
        }
    }
    if groups.is_empty() {
        return Vec::new();
    }
    let groups = groups.into_iter().flat_map(|(label, entities)| {
        [
            el("dt").text(label.to_owned()),
            el("dd").child(list(entities, here)),
        ]
    });
    vec![
        el("h2").text(words::referred(lang)),
        el("dl").class("referred").children(groups),
    ]
}

/// Links to entities under a heading; nothing where there are none.
fn links(entities: Vec<&Entity>, heading: &str, here: &Address) -> Vec<Html> {
    match entities.is_empty() {
        true => Vec::new(),
        false => vec![el("h2").text(heading.to_owned()), list(entities, here)],
    }
}

fn list(entities: Vec<&Entity>, here: &Address) -> Html {
    let items = entities.into_iter().map(|e| {
        let href = link::format(&here.to_entity(&e.id));
        el("li").child(anchor(href, here.lang.of(&e.name).to_owned()))
    });
    el("ul").class("links").children(items)
}
