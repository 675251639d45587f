//! The shortest connection between two entities.
use super::{Graph, Node};
use crate::link::Address;
use crate::present::Line;

/// A graph of bare numbers, without directions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Net {
    /// Both ends of each edge, and whether it only names a source.
    edges: Vec<(usize, usize, bool)>,
    /// The edges at each node, in their order.
    near: Vec<Vec<usize>>,
    /// How many different neighbours each node has.
    degrees: Vec<usize>,
}

impl Net {
    /// A net of so many nodes; edges with an end beyond them are not allowed.
    pub fn new(nodes: usize, edges: Vec<(usize, usize, bool)>) -> Self {
        let mut near = vec![Vec::new(); nodes];
        for (edge, &(a, b, _)) in edges.iter().enumerate() {
            near[a].push(edge);
            if a != b {
                near[b].push(edge);
            }
        }
        let mut net = Self {
            edges,
            near,
            degrees: Vec::new(),
        };
        let degrees = (0..nodes).map(|node| {
            let others = net.near[node].iter().map(|&edge| net.other(edge, node));
            let mut others: Vec<_> = others.filter(|&other| other != node).collect();
            others.sort_unstable();
            others.dedup();
            others.len()
        });
        net.degrees = degrees.collect();
        net
    }

    /// The edges at a node.
    pub fn near(&self, node: usize) -> &[usize] {
        &self.near[node]
    }

    /// How many different neighbours a node has.
    pub fn degree(&self, node: usize) -> usize {
        self.degrees[node]
    }

    /// The other end of an edge.
    pub fn other(&self, edge: usize, node: usize) -> usize {
        let (a, b, _) = self.edges[edge];
        a + b - node
    }

    /// How many steps each node is away.
    fn distances(&self, to: usize) -> Vec<usize> {
        let mut away = vec![usize::MAX; self.near.len()];
        away[to] = 0;
        let mut queue = vec![to];
        let mut next = 0;
        while let Some(&node) = queue.get(next) {
            next += 1;
            for &edge in &self.near[node] {
                let other = self.other(edge, node);
                if away[other] == usize::MAX {
                    away[other] = away[node] + 1;
                    queue.push(other);
                }
            }
        }
        away
    }

    /// The edges of a shortest connection, from one node to another; none where there is no connection.
    ///
    /// Of equally short ones: with the fewest edges that only name a source, then through the nodes with the
    /// fewest neighbours, then the first in the order of the data.
    pub fn shortest(&self, from: usize, to: usize) -> Option<Vec<usize>> {
        let away = self.distances(to);
        if away[from] == usize::MAX {
            return None;
        }
        // For each node reached: what it costs, and the edge that leads there.
        let mut best: Vec<Option<((usize, usize), usize)>> = vec![None; self.near.len()];
        let mut layer = vec![from];
        for left in (0..away[from]).rev() {
            let mut reached = Vec::new();
            for &node in &layer {
                let (sources, crowd) = best[node].map_or((0, 0), |(cost, _)| cost);
                for &edge in &self.near[node] {
                    let other = self.other(edge, node);
                    if away[other] != left {
                        continue;
                    }
                    let cost = (
                        sources + usize::from(self.edges[edge].2),
                        crowd + self.degrees[other],
                    );
                    if best[other].is_none() {
                        reached.push(other);
                    }
                    if best[other].is_none_or(|(known, _)| cost < known) {
                        best[other] = Some((cost, edge));
                    }
                }
            }
            reached.sort_unstable();
            layer = reached;
        }
        let mut edges = Vec::new();
        let mut node = to;
        while node != from {
            let (_, edge) = best[node]?;
            edges.push(edge);
            node = self.other(edge, node);
        }
        edges.reverse();
        Some(edges)
    }
}

/// One step of a connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// How the relation reads in the direction of the step.
    pub relation: String,
    /// Where it leads.
    pub node: Node,
    /// The statement with its source.
    pub line: Line,
}

/// The shortest connection between two entities as steps; none where there is no connection.
pub fn connection(graph: &Graph, from: usize, to: usize, address: &Address) -> Option<Vec<Step>> {
    let mut node = from;
    let mut steps = Vec::new();
    for edge in graph.net.shortest(from, to)? {
        let edge = &graph.edges[edge];
        let forward = edge.from == node;
        node = if forward { edge.to } else { edge.from };
        steps.push(Step {
            relation: address.lang.of(&graph.label(edge, forward)).to_owned(),
            node: graph.node(node, address),
            line: graph.line(edge, address),
        });
    }
    Some(steps)
}
