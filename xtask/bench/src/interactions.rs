//! The table of generated records, and 200 things a reader might ask of it.

use crate::records::{self, Random, Record, FACETS, STEPS};
use zhilan::query::{Key, Query, Sort, Table, TableBuilder};

/// What the search box holds, in turn.
const TEXTS: [&str; 20] = [
    "aur",
    "falcon",
    "trans",
    "mult",
    "m",
    "reason al",
    "qua cod",
    "transformer",
    "gov aud",
    "zzyzx",
    "模型",
    "训练",
    "多模态",
    "智能",
    "推理数据",
    "大智",
    "模型 trans",
    "天地",
    "算力芯片",
    "龘靐",
];

/// Number columns, in the order they are added.
const PARAMETERS: usize = 0;
const CONTEXT: usize = 1;

/// Builds the table.
pub fn table(records: &[Record]) -> Table {
    let mut builder = TableBuilder::new(records.len());
    let numbered = || (0..).zip(records);
    for (facet, (_, values)) in FACETS.iter().enumerate() {
        builder.facet(
            *values,
            numbered().flat_map(|(number, record)| {
                let values = record.facets[facet].iter();
                values.map(move |value| (number, usize::from(*value)))
            }),
        );
    }
    builder.number(numbered().filter_map(|(number, record)| {
        let millions = record.parameters?;
        Some((number, f64::from(millions) / 1000.0))
    }));
    builder.number(numbered().map(|(number, record)| (number, f64::from(record.context))));
    builder.text(records.iter().map(|r| format!("{} {}", r.name, r.summary)));
    builder.build()
}

/// How much of an interaction is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Text, facets and a range; hits and counts.
    Full,
    /// The same without text.
    Facet,
    /// Text alone, and only how many match.
    Search,
}

impl Mode {
    /// All modes with their names.
    pub const ALL: [(Mode, &'static str); 3] = [
        (Mode::Full, "full"),
        (Mode::Facet, "facet"),
        (Mode::Search, "search"),
    ];

    /// Answers an interaction as this mode asks it, and says how many records match.
    pub fn answer(self, table: &Table, query: &Query) -> usize {
        match self {
            Mode::Search => table.total(query),
            _ => std::hint::black_box(table.evaluate(query)).total,
        }
    }
}

/// The interactions as one mode asks them.
pub fn interactions(mode: Mode) -> Vec<Query> {
    let mut random = Random(0x00c0_ffee);
    let (contexts, parameters) = (records::contexts(), records::parameters());
    let interaction = |index: usize| {
        let facet = random.below(6);
        let other = (facet + 1 + random.below(5)) % 6;
        let facets = [facet, other].map(|facet| {
            let among = FACETS[facet].1.min(12);
            let value = random.below(among);
            let second = (value + 1 + random.below(among - 1)) % among;
            (facet, vec![value, second])
        });
        let low = random.below(STEPS / 2);
        let high = low + STEPS / 2 - 1;
        let of = |step: usize| match index % 2 {
            0 => f64::from(parameters[step]) / 1000.0,
            _ => f64::from(contexts[step]),
        };
        let column = [PARAMETERS, CONTEXT][index % 2];
        let sort = Sort {
            by: Key::Number([PARAMETERS, CONTEXT][index >> 1 & 1]),
            descending: true,
        };
        let text = TEXTS[index % TEXTS.len()].to_owned();
        let full = Query {
            text,
            facets: facets.into(),
            ranges: vec![(column, Some(of(low)), Some(of(high)))],
            sort: vec![sort],
            limit: 50,
        };
        match mode {
            Mode::Full => full,
            Mode::Facet => Query {
                text: String::new(),
                ..full
            },
            Mode::Search => Query {
                text: full.text,
                ..Query::default()
            },
        }
    };
    (0..200).map(interaction).collect()
}

/// The reference number of hits of each interaction, for the sizes that have one.
pub fn totals(records: usize, mode: &str) -> Option<Vec<usize>> {
    let file = match records {
        300 => include_str!("../data/totals-300.json"),
        10_000 => include_str!("../data/totals-10000.json"),
        100_000 => include_str!("../data/totals-100000.json"),
        1_000_000 => include_str!("../data/totals-1000000.json"),
        _ => return None,
    };
    let file: serde_json::Value = serde_json::from_str(file).expect("the file is JSON");
    let totals = file[mode].as_array().expect("totals of each mode");
    let totals = totals.iter().map(|total| total.as_u64().expect("a number"));
    Some(totals.map(|total| total as usize).collect())
}
