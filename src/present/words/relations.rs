//! What relations and connections say.
use crate::lens::Lang;
use crate::report::Label;

words! {
    /// What the relations are.
    relations_about: "谁研发、谁使用、谁制定、谁属于谁：报告说到的每一种关系，连同出处。", "Who makes, uses, issues or belongs to what: every relation the report states, with its source.";
    /// Heading of the list of relations.
    relations_list: "关系与出处", "Relations and sources";
    /// Choice of an entity.
    relations_find: "查找条目", "Find an entry";
    /// Choice of the other end of a connection.
    relations_to: "与另一条目的联系", "Connection to another entry";
    /// Heading of the entities with most neighbours.
    relations_hubs: "联系最多的条目", "Most connected entries";
    /// An entity without relations.
    relations_none: "报告没有说它与哪个条目有关系。", "The report states no relation of it.";
    /// The page of an entity.
    entity_page: "条目页", "Its own page";
    /// The other direction of a connection.
    relations_back: "反方向看", "The other way round";
}

/// How the naming of a source reads as a relation, from the statement or from the source.
pub fn said_by(forward: bool) -> Label {
    let (zh, en) = match forward {
        true => ("引自", "Cited from"),
        false => ("被引为来源", "Cited as the source of"),
    };
    Label {
        zh: zh.to_owned(),
        en: en.to_owned(),
    }
}

/// How much connects an entity.
pub fn relations_count(lang: Lang, statements: usize, neighbours: usize) -> String {
    match (lang, statements, neighbours) {
        (Lang::Zh, ..) => format!("{statements}条关系，连着{neighbours}个条目"),
        (Lang::En, 1, _) => "1 relation to 1 entry".to_owned(),
        (Lang::En, _, 1) => format!("{statements} relations to 1 entry"),
        (Lang::En, ..) => format!("{statements} relations to {neighbours} entries"),
    }
}

/// How many neighbours are not shown.
pub fn n_more(lang: Lang, n: usize) -> String {
    match lang {
        Lang::Zh => format!("另有{n}个"),
        Lang::En => format!("{n} more"),
    }
}

/// What a connection is.
pub fn connection(lang: Lang, from: &str, to: &str, steps: Option<usize>) -> String {
    match (lang, steps) {
        (Lang::Zh, None) => format!("报告所述的关系中，没有一条路从{from}通到{to}。"),
        (Lang::En, None) => format!("No chain of relations leads from {from} to {to}."),
        (Lang::Zh, Some(0)) => "两端是同一个条目。".to_owned(),
        (Lang::En, Some(0)) => "Both ends are the same entry.".to_owned(),
        (Lang::Zh, Some(n)) => format!("最短的联系，{n}步："),
        (Lang::En, Some(1)) => "The shortest connection, in one step:".to_owned(),
        (Lang::En, Some(n)) => format!("The shortest connection, in {n} steps:"),
    }
}

/// How many entries may be meant.
pub fn suggested(lang: Lang, n: usize) -> String {
    match (lang, n) {
        (Lang::Zh, 0) => "没有相符的条目。".to_owned(),
        (Lang::En, 0) => "No entry matches.".to_owned(),
        (Lang::Zh, _) => format!("{n}个条目相符，按回车选第一个。"),
        (Lang::En, 1) => "1 entry matches; Enter takes it.".to_owned(),
        (Lang::En, _) => format!("{n} entries match; Enter takes the first."),
    }
}
