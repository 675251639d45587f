//! What a reader takes away: files, citations, sentences, links, a list of pinned things.
use super::reader::read;
use serde_json::json;

/// Catches what would be saved: the file's name and its text.
const CATCH: &str = "window.caught = []; HTMLAnchorElement.prototype.click = function () { \
    const name = this.download; fetch(this.href).then((r) => r.text()).then((t) => caught.push([name, t])); }; return 1";

#[test]
fn a_menu_asked_for_in_the_first_view_opens_and_gives_files_and_citations() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&developer=openai").await;
        reader
            .run("document.querySelector('.controls .ask').click(); return 1")
            .await;
        reader
            .until("document.querySelector('.controls details.take[open] .sheet')")
            .await;
        reader.run(CATCH).await;
        reader.press("button", "CSV").await;
        reader.until("window.caught.length === 1").await;
        let csv = reader.run("return caught[0]").await;
        assert_eq!(csv[0], "zhilan-models-developer-openai.csv");
        let text = csv[1].as_str().unwrap_or_default();
        assert!(
            text.contains("GPT-4") && !text.contains("Llama 3.1"),
            "{text}"
        );
        assert!(text.contains("China Academy of Information and Communications Technology"));
        reader.finds_in("status", "handed to the browser").await;
        reader.press("button", "GB/T 7714").await;
        reader
            .until("document.querySelector('.taken').value.startsWith('智览. ')")
            .await;
        // A click elsewhere closes the menu.
        reader.press("heading", "Models").await;
        reader
            .until("!document.querySelector('details.take[open]')")
            .await;
        reader
    });
}

#[test]
fn a_chart_is_saved_with_its_headline_and_source() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=zh").await;
        reader.until("document.querySelector('figure svg')").await;
        reader
            .run("document.querySelector('figure .ask').click(); return 1")
            .await;
        reader
            .until("document.querySelector('figure details.take[open] .sheet')")
            .await;
        reader.until("document.querySelector('figure svg')").await;
        reader.run(CATCH).await;
        reader.press("button", "SVG").await;
        reader.press("button", "PNG").await;
        reader.until("window.caught.length === 2").await;
        let files = reader.run("return caught").await;
        let svg = files[0][1].as_str().unwrap_or_default();
        assert!(svg.contains("来源：中国信息通信研究院"), "{svg}");
        assert!(files[1][1].as_str().unwrap_or_default().contains("PNG"));
        reader
    });
}

#[test]
fn a_link_to_a_statement_shows_it_and_it_can_be_quoted() {
    read(&[], |reader| async move {
        reader
            .goto("#/entity/ai-industry-size?lang=en&at=amount")
            .await;
        reader
            .until("document.querySelector('dd[aria-current]').innerText.includes('623.3')")
            .await;
        reader.press("button", "English").await;
        reader
            .until("document.querySelector('.taken').value.startsWith('According to ')")
            .await;
        reader.press("button", "Copy the link").await;
        reader
            .until("document.querySelector('.taken').value.endsWith('at=amount')")
            .await;
        reader
    });
}

#[test]
fn pinned_things_keep_their_notes_and_order_and_can_be_shared() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader
            .run("document.querySelectorAll('.card .star')[1].click(); return 1")
            .await;
        reader
            .until("document.querySelectorAll('.star[aria-pressed=true]').length === 1")
            .await;
        reader
            .run("document.querySelectorAll('.card .star')[0].click(); return 1")
            .await;
        reader.goto("#/pinned?lang=en").await;
        reader
            .until("document.querySelectorAll('.pins > li').length === 2")
            .await;
        reader
            .run("const t = document.querySelector('.pins textarea'); t.value = 'check'; t.dispatchEvent(new Event('input')); return 1")
            .await;
        reader
            .run("document.querySelector('.pins [id^=\"↓\"]').click(); return 1")
            .await;
        reader
            .until("document.querySelectorAll('.pins textarea')[1].value === 'check'")
            .await;
        reader
            .goto("#/pinned?lang=en&pins=h100,nothing-known")
            .await;
        reader
            .until("document.querySelectorAll('.pins textarea')[1].value === 'check'")
            .await;
        reader.finds_in("listitem", "not in this data").await;
        reader.press("button", "Keep these").await;
        reader
            .until("document.querySelectorAll('.pins > li').length === 4")
            .await;
        assert_eq!(
            reader
                .run("return document.querySelectorAll('.shared').length")
                .await,
            json!(0)
        );
        reader
    });
}
