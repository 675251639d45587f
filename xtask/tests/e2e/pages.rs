//! The pages beside the explorer: overview, entity, outline.
use crate::reader::read;

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
