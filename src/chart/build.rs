//! From the entities of a view to a figure.
use super::spec::*;
use super::words;
use crate::lens::{self, Lang};
use crate::report::{Edition, Entity, Statement, Value};

/// What the marks of a figure are gathered from and into.
struct Builder<'a> {
    edition: &'a Edition,
    spec: &'a Spec,
    lang: Lang,
    context: bool,
    rows: Vec<(String, String)>,
    records: Vec<usize>,
    several: usize,
    parts: Vec<(String, String)>,
    marks: Vec<Mark>,
    places: Vec<&'a str>,
    facets: &'a [String],
}

/// The figure of a chart over the entities of a view; `context` lets the context layer in.
pub fn figure(
    edition: &Edition,
    spec: &Spec,
    entities: &[&Entity],
    lang: Lang,
    context: bool,
) -> Figure {
    let mut builder = Builder {
        edition,
        spec,
        lang,
        context: context || spec.context,
        rows: Vec::new(),
        records: Vec::new(),
        several: 0,
        parts: Vec::new(),
        marks: Vec::new(),
        places: Vec::new(),
        facets: edition
            .collection(&spec.collection)
            .map_or(&[], |c| &edition.schema.collections[c].facets),
    };
    let mut hidden = 0;
    for entity in entities {
        let before = builder.marks.len();
        let counted = builder.add(entity);
        hidden += usize::from(!counted && builder.marks.len() == before);
    }
    builder.finish(hidden, entities.len())
}

/// The statements of an entity in a field; `context` lets the context layer in.
fn statements<'b>(
    edition: &'b Edition,
    entity: &'b Entity,
    field: &'b str,
    context: bool,
) -> impl Iterator<Item = &'b Statement> + 'b {
    let beside: &'b [Statement] = if context {
        edition.context_of(&entity.id)
    } else {
        &[]
    };
    let all = entity.statements.iter().chain(beside);
    all.filter(move |s| s.field == field)
}

/// The distinct facet values of an entity in a field, with their labels.
pub(super) fn values(
    edition: &Edition,
    entity: &Entity,
    field: &str,
    lang: Lang,
    context: bool,
) -> Vec<(String, String)> {
    let mut values: Vec<(String, String)> = Vec::new();
    for statement in statements(edition, entity, field, context) {
        if let Some(id) = facet_value(&statement.value) {
            if !values.iter().any(|(known, _)| known == &id) {
                let label = match &statement.value {
                    Value::Date { .. } => lens::show_date(&id, lang),
                    _ => lens::show(edition, statement, lang).main,
                };
                values.push((id, label));
            }
        }
    }
    values
}

impl<'a> Builder<'a> {
    /// The statements of an entity in a field, in the layers that are shown.
    fn statements<'b>(
        &self,
        entity: &'b Entity,
        field: &'b str,
    ) -> impl Iterator<Item = &'b Statement> + 'b
    where
        'a: 'b,
    {
        statements(self.edition, entity, field, self.context)
    }

    /// The distinct facet values of an entity in a field, with their labels.
    fn values(&self, entity: &Entity, field: &str) -> Vec<(String, String)> {
        values(self.edition, entity, field, self.lang, self.context)
    }

    /// Adds an entity; whether it is in a count.
    fn add(&mut self, entity: &'a Entity) -> bool {
        match (self.spec.form, &self.spec.measure) {
            (Form::Scatter, Some(measure)) => self.cross(entity, measure),
            (_, Some(measure)) => self.measure(entity, measure),
            (_, None) => return self.count(entity),
        }
        false
    }

    /// Counts an entity in each of its groups and parts.
    fn count(&mut self, entity: &'a Entity) -> bool {
        let Some(group) = &self.spec.group else {
            return false;
        };
        let groups = self.values(entity, group);
        let mut parts = match &self.spec.split {
            Some(split) => self.values(entity, split),
            None => vec![Default::default()],
        };
        if parts.is_empty() {
            parts.push((String::new(), lens::not_stated(self.lang).to_owned()));
        }
        self.several += usize::from(groups.len() * parts.len() > 1);
        for (id, label) in &groups {
            let row = place(&mut self.rows, id, label);
            self.records.resize(self.rows.len(), 0);
            self.records[row] += 1;
            for (part_id, part_label) in &parts {
                let part = place(&mut self.parts, part_id, part_label);
                let known = self.marks.iter_mut();
                match { known }.find(|m| m.row == row && m.part == part) {
                    Some(mark) => mark.value += 1.0,
                    None => {
                        let mut chosen = vec![(group.clone(), id.clone())];
                        if let Some(split) = &self.spec.split {
                            chosen.push((split.clone(), part_id.clone()));
                        }
                        // Only a facet can be filtered by, and only by what is stated.
                        chosen.retain(|(field, id)| self.facets.contains(field) && !id.is_empty());
                        self.marks.push(Mark {
                            row,
                            part,
                            value: 1.0,
                            across: None,
                            shown: String::new(),
                            note: String::new(),
                            drawing: Drawing::Stated,
                            target: Target::Filter(chosen),
                        });
                    }
                }
            }
        }
        let shown = !groups.is_empty();
        if shown {
            self.note(entity, group);
        }
        shown
    }

    /// A mark for each value that an entity states.
    fn measure(&mut self, entity: &'a Entity, measure: &str) {
        let name = self.lang.of(&entity.name);
        let rows = match &self.spec.group {
            Some(group) => self.values(entity, group),
            None => vec![(entity.id.clone(), name.to_owned())],
        };
        let mut marks = Vec::new();
        for statement in self.statements(entity, measure) {
            let Some(value) = self.edition.base_value(statement) else {
                continue;
            };
            let across = match self.spec.form {
                Form::Line => {
                    let Some((start, end)) = statement.as_of.as_deref().and_then(lens::months)
                    else {
                        continue;
                    };
                    Some(f64::from(start + end) / 2.0)
                }
                _ => None,
            };
            let mut shown = lens::show(self.edition, statement, self.lang).line();
            let (open, close) = (self.lang.pick("（", " ("), self.lang.pick("）", ")"));
            if let Some(date) = &statement.as_of {
                // English sets a value in brackets of its own where it names a range.
                let bracketed = self.lang == Lang::Zh || self.spec.form == Form::Line;
                let (open, close) = if bracketed { (open, close) } else { (", ", "") };
                for piece in [open, &lens::show_date(date, self.lang), close] {
                    shown.push_str(piece);
                }
            }
            let note = statement.scope.as_ref().map_or_else(String::new, |scope| {
                [open, self.lang.of(scope), close].concat()
            });
            if self.spec.group.is_some() {
                shown = [name, self.lang.pick("：", ": "), &shown].concat();
            }
            marks.push((value, across, shown, note, Drawing::of(statement)));
        }
        if marks.is_empty() {
            return;
        }
        self.note(entity, measure);
        // Only what has a mark is a part: a legend names nothing that is not drawn.
        let part = match &self.spec.split {
            Some(split) => match self.values(entity, split).first() {
                Some((id, label)) => place(&mut self.parts, id, label),
                None => place(&mut self.parts, "", lens::not_stated(self.lang)),
            },
            None => place(&mut self.parts, "", ""),
        };
        for (value, across, shown, note, drawing) in marks {
            for (id, label) in &rows {
                let row = place(&mut self.rows, id, label);
                self.marks.push(Mark {
                    row,
                    part,
                    value,
                    across,
                    shown: shown.clone(),
                    note: note.clone(),
                    drawing,
                    target: Target::Entity(entity.id.clone()),
                });
            }
        }
    }

    /// A mark for an entity that states both quantities.
    fn cross(&mut self, entity: &'a Entity, measure: &str) {
        let Some(split) = &self.spec.split else {
            return;
        };
        let mut ups = self.statements(entity, measure);
        let mut rights = self.statements(entity, split);
        let up = ups.find_map(|s| Some((self.edition.base_value(s)?, s)));
        let right = rights.find_map(|s| Some((self.edition.base_value(s)?, s)));
        let (Some((value, up)), Some((across, right))) = (up, right) else {
            return;
        };
        let shown = [up, right].map(|s| lens::show(self.edition, s, self.lang).line());
        let shown = shown.join(self.lang.pick("，", ", "));
        let drawing = match Drawing::of(up) {
            Drawing::Stated => Drawing::of(right),
            other => other,
        };
        let part = match &self.spec.group {
            Some(group) => match self.values(entity, group).first() {
                Some((id, label)) => place(&mut self.parts, id, label),
                None => place(&mut self.parts, "", lens::not_stated(self.lang)),
            },
            None => place(&mut self.parts, "", ""),
        };
        self.note(entity, measure);
        let row = place(&mut self.rows, &entity.id, self.lang.of(&entity.name));
        self.marks.push(Mark {
            row,
            part,
            value,
            across: Some(across),
            shown,
            note: String::new(),
            drawing,
            target: Target::Entity(entity.id.clone()),
        });
    }

    /// Notes the sections that a figure's statements stand in.
    fn note(&mut self, entity: &'a Entity, field: &str) {
        for statement in entity.statements.iter().filter(|s| s.field == field) {
            let section = statement.source.section();
            if !section.is_empty() && !self.places.contains(&section) {
                self.places.push(section);
            }
        }
    }

    fn finish(mut self, hidden: usize, total: usize) -> Figure {
        let spec = self.spec;
        self.unstated_last();
        let rows = self.ordered_rows();
        self.marks.sort_by_key(|m| (m.row, m.part));
        if spec.measure.is_none() {
            for mark in &mut self.marks {
                mark.shown = lens::number(mark.value);
            }
        }
        let edition = self.edition;
        let titled = |field: &Option<String>| {
            let field = field.as_deref().and_then(|id| edition.field(id));
            field.map_or_else(String::new, |f| words::quantity(edition, f, self.lang))
        };
        let axes = match spec.form {
            Form::Scatter => [titled(&spec.split), titled(&spec.measure)],
            _ if spec.measure.is_some() => [titled(&spec.measure), String::new()],
            _ => Default::default(),
        };
        let mut figure = Figure {
            id: spec.id.clone(),
            headline: String::new(),
            name: self.lang.of(&spec.name).to_owned(),
            form: spec.form,
            rows,
            colors: self.colors(),
            parts: self.parts.into_iter().map(|(_, label)| label).collect(),
            marks: self.marks,
            hidden,
            total,
            records: self.records,
            several: self.several,
            log: spec.log && spec.measure.is_some(),
            reach: None,
            axes,
            place: words::places(edition, &self.places, self.lang),
        };
        if figure.name.is_empty() {
            figure.name = figure.axes[0].clone();
        }
        let measure = spec.measure.as_deref().and_then(|id| edition.field(id));
        let share = measure
            .and_then(|field| field.comparable.as_deref())
            .is_some_and(|class| class.starts_with("percent"));
        figure.headline = words::headline(&figure, measure.is_some(), share, self.lang);
        figure
    }

    /// A term has the colour of its place in its list, anything else one made from its id;
    /// where two meet in one figure, the later one takes the next.
    fn colors(&self) -> Vec<usize> {
        let by = match self.spec.form {
            Form::Scatter => &self.spec.group,
            _ => &self.spec.split,
        };
        let field = by.as_deref().and_then(|id| self.edition.field(id));
        let terms = field.map_or(&[][..], |f| self.edition.terms(f));
        let mut colors = Vec::new();
        for (id, _) in &self.parts {
            if id.is_empty() && by.is_some() {
                colors.push(UNSTATED);
                continue;
            }
            let of_id = || id.bytes().map(usize::from).sum();
            let mut color = terms.iter().position(|t| &t.id == id).unwrap_or_else(of_id) % 8;
            for _ in 0..8 {
                if colors.contains(&color) {
                    color = (color + 1) % 8;
                }
            }
            colors.push(color);
        }
        colors
    }

    /// Puts the part of those who state none behind the others.
    fn unstated_last(&mut self) {
        let at = self.parts.iter().position(|(id, _)| id.is_empty());
        let (Some(at), last) = (at, self.parts.len()) else {
            return;
        };
        let none = self.parts.remove(at);
        self.parts.push(none);
        for mark in &mut self.marks {
            mark.part = match mark.part {
                part if part == at => last - 1,
                part if part > at => part - 1,
                part => part,
            };
        }
    }

    /// Puts the longest row first, or years in their order, and renumbers the marks.
    fn ordered_rows(&mut self) -> Vec<String> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        let dates = self.spec.group.as_deref().is_some_and(|group| {
            let field = self.edition.field(group);
            field.is_some_and(|f| f.kind == crate::report::Kind::Date)
        });
        let mut sizes = vec![0.0; self.rows.len()];
        for mark in &self.marks {
            let size: &mut f64 = &mut sizes[mark.row];
            *size = match self.spec.measure {
                Some(_) => size.max(mark.value),
                None => *size + mark.value,
            };
        }
        // The headline's leader stands on top: the row with most records, not the one with most marks.
        let records = |row: usize| self.records.get(row).copied().unwrap_or(0);
        order.sort_by(|&a, &b| match dates {
            true => self.rows[a].0.cmp(&self.rows[b].0),
            false => records(b)
                .cmp(&records(a))
                .then(sizes[b].total_cmp(&sizes[a])),
        });
        let mut at = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            at[old] = new;
        }
        for mark in &mut self.marks {
            mark.row = at[mark.row];
        }
        if !self.records.is_empty() {
            self.records = order.iter().map(|&old| records(old)).collect();
        }
        let labels = order.iter().map(|&old| self.rows[old].1.clone());
        labels.collect()
    }
}

/// The place of an id in a list of ids and labels, added where it is new.
fn place(list: &mut Vec<(String, String)>, id: &str, label: &str) -> usize {
    match list.iter().position(|(known, _)| known == id) {
        Some(at) => at,
        None => {
            list.push((id.to_owned(), label.to_owned()));
            list.len() - 1
        }
    }
}
