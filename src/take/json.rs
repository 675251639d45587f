//! A parcel as JSON: entities with their statements as in the data files, or a chart's marks; always with the source.
use super::parcel::{Item, Parcel};
use super::sheet::nature;
use serde_json::{json, Map, Value};

/// A parcel as JSON, indented.
pub fn json(parcel: &Parcel) -> String {
    let mut out = Map::new();
    let mut add = |key: &str, value: Value| out.insert(key.to_owned(), value);
    add("attribution", parcel.attribution().into());
    add("title", parcel.title.clone().into());
    add("address", parcel.address.clone().into());
    add("accessed", parcel.accessed.clone().into());
    add("language", parcel.lang.tag().into());
    add(
        "report",
        json!({
            "title": parcel.report.title,
            "publisher": parcel.report.publisher,
            "date": parcel.report.date,
        }),
    );
    match &parcel.figure {
        Some(figure) => {
            let marks = figure.marks.iter().enumerate().map(|(at, mark)| {
                json!({
                    "row": figure.rows[mark.row],
                    "part": figure.parts[mark.part],
                    "value": mark.value,
                    "across": mark.across,
                    "shown": mark.shown,
                    "nature": nature(mark.drawing, parcel.lang),
                    "link": parcel.links.get(at),
                })
            });
            add("measure", figure.name.clone().into());
            add("axes", json!(figure.axes));
            add("coverage", figure.caveat(parcel.lang).into());
            add("sections", figure.place.clone().into());
            add("marks", marks.collect());
        }
        None => drop(add("entities", parcel.items.iter().map(entity).collect())),
    }
    serde_json::to_string_pretty(&out).unwrap_or_default()
}

/// An entity as the data files have it, what stands beside the report apart.
fn entity(item: &Item) -> Value {
    let of = |beside: bool| -> Vec<Value> {
        let facts = item.facts.iter().filter(|f| f.spot.is_none() == beside);
        facts.map(|fact| json!(fact.statement)).collect()
    };
    let mut out = json!({
        "id": item.id,
        "name": item.name,
        "collection": item.collection,
        "link": item.link,
        "summary": item.summary,
        "statements": of(false),
    });
    let beside = of(true);
    for (key, value, empty) in [
        ("aliases", json!(item.aliases), item.aliases.is_empty()),
        ("note", json!(item.note), item.note.is_empty()),
        ("context", json!(beside), beside.is_empty()),
    ] {
        if !empty {
            out[key] = value;
        }
    }
    out
}
