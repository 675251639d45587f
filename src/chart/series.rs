//! A few numbers over time as a figure: what the text gives of a chart that only the report's picture held whole.
use super::spec::*;
use super::words;
use crate::lens::{self, Lang};
use crate::report::{Edition, Entity, Statement};

/// A bar for each statement, in the order given, under its date. It is no view of a collection, so nothing is counted.
pub fn series(edition: &Edition, points: &[(&Entity, &Statement)], lang: Lang) -> Figure {
    let mut figure = Figure {
        parts: vec![String::new()],
        colors: vec![0],
        ..Figure::default()
    };
    let mut places = Vec::new();
    for (entity, statement) in points {
        let Some(value) = edition.base_value(statement) else {
            continue;
        };
        let date = statement.as_of.as_deref();
        let label = date.map_or_else(String::new, |date| lens::show_date(date, lang));
        figure.marks.push(Mark {
            row: figure.rows.len(),
            part: 0,
            value,
            across: None,
            note: String::new(),
            shown: lens::show(edition, statement, lang).line(),
            drawing: Drawing::of(statement),
            target: Target::Entity(entity.id.clone()),
        });
        figure.rows.push(label);
        let section = statement.source.section();
        if !section.is_empty() && !places.contains(&section) {
            places.push(section);
        }
        if let Some(field) = edition.field(&statement.field) {
            figure.axes[0] = words::quantity(edition, field, lang);
        }
        figure.name = lang.of(&entity.name).to_owned();
        figure.id = entity.id.clone();
    }
    figure.place = words::places(edition, &places, lang);
    figure.headline = words::headline(&figure, true, false, lang);
    figure
}
