//! What is taken away: plain data in both languages, without the edition behind it.
use crate::chart::Figure;
use crate::lens::{Lang, Shown};
use crate::report::{Label, Statement};

/// What a parcel holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Subject {
    /// The hits of a view, in their order.
    #[default]
    View,
    /// The marks of a chart.
    Chart,
    /// An entity.
    Entity,
    /// A single statement.
    Statement,
    /// The pinned things.
    Pins,
}

/// The report that everything in a parcel rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// Its title.
    pub title: Label,
    /// Who issued it.
    pub publisher: Label,
    /// How the publisher is called in a sentence.
    pub short: Label,
    /// Where it was issued.
    pub city: Label,
    /// When it was issued.
    pub date: String,
    /// How it is to be named as a source.
    pub attribution: Label,
}

/// Where in the report a statement stands, as a citation names it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// The section's number.
    pub number: Label,
    /// The section's title.
    pub name: Label,
    /// Table, figure or footnote; empty for the running text.
    pub at: Label,
    /// The page, or the first page of the section, or of the one before it.
    pub page: Option<u32>,
    /// The page on which a later section is known to start, where that is another one.
    pub end: Option<u32>,
    /// Whether the section is the last one, so that its end is not known.
    pub open: bool,
}

/// A statement with everything that is said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// The statement as the data file has it.
    pub statement: Statement,
    /// Its field's label.
    pub field: Label,
    /// How the field reads in a sentence.
    pub say: Label,
    /// Whether a sentence leaves the field's label out.
    pub unsaid: bool,
    /// The value as shown, in Chinese and in English.
    pub shown: [Shown; 2],
    /// How the qualifier joins the number to what it is said of.
    pub verb: Label,
    /// The printed unit.
    pub unit: Label,
    /// The number in base units; none where the base unit has no name.
    pub base: Option<f64>,
    /// The base unit.
    pub base_unit: Label,
    /// Whom the report names for it.
    pub said_by: Label,
    /// Where it stands in the report; none for the context layer.
    pub spot: Option<Spot>,
    /// Its permanent link.
    pub link: String,
}

/// An entity with those of its statements that are taken away.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: Label,
    /// Its other names.
    pub aliases: Vec<String>,
    /// What it is.
    pub summary: Label,
    /// The collection's id.
    pub collection: String,
    /// The collection's name.
    pub collected: Label,
    /// The reader's note.
    pub note: String,
    /// Its permanent link.
    pub link: String,
    /// Its statements.
    pub facts: Vec<Fact>,
}

/// Everything that is taken away at once.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parcel {
    /// What it holds.
    pub subject: Subject,
    /// The reader's language.
    pub lang: Lang,
    /// The report.
    pub report: Report,
    /// What is taken away, in the reader's language.
    pub title: String,
    /// The parts of the file's name.
    pub name: Vec<String>,
    /// The address of the view.
    pub address: String,
    /// The day on which it is taken away: `2025-01-31`. The page leaves it to the caller who has a clock.
    pub accessed: String,
    /// Entities with statements, in order.
    pub items: Vec<Item>,
    /// The chart.
    pub figure: Option<Figure>,
    /// Where each mark of the chart leads.
    pub links: Vec<String>,
    /// The chart's picture as SVG.
    pub picture: String,
    /// Whether the picture is dark.
    pub dark: bool,
}

impl Spot {
    /// Its pages: one, a first and a last one, or a first one with nothing behind the dash where the end is not known.
    pub fn pages(&self, dash: &str) -> String {
        let Some(page) = self.page else {
            return String::new();
        };
        let page = page.to_string();
        match self.end {
            Some(end) => [&page, dash, &end.to_string()].concat(),
            None if self.open => [&page, dash].concat(),
            None => page,
        }
    }
}

impl Parcel {
    /// How the report is to be named as a source.
    pub fn attribution(&self) -> String {
        let (lang, report) = (self.lang, &self.report);
        match lang.of(&report.attribution) {
            "" => {
                let (who, what) = (lang.of(&report.publisher), lang.of(&report.title));
                match lang {
                    Lang::Zh => ["来源：", who, "《", what, "》"].concat(),
                    Lang::En => ["Source: ", who, ", ", what].concat(),
                }
            }
            attribution => attribution.to_owned(),
        }
    }

    /// The name of a file without its ending: lower-case letters, digits and hyphens.
    pub fn file_name(&self) -> String {
        let mut out = String::from("zhilan");
        for part in &self.name {
            let mut gap = true;
            for c in part.chars().filter(char::is_ascii) {
                match c.is_ascii_alphanumeric() {
                    true => {
                        if gap {
                            out.push('-');
                        }
                        gap = false;
                        out.push(c.to_ascii_lowercase());
                    }
                    false => gap = true,
                }
                // Longer names are cut by some file systems and by every dialog.
                if out.len() >= 80 {
                    return out;
                }
            }
        }
        out
    }
}
