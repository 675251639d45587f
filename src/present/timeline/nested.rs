//! Events down the page, where it is narrow: stretches of time inside longer ones.
use super::window::steps;
use super::{Event, Years, MONTH};
use crate::lens::{self, Lang};

/// A stretch of time with what is dated by it and the shorter stretches inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The date as it is read.
    pub date: String,
    /// How long it is: `year`, `half`, `month` or `day`.
    pub length: &'static str,
    /// The events of this date.
    pub events: Vec<usize>,
    /// What lies inside, in the order of time.
    pub inside: Vec<Span>,
}

/// The years shown, each with what is dated in it: the drawing down the page.
pub fn nested(events: &[Event], shown: Years, lang: Lang) -> Vec<Span> {
    let (from, _) = steps(shown);
    let mut at = events.iter().position(|e| e.start >= from);
    let at = at.get_or_insert(events.len());
    let years = (shown.0..=shown.1).map(|year| {
        let (start, end) = steps((year, year));
        let own = same(events, at, start, end);
        Span {
            date: lens::show_date(&year.to_string(), lang),
            length: "year",
            events: own,
            inside: nest(events, at, end),
        }
    });
    years.collect()
}

/// The events from a place on that have exactly this span.
fn same(events: &[Event], at: &mut usize, start: u32, end: u32) -> Vec<usize> {
    let from = *at;
    let is_same = |e: &&Event| e.start == start && e.end == end;
    *at += events[from..].iter().take_while(is_same).count();
    (from..*at).collect()
}

/// The stretches from a place on that begin before an end.
fn nest(events: &[Event], at: &mut usize, end: u32) -> Vec<Span> {
    let mut spans = Vec::new();
    while let Some(first) = events.get(*at).filter(|e| e.start < end) {
        let length = match first.end - first.start {
            1 => "day",
            MONTH => "month",
            _ => "half",
        };
        let own = same(events, at, first.start, first.end);
        spans.push(Span {
            date: first.date.clone(),
            length,
            events: own,
            inside: nest(events, at, first.end),
        });
    }
    spans
}
