//! What is dated, on one axis: releases, rules, numbers. A date is as wide as it is precise.
mod layout;
mod nested;
mod window;

pub use layout::{plot, Lane, Mark, Plot, Side, Tick};
pub use nested::{nested, Span};
pub use window::{
    clamp, extent, farther, holding, inside, nearer, neighbour, shifted, Step, Years,
};

use super::{Line, Origin};
use crate::chart::Drawing;
use crate::lens;
use crate::link::{self, Address};
use crate::report::{Collection, Edition, Entity, Statement, Value};

/// A month on the axis; each has 31 steps, so that a day is one and a year is 372.
pub const MONTH: u32 = 31;

/// A year on the axis.
pub const YEAR: u32 = 12 * MONTH;

/// The span of a date on the axis since year 0, end exclusive. None if it is no date.
pub fn span(date: &str) -> Option<(u32, u32)> {
    let (from, to) = lens::months(date)?;
    let Some(day) = date.split('-').nth(2) else {
        return Some((from * MONTH, to * MONTH));
    };
    let day: u32 = day.parse().ok().filter(|d| (1..=MONTH).contains(d))?;
    let at = from * MONTH + day - 1;
    Some((at, at + 1))
}

/// One dated statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Tells it from all others of the edition, whatever is shown; never 0.
    pub key: u64,
    /// The number of its collection.
    pub collection: usize,
    /// The entity's name.
    pub name: String,
    /// What stands beside the name: a number's value, or which date it is where that is not plain.
    pub what: String,
    /// Whether that is a number's value.
    pub is_number: bool,
    /// The date as it is read.
    pub date: String,
    /// Its first step on the axis.
    pub start: u32,
    /// The step after its last.
    pub end: u32,
    /// The statement with its source.
    pub line: Line,
    /// The entity's page.
    pub link: String,
}

impl Event {
    /// Name and what is dated, as they stand beside a mark; a number comes first, so that it is not cut off.
    pub fn label(&self) -> String {
        match (self.what.is_empty(), self.is_number) {
            (true, _) => self.name.clone(),
            (_, true) => [&self.what, " · ", &self.name].concat(),
            (_, false) => [&self.name, " · ", &self.what].concat(),
        }
    }

    /// What a reader is told of it: what, when, where it stands.
    pub fn sentence(&self) -> String {
        [
            &self.label(),
            " · ",
            &self.date,
            " · ",
            self.line.origin.line(),
        ]
        .concat()
    }

    /// The year in which it begins.
    pub fn year(&self) -> Option<u16> {
        u16::try_from(self.start / YEAR).ok()
    }

    /// Whether it is a day, which is a point.
    pub fn is_day(&self) -> bool {
        self.end - self.start == 1
    }

    /// Whether it is from the context layer.
    pub fn is_beside(&self) -> bool {
        matches!(self.line.origin, Origin::Public(_))
    }
}

/// The date that places a statement on its collection's timeline.
///
/// A collection that names its date fields shows these; any other shows all its dates and dated numbers.
pub fn dated<'a>(spec: &Collection, statement: &'a Statement) -> Option<&'a str> {
    let all = spec.dates.is_empty();
    match &statement.value {
        Value::Date { date } if all || spec.dates.contains(&statement.field) => Some(date),
        Value::Number(_) if all => statement.as_of.as_deref(),
        _ => None,
    }
}

/// Which entities: those of the collections that the address chooses, or some of one collection.
pub type Scope<'a> = Option<(usize, &'a [u32])>;

/// The entities of a scope, each with the number of its collection and its place there.
fn entities<'a>(
    edition: &'a Edition,
    address: &'a Address,
    scope: Scope<'a>,
) -> Vec<(usize, usize, &'a Entity)> {
    let mut all = Vec::new();
    for (collection, of_it) in edition.entities.iter().enumerate() {
        match scope {
            Some((only, hits)) if only == collection => {
                let hits = hits.iter().map(|&hit| hit as usize);
                all.extend(hits.filter_map(|at| Some((collection, at, of_it.get(at)?))));
            }
            None if chosen(edition, address, collection) => {
                all.extend(of_it.iter().enumerate().map(|(at, e)| (collection, at, e)));
            }
            _ => {}
        }
    }
    all
}

/// Whether the address shows a collection.
fn chosen(edition: &Edition, address: &Address, collection: usize) -> bool {
    let id = &edition.schema.collections[collection].id;
    address.collections.is_empty() || address.collections.contains(id)
}

/// The statements of an entity in the layers that are shown, each with its place there.
fn statements<'a>(
    edition: &'a Edition,
    entity: &'a Entity,
    context: bool,
) -> impl Iterator<Item = (usize, bool, &'a Statement)> {
    let beside = match context {
        true => edition.context_of(&entity.id),
        false => &[],
    };
    let own = entity.statements.iter().enumerate();
    let beside = beside.iter().enumerate();
    own.map(|(at, s)| (at, false, s))
        .chain(beside.map(|(at, s)| (at, true, s)))
}

/// The dated statements in the order of time; of those that begin together the longest comes first.
pub fn events(edition: &Edition, address: &Address, scope: Scope) -> Vec<Event> {
    let plain = plain(edition);
    let mut events = Vec::new();
    for (collection, at, entity) in entities(edition, address, scope) {
        let spec = &edition.schema.collections[collection];
        for (nth, beside, statement) in statements(edition, entity, address.context) {
            let Some(date) = dated(spec, statement) else {
                continue;
            };
            let Some((start, end)) = span(date) else {
                continue;
            };
            let mut line = match beside {
                true => super::line_of(edition, statement, address),
                false => super::line(edition, entity, nth, address),
            };
            let date = lens::show_date(date, address.lang);
            // The date has a place of its own.
            if let Some(rest) = line.note.strip_prefix(&date) {
                line.note = rest.trim_start_matches(['；', ';', ' ']).to_owned();
            }
            let what = match statement.value {
                Value::Number(_) => line.value.line(),
                _ if plain[collection] == Some(&statement.field) => String::new(),
                _ => line.name.clone(),
            };
            events.push(Event {
                key: (collection as u64) << 48
                    | (at as u64) << 24
                    | (nth as u64 + 1) << 1
                    | u64::from(beside),
                collection,
                name: address.lang.of(&entity.name).to_owned(),
                what,
                is_number: matches!(statement.value, Value::Number(_)),
                date,
                start,
                end,
                line,
                link: link::format(&address.to_entity(&entity.id)),
            });
        }
    }
    events.sort_by_key(|e| (e.start, std::cmp::Reverse(e.end), e.key));
    events
}

/// For each collection the date field that needs no word beside a name: the first that it names,
/// or the only one that its entities use.
fn plain(edition: &Edition) -> Vec<Option<&String>> {
    let specs = edition.schema.collections.iter().zip(&edition.entities);
    let plain = specs.map(|(spec, entities)| {
        if let Some(first) = spec.dates.first() {
            return Some(first);
        }
        let statements = entities.iter().flat_map(|e| &e.statements);
        let dates = statements.filter(|s| matches!(s.value, Value::Date { .. }));
        let mut fields = dates.map(|s| &s.field);
        let first = fields.next()?;
        fields.all(|field| field == first).then_some(first)
    });
    plain.collect()
}

/// How much of a collection is dated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Amount {
    /// Dated statements.
    pub events: usize,
    /// Entities without a date.
    pub undated: usize,
}

/// For each collection, how much of it is dated in the layers that are shown, whether or not it is chosen;
/// with a scope, of the hits only.
pub fn amounts(edition: &Edition, address: &Address, scope: Scope) -> Vec<Amount> {
    let mut amounts = vec![Amount::default(); edition.entities.len()];
    let every = Address {
        collections: Vec::new(),
        context: address.context,
        ..Address::default()
    };
    for (collection, _, entity) in entities(edition, &every, scope) {
        let spec = &edition.schema.collections[collection];
        let all = statements(edition, entity, address.context);
        let count = all.filter(|(_, _, s)| dated(spec, s).and_then(span).is_some());
        let count = count.count();
        amounts[collection].events += count;
        amounts[collection].undated += usize::from(count == 0);
    }
    amounts
}

/// The first and the last year of what is dated in a scope.
pub fn full(edition: &Edition, address: &Address, scope: Scope) -> Option<Years> {
    let mut ends: Option<(u32, u32)> = None;
    for (collection, _, entity) in entities(edition, address, scope) {
        let spec = &edition.schema.collections[collection];
        for (_, _, statement) in statements(edition, entity, address.context) {
            if let Some((from, to)) = dated(spec, statement).and_then(span) {
                let (first, last) = ends.unwrap_or((from, to));
                ends = Some((first.min(from), last.max(to)));
            }
        }
    }
    let (from, to) = ends?;
    let year = |step: u32| u16::try_from(step / YEAR).ok();
    Some((year(from)?, year(to - 1)?))
}

/// The ways in which events are drawn, in a fixed order, for the legend.
pub fn drawings(events: &[Event]) -> Vec<Drawing> {
    use Drawing::{Context, Derived, Forecast, Stated};
    let all = [Stated, Derived, Forecast, Context].into_iter();
    all.filter(|d| events.iter().any(|e| e.line.drawing == *d))
        .collect()
}

/// What an address says of a timeline that means nothing here: unknown collections, years without an event.
pub fn unknown(edition: &Edition, address: &Address, full: Option<Years>) -> Vec<String> {
    let collections = address.collections.iter();
    let unknown = collections.filter(|id| edition.collection(id).is_none());
    let mut unknown: Vec<String> = unknown.map(|id| ["in=", id].concat()).collect();
    if let (Some((from, to)), Some(full)) = (address.years, full) {
        if to < full.0 || from > full.1 {
            unknown.push(["years=", &from.to_string(), "..", &to.to_string()].concat());
        }
    }
    unknown
}
