//! What keeps unlike things in a row of a comparison from being read as alike: a sentence for each difference in kind.
use crate::lens::{self, Lang};
use crate::report::{Edition, Statement, Value};

/// A difference in kind between what entities state; the order is that of weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unlike {
    /// A ratio against an amount.
    Ratio,
    /// Fields of unlike classes: FP16 against INT8.
    Class,
    /// Units that do not convert into each other.
    Unit,
    /// The report against the public record.
    Layer,
    /// A vendor's claim against what is stated.
    Claim,
    /// A forecast or target against what is stated.
    Forecast,
    /// Computed against stated.
    Derived,
    /// Said of different things.
    Scope,
    /// Of different dates.
    Date,
}

/// A sentence that says why things in a row are unlike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// In what.
    pub unlike: Unlike,
    /// The sentence.
    pub text: String,
}

const ALL: [Unlike; 9] = [
    Unlike::Ratio,
    Unlike::Class,
    Unlike::Unit,
    Unlike::Layer,
    Unlike::Claim,
    Unlike::Forecast,
    Unlike::Derived,
    Unlike::Scope,
    Unlike::Date,
];

/// The warnings of a row: statements with the number of the entity that they are of, and the entities' names.
pub fn warnings(
    edition: &Edition,
    row: &[(usize, &Statement)],
    names: &[String],
    lang: Lang,
) -> Vec<Warning> {
    let mut warnings: Vec<Warning> = Vec::new();
    for unlike in ALL {
        // A ratio and an amount also differ in class and unit; the first reason says enough.
        let said = |other| warnings.iter().any(|w| w.unlike == other);
        let repeats = match unlike {
            Unlike::Class => said(Unlike::Ratio),
            Unlike::Unit => said(Unlike::Ratio) || said(Unlike::Class),
            _ => false,
        };
        if repeats {
            continue;
        }
        // Each kind that occurs, with its label and the entities that have it.
        let mut kinds: Vec<(String, String, Vec<usize>)> = Vec::new();
        for &(entity, statement) in row {
            let Some((kind, label)) = kind(edition, unlike, statement, lang) else {
                continue;
            };
            match kinds.iter_mut().find(|(known, ..)| *known == kind) {
                Some((_, _, entities)) if entities.contains(&entity) => {}
                Some((_, _, entities)) => entities.push(entity),
                None => kinds.push((kind, label, vec![entity])),
            }
        }
        // What only one entity says in two ways is no comparison.
        let first = kinds.first().map(|(_, _, entities)| entities.as_slice());
        let across = kinds
            .iter()
            .any(|(_, _, entities)| entities.len() > 1 || Some(entities.as_slice()) != first);
        if kinds.len() < 2 || !across {
            continue;
        }
        let parts = kinds.iter().map(|(_, label, entities)| {
            let entities: Vec<&str> = entities.iter().map(|&e| names[e].as_str()).collect();
            let entities = entities.join(lang.pick("、", ", "));
            let (open, close) = (lang.pick("（", " ("), lang.pick("）", ")"));
            [label, open, &entities, close].concat()
        });
        let parts: Vec<String> = parts.collect();
        let (sign, stop) = (lang.pick("：", ": "), lang.pick("。", "."));
        let parts = parts.join(lang.pick("，", ", "));
        warnings.push(Warning {
            unlike,
            text: [why(unlike, lang), sign, &parts, stop].concat(),
        });
    }
    warnings
}

fn why(unlike: Unlike, lang: Lang) -> &'static str {
    match unlike {
        Unlike::Ratio => lang.pick(
            "比值与绝对值不能相比",
            "A ratio cannot be set against an amount",
        ),
        Unlike::Class => lang.pick(
            "量的口径不同，不能相比",
            "Unlike quantities, not comparable",
        ),
        Unlike::Unit => lang.pick(
            "单位不能互相换算，不能相比",
            "The units do not convert into each other",
        ),
        Unlike::Layer => lang.pick("来源不同", "From different sources"),
        Unlike::Claim => lang.pick(
            "厂商自称的数值未必与他处所述同口径",
            "A vendor’s claim beside what is stated otherwise",
        ),
        Unlike::Forecast => lang.pick(
            "预计或目标不是已有的数值",
            "A forecast or target is not a fact yet",
        ),
        Unlike::Derived => lang.pick("有的是推算所得", "Some are computed"),
        Unlike::Scope => lang.pick("所指范围不同", "Said of different things"),
        Unlike::Date => lang.pick("时间不同", "Of different dates"),
    }
}

/// Which kind a statement is of, as an id and a label; none where the question does not arise.
fn kind(
    edition: &Edition,
    unlike: Unlike,
    statement: &Statement,
    lang: Lang,
) -> Option<(String, String)> {
    let number = matches!(statement.value, Value::Number(_));
    let unit = statement.unit.as_deref().and_then(|id| edition.unit(id));
    let either = |yes: bool, is: &'static str, is_not: &'static str| {
        let label = if yes { is } else { is_not };
        Some((label.to_owned(), label.to_owned()))
    };
    let qualified = |names: &[&str]| {
        let qualifier = statement.qualifier.as_deref();
        qualifier.is_some_and(|q| names.contains(&q))
    };
    match unlike {
        Unlike::Ratio if number => either(
            unit.is_some_and(|u| u.ratio),
            lang.pick("比值", "ratio"),
            lang.pick("绝对值", "amount"),
        ),
        Unlike::Class if number => {
            let field = edition.field(&statement.field)?;
            let class = field.comparable.as_ref().unwrap_or(&field.id);
            Some((class.clone(), lang.of(&field.name).to_owned()))
        }
        Unlike::Unit if number => {
            let shown = lens::show(edition, statement, lang);
            let shown = shown.unit_name().to_owned();
            let label = match shown.is_empty() {
                true => lang.pick("无单位", "no unit").to_owned(),
                false => shown,
            };
            Some((edition.measure(statement).to_owned(), label))
        }
        Unlike::Layer => either(
            statement.source.place().is_some(),
            lang.pick("报告", "the report"),
            lang.pick("报告之外的公开信息", "the public record"),
        ),
        Unlike::Claim if number => either(
            qualified(&["vendor_claim"]),
            lang.pick("厂商自称", "vendor’s claim"),
            lang.pick("非厂商自称", "not marked as a claim"),
        ),
        Unlike::Forecast => either(
            qualified(&["forecast", "target"]),
            lang.pick("预计或目标", "forecast or target"),
            lang.pick("已有", "stated as fact"),
        ),
        Unlike::Derived if number => either(
            statement.derived_from.is_some(),
            lang.pick("推算", "computed"),
            lang.pick("直接述及", "stated as such"),
        ),
        Unlike::Scope if number => {
            let scope = statement.scope.as_ref().map(|scope| lang.of(scope));
            let label = scope.unwrap_or(lang.pick("未说明范围", "scope not stated"));
            Some((label.to_owned(), label.to_owned()))
        }
        Unlike::Date if number => {
            let date = statement.as_of.as_deref();
            let label = date.map_or_else(
                || lang.pick("未注明时间", "no date").to_owned(),
                |date| lens::show_date(date, lang),
            );
            Some((date.unwrap_or("").to_owned(), label))
        }
        _ => None,
    }
}
