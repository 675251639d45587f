//! Cards, table, timeline, chart: the same entities, and not more of them on the page than can be read.
use crate::reader::read;
use crate::site::{dist, Fault};
use serde_json::{json, Value};

/// Notes what would be put on the clipboard; nothing leaves the page.
const CLIPBOARD: &str = "window.clip = {}; addEventListener('copy', (e) => { clip.text = e.clipboardData.getData('text/plain'); clip.html = e.clipboardData.getData('text/html'); }); return 1";
const HEADS: &str = "[...document.querySelectorAll('.sheet-table thead th')].map((e) => e.querySelector('a').innerText)";

#[test]
fn each_view_is_one_action_away_and_in_the_address() {
    read(&[], |reader| async move {
        reader.goto("#/regulations?lang=en&jurisdiction=eu").await;
        reader
            .until("document.querySelectorAll('.card').length > 2")
            .await;
        for (tab, view, shows) in [
            ("Table", "table", "document.querySelectorAll('.sheet-table tbody tr').length > 2"),
            ("Timeline", "timeline", "document.querySelectorAll('.timeline .event').length > 2"),
            ("Own chart", "chart", "document.querySelector('.own figure svg path') && document.querySelectorAll('.card').length > 2"),
        ] {
            reader.run(&format!("find('link', '{tab}').find((e) => e.closest('.views')).click(); return 1")).await;
            reader.until(&format!("location.hash.includes('view={view}') && location.hash.includes('jurisdiction=')")).await;
            reader.until(shows).await;
            reader.until(&format!("document.querySelector('.views [aria-current]').innerText === '{tab}'")).await;
        }
        reader.press("link", "Cards").await;
        reader
            .until(
                "!location.hash.includes('view=') && document.querySelectorAll('.card').length > 2",
            )
            .await;
        reader
    });
}

#[test]
fn columns_are_chosen_and_rows_sorted_by_several_keys() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&view=table").await;
        reader
            .until("document.querySelectorAll('.sheet-table tbody tr').length > 50")
            .await;
        reader.press("button", "Columns").await;
        reader.run("find('checkbox', 'Architecture').find((e) => e.closest('details.columns')).click(); return 1").await;
        reader.until(&format!("location.hash.includes('cols=') && !{HEADS}.some((h) => h.startsWith('Architecture'))")).await;
        reader.run("find('checkbox', 'Architecture').find((e) => e.closest('details.columns')).click(); return 1").await;
        reader
            .until(&format!(
                "{HEADS}.some((h) => h.startsWith('Architecture'))"
            ))
            .await;
        // A heading sorts by its column; with Shift, or by its plus sign, by it as well.
        reader.press("th a", "Developer").await;
        reader
            .until("location.hash.includes('sort=developer')")
            .await;
        reader.shift_press("th a", "Context length").await;
        reader
            .until("location.hash.includes('sort=developer,-context_length')")
            .await;
        reader
            .until(&format!(
                "{HEADS}.includes('Developer ↑1') && {HEADS}.includes('Context length ↓2')"
            ))
            .await;
        reader.press("link", "Then by this column: Name").await;
        reader
            .until("/sort=developer,-context_length,[a-z_]+/.test(location.hash)")
            .await;
        reader.until("document.querySelector('th[aria-sort=ascending] a').innerText.startsWith('Developer')").await;
        // Inside one developer the longest context comes first.
        let rows = reader
            .run("const at = [...document.querySelectorAll('.sheet-table thead th')].findIndex((e) => e.innerText.startsWith('Context')); return [...document.querySelectorAll('.sheet-table tbody tr')].filter((r) => /^OpenAI/.test(r.cells[1].innerText)).map((r) => parseFloat(r.cells[at].innerText.replaceAll(',', ''))).filter((n) => n > 0)")
            .await;
        let lengths: Vec<f64> = rows
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_f64)
            .collect();
        assert!(
            lengths.len() > 2 && lengths.is_sorted_by(|a, b| a >= b),
            "{rows}"
        );
        reader
    });
}

#[test]
fn the_head_of_a_long_table_stays_in_sight() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&view=table").await;
        reader
            .until("document.querySelectorAll('.sheet-table tbody tr').length > 50")
            .await;
        reader
            .until("(() => { const row = document.querySelectorAll('.sheet-table tbody tr')[45]; row.scrollIntoView({ block: 'center' }); const head = document.querySelector('.sheet-table thead th').getBoundingClientRect(); const [top, low] = [row.getBoundingClientRect().top, document.elementFromPoint(head.left + 20, head.top + 8)]; return head.top >= 0 && head.bottom <= top && low?.closest('thead'); })()")
            .await;
        reader
    });
}

#[test]
fn a_copied_table_has_numbers_as_numbers_and_texts_as_texts() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&view=table&developer=openai&cols=developer,released,context_length").await;
        reader
            .until("document.querySelectorAll('.sheet-table tbody tr').length > 3")
            .await;
        reader.run(CLIPBOARD).await;
        reader.press("button", "Copy table").await;
        reader
            .finds_in("status", "Copied; paste it into a spreadsheet")
            .await;
        let clip = reader.run("const rows = [...new DOMParser().parseFromString(clip.html, 'text/html').querySelectorAll('tr')].map((r) => [...r.cells].map((c) => [c.innerText, c.style.length || c.getAttribute('style') ? 'text' : 'number'])); return { rows, text: clip.text.trim().split('\\n').map((l) => l.split('\\t')), hits: parseInt(document.querySelector('.controls output').innerText) }").await;
        let rows = clip["rows"].as_array().expect("an HTML table");
        let text = clip["text"].as_array().expect("lines of text");
        let hits = clip["hits"].as_u64().expect("a number of hits");
        assert_eq!(
            rows.len() as u64,
            hits + 1,
            "a row for each hit, below the heads"
        );
        assert_eq!(text.len(), rows.len());
        let head = |name: &str| {
            rows[0]
                .as_array()
                .and_then(|r| r.iter().position(|c| c[0] == name))
        };
        let at = head("Context length").expect("a column of numbers");
        assert!(head("Context length: unit").is_some(), "{}", rows[0]);
        let mut numbers = 0;
        for (row, line) in rows[1..].iter().zip(&text[1..]) {
            let (cell, kind) = (row[at][0].as_str().unwrap_or(""), &row[at][1]);
            assert_eq!(line[at], row[at][0], "both forms say the same");
            match cell.parse::<f64>() {
                Ok(_) => assert_eq!(kind, "number"),
                Err(_) => assert_eq!((cell, kind.as_str()), ("not stated", Some("text"))),
            }
            numbers += usize::from(kind == "number");
            assert_eq!(row[0][1], "text");
        }
        assert!(numbers > 1, "{clip}");
        reader
    });
}

#[test]
fn a_window_of_cards_and_rows_grows_on_request() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        for n in [30, 60] {
            reader
                .until(&format!(
                    "document.querySelectorAll('.card').length === {n}"
                ))
                .await;
            reader.press("button", "Show more").await;
        }
        reader.until("document.querySelectorAll('.card').length > 60 && find('button', 'Show more').length === 0").await;
        reader
    });
}

/// The models of the edition again and again under new names, ten thousand of them.
fn ten_thousand() -> &'static str {
    let path = dist().join("pack/caict-2024/models.json");
    let text = std::fs::read_to_string(path).expect("a built site has its pack");
    let models: Vec<Value> = serde_json::from_str(&text).expect("a list of entities");
    let many = (0..10_000).map(|n| {
        let mut one = models[n % models.len()].clone();
        if n >= models.len() {
            let name = format!("Model {n}");
            one["id"] = json!(format!("model-{n}"));
            one["name"] = json!({"zh": name, "en": name});
        }
        one
    });
    Box::leak(json!(many.collect::<Vec<_>>()).to_string().into_boxed_str())
}

#[test]
fn ten_thousand_entities_are_no_more_on_the_page_than_seventy() {
    let many = Fault::Replaced("pack/caict-2024/models.json", ten_thousand());
    read(&[many], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader.until("document.querySelectorAll('.card').length === 30 && document.querySelector('main#main:not([aria-busy])')").await;
        reader.finds_in("output", "10000 models").await;
        reader.until("[...document.querySelectorAll('figure')].every((f) => f.querySelector('svg path'))").await;
        let nodes = "return document.querySelectorAll('main *').length";
        let whole = reader.run(nodes).await.as_u64().expect("a number");
        assert!(
            whole < 6_000,
            "{whole} elements for 30 cards and the charts"
        );
        // A facet changes the cards that go and come and what counts, not the rest of the page.
        reader.run("window.changed = 0; new MutationObserver((l) => { for (const r of l) if (!r.target.closest?.('figure')) for (const n of [...r.addedNodes, ...r.removedNodes]) changed += n.nodeType === 1 ? 1 + n.querySelectorAll('*').length : 0; }).observe(document.querySelector('main'), { childList: true, subtree: true }); return 1").await;
        reader.press("checkbox", "OpenAI").await;
        reader.until("location.hash.includes('developer=openai') && parseInt(document.querySelector('.controls output').innerText) < 10000").await;
        reader
            .until("document.querySelectorAll('.card').length === 30")
            .await;
        let changed = reader
            .run("return changed")
            .await
            .as_u64()
            .expect("a number");
        let cards = reader
            .run("return document.querySelectorAll('.cards *').length")
            .await
            .as_u64()
            .expect("a number");
        assert!(
            changed < 2 * cards + 600,
            "{changed} elements came or went, the cards have {cards}"
        );
        reader.press("link", "Clear all").await;
        reader.press("button", "Show more").await;
        reader
            .until("document.querySelectorAll('.card').length === 60")
            .await;
        // So it is in a table.
        reader.press("link", "Table").await;
        reader
            .until("document.querySelectorAll('.sheet-table tbody tr').length === 60")
            .await;
        reader.press("button", "Show more").await;
        reader
            .until("document.querySelectorAll('.sheet-table tbody tr').length === 120")
            .await;
        reader
    });
}
