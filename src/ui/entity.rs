//! The page of one entity: all that is said of it, where, and what it belongs with.
use super::statement::statement;
use crate::link::{self, Address, Page};
use crate::present::{self, words};
use crate::report::{Edition, Entity, Statement, Value};
use crate::session::Session;
use leptos::prelude::*;

/// The page.
#[component]
pub fn EntityPage(
    /// The entity.
    id: String,
) -> impl IntoView {
    let session = Session::here();
    move || {
        let here = session.address.get();
        let shown = session.edition(|edition| {
            let (collection, entity) = edition.find(&id)?;
            Some(page(edition, collection, entity, &here))
        });
        shown.unwrap_or_else(|| super::unknown(session.lang))
    }
}

fn page(edition: &Edition, collection: usize, entity: &Entity, here: &Address) -> AnyView {
    let lang = here.lang;
    let spec = &edition.schema.collections[collection];
    let lines: Vec<_> = (0..entity.statements.len())
        .map(|at| statement(present::line(edition, entity, at, here), lang))
        .collect();
    let beside: Vec<_> = edition
        .context_of(&entity.id)
        .iter()
        .map(|s| statement(present::line_of(edition, s, here), lang))
        .collect();
    let beside = (!beside.is_empty() && here.context).then(|| {
        view! { <h2>{words::beside(lang)}</h2> <dl class="beside">{beside}</dl> }
    });
    let section = entity.statements.iter().map(|s| s.source.section()).find(|s| !s.is_empty());
    let neighbours = edition.entities[collection].iter().filter(|e| {
        let first = e.statements.first().map(|s| s.source.section());
        e.id != entity.id && first.is_some() && first == section
    });
    let name = lang.of(&entity.name).to_owned();
    let second = lang.other().of(&entity.name).to_owned();
    let second = (second != name).then(|| view! { <p class="other" lang=lang.other().tag()>{second}</p> });
    let aliases = (!entity.aliases.is_empty()).then(|| {
        let aliases = entity.aliases.join(lang.pick("、", ", "));
        view! { <p class="aliases">{words::also_called(lang)}" "{aliases}</p> }
    });
    let summary = |lang: crate::lens::Lang, class: &'static str| {
        let text = lang.of(&entity.summary).to_owned();
        view! { <p class=class lang=lang.tag()>{text}</p> }
    };
    let crumb = link::format(&here.at(Page::Collection(spec.id.clone())));
    view! {
        <article class="entity">
            <p class="crumb"><a href=crumb>{lang.of(&spec.name).to_owned()}</a></p>
            <h1>{name}</h1>
            {second}
            {summary(lang, "lead")}
            {here.both.then(|| summary(lang.other(), "lead second"))}
            {aliases}
            <h2>{words::statements(lang)}</h2>
            <dl>{lines}</dl>
            {beside}
            {referred(edition, entity, here)}
            {links(neighbours.collect(), words::neighbours(lang), here)}
        </article>
    }
    .into_any()
}

/// What refers to an entity, by the relation in which it does.
fn referred(edition: &Edition, entity: &Entity, here: &Address) -> Option<AnyView> {
    let lang = here.lang;
    let mut groups: Vec<(String, Vec<&Entity>)> = Vec::new();
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
            match groups.iter_mut().find(|(known, _)| known == label) {
                Some((_, of_it)) => {
                    if of_it.last().is_none_or(|last| last.id != other.id) {
                        of_it.push(other);
                    }
                }
                None => groups.push((label.to_owned(), vec![other])),
            }
        }
    }
    (!groups.is_empty()).then(|| {
        let groups: Vec<_> = groups
            .into_iter()
            .map(|(label, entities)| {
                view! { <dt>{label}</dt> <dd>{list(entities, here)}</dd> }
            })
            .collect();
        view! { <h2>{words::referred(lang)}</h2> <dl class="referred">{groups}</dl> }.into_any()
    })
}

/// Links to entities, under a heading where there are any.
pub fn links(entities: Vec<&Entity>, heading: &'static str, here: &Address) -> Option<AnyView> {
    (!entities.is_empty())
        .then(|| view! { <h2>{heading}</h2> {list(entities, here)} }.into_any())
}

fn list(entities: Vec<&Entity>, here: &Address) -> AnyView {
    let items: Vec<_> = entities
        .into_iter()
        .map(|e| {
            let href = link::format(&here.to_entity(&e.id));
            let name = here.lang.of(&e.name).to_owned();
            view! { <li><a href=href>{name}</a></li> }
        })
        .collect();
    view! { <ul class="links">{items}</ul> }.into_any()
}
