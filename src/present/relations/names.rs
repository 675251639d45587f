//! Entities by name.
use crate::lens::Lang;
use crate::query::fold;
use crate::report::Edition;

/// The entities whose names hold a text, those that begin with it first, short ones before long ones.
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
    let mut found: Vec<((bool, usize), (String, String))> = Vec::new();
    for (collection, entity) in edition.all() {
        let names = [&entity.name.zh, &entity.name.en].into_iter();
        let ranks = names.chain(&entity.aliases).filter_map(|name| {
            let name = fold(name);
            let at = name.find(wanted)?;
            Some((at > 0, name.len()))
        });
        if let Some(rank) = ranks.min() {
            let kind = lang.of(&edition.schema.collections[collection].name);
            let name = [
                lang.of(&entity.name),
                lang.pick("（", " ("),
                kind,
                lang.pick("）", ")"),
            ];
            found.push((rank, (entity.id.clone(), name.concat())));
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    let found = found.into_iter().take(most);
    found.map(|(_, name)| name).collect()
}
