//! Small multiples: one small chart for each value of the split field, all on one scale.
use super::build::{figure, values};
use super::spec::*;
use crate::lens::Lang;
use crate::report::{Edition, Entity};

/// The most small charts that are drawn; the values beyond are named.
pub const MULTIPLES: usize = 12;

/// A value of the split field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// How many entities have it.
    pub count: usize,
}

/// The values of the split field among the entities of a view, the most frequent first, and how many entities state none.
pub fn parts(
    edition: &Edition,
    spec: &Spec,
    entities: &[&Entity],
    lang: Lang,
    context: bool,
) -> (Vec<Part>, usize) {
    let mut parts: Vec<Part> = Vec::new();
    let mut none = 0;
    let Some(split) = &spec.split else {
        return (parts, none);
    };
    for entity in entities {
        let values = values(edition, entity, split, lang, context);
        none += usize::from(values.is_empty());
        for (id, label) in values {
            match parts.iter_mut().find(|part| part.id == id) {
                Some(part) => part.count += 1,
                None => parts.push(Part {
                    id,
                    label,
                    count: 1,
                }),
            }
        }
    }
    parts.sort_by_key(|part| std::cmp::Reverse(part.count));
    (parts, none)
}

/// The small chart of a part: headed by its label, on the scale that all parts share.
pub fn multiple(
    edition: &Edition,
    spec: &Spec,
    entities: &[&Entity],
    part: &Part,
    lang: Lang,
    context: bool,
) -> Figure {
    let Some(split) = &spec.split else {
        return figure(edition, spec, entities, lang, context);
    };
    let whole = figure(edition, &all_in_one(spec), entities, lang, context);
    let of_part = entities.iter().copied().filter(|entity| {
        let mut values = values(edition, entity, split, lang, context).into_iter();
        values.any(|(id, _)| id == part.id)
    });
    let of_part: Vec<&Entity> = of_part.collect();
    let single = Spec {
        id: [&spec.id, "-", &part.id].concat(),
        split: None,
        ..spec.clone()
    };
    let mut made = figure(edition, &single, &of_part, lang, context);
    for mark in &mut made.marks {
        if let Target::Filter(chosen) = &mut mark.target {
            chosen.push((split.clone(), part.id.clone()));
        }
    }
    let finding = std::mem::replace(&mut made.headline, part.label.clone());
    made.name = finding;
    // On a logarithmic scale the axis cannot begin at zero; elsewhere it does, where nothing is below.
    let least = whole.marks.iter().map(|m| m.value);
    let least = least.fold(if spec.log { f64::INFINITY } else { 0.0 }, f64::min);
    let most = whole.marks.iter().map(|m| m.value).fold(0.0, f64::max);
    made.reach = (least < most).then_some([least, most]);
    made
}

/// The chart whose marks are those of all parts together.
fn all_in_one(spec: &Spec) -> Spec {
    Spec {
        form: match spec.measure {
            Some(_) => spec.form,
            None => Form::Stack,
        },
        ..spec.clone()
    }
}
