//! Who makes what, runs on what, is governed by what: the statements that lead from entity to entity, as one graph.
mod names;
mod path;

pub use names::{suggestions, Suggestion};
pub use path::{connection, Net, Step};

use super::Line;
use crate::link::{self, Address, Page};
use crate::present::words;
use crate::report::{Edition, Entity, Label, Statement, Value};

/// A statement that connects two entities.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Edge<'a> {
    /// The entity that it is said of.
    pub from: usize,
    /// The entity that it names.
    pub to: usize,
    /// The place of its field in the schema; none where it names whom the report follows.
    pub field: Option<usize>,
    /// The statement.
    pub statement: &'a Statement,
    /// Its place among the entity's statements; none in the context layer.
    pub at: Option<usize>,
}

/// All entities of an edition with what connects them.
pub struct Graph<'a> {
    edition: &'a Edition,
    /// The entities with their collections, in the order of the schema.
    pub nodes: Vec<(usize, &'a Entity)>,
    /// The statements that connect them, in the order of the data.
    pub edges: Vec<Edge<'a>>,
    /// The same as bare numbers.
    pub net: Net,
    /// Ids in order, with the places of their entities.
    ids: Vec<(&'a str, usize)>,
}

impl<'a> Graph<'a> {
    /// The graph of an edition; `context` lets the context layer in.
    pub fn new(edition: &'a Edition, context: bool) -> Self {
        let nodes: Vec<_> = edition.all().collect();
        let mut ids: Vec<_> = nodes
            .iter()
            .enumerate()
            .map(|(n, (_, e))| (&*e.id, n))
            .collect();
        ids.sort_unstable();
        let mut graph = Self {
            edition,
            nodes,
            edges: Vec::new(),
            net: Net::default(),
            ids,
        };
        for from in 0..graph.nodes.len() {
            let entity = graph.nodes[from].1;
            for (at, statement) in entity.statements.iter().enumerate() {
                graph.add(from, statement, Some(at));
            }
            if context {
                for statement in edition.context_of(&entity.id) {
                    graph.add(from, statement, None);
                }
            }
        }
        let ends = graph
            .edges
            .iter()
            .map(|e| (e.from, e.to, e.field.is_none()));
        graph.net = Net::new(graph.nodes.len(), ends.collect());
        graph
    }

    fn add(&mut self, from: usize, statement: &'a Statement, at: Option<usize>) {
        let named = match &statement.value {
            Value::Entity { entity } => Some(entity),
            _ => None,
        };
        let fields = &self.edition.schema.fields;
        let field = fields.iter().position(|f| f.id == statement.field);
        let ends = [(named, field), (statement.said_by.as_ref(), None)];
        for (id, field) in ends {
            let Some(to) = id.and_then(|id| self.find(id)).filter(|&to| to != from) else {
                continue;
            };
            self.edges.push(Edge {
                from,
                to,
                field,
                statement,
                at,
            });
        }
    }

    /// The place of an entity.
    pub fn find(&self, id: &str) -> Option<usize> {
        let at = self.ids.binary_search_by_key(&id, |(id, _)| id).ok()?;
        Some(self.ids[at].1)
    }

    /// How a connection reads from one of its ends.
    pub fn label(&self, edge: &Edge, forward: bool) -> Label {
        let Some(field) = edge.field.and_then(|f| self.edition.schema.fields.get(f)) else {
            return words::said_by(forward);
        };
        match forward || field.inverse == Label::default() {
            true if forward => field.name.clone(),
            // Without a word for the other direction the arrow turns the word round.
            true => Label {
                zh: ["← ", &field.name.zh].concat(),
                en: ["← ", &field.name.en].concat(),
            },
            false => field.inverse.clone(),
        }
    }

    /// The statement of a connection, ready to be printed.
    pub fn line(&self, edge: &Edge, address: &Address) -> Line {
        match edge.at {
            Some(at) => super::line(self.edition, self.nodes[edge.from].1, at, address),
            None => super::line_of(self.edition, edge.statement, address),
        }
    }

    /// An entity as it stands in a drawing or list.
    pub fn node(&self, node: usize, address: &Address) -> Node {
        let (collection, entity) = self.nodes[node];
        let kind = &self.edition.schema.collections[collection].name;
        let page = Page::Relations(Some(entity.id.clone()), None);
        Node {
            name: address.lang.of(&entity.name).to_owned(),
            kind: address.lang.of(kind).to_owned(),
            link: link::format(&address.at(page)),
            id: entity.id.clone(),
        }
    }

    /// The entities with the most neighbours, each with their number.
    pub fn hubs(&self, most: usize) -> Vec<(usize, usize)> {
        let mut hubs: Vec<_> = (0..self.nodes.len())
            .map(|n| (n, self.net.degree(n)))
            .collect();
        hubs.sort_by_key(|(_, degree)| std::cmp::Reverse(*degree));
        hubs.truncate(most);
        hubs
    }
}

/// An entity as it stands in a drawing or list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its collection's name.
    pub kind: String,
    /// Its own relations.
    pub link: String,
}

/// An entity with what connects it to the middle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// The entity.
    pub node: Node,
    /// The statements, each with its source.
    pub lines: Vec<Line>,
}

/// The neighbours of one relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// How the relation reads from the middle.
    pub name: String,
    /// Those shown.
    pub neighbours: Vec<Neighbour>,
    /// How many are not shown.
    pub more: usize,
}

/// What surrounds an entity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    /// The entity in the middle.
    pub node: Node,
    /// Its own page.
    pub link: String,
    /// The relations: first those it states, then those stated of it.
    pub groups: Vec<Group>,
    /// How many of the groups stand on the left.
    pub left: usize,
    /// How many statements connect it.
    pub statements: usize,
    /// How many entities they connect it with.
    pub neighbours: usize,
    /// How many places are not shown.
    pub more: usize,
}

/// The entities of a group with the statements that connect them.
type Members = Vec<(usize, Vec<Line>)>;

/// What surrounds an entity, at most so many neighbours of it, some of every relation.
pub fn around(graph: &Graph, middle: usize, most: usize, address: &Address) -> Around {
    let mut groups: Vec<(Label, usize, Members)> = Vec::new();
    let fields = graph.edition.schema.fields.len();
    let mut statements = 0;
    for &edge in graph.net.near(middle) {
        let edge = &graph.edges[edge];
        let forward = edge.from == middle;
        let other = if forward { edge.to } else { edge.from };
        let label = graph.label(edge, forward);
        let rank = edge.field.unwrap_or(fields) + if forward { 0 } else { fields + 1 };
        // Relations that read the same in both directions or two fields are one group.
        let known = groups.iter().position(|(known, ..)| *known == label);
        let group = known.unwrap_or_else(|| {
            groups.push((label, rank, Vec::new()));
            groups.len() - 1
        });
        let (_, first, of_it) = &mut groups[group];
        *first = rank.min(*first);
        let line = graph.line(edge, address);
        statements += 1;
        match of_it.iter_mut().find(|(known, _)| *known == other) {
            Some((_, lines)) => lines.push(line),
            None => of_it.push((other, vec![line])),
        }
    }
    groups.sort_by_key(|(_, rank, _)| *rank);
    let sizes: Vec<usize> = groups.iter().map(|(.., of_it)| of_it.len()).collect();
    let share = share(&sizes, most);
    let made = groups.into_iter().map(|(label, _, of_it)| Group {
        name: address.lang.of(&label).to_owned(),
        more: of_it.len().saturating_sub(share),
        neighbours: of_it
            .into_iter()
            .take(share)
            .map(|(node, lines)| Neighbour {
                node: graph.node(node, address),
                lines,
            })
            .collect(),
    });
    let groups: Vec<Group> = made.collect();
    let entity = graph.nodes[middle].1;
    Around {
        node: graph.node(middle, address),
        link: link::format(&address.to_entity(&entity.id)),
        left: left(&groups),
        statements,
        neighbours: graph.net.degree(middle),
        more: groups.iter().map(|g| g.more).sum(),
        groups,
    }
}

/// How many of each group are shown so that all together are not more than asked for, but one of each at least.
fn share(sizes: &[usize], most: usize) -> usize {
    let longest = sizes.iter().copied().max().unwrap_or(0);
    let total = |share: usize| sizes.iter().map(|&n| n.min(share)).sum::<usize>();
    let fits = (1..=longest).rev().find(|&share| total(share) <= most);
    fits.unwrap_or(1)
}

/// How many groups stand on the left, so that both sides are as equal as they can be; a single group stands right.
fn left(groups: &[Group]) -> usize {
    let size = |groups: &[Group]| groups.iter().map(|g| g.neighbours.len() + 1).sum::<usize>();
    let uneven = |left: &usize| size(&groups[..*left]).abs_diff(size(&groups[*left..]));
    (0..groups.len()).min_by_key(uneven).unwrap_or(0)
}
