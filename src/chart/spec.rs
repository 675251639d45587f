//! What a chart is asked to show, and what it then consists of.
use crate::report::{Label, Statement, Value};
use serde::{Deserialize, Serialize};

/// How marks are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Bars from zero, longest first.
    #[default]
    Bar,
    /// A dot per statement on a common axis, one row per entity or group.
    Dots,
    /// Bars in parts, one part per value of the split field.
    Stack,
    /// A grid of group × split, the deeper the more.
    Heat,
    /// Values over time.
    Line,
    /// Two quantities against each other.
    Scatter,
}

impl Form {
    /// All forms, in the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Bar,
        Self::Dots,
        Self::Stack,
        Self::Heat,
        Self::Line,
        Self::Scatter,
    ];

    /// The name used in addresses and data files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Dots => "dots",
            Self::Stack => "stack",
            Self::Heat => "heat",
            Self::Line => "line",
            Self::Scatter => "scatter",
        }
    }

    /// The form of a name.
    pub fn of(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.id() == id)
    }
}

/// A chart as charts.json declares it or a reader chooses it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Default)]
#[cfg_attr(feature = "json-schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Spec {
    /// Stable id.
    pub id: String,
    /// The collection it belongs to.
    pub collection: String,
    /// What it shows, in a few words.
    pub name: Label,
    /// How it is drawn.
    pub form: Form,
    /// The number field that is measured; without one, entities are counted.
    pub measure: Option<String>,
    /// The field whose values are the rows; without one, each entity is a row.
    pub group: Option<String>,
    /// The field whose values are the colours, parts or columns; in a scatter the second number field.
    pub split: Option<String>,
    /// Logarithmic scale.
    pub log: bool,
    /// Whether it needs the context layer.
    pub context: bool,
}

/// What stands behind a mark, told by its drawing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawing {
    /// The report states it: solid.
    #[default]
    Stated,
    /// Computed from what the report states: dotted.
    Derived,
    /// A forecast: hatched.
    Forecast,
    /// From the context layer: hollow and dashed.
    Context,
}

/// The colour of those who state none: the one behind the eight of the categories.
pub const UNSTATED: usize = 8;

impl Figure {
    /// The colour of a part.
    pub fn color(&self, part: usize) -> usize {
        self.colors.get(part).copied().unwrap_or(0)
    }
}

impl Drawing {
    /// What a statement is drawn as.
    pub fn of(statement: &Statement) -> Self {
        if statement.source.place().is_none() {
            Self::Context
        } else if statement.derived_from.is_some() {
            Self::Derived
        } else if statement
            .qualifier
            .as_deref()
            .is_some_and(|q| q.starts_with("forecast"))
        {
            Self::Forecast
        } else {
            Self::Stated
        }
    }
}

/// Where a mark leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// Filters by one or two facet values.
    Filter(Vec<(String, String)>),
    /// Opens an entity.
    Entity(String),
}

impl Default for Target {
    fn default() -> Self {
        Self::Filter(Vec::new())
    }
}

/// One mark of a figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// Its row.
    pub row: usize,
    /// Its part: an index into [`Figure::parts`].
    pub part: usize,
    /// Its size in base units, or its place on the vertical axis.
    pub value: f64,
    /// Its place on the horizontal axis, where there are two: a base value, or a date in months.
    pub across: Option<f64>,
    /// Its size as a reader sees it.
    pub shown: String,
    /// What exactly it is said of, in brackets.
    pub note: String,
    /// What stands behind it.
    pub drawing: Drawing,
    /// Where it leads; the picture need not know.
    #[serde(skip)]
    pub target: Target,
}

/// A chart with its numbers, before any drawing. Picture, table, sentence and export all come from it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Figure {
    /// The spec's id.
    pub id: String,
    /// What it shows, as a finding.
    pub headline: String,
    /// What is measured, with its unit.
    pub name: String,
    /// How it is drawn.
    pub form: Form,
    /// Labels of the rows, first on top.
    pub rows: Vec<String>,
    /// Labels of the parts; a single empty one where there is no split.
    pub parts: Vec<String>,
    /// The colour of each part, the same for the same value in every chart: an index into a palette.
    pub colors: Vec<usize>,
    /// Its marks, in the order of the rows.
    pub marks: Vec<Mark>,
    /// How many records of the view it cannot show.
    pub hidden: usize,
    /// How many records the view has.
    pub total: usize,
    /// How many records each row counts, a record with several parts once; empty where a quantity is measured.
    #[serde(skip)]
    pub records: Vec<usize>,
    /// How many records have more than one mark in a count.
    #[serde(skip)]
    pub several: usize,
    /// Logarithmic scale.
    pub log: bool,
    /// The ends of the number axis, where several charts share one; the values decide otherwise.
    #[serde(default)]
    pub reach: Option<[f64; 2]>,
    /// Titles of the axes: across, up; empty where the labels say it.
    pub axes: [String; 2],
    /// The sections its statements stand in.
    pub place: String,
}

/// The facet value that a value stands for, where it can be chosen.
pub fn facet_value(value: &Value) -> Option<String> {
    match value {
        Value::Term { term } => Some(term.clone()),
        Value::Entity { entity } => Some(entity.clone()),
        Value::Date { date } => Some(date.get(..4)?.to_owned()),
        Value::Bool(yes) => Some(if *yes { "true" } else { "false" }.to_owned()),
        Value::Number(_) | Value::Text { .. } => None,
    }
}
