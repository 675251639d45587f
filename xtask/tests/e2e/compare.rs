//! Side by side: up to six entities, what differs, where it stands, and on paper.
use crate::reader::read;
use serde_json::{json, Value};

/// Presses the button that picks the card of a number.
fn pick(card: usize) -> String {
    format!("const c = document.querySelectorAll('.card')[{card}]; c.scrollIntoView({{ block: 'center' }}); c.querySelector('.compare-toggle').click(); return c.querySelector('h3').innerText")
}

#[test]
fn two_cards_are_beside_each_other_after_two_actions_each_value_with_its_source() {
    read(&[], |reader| async move {
        reader.goto("#/chips?lang=en").await;
        reader
            .until("document.querySelectorAll('.card').length > 8")
            .await;
        let first = reader.run(&pick(0)).await;
        reader.finds_in("status", "1 of 6 selected").await;
        let second = reader.run(&pick(1)).await;
        reader.finds_in("status", "2 of 6 selected").await;
        reader
            .run("document.querySelector('.tray a').click(); return 1")
            .await;
        reader.until("location.hash.startsWith('#/compare/')").await;
        let heads = reader.run("return [...document.querySelectorAll('.matrix thead th > a:not(.remove)')].map((e) => e.innerText)").await;
        assert_eq!(heads, json!([first, second]));
        // Rows stand in groups of fields; a cell says what is stated and where, or that nothing is.
        reader
            .until("document.querySelectorAll('.matrix [scope=rowgroup]').length > 0")
            .await;
        let whole = reader.run("return [...document.querySelectorAll('.matrix tr.plain td, .matrix tr.guarded td')].every((c) => c.innerText.trim() && (c.innerText.includes('not stated') || [...c.children].every((l) => l.querySelector('.origin'))))").await;
        assert_eq!(whole, json!(true));
        // What is picked is still picked on the next visit.
        reader.goto("#/models?lang=en").await;
        reader.finds_in("status", "2 of 6 selected").await;
        reader
    });
}

#[test]
fn differences_alone_are_shown_on_request_and_unlike_quantities_are_labelled() {
    read(&[], |reader| async move {
        reader.goto("#/compare/tpu,tpu-v5p?lang=en").await;
        let rows = "document.querySelectorAll('.matrix tr.plain, .matrix tr.guarded').length";
        reader.until(&format!("{rows} > 2")).await;
        let all = reader.run(&format!("return {rows}")).await;
        reader.press("link", "Only differences").await;
        reader
            .until(&format!(
                "location.hash.includes('rows=different') && {rows} < {all}"
            ))
            .await;
        reader.until("[...document.querySelectorAll('.matrix tr.plain > th')].every((e) => e.querySelector('.differs'))").await;
        reader
            .paste("#/compare/b200,mi300x?lang=en&layer=context")
            .await;
        reader
            .finds_in("row", "A ratio cannot be set against an amount")
            .await;
        // An entity is taken out in its own column.
        reader.press("link", "Remove: NVIDIA B200").await;
        reader
            .until("document.querySelectorAll('.matrix thead th > a:not(.remove)').length === 1")
            .await;
        reader.finds_in("main", "One more makes a comparison").await;
        reader.press("main .suggested a", "").await;
        reader
            .until("document.querySelectorAll('.matrix thead th > a:not(.remove)').length === 2")
            .await;
        reader
    });
}

#[test]
fn six_are_the_most_and_what_does_not_exist_is_named() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader
            .until("document.querySelectorAll('.card').length > 8")
            .await;
        for card in 0..6 {
            reader.run(&pick(card)).await;
            reader
                .finds_in("status", &format!("{} of 6 selected", card + 1))
                .await;
        }
        reader.until("document.querySelectorAll('.card')[6].querySelector('.compare-toggle').innerText === '6 is the most'").await;
        reader.run(&pick(6)).await;
        reader
            .until("document.querySelectorAll('.compare-toggle[aria-pressed=true]').length === 6")
            .await;
        reader.press("button", "Clear").await;
        reader.until("!document.querySelector('.tray')").await;
        reader.paste("#/compare/b200,nothing-known?lang=en").await;
        reader.finds_in("status", "nothing-known").await;
        reader
    });
}

#[test]
fn a_comparison_is_printed_on_a4() {
    read(&[], |reader| async move {
        for (address, most) in [
            ("tpu,tpu-v5p", 2),
            ("b200,mi300x,h100,tpu,sohu,maia-100", 4),
        ] {
            reader.goto(&format!("#/compare/{address}?lang=en")).await;
            reader.until("document.querySelectorAll('.matrix tr.plain').length > 2 && document.querySelector('main#main:not([aria-busy])')").await;
            let printed = reader
                .tell("Page.printToPDF", json!({"preferCSSPageSize": true}))
                .await;
            let pages = reader.run(&format!("const pdf = atob({}); return [...pdf.matchAll(/\\/Type \\/Page\\b[^]*?\\/MediaBox \\[0 0 ([\\d.]+) ([\\d.]+)\\]/g)].map((m) => [+m[1], +m[2]])", printed["data"])).await;
            let pages = pages.as_array().cloned().unwrap_or_default();
            assert!(
                (1..=most).contains(&pages.len()),
                "{} pages for {address}",
                pages.len()
            );
            let a4 = |page: &Value| [0, 1].map(|side| page[side].as_f64().map(f64::round));
            assert!(
                pages
                    .iter()
                    .all(|page| a4(page) == [Some(842.0), Some(595.0)]),
                "{pages:?}"
            );
            // On paper the matrix is no wider than the page: nothing is cut off.
            reader
                .tell("Emulation.setEmulatedMedia", json!({"media": "print"}))
                .await;
            let width = 842.0 - 2.0 * 34.0;
            reader.tell("Emulation.setDeviceMetricsOverride", json!({"width": (width / 0.75) as u32, "height": 700, "deviceScaleFactor": 1, "mobile": false})).await;
            reader.until("(() => { const m = document.querySelector('.matrix'); return m.scrollWidth <= innerWidth && [...m.querySelectorAll('td, th')].every((c) => c.scrollWidth <= c.clientWidth + 1); })()").await;
            reader.until("![...document.querySelectorAll('button')].some(shown) && !document.querySelector('.tray')?.checkVisibility()").await;
            reader
                .tell("Emulation.clearDeviceMetricsOverride", json!({}))
                .await;
            reader
                .tell("Emulation.setEmulatedMedia", json!({"media": ""}))
                .await;
        }
        reader
    });
}
