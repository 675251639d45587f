//! A parcel as rows and columns: one row per statement, or per mark of a chart.
use super::parcel::{Fact, Item, Parcel};
use crate::chart::{Drawing, Figure, Form};
use crate::lens::{self, Lang};
use crate::report::{Source, Value};

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// A text; may be empty.
    Text(String),
    /// A number, plain.
    Number(f64),
}

/// A table with what it is and where it comes from.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// What the sheet is called.
    pub name: String,
    /// Column headings.
    pub columns: Vec<String>,
    /// The rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
    /// What the table is and rests on: a heading and a text each; the attribution and the address are among them.
    pub notes: Vec<[String; 2]>,
    /// What the sheet with the notes is called.
    pub notes_name: String,
}

type Read = fn(&Item, &Fact, Lang) -> Cell;

/// The columns of a table of statements, in order.
const COLUMNS: &[(&str, &str, Read)] = &[
    ("条目编号", "entity id", |i, _, _| text(&i.id)),
    ("名称（中文）", "name (Chinese)", |i, _, _| {
        text(&i.name.zh)
    }),
    ("名称（英文）", "name (English)", |i, _, _| {
        text(&i.name.en)
    }),
    ("集合", "collection", |i, _, lang| {
        text(lang.of(&i.collected))
    }),
    ("字段编号", "field id", |_, f, _| {
        text(&f.statement.field)
    }),
    ("字段", "field", |_, f, lang| text(lang.of(&f.field))),
    ("数值或内容", "value", value),
    ("限定词", "qualifier", |_, f, lang| {
        text(&shown(f, lang).qualifier)
    }),
    ("单位", "unit", |_, f, lang| text(lang.of(&f.unit))),
    ("换算值", "base value", |_, f, _| match f.base {
        Some(base) => Cell::Number(plain(base)),
        None => text(""),
    }),
    ("换算单位", "base unit", |_, f, lang| match f.base {
        Some(_) => text(lang.of(&f.base_unit)),
        None => text(""),
    }),
    ("时点", "as of", |_, f, _| {
        text(f.statement.as_of.as_deref().unwrap_or_default())
    }),
    ("口径", "scope", |_, f, lang| {
        text(f.statement.scope.as_ref().map_or("", |s| lang.of(s)))
    }),
    ("报告所引来源", "said by", |_, f, lang| {
        text(lang.of(&f.said_by))
    }),
    ("图层", "layer", |_, f, lang| {
        text(match f.spot {
            Some(_) => lang.pick("报告", "report"),
            None => lang.pick("背景", "context"),
        })
    }),
    ("推算公式", "derived from", |_, f, _| {
        let derived = f.statement.derived_from.as_ref();
        text(derived.map_or("", |d| &d.formula))
    }),
    ("章节编号", "section id", |_, f, _| {
        text(f.statement.source.section())
    }),
    ("章节", "section", |_, f, lang| {
        text(&f.spot.as_ref().map_or_else(String::new, |spot| {
            [lang.of(&spot.number), " ", lang.of(&spot.name)].concat()
        }))
    }),
    ("页码", "page", |_, f, _| {
        text(&f.spot.as_ref().map_or_else(String::new, |s| s.pages("-")))
    }),
    ("位置", "place", |_, f, lang| {
        text(f.spot.as_ref().map_or("", |spot| lang.of(&spot.at)))
    }),
    ("检索词", "search tokens", |_, f, _| {
        let place = f.statement.source.place();
        text(&place.map_or_else(String::new, |p| p.tokens.join(" | ")))
    }),
    ("来源题名", "source title", |_, f, _| {
        match &f.statement.source {
            Source::Public(reference) => text(&reference.title),
            Source::Report(_) => text(""),
        }
    }),
    ("来源地址", "source address", |_, f, _| {
        match &f.statement.source {
            Source::Public(reference) => text(reference.url.as_deref().unwrap_or_default()),
            Source::Report(_) => text(""),
        }
    }),
    ("固定链接", "permanent link", |_, f, _| text(&f.link)),
];

/// A parcel as a table.
pub fn sheet(parcel: &Parcel) -> Sheet {
    let lang = parcel.lang;
    let (columns, rows) = match &parcel.figure {
        Some(figure) => marks(parcel, figure),
        None => statements(parcel),
    };
    let note = |zh: &str, en: &str, text: &str| [lang.pick(zh, en).to_owned(), text.to_owned()];
    let mut notes = vec![note("内容", "Content", &parcel.title)];
    if let Some(figure) = &parcel.figure {
        notes.push(note("口径", "Coverage", &figure.caveat(lang)));
        notes.push(note("章节", "Sections", &figure.place));
    }
    notes.push(note("出处", "Attribution", &parcel.attribution()));
    notes.push(note("地址", "Address", &parcel.address));
    notes.push(note("取用日期", "Taken on", &parcel.accessed));
    notes.retain(|[_, text]| !text.is_empty());
    Sheet {
        name: lang.pick("数据", "Data").to_owned(),
        columns,
        rows,
        notes,
        notes_name: lang.pick("出处", "Source").to_owned(),
    }
}

fn statements(parcel: &Parcel) -> (Vec<String>, Vec<Vec<Cell>>) {
    let lang = parcel.lang;
    let titles = COLUMNS
        .iter()
        .map(|(zh, en, _)| lang.pick(zh, en).to_owned());
    let mut titles: Vec<String> = titles.collect();
    let noted = parcel.items.iter().any(|item| !item.note.is_empty());
    if noted {
        titles.push(lang.pick("我的备注", "my note").to_owned());
    }
    let mut rows = Vec::new();
    for item in &parcel.items {
        for fact in &item.facts {
            let cells = COLUMNS.iter().map(|(_, _, read)| read(item, fact, lang));
            let note = noted.then(|| text(&item.note));
            rows.push(cells.chain(note).collect());
        }
        // A pinned thing that the data does not know keeps its row, so that its note is not lost.
        if item.facts.is_empty() {
            let mut row = vec![text(""); titles.len()];
            row[0] = text(&item.id);
            if noted {
                row[titles.len() - 1] = text(&item.note);
            }
            rows.push(row);
        }
    }
    (titles, rows)
}

fn marks(parcel: &Parcel, figure: &Figure) -> (Vec<String>, Vec<Vec<Cell>>) {
    let lang = parcel.lang;
    let parts = figure.parts.iter().any(|part| !part.is_empty());
    let across = figure.marks.iter().any(|mark| mark.across.is_some());
    let mut titles = vec![lang.pick("行", "row").to_owned()];
    if parts {
        titles.push(lang.pick("分类", "part").to_owned());
    }
    if across {
        titles.push(match figure.form {
            Form::Scatter => figure.axes[0].clone(),
            _ => lang.pick("时点", "as of").to_owned(),
        });
    }
    titles.push(match figure.form {
        Form::Scatter => figure.axes[1].clone(),
        _ => figure.name.clone(),
    });
    for (zh, en) in [
        ("如图所示", "as shown"),
        ("性质", "nature"),
        ("固定链接", "link"),
    ] {
        titles.push(lang.pick(zh, en).to_owned());
    }
    let rows = figure.marks.iter().enumerate().map(|(at, mark)| {
        let mut row = vec![text(&figure.rows[mark.row])];
        if parts {
            row.push(text(&figure.parts[mark.part]));
        }
        if across {
            row.push(match (mark.across, figure.form) {
                (Some(value), Form::Scatter) => Cell::Number(plain(value)),
                (Some(months), _) => text(&date_of(months)),
                (None, _) => text(""),
            });
        }
        row.push(Cell::Number(plain(mark.value)));
        row.push(text(&mark.shown));
        row.push(text(nature(mark.drawing, lang)));
        row.push(text(parcel.links.get(at).map_or("", String::as_str)));
        row
    });
    let rows = rows.collect();
    (titles, rows)
}

/// What stands behind a mark.
pub fn nature(drawing: Drawing, lang: Lang) -> &'static str {
    match drawing {
        Drawing::Stated => lang.pick("报告所述", "stated"),
        Drawing::Derived => lang.pick("推算", "derived"),
        Drawing::Forecast => lang.pick("预测", "forecast"),
        Drawing::Context => lang.pick("背景", "context"),
    }
}

fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

fn shown(fact: &Fact, lang: Lang) -> &lens::Shown {
    &fact.shown[usize::from(lang == Lang::En)]
}

fn value(_: &Item, fact: &Fact, lang: Lang) -> Cell {
    match &fact.statement.value {
        Value::Number(number) => Cell::Number(*number),
        // A date keeps its printed precision and sorts.
        Value::Date { date } => text(date),
        _ => text(&shown(fact, lang).main),
    }
}

/// A number without the dust of a multiplication: twelve digits that count.
fn plain(number: f64) -> f64 {
    format!("{number:.11e}").parse().unwrap_or(number)
}

/// The date whose middle a number of months is: a year, a half year or a month.
fn date_of(middle: f64) -> String {
    let year = (middle / 12.0).floor();
    let inside = middle - year * 12.0;
    let year = year.to_string();
    match inside {
        6.0 => year,
        3.0 => year + "-H1",
        9.0 => year + "-H2",
        month => {
            let month = month.floor() as u32 + 1;
            let zero = if month < 10 { "-0" } else { "-" };
            [year.as_str(), zero, &month.to_string()].concat()
        }
    }
}
