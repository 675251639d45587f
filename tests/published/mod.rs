//! The published data, as the tests read it: what is missing or wrong in it fails them at once.
use std::path::Path;
use zhilan::report::Edition;

/// A data file.
pub fn file(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data/caict-2024");
    let path = folder.join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// All collections under a schema, with the public record beside them or without.
pub fn edition(schema: &str, context: bool) -> Edition {
    let mut edition = Edition::begin(schema, &file("outline.json")).unwrap();
    for collection in 0..edition.schema.collections.len() {
        let name = format!("{}.json", edition.schema.collections[collection].id);
        assert_eq!(edition.add(collection, &file(&name)), [], "{name}");
        let beside = Path::new("public/data/caict-2024/context").join(&name);
        if context && Path::new(env!("CARGO_MANIFEST_DIR")).join(beside).exists() {
            let beside = format!("context/{name}");
            assert_eq!(edition.add_context(&beside, &file(&beside)), [], "{beside}");
        }
    }
    edition
}
