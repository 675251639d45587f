//! Relations: every one has its source, reads from both ends, and the shortest way is the shortest.
mod published;

use proptest::prelude::*;
use zhilan::link::parse;
use zhilan::present::relations::*;
use zhilan::report::{Edition, Value};

fn edition() -> Edition {
    published::edition(&published::file("schema.json"), true)
}

#[test]
fn every_relation_is_a_statement_with_its_source() {
    let edition = edition();
    let (address, _) = parse("#/relations?lang=en");
    let graph = Graph::new(&edition, false);
    let mut expected = 0;
    for (_, entity) in edition.all() {
        for statement in &entity.statements {
            if let Value::Entity { entity: id } = &statement.value {
                expected += usize::from(*id != entity.id && edition.find(id).is_some());
            }
            let said = statement.said_by.as_ref().filter(|id| **id != entity.id);
            expected += usize::from(said.is_some_and(|id| edition.find(id).is_some()));
        }
    }
    assert!(expected > 1000, "{expected} relations");
    assert_eq!(graph.edges.len(), expected);
    for edge in &graph.edges {
        let line = graph.line(edge, &address);
        assert!(!line.origin.line().is_empty(), "{line:?}");
        for forward in [true, false] {
            let label = graph.label(edge, forward);
            assert!(!label.zh.is_empty() && !label.en.is_empty());
        }
    }
    let with_context = Graph::new(&edition, true);
    assert!(with_context.edges.len() > graph.edges.len());
}

#[test]
fn who_is_a_neighbour_of_whom_is_mutual_and_all_are_shown_when_asked_for() {
    let edition = edition();
    let (address, _) = parse("#/relations?layer=context");
    let graph = Graph::new(&edition, true);
    let names = |node: usize| -> Vec<String> {
        let around = around(&graph, node, 10_000, &address);
        assert_eq!(around.more, 0);
        let all = around.groups.iter().flat_map(|g| &g.neighbours);
        all.map(|n| n.node.id.clone()).collect()
    };
    let all: Vec<Vec<String>> = (0..graph.nodes.len()).map(names).collect();
    for (node, neighbours) in all.iter().enumerate() {
        let id = &graph.nodes[node].1.id;
        for other in neighbours {
            let back = &all[graph.find(other).unwrap()];
            assert!(back.contains(id), "{other} knows nothing of {id}");
        }
        let mut distinct = neighbours.clone();
        distinct.sort();
        distinct.dedup();
        assert_eq!(distinct.len(), graph.net.degree(node), "{id}");
    }
}

#[test]
fn a_crowd_is_shown_in_part_with_some_of_every_relation() {
    let edition = edition();
    let (address, _) = parse("#/relations");
    let graph = Graph::new(&edition, false);
    for (hub, degree) in graph.hubs(40) {
        for most in [1, 8, 24] {
            let around = around(&graph, hub, most, &address);
            let shown: usize = around.groups.iter().map(|g| g.neighbours.len()).sum();
            assert!(shown <= most.max(around.groups.len()));
            assert!(around.groups.iter().all(|g| !g.neighbours.is_empty()));
            assert!(shown + around.more >= degree);
            assert!(around.left < around.groups.len());
        }
    }
    let degrees: Vec<usize> = graph.hubs(40).iter().map(|h| h.1).collect();
    assert!(degrees.windows(2).all(|two| two[0] >= two[1]));
}

#[test]
fn the_same_data_gives_the_same_drawing() {
    let edition = edition();
    let (address, _) = parse("#/relations?lang=en");
    let (one, two) = (Graph::new(&edition, false), Graph::new(&edition, false));
    let hubs = one.hubs(20);
    assert_eq!(hubs, two.hubs(20));
    for &(hub, _) in &hubs {
        let drawn = around(&one, hub, 24, &address);
        assert_eq!(drawn, around(&two, hub, 24, &address));
        for &(other, _) in &hubs {
            let way = connection(&one, hub, other, &address);
            assert_eq!(way, connection(&two, hub, other, &address));
        }
    }
}

#[test]
fn known_pairs_are_connected_as_the_report_says() {
    let edition = edition();
    let (address, _) = parse("#/relations?lang=en");
    let graph = Graph::new(&edition, false);
    let way = |from: &str, to: &str| {
        let ends = (graph.find(from).unwrap(), graph.find(to).unwrap());
        connection(&graph, ends.0, ends.1, &address).unwrap()
    };
    let direct = way("gpt-4o", "openai");
    assert_eq!(direct.len(), 1);
    assert_eq!(direct[0].relation, "Developer");
    assert_eq!(direct[0].node.name, "OpenAI");
    assert!(!direct[0].line.origin.line().is_empty());
    assert_eq!(way("gpt-4o", "gpt-4o"), []);
    let far = way("gpt-4o", "pytorch");
    assert!((2..8).contains(&far.len()), "{} steps", far.len());
    assert_eq!(way("pytorch", "gpt-4o").len(), far.len());
    assert_eq!(graph.find("no-such-thing"), None);
}

#[test]
fn names_are_suggested_in_any_script_those_that_begin_with_the_text_first() {
    use zhilan::lens::Lang;
    let edition = edition();
    let of = |text: &str, lang| suggestions(&edition, text, lang, 12);
    assert!(of("openai", Lang::Zh).iter().any(|(id, _)| id == "openai"));
    assert_eq!(of("OpenAI", Lang::En)[0].0, "openai");
    assert_eq!(of("nvid", Lang::En)[0].0, "nvidia");
    assert!(of("英伟达", Lang::En).iter().any(|(id, _)| id == "nvidia"));
    assert_eq!(of("  ", Lang::En), []);
    assert!(of("a", Lang::En).len() == 12);
}

/// All distances by relaxing every edge until nothing changes.
fn naive(nodes: usize, edges: &[(usize, usize, bool)], from: usize) -> Vec<usize> {
    let mut away = vec![usize::MAX; nodes];
    away[from] = 0;
    loop {
        let before = away.clone();
        for &(a, b, _) in edges {
            away[a] = away[a].min(away[b].saturating_add(1));
            away[b] = away[b].min(away[a].saturating_add(1));
        }
        if before == away {
            return away;
        }
    }
}

/// The least sources and crowd on any shortest way, by trying all of them.
fn cheapest(
    net: &Net,
    edges: &[(usize, usize, bool)],
    from: usize,
    to: usize,
    left: usize,
) -> Option<(usize, usize)> {
    if left == 0 {
        return (from == to).then_some((0, 0));
    }
    let next = net.near(from).iter().filter_map(|&edge| {
        let other = net.other(edge, from);
        let (sources, crowd) = cheapest(net, edges, other, to, left - 1)?;
        Some((
            sources + usize::from(edges[edge].2),
            crowd + net.degree(other),
        ))
    });
    next.min()
}

proptest! {
    #[test]
    fn the_shortest_way_is_as_short_as_a_naive_search_says(
        nodes in 2usize..9,
        raw in prop::collection::vec((0usize..9, 0usize..9, any::<bool>()), 0..16),
        ends in (0usize..9, 0usize..9),
    ) {
        let edges: Vec<_> = raw.iter().map(|&(a, b, s)| (a % nodes, b % nodes, s)).collect();
        let (from, to) = (ends.0 % nodes, ends.1 % nodes);
        let net = Net::new(nodes, edges.clone());
        let away = naive(nodes, &edges, from)[to];
        match net.shortest(from, to) {
            None => prop_assert_eq!(away, usize::MAX),
            Some(way) => {
                prop_assert_eq!(way.len(), away);
                let (mut node, mut cost) = (from, (0, 0));
                for edge in way {
                    prop_assert!(net.near(node).contains(&edge));
                    node = net.other(edge, node);
                    cost.0 += usize::from(edges[edge].2);
                    cost.1 += net.degree(node);
                }
                prop_assert_eq!(node, to);
                prop_assert_eq!(Some(cost), cheapest(&net, &edges, from, to, away));
            }
        }
    }
}
