//! Search everywhere: any way of writing, why it was found, and the keyboard alone.
use crate::reader::read;
use crate::site::Fault;
use serde_json::json;
use thirtyfour::Key;

const FIELD: &str = "document.activeElement.id === 'search-field'";
const CHOSEN: &str =
    "document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))";

#[test]
fn every_way_of_writing_finds_and_every_hit_says_why() {
    // What is typed, what is found, why.
    let cases = [
        ("浦语", "InternLM", "by name"),
        (
            "rengongzhineng",
            "artificial intelligence",
            "pinyin of “人工智能” ren gong zhi neng",
        ),
        (
            "jszqsc",
            "retrieval-augmented generation",
            "initials of “检索增强生成”",
        ),
        ("國務院", "State Council", "that is, “国务院”"),
        (
            "Retrieval-Augmented",
            "retrieval-augmented generation",
            "by name",
        ),
        ("transfomer", "Transformer", "perhaps “transformer”"),
        ("人工只能", "artificial intelligence", "perhaps “人工智能”"),
        ("6233亿", "Global AI industry size", "US$623.3 billion"),
        (
            "623.3 billion",
            "Global AI industry size",
            "US$623.3 billion",
        ),
        ("21.5%", "Global AI industry size", "21.5%"),
        ("2.1.3", "2.1.3", "by number"),
        (
            "table 3",
            "Technical routes of multimodal models",
            "by number",
        ),
    ];
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader.press("button", "Search everything").await;
        reader.until(FIELD).await;
        for (typed, found, why) in cases {
            reader.types("combobox", "Search everything", typed).await;
            reader
                .until(&format!(
                    "find('option', '').some((e) => e.innerText.toLowerCase().includes({}) && e.querySelector('.reason').innerText.includes({}))",
                    json!(found.to_lowercase()),
                    json!(why)
                ))
                .await;
            // Hits stand in groups with a heading, each hit says why, and the first one is chosen.
            let told = reader
                .run("const groups = find('group', '').filter((e) => e.closest('dialog')); return groups.length > 0 && groups.every((g) => document.getElementById(g.getAttribute('aria-labelledby')).innerText && g.querySelector('[role=option]')) && find('option', '').filter((e) => e.closest('dialog')).every((e) => e.querySelector('.reason').innerText)")
                .await;
            assert_eq!(told, json!(true), "{typed}");
        }
        reader
    });
}

#[test]
fn the_keyboard_alone_opens_chooses_goes_and_closes() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader
            .until("document.querySelector('main#main:not([aria-busy])')")
            .await;
        for held in [Key::Control, Key::Meta] {
            reader.chord(held, 'k').await;
            reader.until(FIELD).await;
            reader.keys(Key::Escape).await;
            reader.until("find('dialog', '').length === 0").await;
        }
        reader.keys("/").await;
        reader.until(FIELD).await;
        reader.keys("gpt-4").await;
        let hit = |n: usize| {
            format!("{CHOSEN}?.id === 'search-hit-{n}' && {CHOSEN}.getAttribute('aria-selected') === 'true'")
        };
        reader.until(&hit(0)).await;
        reader.keys(Key::Down).await;
        reader.until(&hit(1)).await;
        reader.keys(Key::Up).await;
        reader.until(&hit(0)).await;
        // Up from the first is the last.
        reader.keys(Key::Up).await;
        reader
            .until(&format!(
                "{CHOSEN} === find('option', '').filter((e) => e.closest('dialog')).at(-1)"
            ))
            .await;
        reader.keys(Key::Home).await;
        reader.until(&hit(0)).await;
        reader.keys(Key::Enter).await;
        reader
            .until("location.hash.startsWith('#/entity/gpt-4?')")
            .await;
        reader.until("find('dialog', '').length === 0").await;
        // What was typed is no entry of the history: one step back is the page before.
        reader.back().await;
        reader.finds("heading", "Models").await;
        reader
    });
}

#[test]
fn sections_concepts_and_collections_lead_to_their_pages() {
    let cases = [
        ("幻觉", "Glossary", "#/dictionary"),
        ("多模态模型", "Section", "#/outline/"),
        ("chips", "Ways in", "#/chips"),
    ];
    read(&[], |reader| async move {
        reader.goto("#/?lang=en").await;
        reader
            .until("document.querySelector('main#main:not([aria-busy])')")
            .await;
        for (typed, group, leads) in cases {
            reader.run("document.activeElement.blur(); return 1").await;
            reader.keys("/").await;
            reader.until(FIELD).await;
            reader.keys(typed).await;
            let inside = format!("find('group', '').filter((g) => document.getElementById(g.getAttribute('aria-labelledby'))?.innerText === '{group}').flatMap((g) => [...g.querySelectorAll('[role=option]')])");
            reader.until(&format!("{inside}.length > 0")).await;
            reader.run(&format!("{inside}[0].click(); return 1")).await;
            reader
                .until(&format!("location.hash.startsWith('{leads}')"))
                .await;
            reader.until("find('dialog', '').length === 0 && document.querySelector('main').innerText.length > 100").await;
        }
        reader
    });
}

#[test]
fn the_list_is_never_empty_even_without_pinyin() {
    read(&[Fault::Missing("search.json")], |reader| async move {
        reader.goto("#/?lang=en").await;
        reader.press("button", "Search everything").await;
        reader
            .finds_in("status", "Names, abbreviations, Chinese")
            .await;
        reader
            .finds_in("status", "The pinyin data could not be loaded")
            .await;
        reader.until(FIELD).await;
        reader.keys("国务院").await;
        reader.finds_in("option", "State Council").await;
        for nonsense in ["qqqqqqqq", "……", "\\(]"] {
            reader
                .types("combobox", "Search everything", nonsense)
                .await;
            reader
                .finds_in("status", "Nothing matches. What comes nearest")
                .await;
            reader.finds_in("option", "nearest").await;
        }
        reader
    });
}
