//! Language as a lens: marked wherever it changes, switched without losing one's place.
use crate::reader::read;
use serde_json::json;

const WALK: &str = include_str!("language.js");

#[test]
fn every_run_in_the_other_language_is_marked_as_such() {
    let pages = [
        "models",
        "chips",
        "numbers",
        "organisations",
        "checks",
        "dictionary",
        "about",
        "outline",
        "entity/openai",
        "entity/table-3",
        "entity/figure-1",
        "entity/figure-4",
        "entity/oneflow",
    ];
    for lang in ["en", "zh", "en-zh", "zh-en"] {
        read(&[], |reader| async move {
            for (nth, page) in pages.into_iter().enumerate() {
                let address = format!("#/{page}?lang={lang}&layer=context");
                match nth {
                    0 => reader.goto(&address).await,
                    _ => reader.turn(&address).await,
                }
                reader
                    .until("document.querySelector('main#main:not([aria-busy]) h1')")
                    .await;
                assert_eq!(reader.run(WALK).await, json!([]), "{address}");
            }
            reader
        });
    }
}

#[test]
fn another_language_keeps_the_place_and_the_focus() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&q=gpt").await;
        reader
            .until("document.querySelector('main#main:not([aria-busy])')")
            .await;
        // Charts find their height and the page its place; the card stays where the reader put it.
        let hold = "(() => { const a = document.querySelectorAll('.card h3 a')[3]; const top = a.getBoundingClientRect().top;\
            if (top > 200 && top < 800) { window.held = (window.held || 0) + 1; } else { window.held = 0; a.scrollIntoView({ block: 'center' }); }\
            a.focus({ preventScroll: true }); return window.held > 15; })()";
        reader.until(hold).await;
        let place = "const a = document.activeElement; return [a.getAttribute('href').split('?')[0], Math.round(a.getBoundingClientRect().top)]";
        let before = reader.run(place).await;
        reader.keys("l").await;
        reader.until("document.documentElement.lang === 'zh'").await;
        reader
            .until("document.activeElement.closest('.card')")
            .await;
        let after = reader.run(place).await;
        assert_eq!(before[0], after[0], "the same card has the focus");
        let top = before[1].as_f64().expect("a card has a place");
        let same =
            format!("Math.abs(document.activeElement.getBoundingClientRect().top - {top}) < 40");
        reader.until(&same).await;
        reader
    });
}

#[test]
fn a_term_shows_its_other_language_when_pointed_at_and_beside_it_when_both_are_shown() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader
            .until("document.querySelector('.facet li span[title=\"语言\"]')")
            .await;
        reader
            .until("!document.querySelector('.facet .second').checkVisibility()")
            .await;
        reader.press("link", "Both").await;
        reader
            .until("document.querySelector('.facet .second').checkVisibility()")
            .await;
        reader
            .until("document.querySelector('h1 .second').innerText === '模型'")
            .await;
        reader
    });
}
