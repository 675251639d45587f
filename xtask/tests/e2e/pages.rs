//! The pages beside the explorer: overview, entity, outline.
use super::reader::read;

#[test]
fn the_overview_opens_with_key_numbers_that_lead_to_their_statements() {
    read(&[], |reader| async move {
        reader.goto("#/?lang=en").await;
        reader.finds_in("link", "623.3 billion").await;
        reader
            .run("holds('link', '623.3 billion')[0].click(); return 1")
            .await;
        reader.until("location.hash.includes('entity/')").await;
        reader.finds_in("main", "623.3 billion").await;
        // The printed form is one look away, in its own language.
        reader.until("[...document.querySelectorAll('[lang=zh]')].some((e) => e.innerText.includes('6233亿美元'))").await;
        reader
    });
}

#[test]
fn an_entity_shows_every_statement_with_its_source_and_what_refers_to_it() {
    read(&[], |reader| async move {
        reader.goto("#/entity/openai?lang=en").await;
        reader.finds("heading", "OpenAI").await;
        reader.finds("link", "GPT-4o").await;
        let sourced = reader
            .run("const d = [...document.querySelectorAll('.entity > dl:not(.referred) dd')]; return d.length > 0 && d.every((e) => e.querySelector('.origin'))")
            .await;
        assert_eq!(
            sourced,
            serde_json::json!(true),
            "each statement has its source"
        );
        reader
            .run("document.querySelector('.origin summary').click(); return 1")
            .await;
        reader.finds_in("main", "Find in the PDF").await;
        reader
    });
}

#[test]
fn the_outline_leads_to_each_section_and_what_it_states() {
    read(&[], |reader| async move {
        reader.goto("#/outline?lang=en").await;
        reader
            .until("document.querySelectorAll('.outline li').length > 30")
            .await;
        reader.goto("#/outline/2.1.1?lang=en").await;
        reader.finds("link", "GPT-4 Turbo").await;
        reader
    });
}

#[test]
fn on_a_narrow_page_a_button_opens_the_filters() {
    read(&[], |reader| async move {
        reader.resize(390, 844).await;
        reader.goto("#/models?lang=en").await;
        reader
            .until("document.querySelectorAll('.card').length >= 10")
            .await;
        assert!(!reader.sees("checkbox", "OpenAI").await);
        reader.press("button", "Filters").await;
        reader.press("checkbox", "OpenAI").await;
        reader.finds("button", "Filters (1)").await;
        // Nothing is wider than the page.
        reader
            .until("document.documentElement.scrollWidth <= innerWidth")
            .await;
        reader
    });
}

#[test]
fn the_whole_application_takes_over_where_more_is_asked_for() {
    read(&[], |reader| async move {
        reader.goto("#/models?lang=en&developer=openai").await;
        reader
            .until("document.querySelectorAll('.card').length > 3")
            .await;
        reader.press("link", "Table").await;
        reader
            .until("document.querySelectorAll('.sheet-table tbody tr').length > 3 && document.querySelectorAll('main').length === 1")
            .await;
        // What was chosen is still chosen, and the way back works.
        reader.finds("link", "Remove OpenAI").await;
        reader.back().await;
        reader
            .until("document.querySelectorAll('.card').length > 3")
            .await;
        reader.paste("#/timeline?lang=en").await;
        reader.finds("heading", "Timeline").await;
        reader.paste("#/relations/openai?lang=en").await;
        reader.finds_in("main", "GPT-4o").await;
        reader.paste("#/compare/b200,mi300x?lang=en").await;
        reader.finds_in("table", "NVIDIA B200").await;
        reader
    });
}

#[test]
fn a_slash_opens_the_search_and_pinyin_finds_what_is_meant() {
    read(&[], |reader| async move {
        reader.goto("#/?lang=en").await;
        reader.finds_in("link", "623.3 billion").await;
        reader
            .run("document.dispatchEvent(new KeyboardEvent('keydown', {key: '/', bubbles: true})); return 1")
            .await;
        reader.finds("dialog", "Search everything").await;
        reader
            .until("document.activeElement.id === 'search-field'")
            .await;
        reader.keys("wenxinyiyan").await;
        reader.finds_in("option", "ERNIE Bot").await;
        reader.keys("\u{e007}").await;
        reader.until("location.hash.includes('entity/')").await;
        reader.finds("heading", "Baidu ERNIE Bot").await;
        reader
    });
}
