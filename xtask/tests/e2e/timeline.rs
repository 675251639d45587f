//! Everything that has a date, on one axis: by mouse, by keyboard, as a table.
use crate::reader::read;
use serde_json::json;
use thirtyfour::Key;

const EVENTS: &str = "document.querySelectorAll('.timeline .event').length";
const NOW: &str = "document.querySelector('.now').innerText";

#[test]
fn keys_move_from_event_to_event_by_years_to_the_ends_and_open() {
    read(&[], |reader| async move {
        reader.goto("#/timeline?lang=en").await;
        reader
            .until(&format!(
                "{EVENTS} > 40 && document.querySelector('main#main:not([aria-busy])')"
            ))
            .await;
        // Tab reaches the whole timeline once; its events are reached by arrows.
        reader
            .run("document.querySelector('.timeline').focus(); return 1")
            .await;
        assert_eq!(
            reader
                .run("return document.querySelectorAll('.timeline [tabindex=\"0\"]').length")
                .await,
            json!(0)
        );
        let current = "const e = document.querySelector('.event[aria-current]'); return e && e.id";
        reader.keys(Key::Home).await;
        reader.until(&format!("{NOW} !== ''")).await;
        let first = reader.run(current).await;
        reader.keys(Key::Right).await;
        reader
            .until(&format!(
                "document.querySelector('.event[aria-current]').id !== {first}"
            ))
            .await;
        reader.keys(Key::Left).await;
        reader
            .until(&format!(
                "document.querySelector('.event[aria-current]').id === {first}"
            ))
            .await;
        let year = format!("+{NOW}.match(/\\b(19|20)\\d\\d\\b/)[0]");
        let before = reader
            .run(&format!("return {year}"))
            .await
            .as_u64()
            .expect("a year");
        reader.keys(Key::PageDown).await;
        reader.until(&format!("{year} > {before}")).await;
        reader.keys(Key::PageUp).await;
        reader.until(&format!("{year} === {before}")).await;
        reader.keys(Key::End).await;
        reader.until(&format!("{year} > {before} && document.querySelector('.event[aria-current]').id !== {first}")).await;
        let last = reader.run(current).await;
        reader.keys(Key::Right).await;
        assert_eq!(reader.run(current).await, last, "the last one is the end");
        reader.keys(Key::Enter).await;
        reader.until("location.hash.startsWith('#/entity/')").await;
        reader
    });
}

#[test]
fn years_collections_and_layer_are_chosen_and_kept_in_the_address() {
    read(&[], |reader| async move {
        reader.goto("#/timeline?lang=en").await;
        reader
            .until(&format!(
                "{EVENTS} > 40 && document.querySelector('main#main:not([aria-busy])')"
            ))
            .await;
        let count = format!("return {EVENTS}");
        let all = reader.run(&count).await.as_u64().expect("a number");
        // Not only releases: rules and dated numbers stand on the same axis.
        for lane in ["Models", "Regulations", "Numbers"] {
            reader.finds_in(".lanes h2", lane).await;
        }
        reader.press("button", "Fewer years").await;
        reader
            .until(&format!(
                "/years=\\d+-\\d+|years=\\d+/.test(location.hash) && {EVENTS} < {all}"
            ))
            .await;
        reader.press("button", "Earlier").await;
        reader.press("button", "Later").await;
        reader.press("button", "All years").await;
        reader
            .until(&format!(
                "!location.hash.includes('years=') && {EVENTS} === {all}"
            ))
            .await;
        reader.press("checkbox", "Regulations & governance").await;
        reader.until(&format!("location.hash.includes('in=regulations') && {EVENTS} < {all} && document.querySelectorAll('.lanes h2').length === 1")).await;
        reader.press("checkbox", "Models").await;
        reader.until("location.hash.includes('in=regulations,models') && document.querySelectorAll('.lanes h2').length === 2").await;
        let report = reader.run(&count).await.as_u64().expect("a number");
        reader.press("link", "Report and context").await;
        reader
            .until(&format!(
                "location.hash.includes('layer=context') && {EVENTS} > {report}"
            ))
            .await;
        // What is not the report's is drawn otherwise, and the legend says so.
        reader.until("document.querySelector('.timeline .event.context') && [...document.querySelectorAll('.legend .context')].some((e) => e.innerText.includes('public record'))").await;
        reader
    });
}

#[test]
fn a_date_is_drawn_and_written_as_precisely_as_it_is_stated() {
    read(&[], |reader| async move {
        reader.goto("#/timeline?lang=en").await;
        reader
            .until(&format!(
                "{EVENTS} > 40 && document.querySelector('main#main:not([aria-busy])')"
            ))
            .await;
        reader.press("button", "As a table").await;
        let rows = reader.run("return [...document.querySelectorAll('.dates tbody tr')].map((r) => r.querySelector('.when').innerText)").await;
        let rows: Vec<&str> = rows
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|r| r.as_str())
            .collect();
        assert_eq!(
            reader.run(&format!("return {EVENTS}")).await,
            json!(rows.len()),
            "the table has what the drawing has"
        );
        let day = |date: &&&str| date.split(' ').count() == 3;
        let year = |date: &&&str| date.len() == 4;
        let (days, years) = (
            rows.iter().filter(day).count(),
            rows.iter().filter(year).count(),
        );
        assert!(days > 0 && years > 0, "{rows:?}");
        // Only a day is a point; a year is a bar as wide as the year.
        assert_eq!(
            reader
                .run("return document.querySelectorAll('.timeline .event.point').length")
                .await,
            json!(days)
        );
        let wide = reader.run("const ticks = [...document.querySelectorAll('.tick.year')].map((t) => t.offsetLeft); const year = Math.min(...ticks.slice(1).map((t, n) => t - ticks[n])); return [...document.querySelectorAll('.event')].filter((e) => / \\d{4}\\b|^\\d{4}\\b/.test(e.title) && !e.classList.contains('point')).length > 0 && [...document.querySelectorAll('.event.point .bar')].every((b) => b.offsetWidth < 30 && year > 0)").await;
        assert_eq!(wide, json!(true));
        // Every row has its source.
        reader.until("[...document.querySelectorAll('.dates tbody tr')].every((r) => r.querySelector('.origin'))").await;
        reader.resize(390, 844).await;
        reader.until("document.querySelector('.timeline .down .span') && document.documentElement.scrollWidth <= innerWidth").await;
        reader
    });
}
