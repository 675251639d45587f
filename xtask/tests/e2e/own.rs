//! The reader's own chart: what can be chosen, what is refused and why, and a range that filters everything.
use crate::reader::read;
use serde_json::json;
use thirtyfour::Key;

const DRAWN: &str = "[...document.querySelectorAll('.own figure')].every((f) => f.querySelector('svg path') && f.querySelector('h2').innerText) && document.querySelectorAll('.own figure').length";

#[test]
fn measure_group_split_form_and_scale_are_chosen_and_kept_in_the_address() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&view=chart").await;
        reader.until(&format!("{DRAWN} === 1")).await;
        reader.choose("Group by", "Developer").await;
        reader
            .until("location.hash.includes('group=developer')")
            .await;
        reader.choose("Split by", "Modality").await;
        reader
            .until("location.hash.includes('split=modality')")
            .await;
        reader.press("link", "grid").await;
        reader.until("location.hash.includes('form=heat')").await;
        reader.until(&format!("{DRAWN} === 1")).await;
        reader.choose("Measure", "Context length").await;
        reader
            .until("location.hash.includes('measure=context_length')")
            .await;
        reader.press("link", "log scale").await;
        reader.until("location.hash.includes('scale=log')").await;
        reader.until(&format!("{DRAWN} === 1")).await;
        // The address alone brings the same chart back.
        let address = reader.address().await;
        let headline = "return document.querySelector('.own figure h2').innerText";
        let before = reader.run(headline).await;
        reader.goto(&address).await;
        reader.until(&format!("{DRAWN} === 1")).await;
        assert_eq!(reader.run(headline).await, before);
        assert_eq!(reader.address().await, address);
        let chosen = reader.run("return [...document.querySelectorAll('.chooser select')].map((s) => s.selectedOptions[0].value === location.hash)").await;
        assert_eq!(
            chosen,
            json!([true, true, true]),
            "each list shows what is chosen"
        );
        reader
    });
}

#[test]
fn what_makes_no_sense_is_not_offered_and_has_its_reason() {
    read(&[], |reader| async move {
        reader
            .goto("#/models?lang=en&view=chart&measure=context_length&split=developer&form=dots")
            .await;
        reader.until(&format!("{DRAWN} === 1")).await;
        reader
            .press("button", "What does not fit this choice, and why")
            .await;
        reader
            .finds_in("listitem", "stacked bars: Stated values cannot be added up")
            .await;
        assert!(!reader.sees("link", "stacked bars").await);
        // Every choice that is offered can be drawn.
        let offered = reader.run("return [...document.querySelectorAll('.chooser option')].map((o) => o.value).concat([...document.querySelectorAll('.chooser .switch:not([hidden]) a')].map((a) => a.getAttribute('href')))").await;
        let offered: Vec<&str> = offered
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|o| o.as_str())
            .collect();
        assert!(offered.len() > 12, "{offered:?}");
        for address in offered {
            reader.paste(address).await;
            reader
                .until(&format!(
                    "location.hash === {} && ({DRAWN}) > 0",
                    json!(address)
                ))
                .await;
            assert!(!reader.text().await.contains("makes no chart"), "{address}");
        }
        // An address that asks for what cannot be drawn gets the nearest chart and the reason.
        reader
            .paste("#/models?lang=en&view=chart&measure=context_length&group=developer&form=heat")
            .await;
        reader.finds_in("status", "The chosen combination makes no chart, so the nearest one is shown: Stated values cannot be added up").await;
        reader.until(&format!("{DRAWN} === 1")).await;
        reader
    });
}

#[test]
fn small_multiples_have_a_chart_for_each_value() {
    read(&[], |reader| async move {
        reader
            .goto("#/models?lang=en&view=chart&measure=context_length&split=modality")
            .await;
        reader.until(&format!("{DRAWN} === 1")).await;
        reader.press("link", "small multiples").await;
        reader.until("location.hash.includes('multiples')").await;
        reader.until(&format!("({DRAWN}) > 1")).await;
        // Each has a name of its own; what has no chart is said.
        let names = reader.run("return [...document.querySelectorAll('.own figure')].map((f) => f.innerText.slice(0, 200))").await;
        let mut names: Vec<String> = names
            .as_array()
            .into_iter()
            .flatten()
            .map(|n| n.to_string())
            .collect();
        let all = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), all);
        reader.press("link", "one chart").await;
        reader.until(&format!("{DRAWN} === 1")).await;
        reader
    });
}

#[test]
fn a_range_drawn_under_one_chart_filters_all_charts_and_cards() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader
            .until("document.querySelector('main#main:not([aria-busy])')")
            .await;
        // The range comes with the whole application, and the pictures once they can be drawn.
        reader.press("link", "Own chart").await;
        reader.choose("Measure", "Context length").await;
        reader
            .until("find('input[type=range]', 'Context length From').length > 0")
            .await;
        reader.until("[...document.querySelectorAll('figure')].every((f) => f.querySelector('svg path'))").await;
        let captions = "return [...document.querySelectorAll('figure')].map((f) => f.innerText)";
        let before = reader.run(captions).await;
        let cards = reader.cards().await;
        reader.run("const e = find('input[type=range]', 'Context length From')[0]; e.scrollIntoView({ block: 'center' }); e.focus(); return 1").await;
        for _ in 0..5 {
            reader.keys(Key::PageUp).await;
        }
        reader
            .until("/context_length=[\\d.e]+\\.\\./.test(location.hash)")
            .await;
        reader
            .until(&format!(
                "document.querySelectorAll('.card').length < {cards}"
            ))
            .await;
        let after = reader.run(captions).await;
        let (before, after) = (
            before.as_array().expect("texts"),
            after.as_array().expect("texts"),
        );
        assert_eq!(before.len(), after.len());
        for (was, is) in before.iter().zip(after) {
            assert_ne!(was, is, "every chart follows");
        }
        reader.finds_in("link", "Remove Context length").await;
        reader
    });
}
