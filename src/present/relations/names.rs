//! Entities by name.
use crate::lens::Lang;
use crate::query::fold;
use crate::report::Edition;

/// The entities whose names hold a text, those that are it or begin with it first.
pub fn suggestions(
    edition: &Edition,
    text: &str,
    lang: Lang,
    most: usize,
) -> Vec<(String, String)> {
    let wanted = fold(text);
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found: [Vec<(String, String)>; 3] = Default::default();
    for (collection, entity) in edition.all() {
        let names = [&entity.name.zh, &entity.name.en].into_iter();
        let ranks = names.chain(&entity.aliases).filter_map(|name| {
            let name = fold(name);
            let at = name.find(wanted)?;
            Some(if name.len() == wanted.len() {
                0
            } else {
                1 + usize::from(at > 0)
            })
        });
        if let Some(rank) = ranks.min() {
            let kind = lang.of(&edition.schema.collections[collection].name);
            let name = [
                lang.of(&entity.name),
                lang.pick("（", " ("),
                kind,
                lang.pick("）", ")"),
            ];
            found[rank].push((entity.id.clone(), name.concat()));
        }
    }
    let mut found = found.concat();
    found.truncate(most);
    found
}
