//! A timeline is honest: every dated statement once, as wide as its date, in the order of time.
mod published;

use zhilan::lens::Lang;
use zhilan::link::parse;
use zhilan::present::timeline::*;
use zhilan::report::Edition;

fn edition() -> Edition {
    published::edition(&published::file("schema.json"), true)
}

/// A small edition whose dates are known.
fn small(dates: &[&str], named: bool) -> Edition {
    let named = if named { r#","dates":["made"]"# } else { "" };
    let schema = [
        r#"{"format":1,"collections":[{"id":"things","name":{"zh":"物","en":"Things"}"#,
        named,
        r#"}],"fields":[{"id":"made","kind":"date","name":{"zh":"成","en":"Made"}},
        {"id":"sold","kind":"date","name":{"zh":"售","en":"Sold"}},
        {"id":"size","kind":"number","name":{"zh":"大","en":"Size"}}]}"#,
    ];
    let outline = r#"{"title":{"zh":"","en":""},"publisher":{"zh":"","en":""},"date":"2024-12",
        "sections":[{"id":"1","number":{"zh":"一","en":"1"},"name":{"zh":"节","en":"Section"}}]}"#;
    let mut edition = Edition::begin(&schema.concat(), outline).unwrap();
    let source = r#""source":{"section":"1"}"#;
    let mut things: Vec<String> = dates
        .iter()
        .enumerate()
        .map(|(n, date)| {
            format!(
                r#"{{"id":"t{n}","name":{{"zh":"物{n}","en":"Thing {n}"}},"statements":[{{"field":"made","value":{{"date":"{date}"}},{source}}}]}}"#
            )
        })
        .collect();
    things.push(format!(
        r#"{{"id":"both","name":{{"zh":"双","en":"Both"}},"statements":[
        {{"field":"sold","value":{{"date":"2021-05"}},{source}}},
        {{"field":"size","value":3,"as_of":"2022-H1",{source}}},
        {{"field":"size","value":4,{source}}}]}}"#
    ));
    let problems = edition.add(0, &["[", &things.join(","), "]"].concat());
    assert_eq!(problems, []);
    edition
}

fn all(edition: &Edition, address: &str) -> Vec<Event> {
    events(edition, &parse(address).0, None)
}

#[test]
fn a_date_is_as_wide_as_it_is_precise() {
    let of = |date: &str| span(date).map(|(from, to)| to - from);
    assert_eq!(of("2024"), Some(YEAR));
    assert_eq!(of("2024-H1"), Some(6 * MONTH));
    assert_eq!(of("2024-06"), Some(MONTH));
    assert_eq!(of("2024-06-30"), Some(1));
    assert_eq!([of("2024-13"), of("2024-06-40"), of("soon")], [None; 3]);
    let (year, half, day) = (span("2024"), span("2024-H2"), span("2024-12-31"));
    assert_eq!(year.unwrap().1, half.unwrap().1);
    assert_eq!(half.unwrap().1, day.unwrap().1);
    assert!(span("2023-12-31").unwrap().1 <= year.unwrap().0);
}

#[test]
fn every_dated_statement_appears_exactly_once() {
    let edition = edition();
    for (address, context) in [("#/timeline", false), ("#/timeline?layer=context", true)] {
        let events = all(&edition, address);
        let mut keys: Vec<u64> = events.iter().map(|e| e.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), events.len(), "no two events are one");
        let mut expected = 0;
        for (collection, entity) in edition.all() {
            let spec = &edition.schema.collections[collection];
            let beside = edition.context_of(&entity.id).iter().filter(|_| context);
            for statement in entity.statements.iter().chain(beside) {
                if let Some(date) = dated(spec, statement) {
                    assert!(span(date).is_some(), "{}: {date} is no date", entity.id);
                    expected += 1;
                }
            }
        }
        assert!(expected > 80, "{expected} dates");
        assert_eq!(events.len(), expected);
        assert_eq!(events.iter().any(Event::is_beside), context);
        let full = full(&edition, &parse(address).0, None);
        assert_eq!(full, extent(&events));
        let sums = amounts(&edition, &parse(address).0, None);
        assert_eq!(sums.iter().map(|a| a.events).sum::<usize>(), expected);
        let ordered = events.windows(2).all(|two| {
            let key = |e: &Event| (e.start, std::cmp::Reverse(e.end));
            key(&two[0]) <= key(&two[1])
        });
        assert!(ordered, "in the order of time");
        for event in &events {
            assert!(!event.date.is_empty() && !event.line.origin.line().is_empty());
        }
    }
}

#[test]
fn a_collection_that_names_its_dates_shows_only_these() {
    let named = all(&small(&["2020", "2021-03-04"], true), "#/timeline?lang=en");
    let labels: Vec<_> = named.iter().map(Event::label).collect();
    assert_eq!(labels, ["Thing 0", "Thing 1"]);
    let every = all(&small(&["2020", "2021-03-04"], false), "#/timeline?lang=en");
    let labels: Vec<_> = every.iter().map(Event::label).collect();
    assert_eq!(
        labels,
        [
            "Thing 0 · Made",
            "Thing 1 · Made",
            "Both · Sold",
            "3 · Both"
        ]
    );
    assert_eq!(every[3].date, "H1 2022");
    let sums = amounts(&small(&["2020"], true), &parse("#/timeline").0, None);
    assert_eq!((sums[0].events, sums[0].undated), (1, 1));
}

#[test]
fn a_scope_shows_its_hits_and_a_choice_its_collections() {
    let edition = small(&["2020", "2021", "2022"], true);
    let (address, _) = parse("#/things?view=timeline");
    let hits = events(&edition, &address, Some((0, &[2, 0])));
    let names: Vec<_> = hits.iter().map(|e| e.name.as_str()).collect();
    assert_eq!(names, ["物0", "物2"]);
    assert_eq!(all(&edition, "#/timeline?in=nothing"), []);
    let (address, _) = parse("#/timeline?in=nothing,things&years=1950..1960");
    assert_eq!(
        unknown(&edition, &address, Some((2020, 2022))),
        ["in=nothing", "years=1950..1960"]
    );
}

#[test]
fn years_are_shown_halved_doubled_and_moved_within_what_there_is() {
    let full = (2015, 2026);
    assert_eq!(clamp(None, full), full);
    assert_eq!(clamp(Some((2020, 2040)), full), (2020, 2026));
    assert_eq!(clamp(Some((1990, 1995)), full), full);
    assert_eq!(nearer(full, 2024), (2021, 2026));
    assert_eq!(nearer((2024, 2024), 2024), (2024, 2024));
    assert_eq!(farther((2024, 2024), full), (2024, 2025));
    assert_eq!(farther((2024, 2026), full), (2021, 2026));
    assert_eq!(farther((2016, 2024), full), full);
    assert_eq!(shifted((2023, 2026), false, full), (2021, 2024));
    assert_eq!(shifted((2023, 2026), true, full), (2023, 2026));
    let mut shown = full;
    for _ in 0..6 {
        shown = nearer(shown, 2019);
        assert!(shown.0 <= 2019 && shown.1 >= 2019);
    }
    assert_eq!(shown, (2019, 2019));
}

#[test]
fn an_event_in_the_years_shown_stays_and_another_moves_them_no_further_than_needed() {
    let events = all(
        &small(&["2015", "2019-12-31", "2024-H2"], true),
        "#/timeline",
    );
    let full = extent(&events).unwrap();
    assert_eq!(full, (2015, 2024));
    assert!(!inside(&events[1], (2020, 2021)) && inside(&events[1], (2019, 2019)));
    assert_eq!(holding((2020, 2021), &events[1], full), (2019, 2020));
    assert_eq!(holding((2020, 2021), &events[2], full), (2023, 2024));
    assert_eq!(holding((2023, 2024), &events[2], full), (2023, 2024));
    assert_eq!(holding((2023, 2024), &events[0], full), (2015, 2016));
}

#[test]
fn keys_lead_from_event_to_event() {
    let dates = ["2015", "2019-12-31", "2020-06", "2021-05", "2024-H2"];
    let events = all(&small(&dates, true), "#/timeline");
    let full = extent(&events).unwrap();
    let go = |now, step| neighbour(&events, full, Some(now), step);
    assert_eq!(go(0, Step::Back), Some(0));
    assert_eq!(go(0, Step::On), Some(1));
    assert_eq!(go(4, Step::On), Some(4));
    assert_eq!(go(1, Step::YearOn), Some(3));
    assert_eq!(go(3, Step::YearBack), Some(1));
    assert_eq!(go(2, Step::YearBack), Some(0));
    assert_eq!(go(2, Step::First), Some(0));
    assert_eq!(go(2, Step::Last), Some(4));
    let enter = |step| neighbour(&events, (2020, 2021), None, step);
    assert_eq!(enter(Step::On), Some(2));
    assert_eq!(enter(Step::Back), Some(3));
    assert_eq!(neighbour(&[], full, None, Step::On), None);
    assert_eq!(Step::of("PageDown"), Some(Step::YearOn));
    assert_eq!(Step::of("x"), None);
}

#[test]
fn nothing_in_the_drawing_collides_and_all_of_it_is_inside() {
    let edition = edition();
    for lang in [Lang::Zh, Lang::En] {
        let tag = ["#/timeline?layer=context&lang=", lang.tag()].concat();
        let events = all(&edition, &tag);
        let full = extent(&events).unwrap();
        for (shown, width) in [
            (full, 1200),
            (full, 640),
            ((2024, 2024), 1000),
            ((2023, 2024), 800),
        ] {
            let plot = plot(&events, shown, width, lang);
            let marks: Vec<&Mark> = plot.lanes.iter().flat_map(|lane| &lane.marks).collect();
            let expected = events.iter().filter(|e| inside(e, shown)).count();
            assert_eq!(marks.len(), expected, "every event in these years once");
            for (n, a) in marks.iter().enumerate() {
                assert!(a.left + a.width <= width + 5 && a.top < plot.height);
                for b in &marks[n + 1..] {
                    let apart = a.left + a.width < b.left || b.left + b.width < a.left;
                    assert!(a.top != b.top || apart, "{a:?} on {b:?}");
                }
            }
            assert!(
                plot.ticks.iter().filter(|t| t.year).count() == usize::from(shown.1 - shown.0) + 1
            );
        }
    }
}

#[test]
fn down_the_page_every_event_stands_inside_its_year() {
    fn walk(span: &Span, events: &[Event], seen: &mut Vec<usize>) {
        for &event in &span.events {
            seen.push(event);
            assert!(span.length == "year" || events[event].date == span.date);
        }
        span.inside
            .iter()
            .for_each(|inner| walk(inner, events, seen));
    }
    let edition = edition();
    let events = all(&edition, "#/timeline?layer=context");
    let full = extent(&events).unwrap();
    let mut seen = Vec::new();
    for (year, span) in (full.0..).zip(nested(&events, full, Lang::Zh)) {
        assert_eq!(span.date, format!("{year}年"));
        let before = seen.len();
        walk(&span, &events, &mut seen);
        for &event in &seen[before..] {
            assert_eq!(events[event].start / YEAR, u32::from(year));
        }
    }
    let all_of_them: Vec<usize> = (0..events.len()).collect();
    assert_eq!(seen, all_of_them, "every event once, in the order of time");
}
