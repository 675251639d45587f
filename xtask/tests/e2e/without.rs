//! A browser that lacks something: storage, WebAssembly, JavaScript. The page says so and never stays blank.
use crate::reader::{read, read_at};
use crate::site::Site;
use serde_json::json;

#[test]
fn without_storage_everything_works_for_the_time_of_the_visit() {
    read(&[], |reader| async move {
        reader.before("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked', 'SecurityError'); } });").await;
        reader.goto("#/models?lang=en").await;
        reader
            .until("document.querySelectorAll('.card').length >= 10")
            .await;
        reader.press("checkbox", "OpenAI").await;
        reader.until("location.hash.includes('developer=openai') && document.querySelectorAll('.card').length > 2").await;
        reader.press("button", "Light or dark").await;
        reader
            .until("document.documentElement.dataset.theme === 'dark'")
            .await;
        for card in 0..2 {
            reader
                .run(&format!(
                    "document.querySelectorAll('.card .star')[{card}].click(); return 1"
                ))
                .await;
            reader
                .until(&format!(
                    "document.querySelectorAll('.star[aria-pressed=true]').length === {}",
                    card + 1
                ))
                .await;
        }
        reader
            .run("document.querySelector('.card .compare-toggle').click(); return 1")
            .await;
        reader.finds_in("status", "1 of 6 selected").await;
        reader.paste("#/pinned?lang=en").await;
        reader
            .until("document.querySelectorAll('.pins > li').length === 2")
            .await;
        reader
            .finds_in("main", "The browser does not allow keeping the list")
            .await;
        reader
    });
}

/// What the page says where its program cannot run: whose report this is, why nothing moves, where the data lies.
const SAID: &str = "const f = document.getElementById('fallback'); return f.checkVisibility() && ['人工智能发展报告（2024年）', '中国信息通信研究院', 'AI Development Report (2024)', 'CAICT', 'WebAssembly', 'JavaScript'].every((part) => f.innerText.includes(part))";

#[test]
fn without_webassembly_the_page_says_what_is_missing_and_offers_the_data() {
    read_at(Site::start(&[]), &["WebAssembly"], |reader| async move {
        reader.before("delete window.WebAssembly;").await;
        let address = format!("{}#/models?lang=en", reader.site.address);
        reader.driver.goto(&address).await.expect("a page");
        reader.finds_in("alert", "The program does not run").await;
        assert_eq!(reader.run(SAID).await, json!(true));
        reader.finds("link", "models").await;
        let answers = reader.run("return Promise.all([...document.querySelectorAll('#fallback a')].map((a) => fetch(a.href).then((r) => r.ok ? r.json() : null))).then((all) => all.length > 10 && all.every(Boolean))").await;
        assert_eq!(answers, json!(true), "each data file is there");
        reader
    });
}

#[test]
fn without_javascript_the_page_says_the_same() {
    read(&[], |reader| async move {
        reader
            .tell(
                "Emulation.setScriptExecutionDisabled",
                json!({"value": true}),
            )
            .await;
        reader
            .driver
            .goto(&reader.site.address)
            .await
            .expect("a page");
        assert_eq!(reader.run(SAID).await, json!(true));
        assert!(reader.sees("link", "models").await);
        // A button that could do nothing is not shown, and nothing waits for a program.
        assert!(!reader.sees("button", "重新载入 · Reload").await);
        let waits = reader
            .run("return document.getElementById('boot').checkVisibility()")
            .await;
        assert_eq!(waits, json!(false));
        reader
            .tell(
                "Emulation.setScriptExecutionDisabled",
                json!({"value": false}),
            )
            .await;
        reader
    });
}
