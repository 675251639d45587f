//! The page of one entity: all that is said of it, where, and what it belongs with.
use crate::app::Session;
use crate::link::{self, Page};
use crate::present::{self, words, Line};
use crate::report::{Entity, Value};
use leptos::prelude::*;

/// A statement with its source one action away.
#[component]
pub fn StatementLine(
    /// The statement.
    line: Line,
    /// The reader's language.
    lang: crate::lens::Lang,
) -> impl IntoView {
    let value = line.value;
    let main = match line.link {
        Some(href) => view! { <a href=href>{value.main}</a> }.into_any(),
        None => view! { <b>{value.main}</b> }.into_any(),
    };
    let note = (!line.note.is_empty()).then(|| view! { <span class="note">{line.note}</span> });
    let formula = line
        .formula
        .map(|f| view! { <p>{words::derived(lang)}<code>{f}</code></p> });
    view! {
        <dt>{line.name}</dt>
        <dd>
            <span class="value"><span class="qualifier">{value.qualifier}</span> {main} <span class="unit">{value.unit}</span></span> {note}
            <details>
                <summary>{words::source(lang)}" "{line.place}</summary>
                <p>{words::tokens(lang)} <code lang="zh">{line.tokens.join(" · ")}</code></p>
                {formula}
            </details>
        </dd>
    }
}

/// The page.
#[component]
pub fn EntityPage(
    /// The entity.
    id: String,
) -> impl IntoView {
    let session: Session = expect_context();
    move || {
        let address = session.address.get();
        let lang = address.lang;
        session.library.with_value(|library| {
            let edition = &library.edition;
            let Some((collection, entity)) = edition.find(&id) else {
                return view! { <p class="notice">{words::unknown(lang)}</p> }.into_any();
            };
            let spec = &edition.schema.collections[collection];
            let lines: Vec<_> = entity.statements.iter()
                .map(|s| view! { <StatementLine line=present::line(edition, s, &address) lang /> })
                .collect();
            let all = || edition.entities.iter().flatten().filter(|e| e.id != id);
            let refers = |e: &&Entity| e.statements.iter().any(|s| {
                s.said_by.as_ref() == Some(&id) || matches!(&s.value, Value::Entity { entity } if *entity == id)
            });
            let section = entity.statements.first().map(|s| s.source.section.clone());
            let beside = |e: &&Entity| section.as_ref().is_some_and(|id| {
                e.statements.first().is_some_and(|s| &s.source.section == id)
            });
            let links = |entities: Vec<&Entity>| -> Vec<_> {
                entities.into_iter().map(|e| view! {
                    <li><a href=link::format(&address.at(Page::Entity(e.id.clone())))>{lang.of(&e.name).to_owned()}</a></li>
                }).collect()
            };
            let referred = links(all().filter(refers).collect());
            let neighbours = links(edition.entities[collection].iter().filter(|e| e.id != id).filter(beside).collect());
            let other = lang.other();
            let second = other.of(&entity.name);
            view! {
                <article class="entity">
                    <p class="crumb"><a href=link::format(&address.at(Page::Collection(spec.id.clone())))>{lang.of(&spec.name).to_owned()}</a></p>
                    <h1>{lang.of(&entity.name).to_owned()}</h1>
                    {(second != lang.of(&entity.name)).then(|| view! { <p class="other" lang=other.tag()>{second.to_owned()}</p> })}
                    <p class="lead">{lang.of(&entity.summary).to_owned()}</p>
                    <h2>{words::statements(lang)}</h2>
                    <dl>{lines}</dl>
                    {(!referred.is_empty()).then(|| view! { <h2>{words::referred(lang)}</h2> <ul class="links">{referred}</ul> })}
                    {(!neighbours.is_empty()).then(|| view! { <h2>{words::neighbours(lang)}</h2> <ul class="links">{neighbours}</ul> })}
                </article>
            }.into_any()
        })
    }
}
