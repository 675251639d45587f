//! A loaded edition: indexed, checked, and filled file by file.
use super::*;
use std::collections::HashMap;

/// An edition of the report. It starts with schema and outline; [`load`] adds the rest.
#[derive(Debug, Clone, PartialEq)]
pub struct Edition {
    /// Collections, fields, terms, units.
    pub schema: Schema,
    /// Sections, figures, tables.
    pub outline: Outline,
    /// Entities by collection, in the order of the schema.
    pub entities: Vec<Vec<Entity>>,
    /// What is publicly known of entities beside the report.
    pub context: Vec<Addition>,
    /// Statements of the report beside the public record.
    pub checks: Vec<Check>,
    /// The glossary.
    pub concepts: Vec<Concept>,
    /// Where each entity is.
    pub(super) index: HashMap<String, (usize, usize)>,
    /// Names of entities that are referred to before their collection is here.
    pub(super) names: HashMap<String, Label>,
}

impl Edition {
    /// The entity of an id, with the number of its collection.
    pub fn find(&self, id: &str) -> Option<(usize, &Entity)> {
        let &(collection, at) = self.index.get(id)?;
        Some((collection, &self.entities[collection][at]))
    }

    /// Where the entity of an id is: the number of its collection and its place there.
    pub fn place(&self, id: &str) -> Option<(usize, usize)> {
        self.index.get(id).copied()
    }

    /// The name of an entity, also of one whose collection is still on its way.
    pub fn name(&self, id: &str) -> Option<&Label> {
        match self.find(id) {
            Some((_, entity)) => Some(&entity.name),
            None => self.names.get(id),
        }
    }

    /// All entities with the number of their collection, in the order of the schema.
    pub fn all(&self) -> impl Iterator<Item = (usize, &Entity)> {
        let collections = self.entities.iter().enumerate();
        collections.flat_map(|(collection, all)| all.iter().map(move |entity| (collection, entity)))
    }

    /// The collection of an id.
    pub fn collection(&self, id: &str) -> Option<usize> {
        self.schema.collections.iter().position(|c| c.id == id)
    }

    /// The field of an id.
    pub fn field(&self, id: &str) -> Option<&Field> {
        self.schema.fields.iter().find(|f| f.id == id)
    }

    /// The terms a field chooses from.
    pub fn terms(&self, field: &Field) -> &[Term] {
        let list = field.terms.as_ref().and_then(|l| self.schema.terms.get(l));
        list.map_or(&[], Vec::as_slice)
    }

    /// The unit of an id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.schema.units.iter().find(|u| u.id == id)
    }

    /// The section of an id.
    pub fn section(&self, id: &str) -> Option<&Section> {
        self.outline.sections.iter().find(|s| s.id == id)
    }

    /// What is publicly known of an entity beside the report.
    pub fn context_of(&self, id: &str) -> &[Statement] {
        let found = self.context.iter().find(|addition| addition.entity == id);
        found.map_or(&[], |addition| &addition.statements)
    }

    /// The check of a statement, told by its entity, field and place among the entity's statements of that field.
    pub fn check_of(&self, entity: &Entity, at: usize) -> Option<&Check> {
        let field = &entity.statements.get(at)?.field;
        let before = entity.statements[..at].iter();
        let nth = before.filter(|s| &s.field == field).count() + 1;
        self.checks.iter().find(|check| {
            let (path, number) = check
                .statement
                .split_once('#')
                .unwrap_or((&check.statement, "1"));
            path.split_once('/') == Some((&entity.id, field)) && number.parse() == Ok(nth)
        })
    }

    /// The statement of a path `entity/field`, with `#2` for the second of that field:
    /// the number of its collection, its entity, and its place in the entity's list.
    pub fn statement(&self, path: &str) -> Option<(usize, &Entity, usize)> {
        let (path, nth) = path.split_once('#').unwrap_or((path, "1"));
        let (entity, field) = path.split_once('/')?;
        let (collection, entity) = self.find(entity)?;
        let statements = entity.statements.iter().enumerate();
        let mut of_field = statements.filter(|(_, s)| s.field == field);
        let (at, _) = of_field.nth(nth.parse::<usize>().ok()?.checked_sub(1)?)?;
        Some((collection, entity, at))
    }

    /// What a statement's unit measures; two units of one measure convert into each other.
    pub fn measure<'a>(&'a self, statement: &'a Statement) -> &'a str {
        let id = statement.unit.as_deref().unwrap_or("");
        match self.unit(id) {
            None => id,
            Some(unit) => match (&unit.measure, &unit.base) {
                (Some(measure), _) => measure,
                (None, Some(base)) => &base.en,
                (None, None) => &unit.name.en,
            },
        }
    }

    /// A number in the base unit, so that unlike magnitudes can be compared.
    pub fn base_value(&self, statement: &Statement) -> Option<f64> {
        let Value::Number(number) = statement.value else {
            return None;
        };
        let unit = statement.unit.as_deref().and_then(|id| self.unit(id));
        Some(number * unit.map_or(1.0, |u| u.factor))
    }
}
