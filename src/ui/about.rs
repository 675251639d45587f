//! What this is, where it comes from, what it is made of.
use super::html::{el, link as anchor, row};
use crate::present::{about, words};
use crate::session::Session;
use leptos::prelude::*;

/// The about page.
pub fn page(session: Session) -> AnyView {
    super::whole(session, |edition, here| {
        let lang = here.lang;
        let mut parts = vec![el("h1").text(words::about(lang))];
        for part in about::parts(edition, lang) {
            let paragraphs = part.paragraphs.into_iter();
            let paragraphs = paragraphs.map(|text| el("p").text(text));
            parts.push(el("h2").text(part.heading));
            parts.push(el("div").class("prose").children(paragraphs));
        }
        let files = about::files(edition, lang).into_iter().map(|file| {
            let name = file.link.rsplit('/').next().unwrap_or_default().to_owned();
            let link = anchor(file.link, name).flag("download");
            let holds = el("span").class("note").text(file.holds);
            el("li").child(link).text(" ").child(holds)
        });
        parts.push(el("h2").text(words::files(lang)));
        parts.push(el("p").class("lead").text(words::files_lead(lang)));
        parts.push(el("ul").class("data-files").children(files));
        Some(row([el("article").class("about-page").children(parts)]))
    })
}
