//! Who makes, uses, issues or belongs to what: step by step, each edge with its source, and the way between two.
use crate::reader::read;
use serde_json::json;
use thirtyfour::Key;

#[test]
fn the_picture_and_the_list_have_the_same_neighbours_and_each_its_source() {
    read(&[], |reader| async move {
        reader.goto("#/relations/table-3?lang=en").await;
        reader.until("document.querySelectorAll('.web li li').length > 3 && document.querySelector('main#main:not([aria-busy])')").await;
        let same = "(() => { const names = (s) => [...document.querySelectorAll(s)].map((a) => a.getAttribute('href')).sort().join(); return names('.web li li > a') === names('.relations dd li > div:first-child > a'); })()";
        reader.until(same).await;
        let sourced = "[...document.querySelectorAll('.relations dd li')].every((li) => li.querySelector('.origin'))";
        reader.until(sourced).await;
        // Who cannot see the picture misses nothing: it takes no focus and says nothing.
        reader.until("document.querySelector('.web').getAttribute('aria-hidden') === 'true' && [...document.querySelectorAll('.web a')].every((a) => a.tabIndex === -1)").await;
        // Step by step: more of the same, then on to a neighbour.
        let shown = reader
            .run("return document.querySelectorAll('.web li li').length")
            .await;
        reader.press("button", "Show more").await;
        reader
            .until(&format!(
                "document.querySelectorAll('.web li li').length > {shown}"
            ))
            .await;
        reader.until(same).await;
        reader.until(sourced).await;
        let next = reader
            .run("const a = document.querySelectorAll('.relations dd li > div:first-child > a')[2]; a.click(); return a.getAttribute('href')")
            .await;
        reader.until(&format!("location.hash === {next}")).await;
        reader
            .until("document.querySelectorAll('.web li li').length > 0")
            .await;
        reader
    });
}

#[test]
fn any_entity_is_found_as_the_search_finds_it_and_leads_on_by_enter() {
    read(&[], |reader| async move {
        reader.goto("#/relations?lang=en").await;
        reader.until("document.querySelectorAll('main ol.links li').length > 10 && document.querySelector('main#main:not([aria-busy])')").await;
        for (typed, found) in [
            ("yingweida", "NVIDIA"),
            ("英伟达", "NVIDIA"),
            ("國務院", "State Council"),
            ("nvdia", "NVIDIA"),
        ] {
            reader.types("searchbox", "Find an entry", typed).await;
            reader.finds_in(".finder li", found).await;
        }
        reader.types("searchbox", "Find an entry", "qqqqqqqq").await;
        reader.finds_in("status", "No entry matches").await;
        reader
            .types("searchbox", "Find an entry", "yingweida")
            .await;
        reader.finds_in("status", "Enter takes the first").await;
        reader
            .until("holds('.finder li', 'NVIDIA')[0] === document.querySelector('.finder li')")
            .await;
        reader.keys(Key::Enter).await;
        reader
            .until("location.hash.startsWith('#/relations/nvidia?')")
            .await;
        // From here the same box asks for the way to another entry.
        reader
            .types("searchbox", "Connection to another entry", "openai")
            .await;
        reader
            .until("holds('.finder li', 'OpenAI (Organisations)').length > 0")
            .await;
        reader.keys(Key::Enter).await;
        reader
            .until("location.hash.startsWith('#/relations/nvidia/openai?')")
            .await;
        reader.finds_in("main", "The shortest connection, in").await;
        reader
    });
}

#[test]
fn the_shortest_way_between_two_has_a_source_at_every_step_and_reads_both_ways() {
    read(&[], |reader| async move {
        reader.goto("#/relations/gpt-4/h100?lang=en").await;
        reader.until("document.querySelectorAll('.chain .way').length > 1 && document.querySelector('main#main:not([aria-busy])')").await;
        reader.until("[...document.querySelectorAll('.chain .way')].every((w) => w.querySelector('.relation').innerText && w.querySelector('.origin'))").await;
        let steps = reader
            .run("return document.querySelectorAll('.chain .way').length")
            .await;
        let stops =
            "return [...document.querySelectorAll('.chain .stop a')].map((a) => a.innerText)";
        let there = reader.run(stops).await;
        reader.press("link", "The other way round").await;
        reader
            .until("location.hash.includes('relations/h100/gpt-4')")
            .await;
        reader
            .until(&format!(
                "document.querySelectorAll('.chain .way').length === {steps}"
            ))
            .await;
        let back = reader.run(stops).await;
        assert_eq!(
            (&back[0], back.as_array().and_then(|b| b.last())),
            (
                there
                    .as_array()
                    .and_then(|t| t.last())
                    .unwrap_or(&json!(null)),
                there.get(0)
            )
        );
        reader
    });
}
