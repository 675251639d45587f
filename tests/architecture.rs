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

#[test]
fn no_collection_is_named_in_the_code() {
    let schema = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/caict-2024/schema.json"),
    )
    .unwrap();
    let schema: serde_json::Value = serde_json::from_str(&schema).unwrap();
    for (room, _, _) in ROOMS {
        for file in files(room) {
            let text = fs::read_to_string(&file).unwrap();
            for collection in schema["collections"].as_array().unwrap() {
                let quoted = format!("{:?}", collection["id"].as_str().unwrap());
                assert!(!text.contains(&quoted), "{} names {quoted}", file.display());
            }
        }
    }
}
