//! What a figure says in words: headline, sentence, caveat, source.
use super::spec::*;
use crate::lens::{self, Lang};
use crate::report::{Edition, Field};

/// A quantity with its unit: 上下文长度（token）.
pub fn quantity(edition: &Edition, field: &Field, lang: Lang) -> String {
    let name = lang.of(&field.name);
    let unit = field.unit.as_deref().and_then(|id| edition.unit(id));
    let unit = unit.map(|u| lang.of(u.base.as_ref().or(u.root.as_ref()).unwrap_or(&u.name)));
    match unit.filter(|unit| !unit.is_empty()) {
        Some(unit) => match lang {
            Lang::Zh => [name, "（", unit, "）"].concat(),
            Lang::En => [name, " (", unit, ")"].concat(),
        },
        None => name.to_owned(),
    }
}

/// The numbers of some sections as printed, in the order of the report.
pub fn places(edition: &Edition, sections: &[&str], lang: Lang) -> String {
    let found = edition.outline.sections.iter();
    let numbers = found
        .filter(|s| sections.contains(&s.id.as_str()))
        .map(|s| lang.of(&s.number));
    let numbers: Vec<_> = numbers.collect();
    // A chart over a whole collection rests on many sections; three are a hint, the cards have them all.
    match numbers.as_slice() {
        [a, b, c, _, ..] => match lang {
            Lang::Zh => format!("{a}、{b}、{c}等{}节", numbers.len()),
            Lang::En => match numbers.len() - 3 {
                1 => format!("{a}, {b}, {c} and 1 more section"),
                n => format!("{a}, {b}, {c} and {n} more sections"),
            },
        },
        few => few.join(lang.pick("、", ", ")),
    }
}

/// A figure's finding in words.
/// `share` says that the quantity is a percentage, of which multiples mean nothing.
pub fn headline(figure: &Figure, measured: bool, share: bool, lang: Lang) -> String {
    if figure.marks.is_empty() {
        let name = &figure.name;
        return match lang {
            Lang::Zh => format!("{name}：这里没有一项有记录"),
            Lang::En => format!("{name}: none of these states it"),
        };
    }
    match (figure.form, measured) {
        (Form::Scatter, _) => scattered(figure, lang),
        (Form::Line, true) if figure.rows.len() <= 3 => developed(figure, lang),
        (_, true) => measured_range(figure, share, lang),
        (_, false) => counted(figure, lang),
    }
}

fn scattered(figure: &Figure, lang: Lang) -> String {
    let n = figure.rows.len();
    match lang {
        Lang::Zh => format!("{n}项同时有{}与{}", figure.axes[0], figure.axes[1]),
        Lang::En => format!(
            "{n} state both {} and {}",
            lens::lower_first(&figure.axes[0]),
            lens::lower_first(&figure.axes[1])
        ),
    }
}

/// Each row from its first value to its last.
fn developed(figure: &Figure, lang: Lang) -> String {
    let rows = figure.rows.iter().enumerate().map(|(row, name)| {
        let mut marks: Vec<_> = figure.marks.iter().filter(|m| m.row == row).collect();
        marks.sort_by(|a, b| a.across.unwrap_or(0.0).total_cmp(&b.across.unwrap_or(0.0)));
        match (lang, marks.as_slice()) {
            (Lang::Zh, [first, .., last]) => [name, "从", &first.shown, "到", &last.shown].concat(),
            (Lang::En, [first, .., last]) => {
                [name, " from ", &first.shown, " to ", &last.shown].concat()
            }
            (_, few) => few.iter().fold(name.clone(), |out, mark| {
                [&out, lang.pick("：", ": "), &mark.shown].concat()
            }),
        }
    });
    let rows: Vec<_> = rows.collect();
    rows.join(lang.pick("；", "; "))
}

fn measured_range(figure: &Figure, share: bool, lang: Lang) -> String {
    let by = |a: &&Mark, b: &&Mark| a.value.total_cmp(&b.value);
    let (Some(low), Some(high)) = (
        figure.marks.iter().min_by(by),
        // The first of equals, as it stands on top.
        figure.marks.iter().rev().max_by(by),
    ) else {
        return figure.name.clone();
    };
    let label = |mark: &Mark| figure.rows[mark.row].as_str();
    let name = &figure.name;
    if low.value == high.value {
        let shown = &high.shown;
        return match lang {
            Lang::Zh => format!("{name}：{}{shown}", label(high)),
            Lang::En => format!("{name}: {} at {shown}", label(high)),
        };
    }
    let times = high.value / low.value;
    let spread = if low.value > 0.0 && times >= 2.0 && !share {
        let times = lens::number((times * 10.0).round() / 10.0);
        match lang {
            Lang::Zh => format!("，后者为前者的{times}倍"),
            Lang::En => format!(", {times} times as much"),
        }
    } else {
        String::new()
    };
    // The same thing under two dates reads as a development.
    if label(low) == label(high) {
        return match lang {
            Lang::Zh => format!("{}：{}至{}{spread}", label(low), low.shown, high.shown),
            Lang::En => format!("{}: {} to {}{spread}", label(low), low.shown, high.shown),
        };
    }
    match lang {
        Lang::Zh => format!(
            "{name}从{}的{}到{}的{}{spread}",
            label(low),
            low.shown,
            label(high),
            high.shown
        ),
        Lang::En => format!(
            "{name} runs from {} ({}) to {} ({}){spread}",
            label(low),
            low.shown,
            label(high),
            high.shown
        ),
    }
}

fn counted(figure: &Figure, lang: Lang) -> String {
    let most = figure.records.iter().copied().max().unwrap_or(0);
    let rows = figure.records.iter().zip(&figure.rows);
    let leaders = rows.filter(|(records, _)| **records == most);
    let leaders: Vec<&str> = leaders.map(|(_, row)| row.as_str()).collect();
    let total = figure.total;
    let stated = match (lang, figure.hidden) {
        (Lang::Zh, 0) => format!("{total}项均有此信息"),
        (Lang::En, 0) => format!("All {total} state it"),
        (Lang::Zh, hidden) => format!("{total}项中{}项有此信息", total - hidden),
        (Lang::En, hidden) => format!("{} of {total} state it", total - hidden),
    };
    match (lang, leaders.as_slice()) {
        (Lang::Zh, [only]) => format!("{stated}：{only}最多，{most}项"),
        (Lang::En, [only]) => format!("{stated}; {only} leads with {most}"),
        // A leader that shares its place does not lead alone.
        (Lang::Zh, [first, ..]) => {
            let n = leaders.len();
            format!("{stated}：{first}等{n}个并列最多，各{most}项")
        }
        (Lang::En, [first, rest @ ..]) => {
            let n = rest.len();
            format!("{stated}; {first} and {n} more tie at {most} each")
        }
        (_, []) => figure.name.clone(),
    }
}

impl Figure {
    /// A mark in words: its row, its part, its value.
    pub fn describe(&self, mark: &Mark) -> String {
        let part = &self.parts[mark.part];
        let mut out = self.rows[mark.row].clone();
        if !part.is_empty() && part != &out {
            out.push_str(" · ");
            out.push_str(part);
        }
        out.push(' ');
        out.push_str(&mark.shown);
        out + &mark.note
    }

    /// A description for those who do not see the picture; every number in it is a mark's.
    pub fn sentence(&self, lang: Lang) -> String {
        let marks = self.marks.iter().take(super::MOST);
        let items: Vec<_> = marks.map(|m| self.describe(m)).collect();
        let stop = lang.pick("。", ". ");
        let items = items.join(lang.pick("，", ", "));
        [&self.name, stop, &items, stop, &self.caveat(lang)].concat()
    }

    /// What the picture leaves out.
    pub fn caveat(&self, lang: Lang) -> String {
        let more = self.rows.len().saturating_sub(super::MOST);
        let (total, hidden) = (self.total, self.hidden);
        if total == 0 {
            return String::new();
        }
        let mut out = match (lang, hidden) {
            (Lang::Zh, 0) => format!("{total}项全部在图中。"),
            (Lang::En, 0) => format!("All {total} are in the chart."),
            (Lang::Zh, _) => format!("{total}项中有{hidden}项未述及，不在图中。"),
            (Lang::En, _) => {
                format!("{hidden} of {total} do not state it and are not in the chart.")
            }
        };
        if self.several > 0 {
            let several = self.several;
            out += &match lang {
                Lang::Zh => format!("{several}项有不止一个值，每个值各画一次。"),
                Lang::En if several == 1 => {
                    " 1 has more than one value and is drawn once for each.".into()
                }
                Lang::En => {
                    format!(" {several} have more than one value and are drawn once for each.")
                }
            };
        }
        if more > 0 {
            let most = super::MOST;
            out += &match lang {
                Lang::Zh => format!("图中只画前{most}行，其余{more}行见表格。"),
                Lang::En => format!(" The first {most} rows are drawn, the table has {more} more."),
            };
        }
        out
    }
}
