//! Each figure and table of the report as far as its text gives it, and each section with what it states.
use crate::reader::read;
use serde_json::json;

#[test]
fn every_figure_and_table_has_a_page_that_draws_it_or_says_what_the_text_has_not() {
    read(&[], |reader| async move {
        for lang in ["en", "zh"] {
            reader.goto(&format!("#/outline?lang={lang}")).await;
            reader
                .until("document.querySelectorAll('main .links a').length >= 11")
                .await;
            let listed = reader.run("return [...document.querySelectorAll('main .links a')].map((a) => a.getAttribute('href')).filter((h) => /(figure|table)-\\d/.test(h))").await;
            assert_eq!(listed.as_array().map(Vec::len), Some(11), "{listed}");
            for link in listed
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|l| l.as_str())
            {
                reader.paste(link).await;
                reader.until(&format!("location.hash === {} && document.querySelector('main h1') && document.querySelector('.exhibit')", json!(link))).await;
                // It is drawn, as a picture with its table, as a table, or as boxes; or the captions alone say why not.
                reader.until("document.querySelector('.exhibit figure svg, .exhibit table tbody tr, .exhibit .diagram li') || document.querySelector('.exhibit .captions dd')").await;
                reader.until("document.querySelectorAll('.exhibit .captions dd').length > 0 && [...document.querySelectorAll('.exhibit .captions dd')].every((d) => d.innerText.length > 2)").await;
            }
        }
        reader
    });
}

#[test]
fn boxes_and_cells_lead_to_entities_and_derived_points_are_marked() {
    read(&[], |reader| async move {
        reader.goto("#/outline?lang=en").await;
        reader
            .until("document.querySelectorAll('main .links a').length >= 11")
            .await;
        for (page, inside) in [
            ("figure-3", ".diagram"),
            ("figure-4", ".diagram"),
            ("figure-6", ".diagram"),
            ("figure-7", ".diagram"),
            ("figure-8", ".diagram"),
            ("table-1", "tbody"),
            ("table-2", "tbody"),
            ("table-3", "tbody"),
        ] {
            reader.turn(&format!("#/entity/{page}?lang=en")).await;
            reader.until(&format!("document.querySelectorAll('.exhibit {inside} a[href*=\"entity/\"]').length > 2")).await;
            // None of them leads to a page that is not there.
            let names = reader.run(&format!("const links = [...document.querySelectorAll('.exhibit {inside} a[href*=\"entity/\"]')]; return [links[0].getAttribute('href'), links.at(-1).getAttribute('href')]")).await;
            for link in names
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(|l| l.as_str())
            {
                reader.turn(link).await;
                reader.until("document.querySelector('article.entity h1') && document.querySelectorAll('article.entity dd').length > 0").await;
            }
        }
        for page in ["figure-1", "figure-2"] {
            reader.turn(&format!("#/entity/{page}?lang=en")).await;
            reader
                .until("document.querySelector('.exhibit figure svg path')")
                .await;
            reader.press("button", "Table").await;
            reader
                .until("document.querySelectorAll('.exhibit figure td.number').length > 1")
                .await;
        }
        // What was computed says so, in the legend and in the table of values.
        reader.turn("#/entity/figure-1?lang=en").await;
        reader
            .until("document.querySelector('.exhibit figure svg path')")
            .await;
        reader.press("button", "Table").await;
        reader.finds_in(".exhibit figure td", "derived").await;
        reader
    });
}

#[test]
fn a_section_lists_what_it_states_with_its_values() {
    read(&[], |reader| async move {
        reader.goto("#/outline/1.1?lang=en").await;
        reader
            .until("document.querySelector('main#main:not([aria-busy])')")
            .await;
        reader.goto("#/outline/2.1.1?lang=en").await;
        reader.until("document.querySelector('main#main:not([aria-busy])') && document.querySelectorAll('.said-here dt').length > 10").await;
        // Every entity has what is said of it here, with names of fields, values, and a way to its page.
        reader.until("[...document.querySelectorAll('.said-here dt')].every((t) => t.querySelector('a') && t.nextElementSibling.tagName === 'DD' && t.nextElementSibling.querySelector('.field').innerText && t.nextElementSibling.querySelector('.value').innerText)").await;
        reader.until("[...document.querySelectorAll('.said-here dt')].some((t) => t.innerText === 'GPT-4 Turbo' && /Context length 128k/.test(t.nextElementSibling.innerText.replace(/\\s+/g, ' ')))").await;
        // Its figures and tables, and the sections before and after.
        reader.finds_in("main a", "Table 1").await;
        reader
            .until("document.querySelectorAll('.steps a').length === 2")
            .await;
        reader.press(".said-here dt a", "GPT-4 Turbo").await;
        reader
            .until("location.hash.startsWith('#/entity/gpt-4-turbo')")
            .await;
        reader
    });
}
