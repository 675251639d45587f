//! From one address to the next.
use super::*;

impl Address {
    /// The same page in another language.
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self {
            lang,
            both: false,
            ..self.clone()
        }
    }

    /// Another page, with nothing chosen; language and layer stay.
    pub fn at(&self, page: Page) -> Self {
        Self {
            page,
            lang: self.lang,
            both: self.both,
            context: self.context,
            ..Self::default()
        }
    }

    /// The page of an entity.
    pub fn to_entity(&self, id: &str) -> Self {
        self.at(Page::Entity(id.to_owned()))
    }

    /// The same view with a facet value chosen, or no longer.
    pub fn toggled(&self, field: &str, value: &str) -> Self {
        let mut next = self.clone();
        match next.facets.iter().position(|(f, _)| f == field) {
            Some(at) => {
                toggle(&mut next.facets[at].1, value);
                if next.facets[at].1.is_empty() {
                    next.facets.remove(at);
                }
            }
            None => next.facets.push((field.to_owned(), vec![value.to_owned()])),
        }
        next
    }

    /// Whether a facet value is chosen.
    pub fn has(&self, field: &str, value: &str) -> bool {
        let mut facets = self.facets.iter();
        facets.any(|(f, values)| f == field && values.iter().any(|v| v == value))
    }

    /// The same view with a range set, replacing the one before.
    pub fn ranged(&self, field: &str, from: Option<f64>, to: Option<f64>) -> Self {
        let mut next = self.clone();
        next.ranges.retain(|r| r.field != field);
        if from.is_some() || to.is_some() {
            next.ranges.push(Range {
                field: field.to_owned(),
                from,
                to,
            });
        }
        next
    }

    /// The same view searched for something else.
    pub fn searched(&self, text: &str) -> Self {
        Self {
            text: text.to_owned(),
            ..self.clone()
        }
    }

    /// The same view sorted by a field alone, in the direction that suits it; the same field again turns
    /// the order round, a third time ends it.
    pub fn sorted(&self, field: &str, largest_first: bool) -> Self {
        let mut next = self.clone();
        if !matches!(self.sorts.as_slice(), [only] if only.field == field) {
            next.sorts.clear();
        }
        next.also_sorted(field, largest_first)
    }

    /// The same view with a field as one more sort key, or turned round, or taken out.
    pub fn also_sorted(&self, field: &str, largest_first: bool) -> Self {
        let mut next = self.clone();
        match next.sorts.iter().position(|s| s.field == field) {
            Some(at) if next.sorts[at].descending == largest_first => {
                next.sorts[at].descending = !largest_first;
            }
            Some(at) => drop(next.sorts.remove(at)),
            None => next.sorts.push(Sort {
                field: field.to_owned(),
                descending: largest_first,
            }),
        }
        next
    }

    /// The same timeline over other years.
    pub fn over(&self, years: Option<(u16, u16)>) -> Self {
        Self {
            years,
            ..self.clone()
        }
    }

    /// The same timeline with a collection chosen, or no longer.
    pub fn with_collection(&self, id: &str) -> Self {
        let mut next = self.clone();
        toggle(&mut next.collections, id);
        next
    }

    /// The same collection shown another way.
    pub fn viewed(&self, view: View) -> Self {
        Self {
            view,
            ..self.clone()
        }
    }

    /// The same page with nothing filtered; the way of showing it stays.
    pub fn cleared(&self) -> Self {
        Self {
            view: self.view,
            sorts: self.sorts.clone(),
            columns: self.columns.clone(),
            chart: self.chart.clone(),
            ..self.at(self.page.clone())
        }
    }

    /// Whether anything is chosen.
    pub fn is_filtered(&self) -> bool {
        !self.text.is_empty() || !self.facets.is_empty() || !self.ranges.is_empty()
    }
}

/// Puts a value in, or takes it out.
pub fn toggle(values: &mut Vec<String>, value: &str) {
    match values.iter().position(|v| v == value) {
        Some(at) => drop(values.remove(at)),
        None => values.push(value.to_owned()),
    }
}
