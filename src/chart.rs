//! Charts as values: outcome → figure (headline, rows, what is left out) → typed ECharts options.
use crate::lens::{self, Lang};
use crate::report::{Edition, Label, Value};
use charming::component::{Axis, Grid};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, ItemStyle, Label as MarkLabel, LabelPosition,
    LineStyle, SplitLine,
};
use charming::series::Bar;
use charming::Chart;
use serde::Deserialize;

/// What a chart measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// How many entities have each value of a field.
    Count,
    /// The number that each entity states.
    Amount,
}

/// A chart as charts.json declares it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Spec {
    /// Stable id.
    pub id: String,
    /// The collection it belongs to.
    pub collection: String,
    /// What it measures.
    pub measure: Measure,
    /// The field it reads.
    pub field: String,
    /// Logarithmic scale.
    #[serde(default)]
    pub log: bool,
    /// What it shows, in a few words.
    pub name: Label,
}

/// One mark of a figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// What a click on it leads to: a facet value or an entity.
    pub id: String,
    /// Its label.
    pub label: String,
    /// Its size in base units.
    pub value: f64,
    /// Its size as a reader sees it.
    pub shown: String,
}

/// A chart with its numbers, before any drawing. Picture, table and sentence all come from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What it shows, as a finding.
    pub headline: String,
    /// What is measured.
    pub name: String,
    /// Its marks, largest first.
    pub marks: Vec<Mark>,
    /// How many records of the view it cannot show.
    pub hidden: usize,
    /// How many records the view has.
    pub total: usize,
    /// Whether the marks are facet values that filter.
    pub filters: bool,
    /// Logarithmic scale.
    pub log: bool,
    /// The field it reads.
    pub field: String,
}

/// The colours a picture is drawn in; they follow the page's theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// Text.
    pub ink: &'static str,
    /// Faint lines.
    pub hairline: &'static str,
    /// Marks.
    pub mark: &'static str,
}

/// Light paper.
pub const LIGHT: Palette = Palette {
    ink: "#5b6068",
    hairline: "#e4e1d9",
    mark: "#2f6f9f",
};

/// Dark paper.
pub const DARK: Palette = Palette {
    ink: "#9aa0a8",
    hairline: "#2a2d33",
    mark: "#6aa8da",
};

/// The most marks that one picture shows; the table has all.
pub const MOST: usize = 14;

/// The figure of a chart over the entities of a view.
pub fn figure(
    edition: &Edition,
    spec: &Spec,
    collection: usize,
    hits: &[u32],
    lang: Lang,
) -> Figure {
    let entities = &edition.entities[collection];
    let mut marks: Vec<Mark> = Vec::new();
    let mut hidden = 0;
    for &hit in hits {
        let entity = &entities[hit as usize];
        let mut seen = Vec::new();
        for statement in entity.statements.iter().filter(|s| s.field == spec.field) {
            match spec.measure {
                Measure::Amount => {
                    if let Some(value) = edition.base_value(statement) {
                        seen.push(entity.id.clone());
                        marks.push(Mark {
                            id: entity.id.clone(),
                            label: lang.of(&entity.name).to_owned(),
                            value,
                            shown: lens::show(edition, statement, lang).line(),
                        });
                    }
                }
                Measure::Count => {
                    let Some(id) = facet_value(&statement.value) else {
                        continue;
                    };
                    if seen.contains(&id) {
                        continue;
                    }
                    match marks.iter_mut().find(|m| m.id == id) {
                        Some(mark) => mark.value += 1.0,
                        None => marks.push(Mark {
                            label: lens::show(edition, statement, lang).main,
                            id: id.clone(),
                            value: 1.0,
                            shown: String::new(),
                        }),
                    }
                    seen.push(id);
                }
            }
        }
        hidden += usize::from(seen.is_empty());
    }
    marks.sort_by(|a, b| b.value.total_cmp(&a.value));
    for mark in &mut marks {
        if spec.measure == Measure::Count {
            mark.shown = lens::number(mark.value);
        }
    }
    let name = lang.of(&spec.name).to_owned();
    Figure {
        headline: headline(&marks, spec.measure, hits.len(), &name, lang),
        name,
        hidden,
        total: hits.len(),
        filters: spec.measure == Measure::Count,
        log: spec.log,
        field: spec.field.clone(),
        marks,
    }
}

/// The facet value that a statement stands for, where it can be chosen.
pub fn facet_value(value: &Value) -> Option<String> {
    match value {
        Value::Term { term } => Some(term.clone()),
        Value::Entity { entity } => Some(entity.clone()),
        Value::Date { date } => Some(date.get(..4)?.to_owned()),
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Number(_) | Value::Text { .. } => None,
    }
}

fn headline(marks: &[Mark], measure: Measure, total: usize, name: &str, lang: Lang) -> String {
    let Some(first) = marks.first() else {
        return match lang {
            Lang::Zh => format!("{name}：这里没有一项有记录"),
            Lang::En => format!("{name}: none of these states it"),
        };
    };
    let (label, shown) = (&first.label, &first.shown);
    // A leader that shares its place does not lead alone.
    let ties = marks.iter().filter(|m| m.value == first.value).count() - 1;
    match (measure, lang, ties) {
        (Measure::Count, Lang::Zh, 0) => format!("{total}项中，{label}最多，有{shown}项"),
        (Measure::Count, Lang::Zh, _) => {
            let tied = ties + 1;
            format!("{total}项中，{label}等{tied}类并列最多，各有{shown}项")
        }
        (Measure::Count, Lang::En, 0) => format!("{label} leads with {shown} of {total} entries"),
        (Measure::Count, Lang::En, _) => {
            format!("{label} and {ties} more tie, each with {shown} of {total} entries")
        }
        (Measure::Amount, Lang::Zh, _) => format!("{name}最高的是{label}：{shown}"),
        (Measure::Amount, Lang::En, _) => format!("{name} is highest for {label}: {shown}"),
    }
}

impl Figure {
    /// A sentence for those who do not see the picture.
    pub fn sentence(&self, lang: Lang) -> String {
        let items: Vec<_> = self
            .marks
            .iter()
            .take(MOST)
            .map(|m| format!("{} {}", m.label, m.shown))
            .collect();
        match lang {
            Lang::Zh => format!("{}。{}。{}", self.name, items.join("，"), self.caveat(lang)),
            Lang::En => format!("{}. {}. {}", self.name, items.join(", "), self.caveat(lang)),
        }
    }

    /// What the picture leaves out.
    pub fn caveat(&self, lang: Lang) -> String {
        let more = self.marks.len().saturating_sub(MOST);
        let (total, hidden) = (self.total, self.hidden);
        match (lang, more) {
            (Lang::Zh, 0) => format!("{total}项中有{hidden}项报告未述及。"),
            (Lang::Zh, _) => {
                format!("{total}项中有{hidden}项报告未述及；图中只画前{MOST}条，其余见表格。")
            }
            (Lang::En, 0) => format!("For {hidden} of {total} entries the report does not say."),
            (Lang::En, _) => format!(
                "For {hidden} of {total} entries the report does not say. The first {MOST} marks are drawn, the table has all."
            ),
        }
    }
}

impl Figure {
    /// The mark that a picture draws at an index, counted from below.
    pub fn drawn(&self, index: usize) -> Option<&Mark> {
        let n = self.marks.len().min(MOST);
        self.marks.get(n.checked_sub(index + 1)?)
    }
}

/// The picture of a figure as ECharts options.
pub fn option(figure: &Figure, palette: Palette) -> Chart {
    // ECharts draws a category axis from below; readers start above.
    let marks: Vec<&Mark> = figure.marks.iter().take(MOST).rev().collect();
    let labels: Vec<String> = marks.iter().map(|m| m.label.clone()).collect();
    // The mark's name is what stands beside it; a click is told by its index.
    let bars: Vec<DataPointItem> = marks
        .iter()
        .map(|mark| DataPointItem::new(CompositeValue::from(mark.value)).name(mark.shown.as_str()))
        .collect();
    let label = MarkLabel::new()
        .show(true)
        .position(LabelPosition::Right)
        .color(palette.ink)
        .formatter("{b}");
    let size = if figure.log {
        AxisType::Log
    } else {
        AxisType::Value
    };
    Chart::new()
        .grid(
            Grid::new()
                .left(4)
                .right(96)
                .top(8)
                .bottom(8)
                .contain_label(true),
        )
        .x_axis(
            Axis::new()
                .type_(size)
                .axis_label(AxisLabel::new().show(false))
                .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.hairline))),
        )
        .y_axis(
            Axis::new()
                .type_(AxisType::Category)
                .data(labels)
                .axis_line(AxisLine::new().show(false))
                .axis_tick(AxisTick::new().show(false))
                .axis_label(AxisLabel::new().color(palette.ink)),
        )
        .series(
            Bar::new()
                .bar_width(16)
                .label(label)
                .item_style(ItemStyle::new().color(palette.mark))
                .data(bars),
        )
}
