//! Facets, ranges and what is active, as they are listed.
use super::catalogue::{value_label, Catalogue};
use crate::lens;
use crate::link::Address;
use crate::report::Edition;

/// A facet's field and label, with the ids and labels of its values; counts follow the view, these do not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetView {
    /// Its field.
    pub field: String,
    /// Its label.
    pub name: String,
    /// Its label in the other language.
    pub original: String,
    /// Its values with their labels, most frequent first.
    pub values: Vec<(String, String)>,
    /// The labels of its values in the other language, empty where they are the same.
    pub originals: Vec<String>,
}

/// A number field that can be ranged, with its label, lowest and highest value in base units.
#[derive(Debug, Clone, PartialEq)]
pub struct RangeView {
    /// Its field.
    pub field: String,
    /// Its label.
    pub name: String,
    /// Its lowest value.
    pub low: f64,
    /// Its highest value.
    pub high: f64,
}

/// The ranges of a collection; a field with one value only is none.
pub fn ranges(
    edition: &Edition,
    collection: usize,
    catalogue: &Catalogue,
    lang: lens::Lang,
) -> Vec<RangeView> {
    let fields = catalogue.ranges.iter().filter_map(|field| {
        let (low, high) = catalogue.span(edition, collection, field)?;
        let name = lang.of(&edition.field(field)?.name).to_owned();
        (low < high).then(|| RangeView {
            field: field.clone(),
            name,
            low,
            high,
        })
    });
    fields.collect()
}

/// The facets of a collection.
pub fn facets(edition: &Edition, catalogue: &Catalogue, address: &Address) -> Vec<FacetView> {
    let lang = address.lang;
    let views = catalogue.facets.iter().filter(|f| f.values.len() > 1);
    views
        .filter_map(|facet| {
            let field = edition.field(&facet.field)?;
            let values = facet.values.iter().map(|id| {
                let label = value_label(edition, &facet.field, id, lang);
                (id.clone(), label)
            });
            let values: Vec<(String, String)> = values.collect();
            let originals = values.iter().map(|(id, label)| {
                let original = value_label(edition, &facet.field, id, lang.other());
                match original == *label {
                    true => String::new(),
                    false => original,
                }
            });
            Some(FacetView {
                field: facet.field.clone(),
                name: lang.of(&field.name).to_owned(),
                original: lang.other().of(&field.name).to_owned(),
                originals: originals.collect(),
                values,
            })
        })
        .collect()
}

/// What is active, each with the address that takes it away.
pub fn active(edition: &Edition, address: &Address) -> Vec<(String, Address)> {
    let mut active = Vec::new();
    let lang = address.lang;
    if !address.text.is_empty() {
        let quoted = match lang {
            lens::Lang::Zh => ["“", &address.text, "”"].concat(),
            lens::Lang::En => ["“", &address.text, "”"].concat(),
        };
        active.push((quoted, address.searched("")));
    }
    for (field, values) in &address.facets {
        for value in values {
            let label = value_label(edition, field, value, lang);
            active.push((label, address.toggled(field, value)));
        }
    }
    for range in &address.ranges {
        let name = edition.field(&range.field);
        let name = name.map_or(range.field.as_str(), |f| lang.of(&f.name));
        let end = |end: Option<f64>| end.map_or_else(|| "…".to_owned(), |v| amount(v, lang));
        let label = [name, " ", &end(range.from), "–", &end(range.to)].concat();
        active.push((label, address.ranged(&range.field, None, None)));
    }
    active
}

/// A base value in the reader's magnitudes.
pub fn amount(value: f64, lang: lens::Lang) -> String {
    match lang {
        lens::Lang::Zh => lens::myriad(value),
        lens::Lang::En => lens::magnitude(value),
    }
}

/// A number as a reader types it, in base units: 128k, 1.5万, 2 million. None if it is none.
pub fn typed(text: &str) -> Option<f64> {
    let text = text.trim().replace([',', '，'], "");
    let end = text.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'));
    let (digits, unit) = text.split_at(end.unwrap_or(text.len()));
    let factor = match unit.trim() {
        "" => 1.0,
        "k" | "K" | "千" => 1e3,
        "万" => 1e4,
        "m" | "M" | "million" | "百万" => 1e6,
        "亿" => 1e8,
        "b" | "B" | "bn" | "billion" | "十亿" => 1e9,
        "t" | "T" | "trillion" | "万亿" => 1e12,
        _ => return None,
    };
    let number: f64 = digits.parse().ok()?;
    Some(number * factor).filter(|n| n.is_finite())
}
