//! The table of rooms in ARCHITECTURE.md, executable: who may import whom, and which words must not occur.
use std::fs;
use std::path::{Path, PathBuf};

const ROOMS: &[(&str, &[&str], &[&str])] = &[
    ("report", &[], &["leptos", "web_sys", "charming"]),
    ("lens", &["report"], &["leptos", "web_sys", "charming"]),
    ("query", &[], &["leptos", "serde", "charming"]),
    (
        "search",
        &["report", "lens", "query"],
        &["leptos", "web_sys", "charming"],
    ),
    ("link", &["lens"], &["leptos", "web_sys", "charming"]),
    (
        "chart",
        &["report", "lens"],
        &["leptos", "web_sys", "JsFunction"],
    ),
    (
        "present",
        &["report", "lens", "query", "search", "link", "chart"],
        &["leptos", "web_sys", "charming"],
    ),
    (
        "take",
        &["report", "lens", "query", "link", "present", "chart"],
        &["leptos", "web_sys", "js_sys", "charming"],
    ),
    ("browser", &[], &["leptos", "charming"]),
    (
        "session",
        &[
            "browser", "chart", "lens", "link", "present", "query", "report", "take",
        ],
        &["web_sys", "js_sys", "charming"],
    ),
    (
        "ui",
        &[
            "session", "report", "lens", "query", "search", "link", "present", "chart", "take",
            "browser",
        ],
        &["js_sys", "charming", "view!"],
    ),
];

fn files(room: &str) -> Vec<PathBuf> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![src.join(format!("{room}.rs"))];
    if let Ok(folder) = fs::read_dir(src.join(room)) {
        files.extend(
            folder
                .map(|f| f.unwrap().path())
                .filter(|p| p.extension().is_some_and(|e| e == "rs")),
        );
    }
    files
}

#[test]
fn rooms_import_only_what_they_may() {
    for (room, allowed, banned) in ROOMS {
        for file in files(room) {
            let text = fs::read_to_string(&file).unwrap();
            for (number, line) in text.lines().enumerate() {
                let place = format!("{}:{}", file.display(), number + 1);
                for (at, _) in line.match_indices("crate::") {
                    let name = line[at + 7..]
                        .split(|c: char| !c.is_alphanumeric() && c != '_')
                        .next()
                        .unwrap();
                    assert!(
                        name == *room || allowed.contains(&name),
                        "{place}: {room} imports {name}"
                    );
                }
                let code = line.split("//").next().unwrap();
                for word in *banned {
                    assert!(!code.contains(word), "{place}: {word} in {room}");
                }
            }
        }
    }
}

/// Ids of fields that are also words of HTML, of addresses, of the data format or of the program itself.
const SHARED: &[&str] = &[
    "about",
    "address",
    "amount",
    "change",
    "choice",
    "date",
    "page",
    "repository",
    "stated",
    "year",
];

#[test]
fn no_collection_or_field_is_named_in_the_code() {
    for edition in ["public/data/caict-2024", "tests/data/tea"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(edition);
        let schema = fs::read_to_string(folder.join("schema.json")).unwrap();
        let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
        let groups = ["collections", "fields"].map(|group| schema[group].as_array().unwrap());
        let ids = groups
            .into_iter()
            .flatten()
            .map(|one| one["id"].as_str().unwrap());
        let ids: Vec<String> = ids
            .filter(|id| !SHARED.contains(id))
            .map(|id| format!("{id:?}"))
            .collect();
        for (room, _, _) in ROOMS {
            for file in files(room) {
                let text = fs::read_to_string(&file).unwrap();
                let code = text.lines().map(|line| line.split("//").next().unwrap());
                for (number, line) in code.enumerate() {
                    let named = ids.iter().find(|id| line.contains(id.as_str()));
                    assert!(
                        named.is_none(),
                        "{}:{} names {named:?}",
                        file.display(),
                        number + 1
                    );
                }
            }
        }
    }
}
