//! A figure as typed ECharts options.
use super::spec::*;
use charming::component::{Axis, Grid, Legend};
use charming::datatype::{CompositeValue, DataPointItem};
use charming::element::{
    AxisLabel, AxisLine, AxisTick, AxisType, BorderType, Formatter, ItemStyle, Label,
    LabelPosition, LineStyle, NameLocation, SplitLine, Symbol, TextStyle, Tooltip, Trigger,
};
use charming::series::{Bar, Line, Scatter};
use charming::Chart;

/// The most rows that one picture shows; the table has all.
pub const MOST: usize = 14;

/// The colours a picture is drawn in; they follow the page's theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The page.
    pub paper: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Faint lines.
    pub hairline: &'static str,
    /// Categories, told apart also by those who see fewer colours (after Okabe and Ito, tuned to the paper).
    pub marks: [&'static str; UNSTATED],
    /// What is not stated.
    pub unstated: &'static str,
    /// The two ends of a scale of one hue.
    pub scale: [&'static str; 2],
}

/// Light paper.
pub const LIGHT: Palette = Palette {
    paper: "#fbfaf7",
    ink: "#5b6068",
    hairline: "#e4e1d9",
    marks: [
        "#2f6f9f", "#b8741a", "#23805f", "#8d4f94", "#4a94b8", "#a03a52", "#7a6a1f", "#5c6470",
    ],
    unstated: "#94918a",
    scale: ["#dbe7f0", "#1f5379"],
};

/// Dark paper.
pub const DARK: Palette = Palette {
    paper: "#14161a",
    ink: "#9aa0a8",
    hairline: "#2a2d33",
    marks: [
        "#6aa8da", "#e0a458", "#5fbf98", "#c48fd0", "#8fd0ea", "#e08a9f", "#c7b65a", "#a5adb8",
    ],
    unstated: "#5d6169",
    scale: ["#22303c", "#8cc4ee"],
};

impl Palette {
    /// The colour of a category.
    fn mark(&self, color: usize) -> &'static str {
        match color {
            UNSTATED => self.unstated,
            color => self.marks[color % UNSTATED],
        }
    }
}

impl Figure {
    /// The rows that the picture shows.
    pub fn drawn_rows(&self) -> usize {
        self.rows.len().min(MOST)
    }

    /// The marks of a part that the picture shows, in the order in which it draws them.
    pub fn drawn(&self, part: usize) -> impl Iterator<Item = &Mark> {
        let rows = match self.form {
            Form::Line | Form::Scatter => usize::MAX,
            _ => MOST,
        };
        let marks = self.marks.iter();
        marks.filter(move |m| m.row < rows && m.part == part)
    }

    /// The marks of a grid, over all parts.
    pub fn drawn_in_grid(&self) -> impl Iterator<Item = &Mark> {
        self.marks.iter().filter(|m| m.row < MOST)
    }

    /// The mark that the picture draws as the given one of a series.
    pub fn mark(&self, series: usize, index: usize) -> Option<&Mark> {
        match self.form {
            // A grid is one series over all parts, a line chart has one per row.
            Form::Heat => self.drawn_in_grid().nth(index),
            Form::Line => self.marks.iter().filter(|m| m.row == series).nth(index),
            _ => self.drawn(series).nth(index),
        }
    }

    /// The height of the picture in pixels.
    pub fn height(&self) -> usize {
        let legend = if self.parts.len() > 1 && self.form != Form::Heat {
            30
        } else {
            0
        };
        match self.form {
            Form::Line | Form::Scatter => 320 + legend,
            Form::Heat => {
                self.drawn_rows().max(1) * 30 + if self.parts.len() > 5 { 110 } else { 60 }
            }
            Form::Bar => self.drawn_rows().max(1) * 27 + 28,
            Form::Stack => self.drawn_rows().max(1) * 27 + 44 + legend,
            Form::Dots => self.drawn_rows().max(1) * 27 + 56 + legend,
        }
    }
}

/// The picture of a figure as ECharts options. A mark's name is its description; a click is told by series and index.
pub fn option(figure: &Figure, palette: &Palette) -> Chart {
    let mut chart = Chart::new().animation(false).tooltip(
        Tooltip::new()
            .trigger(Trigger::Item)
            .background_color(palette.paper)
            .border_color(palette.hairline),
    );
    let legend = figure.parts.len() > 1 && !matches!(figure.form, Form::Heat | Form::Line);
    let legend = legend || (figure.form == Form::Line && figure.rows.len() > 1);
    if legend {
        chart = chart.legend(
            Legend::new()
                .top(0)
                .left(0)
                .item_width(12)
                .item_height(10)
                .text_style(TextStyle::new().color(palette.ink)),
        );
    }
    let roomy = matches!(figure.form, Form::Line | Form::Scatter | Form::Dots);
    chart = chart.grid(
        Grid::new()
            .left(if roomy { 12 } else { 4 })
            .right(match figure.form {
                Form::Bar => 120,
                _ => 24,
            })
            .top(if legend { 34 } else { 8 })
            .bottom(if figure.axes[0].is_empty() { 4 } else { 28 })
            .contain_label(true),
    );
    match figure.form {
        Form::Bar | Form::Stack | Form::Dots => rows(chart, figure, palette),
        Form::Heat => grid(chart, figure, palette),
        Form::Line => lines(chart, figure, palette),
        Form::Scatter => cross(chart, figure, palette),
    }
}

fn rows(chart: Chart, figure: &Figure, palette: &Palette) -> Chart {
    let scale = quantity(figure, 0, palette);
    let mut chart = chart
        .x_axis(
            scale.axis_label(
                // Bars carry their values; dots and parts of bars need the scale.
                AxisLabel::new()
                    .show(figure.form != Form::Bar)
                    .color(palette.ink),
            ),
        )
        .y_axis(names(figure.rows.iter().take(MOST), palette).inverse(true));
    for (at, part) in figure.parts.iter().enumerate() {
        let data = figure.drawn(at).map(|mark| {
            let place = vec![
                CompositeValue::from(mark.value),
                CompositeValue::from(mark.row as i64),
            ];
            item(figure, mark, place, palette)
        });
        let data: Vec<_> = data.collect();
        chart = match figure.form {
            Form::Dots => chart.series(
                Scatter::new()
                    .name(part.as_str())
                    .symbol_size(13)
                    .data(data),
            ),
            Form::Stack => chart.series(Bar::new().name(part.as_str()).stack("all").data(data)),
            _ => chart.series(
                Bar::new()
                    .name(part.as_str())
                    .bar_width(15)
                    .bar_gap("-100%")
                    .label(
                        Label::new()
                            .show(true)
                            .position(LabelPosition::Right)
                            .color(palette.ink),
                    )
                    .data(data),
            ),
        };
    }
    chart
}

/// A grid of squares: ECharts' own heat map cannot name its cells through charming.
fn grid(chart: Chart, figure: &Figure, palette: &Palette) -> Chart {
    let most = figure.marks.iter().map(|m| m.value).fold(1.0, f64::max);
    let data = figure.drawn_in_grid().map(|mark| {
        let place = vec![
            CompositeValue::from(mark.part as i64),
            CompositeValue::from(mark.row as i64),
        ];
        let color = between(palette.scale, mark.value / most);
        DataPointItem::new(CompositeValue::from(place))
            .name(name(figure, mark))
            .item_style(ItemStyle::new().color(color.as_str()))
    });
    let data: Vec<_> = data.collect();
    chart
        .x_axis(names(figure.parts.iter(), palette))
        .y_axis(names(figure.rows.iter().take(MOST), palette).inverse(true))
        .series(
            Scatter::new()
                .symbol(Symbol::Rect)
                .symbol_size(26)
                .label(Label::new().show(true))
                .data(data),
        )
}

/// A colour between the ends of a scale; even a single record is told from none.
fn between(scale: [&str; 2], share: f64) -> String {
    let channel = |color: &str, at: usize| {
        let hex = color.get(at..at + 2).unwrap_or("00");
        f64::from(u8::from_str_radix(hex, 16).unwrap_or(0))
    };
    let mix = |at| {
        let (low, high) = (channel(scale[0], at), channel(scale[1], at));
        (low + (high - low) * share) as u8
    };
    format!("#{:02x}{:02x}{:02x}", mix(1), mix(3), mix(5))
}

fn lines(chart: Chart, figure: &Figure, palette: &Palette) -> Chart {
    let mut chart = chart
        .x_axis(
            // Years as numbers: between them lie months, not categories.
            bare(palette)
                .type_(AxisType::Value)
                .scale(true)
                .min_interval(1)
                .axis_label(
                    AxisLabel::new()
                        .color(palette.ink)
                        .formatter(Formatter::String("{value}".into())),
                ),
        )
        .y_axis(
            // The line under the headline names the quantity.
            quantity(figure, 0, palette)
                .name("")
                .axis_label(AxisLabel::new().color(palette.ink)),
        );
    for (row, name) in figure.rows.iter().enumerate() {
        let marks = figure.marks.iter().filter(|m| m.row == row);
        let data = marks.map(|mark| {
            let place = vec![
                CompositeValue::from(mark.across.unwrap_or(0.0) / 12.0),
                CompositeValue::from(mark.value),
            ];
            item(figure, mark, place, palette)
        });
        let data: Vec<_> = data.collect();
        let color = palette.mark(row % UNSTATED);
        chart = chart.series(
            Line::new()
                .name(name.as_str())
                .symbol_size(10)
                .line_style(LineStyle::new().color(color))
                .item_style(ItemStyle::new().color(color))
                .data(data),
        );
    }
    chart
}

fn cross(chart: Chart, figure: &Figure, palette: &Palette) -> Chart {
    let mut chart = chart
        .x_axis(quantity(figure, 0, palette).axis_label(AxisLabel::new().color(palette.ink)))
        .y_axis(quantity(figure, 1, palette).axis_label(AxisLabel::new().color(palette.ink)));
    for (at, part) in figure.parts.iter().enumerate() {
        let data = figure.drawn(at).map(|mark| {
            let place = vec![
                CompositeValue::from(mark.across.unwrap_or(0.0)),
                CompositeValue::from(mark.value),
            ];
            item(figure, mark, place, palette)
        });
        chart = chart.series(
            Scatter::new()
                .name(part.as_str())
                .symbol_size(14)
                .label(
                    Label::new()
                        .show(true)
                        .position(LabelPosition::Right)
                        .color(palette.ink),
                )
                .data(data.collect::<Vec<_>>()),
        );
    }
    chart
}

/// A mark, drawn by what stands behind it.
fn item(
    figure: &Figure,
    mark: &Mark,
    place: Vec<CompositeValue>,
    palette: &Palette,
) -> DataPointItem {
    let color = palette.mark(match figure.form {
        Form::Line => mark.row,
        _ => figure.color(mark.part),
    });
    let style = match mark.drawing {
        Drawing::Stated => ItemStyle::new().color(color),
        Drawing::Context => ItemStyle::new()
            .color(palette.paper)
            .border_color(color)
            .border_type(BorderType::Dashed)
            .border_width(1.5),
        Drawing::Derived => ItemStyle::new()
            .color(palette.paper)
            .border_color(color)
            .border_type(BorderType::Dotted)
            .border_width(2),
        Drawing::Forecast => ItemStyle::new().color(color),
    };
    DataPointItem::new(CompositeValue::from(place))
        .name(name(figure, mark))
        .item_style(style)
}

/// A mark's name: its label, its description and how it is drawn, parted by U+001F.
/// What ECharts can do with them but charming cannot say is said in `echarts/entry.js`.
fn name(figure: &Figure, mark: &Mark) -> String {
    let drawing = match mark.drawing {
        Drawing::Forecast => "forecast",
        _ => "",
    };
    let label = match figure.form {
        Form::Scatter => &figure.rows[mark.row],
        _ => &mark.shown,
    };
    [label, figure.describe(mark).as_str(), drawing].join("\u{1f}")
}

fn bare(palette: &Palette) -> Axis {
    Axis::new()
        .axis_line(AxisLine::new().show(false))
        .axis_tick(AxisTick::new().show(false))
        .split_line(SplitLine::new().line_style(LineStyle::new().color(palette.hairline)))
}

fn quantity(figure: &Figure, axis: usize, palette: &Palette) -> Axis {
    let ends = match figure.reach {
        Some([low, high]) => bare(palette).min(low).max(high),
        None => bare(palette),
    };
    ends.type_(if figure.log {
        AxisType::Log
    } else {
        AxisType::Value
    })
    .name(figure.axes[axis].as_str())
    .name_location(if axis == 0 {
        NameLocation::Center
    } else {
        NameLocation::End
    })
    .name_gap(if axis == 0 { 28 } else { 12 })
    .name_text_style(TextStyle::new().color(palette.ink))
}

fn names<'a>(labels: impl Iterator<Item = &'a String>, palette: &Palette) -> Axis {
    bare(palette)
        .type_(AxisType::Category)
        .data(labels.cloned().collect())
        .split_line(SplitLine::new().show(false))
        .axis_label(AxisLabel::new().color(palette.ink).interval(0))
}
