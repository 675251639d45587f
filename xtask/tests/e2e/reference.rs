//! The pages one looks things up in: cross-check, dictionary, about, figures and tables.
use crate::reader::read;

#[test]
fn a_checked_statement_leads_to_its_check_with_the_public_record_beside_it() {
    read(&[], |reader| async move {
        reader.goto("#/entity/llama-2?lang=en").await;
        reader.until("document.querySelector('.check')").await;
        reader
            .run("document.querySelector('.check').click(); return 1")
            .await;
        reader
            .until("location.hash.startsWith('#/checks?lang=en&q=')")
            .await;
        reader
            .until("document.querySelectorAll('.checks > li').length === 1")
            .await;
        for part in ["Report", "Public record", "Why"] {
            reader.finds_in(".sides", part).await;
        }
        // The verdict is a shape and a word, and its meaning is one link away.
        reader.until("/^[=≠◇]\\s*(Agrees|Differs|Not comparable)/.test(document.querySelector('.verdict').innerText)").await;
        reader
            .run("document.querySelector('.verdict').click(); return 1")
            .await;
        reader.until("location.hash.includes('mark%3A')").await;
        reader.finds_in("main", "The public record").await;
        reader
    });
}

#[test]
fn checks_are_filtered_by_links_and_those_that_differ_come_first() {
    read(&[], |reader| async move {
        reader.goto("#/checks?lang=en").await;
        reader.until("holds('h2', 'Differs').length === 1").await;
        reader
            .until("document.querySelector('main h2').innerText.includes('Differs')")
            .await;
        reader.press("checkbox", "Agrees").await;
        reader
            .until(
                "location.hash.includes('verdict=agrees') && holds('h2', 'Differs').length === 0",
            )
            .await;
        reader.back().await;
        reader.until("holds('h2', 'Differs').length === 1").await;
        reader
    });
}

#[test]
fn a_qualifier_explains_itself_and_the_dictionary_is_searched_in_both_languages() {
    read(&[], |reader| async move {
        reader.goto("#/entity/ai-industry-size?lang=en").await;
        reader.press("a.qualifier", "").await;
        reader
            .until("location.hash.includes('dictionary') && location.hash.includes('qualifier%3A')")
            .await;
        reader
            .until("document.querySelectorAll('.word-list dt').length === 1")
            .await;
        reader
            .paste("#/dictionary?lang=en&q=%E5%B9%BB%E8%A7%89")
            .await;
        reader.finds_in(".word-list", "hallucination").await;
        reader.paste("#/dictionary?lang=en&in=chips").await;
        reader
            .until("document.querySelectorAll('.fields .entry').length > 5")
            .await;
        reader
    });
}

#[test]
fn the_data_files_can_be_downloaded_from_the_about_page() {
    read(&[], |reader| async move {
        reader.goto("#/about?lang=en").await;
        reader
            .until("document.querySelectorAll('a[download]').length > 10")
            .await;
        let answers = reader.run("return Promise.all([...document.querySelectorAll('a[download]')].map((a) => fetch(a.href).then((r) => r.ok ? r.json() : null))).then((all) => all.every(Boolean))").await;
        assert_eq!(answers, serde_json::json!(true));
        reader
    });
}

#[test]
fn a_table_of_the_report_is_a_table_whose_cells_lead_on() {
    read(&[], |reader| async move {
        reader.goto("#/entity/table-1?lang=en").await;
        reader
            .until("document.querySelectorAll('.exhibit tbody tr').length === 15")
            .await;
        reader
            .finds_in(".exhibit tbody th", "OpenAI o1 / OpenAI o1 mini")
            .await;
        reader.run("[...document.querySelectorAll('.exhibit a')].find((a) => a.innerText === 'Llama 2').click(); return 1").await;
        reader
            .until("location.hash.includes('entity/llama-2')")
            .await;
        reader
    });
}

#[test]
fn a_figure_is_drawn_as_far_as_the_text_gives_it_and_says_what_is_missing() {
    read(&[], |reader| async move {
        reader.goto("#/entity/figure-1?lang=en").await;
        reader.until("document.querySelector('.exhibit svg')").await;
        reader
            .finds_in(".captions", "The bars and values of all other years")
            .await;
        reader.finds("link", "derived").await;
        reader.paste("#/entity/figure-7?lang=en").await;
        reader
            .until("document.querySelectorAll('.diagram li').length > 10")
            .await;
        reader
            .finds_in(".exhibit", "not a copy of the picture")
            .await;
        reader
    });
}
