//! The report at a glance: key numbers, collections, structure.
use crate::app::Session;
use crate::lens;
use crate::link::{self, Page};
use crate::present::words;
use crate::report::Value;
use leptos::prelude::*;

/// The start page.
#[component]
pub fn Overview() -> impl IntoView {
    let session: Session = expect_context();
    move || {
        let address = session.address.get();
        let lang = address.lang;
        session.library.with_value(|library| {
            let edition = &library.edition;
            let outline = &edition.outline;
            let shown = |entity: &crate::report::Entity| {
                let statement = entity.statements.iter().find(|s| {
                    s.derived_from.is_none() && matches!(s.value, Value::Number(_))
                })?;
                let value = lens::show(edition, statement, lang);
                Some(view! {
                    <li>
                        <a href=link::format(&address.at(Page::Entity(entity.id.clone())))>
                            <span class="qualifier">{value.qualifier}</span>
                            <b>{value.main}</b> <span class="unit">{value.unit}</span>
                            <span class="what">{lang.of(&entity.name).to_owned()}</span>
                        </a>
                    </li>
                })
            };
            let key: Vec<_> = outline.key.iter()
                .filter_map(|id| edition.find(id))
                .filter_map(|(_, entity)| shown(entity))
                .collect();
            let ways: Vec<_> = edition.schema.collections.iter().zip(&edition.entities).map(|(c, entities)| view! {
                <li><a href=link::format(&address.at(Page::Collection(c.id.clone())))>
                    <b>{lang.of(&c.name).to_owned()}</b> <span>{entities.len()}</span>
                </a></li>
            }).collect();
            let sections: Vec<_> = outline.sections.iter().map(|s| {
                let depth = s.id.matches('.').count().to_string();
                view! { <li data-depth=depth><span>{lang.of(&s.number).to_owned()}</span> {lang.of(&s.name).to_owned()}</li> }
            }).collect();
            view! {
                <h1>{lang.of(&outline.title).to_owned()}</h1>
                <p class="lead">{words::attribution(lang)}</p>
                <h2>{words::key_numbers(lang)}</h2>
                <ul class="key">{key}</ul>
                <h2>{words::ways_in(lang)}</h2>
                <ul class="ways">{ways}</ul>
                <h2>{words::chapters(lang)}</h2>
                <ol class="outline">{sections}</ol>
            }
        })
    }
}
