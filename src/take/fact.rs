//! A statement gathered with everything that is said about it.
use super::gather::Maker;
use super::parcel::{Fact, Spot};
use crate::lens::{self, Lang};
use crate::link::{Address, Pointer};
use crate::report::{Label, Source, Statement};

impl Maker<'_> {
    pub(super) fn fact(&self, entity: &str, statement: &Statement, pointer: Pointer) -> Fact {
        let edition = self.edition;
        let field = edition.field(&statement.field);
        let unit = statement.unit.as_deref().and_then(|id| edition.unit(id));
        // A magnitude whose base unit has no name is left out rather than named wrongly.
        let base_unit = unit.map(|u| match (&u.base, &u.root) {
            (Some(base), _) | (None, Some(base)) => Some(base),
            (None, None) => (u.factor == 1.0).then_some(&u.name),
        });
        let named = base_unit.is_none_or(|unit| unit.is_some());
        let base_unit = base_unit.flatten().cloned();
        let qualifier = statement.qualifier.as_deref();
        let mut qualifiers = edition.schema.qualifiers.iter();
        let qualifier = qualifiers.find(|q| Some(q.id.as_str()) == qualifier);
        let said_by = statement.said_by.as_ref().map(|id| {
            let name = edition.name(id).cloned();
            name.unwrap_or_else(|| both(id))
        });
        let link = Address {
            context: pointer.beside,
            statement: Some(pointer),
            ..self.page(entity)
        };
        Fact {
            field: field.map_or_else(|| both(&statement.field), |f| f.name.clone()),
            say: field.map_or_else(Label::default, |f| f.say.clone()),
            unsaid: field.is_some_and(|f| f.unsaid),
            shown: [Lang::Zh, Lang::En].map(|lang| lens::show(edition, statement, lang)),
            verb: qualifier.map_or_else(Label::default, |q| q.verb.clone()),
            unit: unit.map_or_else(Label::default, |u| u.name.clone()),
            base: edition.base_value(statement).filter(|_| named),
            base_unit: base_unit.unwrap_or_default(),
            said_by: said_by.unwrap_or_default(),
            spot: self.spot(statement),
            link: self.to(&link),
            statement: statement.clone(),
        }
    }

    fn spot(&self, statement: &Statement) -> Option<Spot> {
        let Source::Report(place) = &statement.source else {
            return None;
        };
        let outline = &self.edition.outline;
        let sections = &outline.sections;
        let Some(order) = sections.iter().position(|s| s.id == place.section) else {
            return Some(Spot {
                number: both(&place.section),
                ..Spot::default()
            });
        };
        let section = &sections[order];
        // Where the table of contents gives a section no page, those around it still bound where it stands.
        let page = sections[..=order].iter().rev().find_map(|s| s.page);
        let next = sections[order + 1..].iter().find_map(|s| s.page);
        let mut spot = Spot {
            number: section.number.clone(),
            name: section.name.clone(),
            at: Label::default(),
            page,
            end: next.filter(|&end| page.is_some_and(|page| end > page)),
            open: page.is_some() && next.is_none(),
        };
        let at = place.at.as_deref().unwrap_or_default();
        if let Some((kind, number)) = at.split_once(' ') {
            let (zh, plates) = match kind {
                "table" => ("表", &outline.tables[..]),
                "figure" => ("图", &outline.figures[..]),
                _ => ("脚注", &[][..]),
            };
            spot.at.zh = [zh, number].concat();
            spot.at.en = at.to_owned();
            // A table has a page of its own, which is nearer than the section's.
            let plate = plates.iter().find(|p| number.parse() == Ok(p.number));
            if let Some(exact) = plate.and_then(|p| p.page) {
                (spot.page, spot.end, spot.open) = (Some(exact), None, false);
            }
        }
        Some(spot)
    }
}

fn both(text: &str) -> Label {
    Label {
        zh: text.to_owned(),
        en: text.to_owned(),
    }
}
