//! Keys, the tour, and the page that is never blank.
use crate::reader::read;

/// All files have come.
const COMPLETE: &str = "document.querySelector('main#main:not([aria-busy])')";

#[test]
fn keys_do_what_the_list_says_and_can_be_switched_off() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&q=gpt").await;
        reader
            .until("document.querySelectorAll('.card').length > 3")
            .await;
        reader.keys("j").await;
        reader
            .until("document.activeElement === document.querySelectorAll('.card h3 a')[0]")
            .await;
        reader.keys("j").await;
        reader
            .until("document.activeElement === document.querySelectorAll('.card h3 a')[1]")
            .await;
        reader.keys("k").await;
        reader
            .until("document.activeElement === document.querySelectorAll('.card h3 a')[0]")
            .await;
        reader.keys("c").await;
        reader
            .until("location.hash.includes('layer=context')")
            .await;
        reader.keys("gd").await;
        reader
            .until("location.hash.startsWith('#/dictionary')")
            .await;
        reader.keys("?").await;
        reader.finds_in("dialog", "Keyboard shortcuts").await;
        reader.press("checkbox", "Use single-key shortcuts").await;
        reader.press("button", "Close").await;
        reader.until("find('dialog', '').length === 0").await;
        reader.run("document.activeElement.blur(); return 1").await;
        // What a key does is done within its event.
        reader.keys("ga").await;
        assert!(reader.address().await.starts_with("#/dictionary"));
        reader
    });
}

#[test]
fn what_is_typed_into_a_field_is_no_key() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader
            .types("searchbox", "Search this collection", "lt")
            .await;
        reader.until("location.hash.includes('q=lt')").await;
        assert!(reader.address().await.contains("lang=en"));
        reader
    });
}

#[test]
fn the_tour_is_offered_once_takes_no_focus_and_is_not_offered_to_a_pasted_filter() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&q=gpt").await;
        reader.until(COMPLETE).await;
        assert!(!reader.sees("button", "Show me").await);
        reader.goto("#/?lang=en").await;
        reader.finds("button", "Show me").await;
        reader
            .until("document.activeElement === document.body")
            .await;
        reader.press("button", "Show me").await;
        reader
            .until("document.querySelector('.tour')?.innerText.includes('Collections start here')")
            .await;
        reader.press("button", "Next").await;
        reader
            .until(
                "document.querySelector('.tour')?.innerText.includes('Every value has its source')",
            )
            .await;
        reader.press("button", "Close").await;
        reader.until("!document.querySelector('.tour')").await;
        reader.goto("#/?lang=en").await;
        reader.until(COMPLETE).await;
        assert!(!reader.sees("button", "Show me").await);
        reader
    });
}

#[test]
fn a_refused_tour_never_returns() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=zh").await;
        reader.press("button", "不再显示").await;
        reader.goto("#/?lang=zh").await;
        reader.until(COMPLETE).await;
        assert!(!reader.sees("button", "看提示").await);
        reader
    });
}

#[test]
fn a_program_that_stops_says_so_and_offers_the_data() {
    read(&[], |reader| async move {
        reader.goto("#/?lang=en").await;
        reader.run("dispatchEvent(new ErrorEvent('error', { error: new WebAssembly.RuntimeError('unreachable') })); return 1").await;
        reader.finds_in("alert", "The program does not run").await;
        reader.finds("button", "重新载入 · Reload").await;
        reader.finds("link", "models").await;
        reader
    });
}
