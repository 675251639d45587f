//! The report's own structure as a way in: each section with what it states.
use super::html::{el, link as anchor, row, Html};
use super::statement;
use crate::lens::Lang;
use crate::link::{self, Address, Page};
use crate::present::{self, words};
use crate::report::{Edition, Entity, Section};
use crate::session::Session;
use leptos::prelude::*;

/// The outline, or one of its sections.
pub fn page(session: Session, id: Option<String>) -> AnyView {
    super::whole(session, move |edition, here| match &id {
        None => {
            let heading = el("h1").text(words::outline(here.lang));
            let plates = el("h2").text(words::plates(here.lang));
            let parts = [heading, tree(edition, here), plates];
            let all = exhibits(edition, None, here);
            Some(row(parts.into_iter().chain(all)))
        }
        Some(id) => Some(of_section(edition, edition.section(id)?, here)),
    })
}

/// How many entities say something in each section or below it.
fn weights(edition: &Edition) -> Vec<usize> {
    let sections = &edition.outline.sections;
    let mut weights = vec![0; sections.len()];
    for (_, entity) in edition.all() {
        for (weight, section) in weights.iter_mut().zip(sections) {
            let inside = |s: &str| {
                let rest = s.strip_prefix(section.id.as_str());
                rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            };
            let says = entity.statements.iter().any(|s| inside(s.source.section()));
            *weight += usize::from(says);
        }
    }
    weights
}

/// The sections as a tree, each with how much it holds.
pub fn tree(edition: &Edition, here: &Address) -> Html {
    let lang = here.lang;
    let weights = weights(edition);
    let most = weights.iter().copied().max().unwrap_or(0).max(1);
    let sections = edition.outline.sections.iter().zip(weights);
    let sections = sections.map(|(section, weight)| {
        let href = link::format(&here.at(Page::Outline(Some(section.id.clone()))));
        let width = ["width:", &(weight * 100 / most).to_string(), "%"].concat();
        let depth = section.id.matches('.').count().to_string();
        let name = el("a")
            .attr("href", href)
            .child(
                el("span")
                    .class("number")
                    .text(lang.of(&section.number).to_owned()),
            )
            .child(
                el("span")
                    .class("title")
                    .text(lang.of(&section.name).to_owned()),
            );
        let bar = el("span").class("weight").attr("aria-hidden", "true");
        let page = section
            .page
            .map_or_else(String::new, |page| page_of(page, lang));
        el("li")
            .attr("data-depth", depth)
            .child(name)
            .child(bar.child(el("i").attr("style", width)))
            .child(el("span").class("n").text(weight.to_string()))
            .child(el("span").class("page").text(page))
    });
    el("ol").class("outline").children(sections)
}

/// Links to the figures and tables of a section, or to all of them.
fn exhibits(edition: &Edition, section: Option<&str>, here: &Address) -> Option<Html> {
    let outline = &edition.outline;
    let all = outline.figures.iter().chain(&outline.tables);
    let inside = all.filter(|plate| section.is_none_or(|section| plate.section == section));
    let items = inside.filter_map(|plate| {
        let name = here.lang.of(edition.name(&plate.id)?).to_owned();
        let href = link::format(&here.to_entity(&plate.id));
        Some(el("li").child(anchor(href, name)))
    });
    let items: Vec<Html> = items.collect();
    (!items.is_empty()).then(|| el("ul").class("links").children(items))
}

fn page_of(page: u32, lang: Lang) -> String {
    let page = page.to_string();
    match lang {
        Lang::Zh => ["第", &page, "页"].concat(),
        Lang::En => ["p. ", &page].concat(),
    }
}

fn to_section(section: &Section, here: &Address, mark: &str) -> Html {
    let href = link::format(&here.at(Page::Outline(Some(section.id.clone()))));
    let lang = here.lang;
    let name = [mark, lang.of(&section.number), " ", lang.of(&section.name)].concat();
    anchor(href, name)
}

/// What a section states, by the entity that it is said of.
fn stated(edition: &Edition, entities: &[&Entity], section: &Section, here: &Address) -> Html {
    let lang = here.lang;
    let all = entities.iter().flat_map(|entity| {
        let href = link::format(&here.to_entity(&entity.id));
        let name = el("a").attr("href", href).said(lang.of(&entity.name), lang);
        let statements = entity.statements.iter().enumerate();
        let here_said = statements.filter(|(_, s)| s.source.section() == section.id);
        let lines = here_said.map(|(at, _)| {
            let line = present::line(edition, entity, at, here);
            let other = line.other.as_deref();
            el("div")
                .class(statement::class_of(line.drawing))
                .child(el("span").class("field").text(line.name.clone()))
                .text(" ")
                .child(statement::value_of(&line, lang))
                .text(" ")
                .children(statement::mark(&line))
                .children(statement::note(&line.note))
                .children(other.map(|other| statement::second(other, lang)))
                .children(statement::check(&line, lang))
        });
        [el("dt").child(name), el("dd").children(lines)]
    });
    el("dl").class("said-here").children(all)
}

fn of_section(edition: &Edition, section: &Section, here: &Address) -> AnyView {
    let lang = here.lang;
    let sections = &edition.outline.sections;
    let at = sections
        .iter()
        .position(|s| s.id == section.id)
        .unwrap_or(0);
    let before = at.checked_sub(1).and_then(|at| sections.get(at));
    let inside = |other: &&Section| {
        let rest = other.id.strip_prefix(&section.id);
        rest.is_some_and(|r| r.starts_with('.') && r.matches('.').count() == 1)
    };
    let below = sections.iter().filter(inside);
    let below = below.map(|s| el("li").child(to_section(s, here, "")));
    let collections = edition.schema.collections.iter().zip(&edition.entities);
    let collections = collections.flat_map(|(spec, entities)| {
        let says = entities.iter().filter(|e| {
            let mut statements = e.statements.iter();
            statements.any(|s| s.source.section() == section.id)
        });
        let says: Vec<&Entity> = says.collect();
        let list = (!says.is_empty()).then(|| {
            let heading = el("h2").text(lang.of(&spec.name).to_owned());
            [heading, stated(edition, &says, section, here)]
        });
        list.into_iter().flatten()
    });
    let plates = exhibits(edition, Some(&section.id), here);
    let plates = plates.into_iter().flat_map(|plates| {
        let heading = el("h2").text(words::plates(lang));
        [heading, plates]
    });
    let other = lang.other();
    let page = section
        .page
        .map_or_else(String::new, |page| page_of(page, lang));
    let up = anchor(
        link::format(&here.at(Page::Outline(None))),
        words::outline(lang),
    );
    let number = el("span")
        .class("number")
        .text(lang.of(&section.number).to_owned());
    let title = lang.of(&section.name).to_owned();
    let steps = el("p")
        .class("steps")
        .children(before.map(|s| to_section(s, here, "← ")))
        .children(sections.get(at + 1).map(|s| to_section(s, here, "→ ")));
    el("article")
        .child(el("p").class("crumb").child(up))
        .child(el("h1").child(number).text(" ").text(title))
        .child(
            el("p")
                .class("other")
                .lang(other)
                .text(other.of(&section.name).to_owned()),
        )
        .child(el("p").class("crumb").text(page))
        .child(el("ul").class("below").children(below))
        .children(plates)
        .children(collections)
        .child(steps)
        .into()
}
