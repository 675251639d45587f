//! Which charts of one's own make sense, and why others do not.
use super::spec::{Form, Spec};
use crate::lens::Lang;
use crate::report::{Edition, Entity, Kind, Statement};

/// A field that can be put into a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The field's id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// How many entities of the collection state it.
    pub stated: usize,
}

/// The fields that entities of a collection state, numbers or not, most often stated first.
pub fn fields(edition: &Edition, collection: usize, numbers: bool, lang: Lang) -> Vec<Offer> {
    let entities = &edition.entities[collection];
    let mut offers: Vec<Offer> = Vec::new();
    for field in &edition.schema.fields {
        let fits = match field.kind {
            Kind::Number => numbers,
            Kind::Text => false,
            _ => !numbers,
        };
        if !fits || field.context {
            continue;
        }
        let states = |e: &&Entity| e.statements.iter().any(|s| s.field == field.id);
        let stated = entities.iter().filter(states).count();
        if stated > 0 {
            offers.push(Offer {
                id: field.id.clone(),
                label: lang.of(&field.name).to_owned(),
                stated,
            });
        }
    }
    offers.sort_by_key(|offer| std::cmp::Reverse(offer.stated));
    offers
}

/// The forms that a choice of fields can be drawn in.
pub fn offers(edition: &Edition, spec: &Spec) -> Vec<Form> {
    let forms = Form::ALL.into_iter();
    forms
        .filter(|&form| {
            let tried = Spec {
                form,
                ..spec.clone()
            };
            refusal(edition, &tried, Lang::En).is_none()
        })
        .collect()
}

/// Why a chart would make no sense, as a sentence; none if it does.
pub fn refusal(edition: &Edition, spec: &Spec, lang: Lang) -> Option<&'static str> {
    let field = |id: &Option<String>| id.as_deref().map(|id| edition.field(id));
    let kind = |id: &Option<String>, numbers: bool| match field(id) {
        None => true,
        Some(Some(f)) => (f.kind == Kind::Number) == numbers && f.kind != Kind::Text,
        Some(None) => false,
    };
    if !kind(&spec.measure, true) || !kind(&spec.group, false) {
        return Some(lang.pick(
            "所选字段不在数据里，或不能这样用。",
            "A chosen field is not in the data or cannot be used so.",
        ));
    }
    let scatter = spec.form == Form::Scatter;
    if !kind(&spec.split, scatter) {
        return Some(match scatter {
            true => lang.pick(
                "散点图的第二个量须是数值。",
                "A scatter plot needs a second number.",
            ),
            false => lang.pick(
                "拆分字段须是类别，不能是数值。",
                "The field that splits has to be a category, not a number.",
            ),
        });
    }
    match spec.form {
        Form::Scatter if spec.measure.is_none() || spec.split.is_none() => Some(lang.pick(
            "散点图需要两个数值字段。",
            "A scatter plot needs two number fields.",
        )),
        Form::Scatter if spec.measure == spec.split => Some(lang.pick(
            "散点图的两个量不能相同。",
            "The two quantities of a scatter plot have to differ.",
        )),
        Form::Line | Form::Dots if spec.measure.is_none() => {
            Some(lang.pick("此图需要一个数值字段。", "This form needs a number field."))
        }
        Form::Stack | Form::Heat if spec.measure.is_some() => Some(lang.pick(
            "各条陈述的数值不能相加；此图只用于计数。",
            "Stated values cannot be added up; this form is for counts only.",
        )),
        Form::Stack | Form::Heat if spec.split.is_none() || spec.group.is_none() => {
            Some(lang.pick(
                "此图需要分组字段与拆分字段。",
                "This form needs a field to group by and one to split by.",
            ))
        }
        Form::Stack | Form::Heat if spec.split == spec.group => Some(lang.pick(
            "分组与拆分不能是同一字段。",
            "Group and split have to be different fields.",
        )),
        Form::Bar if spec.measure.is_none() && spec.group.is_none() => Some(lang.pick(
            "计数需要一个分组字段。",
            "Counting needs a field to group by.",
        )),
        Form::Bar if spec.measure.is_some() && spec.group.is_some() => Some(lang.pick(
            "一组里的数值不能相加；请用点图。",
            "Values of a group cannot be added up; use dots.",
        )),
        Form::Bar if spec.measure.is_none() && spec.split.is_some() => Some(lang.pick(
            "计数要拆分时，请用堆叠图或热图。",
            "To split a count, use a stack or a grid.",
        )),
        _ if spec.log && spec.measure.is_none() => Some(lang.pick(
            "计数不用对数刻度。",
            "Counts are not drawn on a logarithmic scale.",
        )),
        _ => unfit(edition, spec, lang),
    }
}

/// Why the values themselves do not let themselves be drawn so.
fn unfit(edition: &Edition, spec: &Spec, lang: Lang) -> Option<&'static str> {
    let scatter = spec.form == Form::Scatter;
    let axes = [&spec.measure, if scatter { &spec.split } else { &None }];
    let collection = edition.collection(&spec.collection)?;
    let entities = &edition.entities[collection];
    for field in axes.into_iter().flatten() {
        let all = entities.iter().flat_map(|e| &e.statements);
        let stated: Vec<&Statement> = all.filter(|s| &s.field == field).collect();
        let alike = |s: &&Statement| edition.measure(s) == edition.measure(stated[0]);
        if !stated.iter().all(alike) {
            return Some(lang.pick(
                "这一字段的数值单位不能互相换算，不能放在同一刻度上。",
                "The values of this field have units that do not convert into each other; they have no common scale.",
            ));
        }
        let positive = |s: &&Statement| edition.base_value(s).is_none_or(|v| v > 0.0);
        if spec.log && !stated.iter().all(positive) {
            return Some(lang.pick(
                "有零或负值，不能用对数刻度。",
                "Zero and negative values have no place on a logarithmic scale.",
            ));
        }
        let dated = |s: &&Statement| s.as_of.is_some();
        if spec.form == Form::Line && stated.iter().filter(|s| dated(s)).count() < 2 {
            return Some(lang.pick(
                "注明时间的数值不足两个，连不成线。",
                "A line needs at least two values with a date.",
            ));
        }
    }
    let both = |e: &Entity| {
        let mut fields = axes.into_iter().flatten();
        fields.all(|field| e.statements.iter().any(|s| &s.field == field))
    };
    if scatter && !entities.iter().any(both) {
        return Some(lang.pick(
            "没有条目同时述及这两个量。",
            "Nothing states both quantities.",
        ));
    }
    None
}
