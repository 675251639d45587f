//! Entities by what a reader types.
use crate::lens::Lang;
use crate::present::found;
use crate::report::Edition;
use crate::search::{Group, Hit, Reason, What};

/// An entity that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Its id.
    pub id: String,
    /// Its name and collection.
    pub name: String,
    /// Why it may be meant.
    pub reason: String,
}

/// The entities among what a search found, the best first; what only comes nearest is none.
pub fn suggestions(
    edition: &Edition,
    groups: &[Group],
    lang: Lang,
    most: usize,
) -> Vec<Suggestion> {
    let mut hits: Vec<(usize, &Hit)> = Vec::new();
    for group in groups {
        if let What::Entity(collection) = group.what {
            let meant = group.hits.iter().filter(|h| h.reason != Reason::Nearest);
            hits.extend(meant.map(|hit| (collection, hit)));
        }
    }
    hits.sort_by_key(|(_, hit)| std::cmp::Reverse(hit.score));
    let made = hits.into_iter().take(most).map(|(collection, hit)| {
        let kind = lang.of(&edition.schema.collections[collection].name);
        let (open, close) = (lang.pick("（", " ("), lang.pick("）", ")"));
        Suggestion {
            id: hit.id.clone(),
            name: [lang.of(&hit.label), open, kind, close].concat(),
            reason: found::reason(edition, hit, lang),
        }
    });
    made.collect()
}
