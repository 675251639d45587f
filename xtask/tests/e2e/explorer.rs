//! Filter, search, sort, click a chart, switch language, share, go back.
use super::reader::read;

#[test]
fn four_collections_show_cards_and_charts_in_both_languages() {
    read(&[], |reader| async move {
        for collection in ["models", "chips", "frameworks", "regulations"] {
            for lang in ["zh", "en"] {
                reader.goto(&format!("#/{collection}?lang={lang}")).await;
                reader
                    .until("document.querySelectorAll('.card').length >= 10")
                    .await;
                reader
                    .until("document.querySelectorAll('figure').length >= 3")
                    .await;
                // Every picture is drawn, with a headline, a source and a caveat.
                reader
                    .until("[...document.querySelectorAll('figure')].every((f) => f.querySelector('svg path') && f.querySelector('h2').innerText && f.querySelector('.sourced').innerText && f.querySelector('.caveat').innerText)")
                    .await;
                reader
                    .until(&format!("document.documentElement.lang === '{lang}'"))
                    .await;
            }
        }
        reader
    });
}

#[test]
fn facets_widen_inside_narrow_across_and_keep_their_own_counts() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader
            .until("document.querySelectorAll('.card').length >= 10")
            .await;
        reader.press("checkbox", "OpenAI").await;
        reader
            .until("location.hash.includes('developer=openai')")
            .await;
        let one = reader
            .run("return parseInt(document.querySelector('output').innerText)")
            .await;
        reader.press("checkbox", "Google").await;
        reader.until("/openai,google/.test(location.hash)").await;
        let two = reader
            .run("return parseInt(document.querySelector('output').innerText)")
            .await;
        assert!(
            two.as_u64() > one.as_u64(),
            "OR inside a facet: {one} then {two}"
        );
        // The count beside a value says what choosing it would bring, whatever else is chosen in this facet.
        let counts = reader.run("return find('checkbox', 'Meta').map((e) => parseInt(e.querySelector('.n').innerText))").await;
        assert!(counts[0].as_u64() > Some(0), "{counts}");
        reader.press("checkbox", "Language").await;
        reader
            .until(&format!(
                "parseInt(document.querySelector('output').innerText) < {two}"
            ))
            .await;
        // Each choice is a chip that can be taken away, and all at once.
        reader.press("link", "Remove OpenAI").await;
        reader.until("!location.hash.includes('openai')").await;
        reader.press("link", "Clear all").await;
        reader.until("location.hash === '#/models?lang=en'").await;
        reader
    });
}

#[test]
fn search_finds_chinese_inside_words_and_latin_by_their_beginning() {
    read(&[], |reader| async move {
        reader.goto("#/models").await;
        reader
            .until("document.querySelectorAll('.card').length >= 10")
            .await;
        reader.types("searchbox", "在此集合中检索", "浦语").await;
        reader.until("document.querySelectorAll('.card').length > 0 && document.querySelectorAll('.card').length < 6").await;
        reader.finds("link", "书生浦语2.0").await;
        reader.types("searchbox", "在此集合中检索", "gem").await;
        reader.finds("link", "Gemini-1.5").await;
        // Typing leaves no trail of letters in the history.
        reader.types("searchbox", "在此集合中检索", "zzyzx").await;
        reader.finds_in("status", "没有符合全部条件的条目").await;
        reader.press("link", "“zzyzx” ×").await;
        reader
            .until("document.querySelectorAll('.card').length >= 10")
            .await;
        reader
    });
}

#[test]
fn ranges_and_sorting_are_in_the_address_and_restored_from_it() {
    read(&[], |reader| async move {
        reader
            .goto("#/models?lang=en&context_length=100000..&sort=-context_length")
            .await;
        reader
            .until("document.querySelectorAll('.card').length >= 5")
            .await;
        let names = "[...document.querySelectorAll('.card h3')].map((e) => e.innerText)";
        reader.until(&format!("{names}[0] === 'Gemini 1.5'")).await;
        assert!(
            !reader.text().await.contains("Llama 2\n"),
            "8k is below the range"
        );
        reader.types("textbox", "To", "150k").await;
        reader.keys("\u{e007}").await;
        reader
            .until("location.hash.includes('context_length=100000..150000')")
            .await;
        reader
            .until(&format!("!{names}.includes('Gemini 1.5')"))
            .await;
        reader
    });
}

#[test]
fn a_click_on_a_mark_filters_and_the_charts_follow() {
    read(&[], |reader| async move {
        reader.goto("#/chips?lang=en").await;
        reader.until("[...document.querySelectorAll('figure')].every((f) => f.querySelector('svg path'))").await;
        let before = reader.cards().await;
        // The first bar of a counting chart, pressed with the real mouse.
        let bar = reader
            .driver
            .execute(
                "const figures = [...document.querySelectorAll('figure')].filter((f) => /leads|tie/.test(f.querySelector('h2').innerText));\
                 figures[0].scrollIntoView({block: 'center'});\
                 return [...figures[0].querySelectorAll('svg path')].find((p) => { if (p.getAttribute('fill') === 'none') return false; const b = p.getBoundingClientRect(); return b.width > 30 && b.height > 8 && b.height < 24; });",
                vec![],
            )
            .await
            .and_then(|found| found.element())
            .expect("a bar is drawn");
        bar.click().await.expect("a bar can be pressed");
        reader
            .until("location.hash.includes('=')  && location.hash !== '#/chips?lang=en'")
            .await;
        reader
            .until(&format!(
                "document.querySelectorAll('.card').length < {before}"
            ))
            .await;
        let after = reader.cards().await;
        assert!(after > 0 && after < before, "{before} cards, then {after}");
        // The table of the same chart has the same numbers, one action away.
        reader.press("button", "Table").await;
        reader
            .until("document.querySelectorAll('figure table td.number').length > 0")
            .await;
        reader
    });
}

#[test]
fn the_language_switches_in_one_action_without_losing_state() {
    read(&[], |reader| async move {
        reader
            .goto("#/models?developer=openai&sort=-context_length")
            .await;
        reader
            .until("document.querySelectorAll('.card').length > 3")
            .await;
        let before = reader.cards().await;
        reader.press("link", "EN").await;
        reader.until("document.documentElement.lang === 'en' && location.hash.includes('developer=openai')").await;
        reader.finds("link", "Clear all").await;
        assert_eq!(reader.cards().await, before);
        reader.press("link", "中").await;
        reader.until("document.documentElement.lang === 'zh'").await;
        reader.finds("link", "全部清除").await;
        // Side by side: the other language stands beside it, marked as such.
        reader.press("link", "对照").await;
        reader.until("location.hash.includes('lang=zh-en')").await;
        reader
    });
}

#[test]
fn back_and_forward_work_and_a_damaged_fragment_gives_a_view_and_a_note() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en").await;
        reader.press("checkbox", "OpenAI").await;
        reader.until("location.hash.includes('openai')").await;
        reader.press("link", "Chips").await;
        reader.finds("heading", "Chips").await;
        reader.back().await;
        reader.finds("heading", "Models").await;
        reader
            .until("location.hash.includes('openai') && document.querySelector('.choice')")
            .await;
        reader.forward().await;
        reader.finds("heading", "Chips").await;
        reader
            .paste("#/models?lang=en&broken&nonsense=1&developer=nobody")
            .await;
        reader.finds_in("status", "broken").await;
        reader.finds_in("status", "nonsense").await;
        reader.finds_in("status", "developer=nobody").await;
        reader
            .until("document.querySelectorAll('.card').length >= 10")
            .await;
        reader.paste("#/%ff%fe/..//?=&&&").await;
        reader
            .until("document.querySelector('main').innerText.length > 20")
            .await;
        reader
    });
}

#[test]
fn the_chart_library_is_asked_for_only_after_the_first_cards() {
    read(&[], |reader| async move {
        reader.goto("#/models").await;
        reader.until("document.querySelector('figure svg')").await;
        let requests = reader.site.requests.lock().expect("no panic").clone();
        let at = |part: &str| requests.iter().position(|path| path.contains(part));
        let (cards, charts) = (at("pack/caict-2024/models.json"), at("vendor/echarts.js"));
        assert!(cards < charts && cards.is_some(), "{requests:?}");
        let rest = requests.iter().position(|path| path.contains("/more/"));
        assert!(cards < rest, "{requests:?}");
        reader
    });
}
