//! The report beside the public record.
use super::html::{el, link as anchor, row, Html};
use super::legend::sign;
use super::statement;
use crate::link::{self, Address, Page};
use crate::present::checks::{self, Checks, Choice, Row};
use crate::present::{dictionary, marks, words};
use crate::session::Session;
use leptos::prelude::*;

/// The cross-check page.
pub fn page(session: Session) -> AnyView {
    let lang = session.lang;
    let search = super::page_search(session, words::search_checks);
    let body = super::whole(session, |edition, here| {
        let checks = checks::checks(edition, here);
        Some(made(checks, here))
    });
    row([
        el("h1").text_live(move || words::checks(lang.get()).to_owned()),
        el("div").class("entries").child(search).child(body),
    ])
}

fn made(checks: Checks, here: &Address) -> AnyView {
    let lang = here.lang;
    let lead = el("p").class("lead").text(checks.lead);
    let mut parts = vec![lead];
    if checks.single {
        let all = link::format(&here.at(Page::Checks));
        parts.push(
            el("p")
                .class("crumb")
                .child(anchor(all, words::all_checks(lang))),
        );
    } else {
        let verdicts = choices(words::by_verdict(lang), &checks.verdicts);
        let collections = choices(words::by_collection(lang), &checks.collections);
        parts.push(el("div").class("narrow").child(verdicts).child(collections));
    }
    if checks.groups.is_empty() {
        let notice = el("p").class("notice").attr("role", "status");
        parts.push(notice.text(words::nothing_found(lang)));
    }
    for (verdict, rows) in checks.groups {
        let heading = [
            words::verdict_name(lang, verdict),
            " ",
            &rows.len().to_string(),
        ];
        let rows = rows.into_iter().map(|row| check(row, here));
        parts.push(el("h2").child(sign(verdict)).text(heading.concat()));
        parts.push(el("ol").class("checks").children(rows));
    }
    row(parts)
}

/// Choices as links, those made marked.
fn choices(label: &'static str, choices: &[Choice]) -> Html {
    let items = choices.iter().map(|choice| {
        let count = el("span").class("n").text(choice.count.to_string());
        let link = anchor(choice.link.clone(), choice.name.clone())
            .attr("role", "checkbox")
            .attr("aria-checked", choice.chosen.to_string());
        let none = choice.count == 0 && !choice.chosen;
        let item = el("li").attr_if("class", none.then_some("none"));
        item.child(link.text(" ").child(count))
    });
    let list = el("ul");
    el("div")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(el("span").class("note").text(label))
        .child(list.children(items))
}

fn check(check: Row, here: &Address) -> Html {
    let lang = here.lang;
    let (name, href) = check.entity;
    let title = match href.is_empty() {
        true => el("span"),
        false => el("a").attr("href", href),
    };
    let field = check.line.as_ref().map(|line| {
        let field = el("span").class("field").title(&line.name_original);
        field.text(line.name.clone())
    });
    let means = dictionary::link(here, dictionary::MARK, marks::verdict_id(check.verdict));
    let verdict = el("a")
        .attr("href", means)
        .class("verdict")
        .child(sign(check.verdict))
        .text(words::verdict_name(lang, check.verdict));
    let head = el("div")
        .class("head")
        .child(
            el("h3")
                .child(title.said(&name, lang))
                .text(" ")
                .children(field),
        )
        .child(verdict)
        .child(
            anchor(check.link, "#")
                .class("alone")
                .attr("aria-label", words::link(lang)),
        );
    let stated = match &check.line {
        Some(line) => {
            // Its verdict stands above it.
            let line = crate::present::Line {
                check: None,
                ..line.clone()
            };
            let [_, stated] = statement::plain(&line, lang);
            el("dl")
                .child(el("dt").text(words::report_says(lang)))
                .child(stated)
        }
        None => el("p").text(words::lost(lang)),
    };
    let both = |[text, other]: [String; 2]| {
        let second = (other != text).then(|| statement::second(&other, lang));
        el("p").said(&text, lang).children(second)
    };
    let against = check.against.iter().map(|source| {
        let source = statement::against(el("li"), source, lang);
        source.class("origin")
    });
    let record = el("dd")
        .class("context")
        .child(both(check.record))
        .child(el("ul").children(against));
    let record = el("dl")
        .child(el("dt").text(words::record_says(lang)))
        .child(record);
    let why = el("dl")
        .child(el("dt").text(words::why(lang)))
        .child(el("dd").child(both(check.why)));
    el("li")
        .class("entry")
        .attr("id", ["check-", &check.id].concat())
        .child(head)
        .child(
            el("div")
                .class("sides")
                .child(stated)
                .child(record)
                .child(why),
        )
}
