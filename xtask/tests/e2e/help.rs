//! Keys, the tour, and the page that is never blank.
use crate::reader::read;

#[test]
fn keys_do_what_the_list_says_and_can_be_switched_off() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&q=gpt").await;
        reader
            .until("document.querySelectorAll('.card').length > 3")
            .await;
        reader.keys("j").await;
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
        reader.run("document.body.focus(); return 1").await;
        reader.keys("ga").await;
        reader
            .run("return new Promise((done) => setTimeout(done, 200))")
            .await;
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
fn the_tour_comes_once_takes_no_focus_and_never_to_a_pasted_filter() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&q=gpt").await;
        reader
            .run("return new Promise((done) => setTimeout(done, 300))")
            .await;
        reader.until("!document.querySelector('.tour')").await;
        reader.goto("#/?lang=en").await;
        reader
            .until("document.querySelector('.tour') && document.activeElement === document.body")
            .await;
        reader.press("button", "Next").await;
        reader.press("button", "Don’t show again").await;
        reader.until("!document.querySelector('.tour')").await;
        reader.goto("#/?lang=en").await;
        reader
            .run("return new Promise((done) => setTimeout(done, 300))")
            .await;
        reader.until("!document.querySelector('.tour')").await;
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
