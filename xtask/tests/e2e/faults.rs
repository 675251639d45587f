//! What a reader meets when a file is missing or damaged: a sentence that names it, and the rest of the page.
use super::reader::read;
use super::site::Fault;

#[test]
fn a_truncated_data_file_is_named_and_the_rest_is_shown() {
    read(
        &[Fault::Truncated("caict-2024/chips.json")],
        |reader| async move {
            reader.goto("#/models?lang=en").await;
            reader.finds_in("alert", "chips.json:").await;
            reader
                .until("document.querySelectorAll('.card').length >= 10")
                .await;
            reader
        },
    );
}

#[test]
fn a_missing_data_file_is_named_and_the_rest_is_shown() {
    read(
        &[Fault::Missing("caict-2024/frameworks.json")],
        |reader| async move {
            reader.goto("#/models?lang=en").await;
            reader.finds_in("alert", "frameworks.json: HTTP 404").await;
            reader
                .until("document.querySelectorAll('.card').length >= 10")
                .await;
            reader
        },
    );
}

#[test]
fn an_unknown_kind_of_value_costs_one_statement() {
    let odd = r#"[{"id":"odd","name":{"zh":"怪","en":"Odd"},"statements":[{"field":"stated","value":{"riddle":1},"source":{"section":"1"}}]}]"#;
    read(
        &[Fault::Replaced("caict-2024/chips.json", odd)],
        |reader| async move {
            reader.goto("#/chips?lang=en").await;
            reader
                .finds_in(
                    "alert",
                    "chips.json › odd › stated: unknown kind of value riddle",
                )
                .await;
            reader.finds("link", "Odd").await;
            reader
        },
    );
}

#[test]
fn without_the_schema_there_is_a_message_not_a_blank_page() {
    for fault in [
        Fault::Truncated("caict-2024/schema.json"),
        Fault::Missing("caict-2024/schema.json"),
        Fault::Replaced(
            "caict-2024/schema.json",
            r#"{"format":9,"collections":[],"fields":[]}"#,
        ),
    ] {
        read(&[fault], |reader| async move {
            reader.goto("#/models?lang=en").await;
            reader.finds_in("alert", "schema.json:").await;
            reader.finds_in("alert", "CAICT").await;
            reader.finds("link", "Data files").await;
            reader
        });
    }
}

#[test]
fn without_pictures_the_tables_stay() {
    read(
        &[Fault::Missing("vendor/echarts.js")],
        |reader| async move {
            reader.goto("#/models?lang=en").await;
            reader
                .finds_in("status", "The picture could not be loaded")
                .await;
            reader.press("button", "Table").await;
            reader
                .until("document.querySelectorAll('figure td.number').length > 0")
                .await;
            reader
        },
    );
}
