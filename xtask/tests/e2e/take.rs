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
            .run("[...document.querySelectorAll('figure .ask')].find((e) => e.innerText === '导出与引用').click(); return 1")
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

#[test]
fn a_statement_is_copied_as_a_sentence_in_either_language() {
    read(&[], |reader| async move {
        // Whatever the page's language: the Chinese quotes what is printed, both name their source.
        for (lang, source) in [("en", "Source"), ("zh", "出处")] {
            reader
                .goto(&format!("#/entity/ai-industry-size?lang={lang}&at=amount"))
                .await;
            reader
                .until("document.querySelector('dd[aria-current] .origin[open]')")
                .await;
            reader.finds_in("main", source).await;
            reader.press("dd[aria-current] button", "中文").await;
            reader
                .until("/6233亿美元/.test(document.querySelector('.taken').value) && /中国信息通信研究院|中国信通院|IDC/.test(document.querySelector('.taken').value) && document.querySelector('.taken').lang === 'zh'")
                .await;
            reader.press("dd[aria-current] button", "English").await;
            reader
                .until("/623\\.3 billion/.test(document.querySelector('.taken').value) && document.querySelector('.taken').value.startsWith('According to ') && document.querySelector('.taken').lang === 'en'")
                .await;
        }
        reader
    });
}

#[test]
fn files_hold_exactly_what_is_shown_after_a_filter() {
    read(&[], |reader| async move {
        reader
            .goto("#/models?lang=en&modality=language&context_length=100000..&view=table&cols=context_length")
            .await;
        reader
            .until("document.querySelectorAll('.sheet-table tbody tr').length > 2 && document.querySelector('main#main:not([aria-busy])')")
            .await;
        let shown = reader.run("return [...document.querySelectorAll('.sheet-table tbody th')].map((e) => e.innerText)").await;
        let hits = reader
            .run("return parseInt(document.querySelector('.controls output').innerText)")
            .await;
        assert_eq!(
            shown.as_array().map(|s| s.len() as u64),
            hits.as_u64(),
            "a row for each hit"
        );
        reader.run(CATCH).await;
        reader.press("button", "Export and cite").await;
        for kind in ["CSV", "XLSX", "JSON"] {
            reader.press("button", kind).await;
        }
        reader.until("window.caught.length === 3").await;
        let files = reader.run("return Object.fromEntries(caught.map(([name, text]) => [name.split('.').pop(), text]))").await;
        // A line for each statement; the names in their order are those of the page.
        let names = reader
            .run(&format!("const lines = {}.split('\\r\\n'); const head = lines.findIndex((l) => l.includes('name (English)')); const at = lines[head].replace('\\ufeff', '').split(',').indexOf('name (English)'); return lines.slice(head + 1).map((l) => l.split(',')[at]).filter((n, i, all) => n && n !== all[i - 1])", files["csv"]))
            .await;
        let names: Vec<&str> = names
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|n| n.as_str())
            .collect();
        let wanted: Vec<&str> = shown
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|n| n.as_str())
            .collect();
        assert_eq!(names[..wanted.len()], wanted);
        // The workbook has as many rows, below its heads, as the page has values.
        let values = reader
            .run("return document.querySelectorAll('.sheet-table tbody td > div').length")
            .await;
        let book = files["xlsx"].as_str().unwrap_or_default();
        let sheet = book.split("</sheetData>").next().unwrap_or_default();
        assert_eq!(json!(sheet.matches("<row ").count() - 1), values);
        let list: serde_json::Value =
            serde_json::from_str(files["json"].as_str().unwrap_or_default()).expect("JSON");
        let text = list.to_string();
        assert!(wanted.iter().all(|name| text.contains(name)), "{text}");
        reader
    });
}

#[test]
fn a_list_of_pins_goes_into_a_file_and_comes_back_from_one() {
    read(&[], |reader| async move {
        reader.goto("#/pinned?lang=en&pins=h100,gpt-4").await;
        reader.press("button", "Keep these").await;
        reader.until("document.querySelectorAll('.pins > li').length === 2 && document.querySelector('main#main:not([aria-busy])')").await;
        reader
            .types("textbox", "Note: NVIDIA H100", "ask for prices")
            .await;
        reader.run(CATCH).await;
        reader.press("button", "Export the list").await;
        reader.until("window.caught.length === 1").await;
        let file = reader.run("return caught[0]").await;
        assert!(
            file[0].as_str().is_some_and(|name| name.ends_with(".json")),
            "{file}"
        );
        let text = file[1].as_str().unwrap_or_default().to_owned();
        // A link holds the same list, notes included.
        reader.run("window.shared = ''; addEventListener('copy', () => { shared = getSelection().toString() || document.activeElement.value; }); const real = navigator.clipboard; if (real) real.writeText = (t) => { shared = t; return Promise.resolve(); }; return 1").await;
        reader.press("button", "Copy a link to share").await;
        reader.until("window.shared.includes('pins=h100')").await;
        let shared = reader.run("return shared.split('#')[1]").await;
        reader
            .run("localStorage.removeItem('zhilan.pins'); return 1")
            .await;
        reader
            .goto(&format!("#{}", shared.as_str().unwrap_or_default()))
            .await;
        reader.finds_in("listitem", "ask for prices").await;
        // Another device: nothing is pinned there, and the file brings everything back.
        reader.goto("#/pinned?lang=en").await;
        reader.finds_in("main", "Nothing is pinned yet").await;
        reader
            .until("document.querySelector('main#main:not([aria-busy])')")
            .await;
        let give = |text: &str| {
            let give = "const field = document.querySelector('input[type=file]'); const data = new DataTransfer();";
            format!("{give} data.items.add(new File([{}], 'pins.json', {{ type: 'application/json' }})); field.files = data.files; field.dispatchEvent(new Event('change')); return 1", json!(text))
        };
        reader.run(&give(&text)).await;
        reader.until("document.querySelectorAll('.pins > li').length === 2 && document.querySelector('.pins textarea').value === 'ask for prices'").await;
        reader.finds_in("status", "Added to my list").await;
        // Another kind of file is refused with a sentence and changes nothing.
        reader.run(&give("{\"birds\": 3}")).await;
        reader
            .finds_in("status", "This file is not a list of pins")
            .await;
        reader
            .until("document.querySelectorAll('.pins > li').length === 2")
            .await;
        reader
    });
}
