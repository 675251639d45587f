//! The index of an edition: everything with a name or a number, once.
use super::number::Number;
use super::text::Text;
use super::{Characters, Index, Item, What};
use crate::lens;
use crate::query::fold;
use crate::report::{Edition, Entity, Label, Plate, Value};

/// What stands between two texts. No query has it, so nothing is found across them.
const GAP: char = '\u{1f}';

impl Index {
    /// Prepares an edition for matching. Without characters there is no pinyin and no traditional form.
    pub fn new(edition: &Edition, characters: Option<&Characters>) -> Self {
        let mut index = Self {
            items: Vec::new(),
            numbers: Vec::new(),
            units: edition.schema.units.iter().map(unit_names).collect(),
            qualifiers: Vec::new(),
            characters: characters.cloned().unwrap_or_default(),
        };
        for qualifier in &edition.schema.qualifiers {
            for name in [&qualifier.name.zh, &qualifier.name.en] {
                index.qualifiers.push(fold(name).replace(' ', ""));
            }
        }
        let first = index.add_entities(edition);
        for (collection, spec) in edition.schema.collections.iter().enumerate() {
            let item = index.item(What::Collection, &spec.id, &spec.name);
            item.words = words([&spec.about, &spec.unit]);
            item.referred = edition.entities[collection].len();
        }
        for section in &edition.outline.sections {
            let item = index.item(What::Section, &section.id, &section.name);
            item.places = vec![place(&section.number.zh), place(&section.number.en)];
        }
        let outline = &edition.outline;
        index.add_plates(&outline.figures, &["图", "figure", "fig."]);
        index.add_plates(&outline.tables, &["表", "table"]);
        for concept in &edition.concepts {
            let item = index.item(What::Concept, &concept.id, &concept.term);
            item.words = words([&concept.definition]);
            let others = concept.abbreviation.iter();
            let others = others.chain(&concept.avoid.zh).chain(&concept.avoid.en);
            let at = index.items.len() - 1;
            index.called(at, others.clone());
            // What stands for a concept is looked for by its words as well.
            if let Some((collection, place)) =
                concept.entity.as_ref().and_then(|id| edition.place(id))
            {
                let term = [&concept.term.zh, &concept.term.en];
                index.called(first[collection] + place, term.into_iter().chain(others));
            }
        }
        index
    }

    /// Adds all entities; the items of a collection begin where the answer says.
    fn add_entities(&mut self, edition: &Edition) -> Vec<usize> {
        for (collection, entity) in edition.all() {
            let number = self.items.len();
            let item = self.item(What::Entity(collection), &entity.id, &entity.name);
            (item.words, item.kind) = said_of(edition, collection, entity);
            self.called(number, &entity.aliases);
            for (at, statement) in entity.statements.iter().enumerate() {
                let (Value::Number(value), Some(base)) =
                    (&statement.value, edition.base_value(statement))
                else {
                    continue;
                };
                let mut units = edition.schema.units.iter();
                self.numbers.push(Number {
                    item: number,
                    at,
                    value: *value,
                    base,
                    unit: statement
                        .unit
                        .as_ref()
                        .and_then(|id| units.position(|u| &u.id == id)),
                });
            }
        }
        // Entities come first and in order, so an entity's place tells its item.
        let mut first = vec![0; edition.entities.len()];
        for collection in 1..first.len() {
            first[collection] = first[collection - 1] + edition.entities[collection - 1].len();
        }
        for (_, entity) in edition.all() {
            for statement in &entity.statements {
                let value = match &statement.value {
                    Value::Entity { entity } => Some(entity),
                    _ => None,
                };
                for id in value.into_iter().chain(&statement.said_by) {
                    if let Some((collection, at)) = edition.place(id) {
                        self.items[first[collection] + at].referred += 1;
                    }
                }
            }
        }
        first
    }

    /// Figures or tables: those that are entities get their number, the others are added.
    fn add_plates(&mut self, plates: &[Plate], kinds: &[&str]) {
        for plate in plates {
            let known = self.items.iter().position(|item| item.id == plate.id);
            let item = match known {
                Some(known) => &mut self.items[known],
                None => self.item(What::Plate, &plate.section, &plate.name),
            };
            let number = plate.number.to_string();
            item.places = kinds
                .iter()
                .map(|kind| [kind, number.as_str()].concat())
                .collect();
        }
    }

    fn item(&mut self, what: What, id: &str, label: &Label) -> &mut Item {
        let names = [&label.zh, &label.en].map(|name| Text::new(name, &self.characters));
        let at = self.items.len();
        self.items.push(Item {
            what,
            id: id.to_owned(),
            label: label.clone(),
            names: names.into(),
            aliases: Vec::new(),
            places: Vec::new(),
            words: String::new(),
            kind: 0,
            referred: 0,
        });
        &mut self.items[at]
    }

    /// Gives an item other names; those that differ only in case or hyphens add nothing.
    fn called<'a>(&mut self, at: usize, names: impl IntoIterator<Item = &'a String>) {
        let item = &mut self.items[at];
        for name in names {
            let text = Text::new(name, &self.characters);
            let known = item
                .names
                .iter()
                .chain(item.aliases.iter().map(|(_, text)| text));
            if !{ known }.any(|known| known.chars == text.chars) {
                item.aliases.push((name.clone(), text));
            }
        }
    }
}

/// Every name of a unit as it may be typed after a number.
fn unit_names(unit: &crate::report::Unit) -> Vec<String> {
    let base = unit.base.as_ref();
    let names = [&unit.id, &unit.name.zh, &unit.name.en].into_iter();
    let names = names.chain(base.into_iter().flat_map(|base| [&base.zh, &base.en]));
    names.map(|name| fold(name).replace(' ', "")).collect()
}

/// A section's number without spaces.
pub(super) fn place(number: &str) -> String {
    fold(number).replace(' ', "")
}

fn words<const N: usize>(labels: [&Label; N]) -> String {
    let mut out = String::new();
    labels.iter().for_each(|label| add(&mut out, label));
    fold(&out)
}

fn add(out: &mut String, label: &Label) {
    for text in [&label.zh, &label.en] {
        out.push_str(text);

        out.push(GAP);
    }
}

/// What is said of an entity, besides its names and numbers, and where what says its kind ends.
fn said_of(edition: &Edition, collection: usize, entity: &Entity) -> (String, usize) {
    let mut out = String::new();
    add(&mut out, &edition.schema.collections[collection].name);
    let kind = fold(&out).len();
    add(&mut out, &entity.summary);
    for statement in &entity.statements {
        match &statement.value {
            Value::Text { text } => add(&mut out, text),
            Value::Entity { entity } => {
                if let Some(name) = edition.name(entity) {
                    add(&mut out, name);
                }
            }
            Value::Term { term } => {
                for lang in [lens::Lang::Zh, lens::Lang::En] {
                    out.push_str(&lens::term_name(edition, &statement.field, term, lang));
                    out.push(GAP);
                }
            }
            _ => {}
        }
    }
    (fold(&out), kind)
}
