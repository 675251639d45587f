//! A parcel gathered from the edition and where the reader is.
use super::parcel::{Item, Parcel, Report, Subject};
use crate::chart::Figure;
use crate::link::{self, Address, Page, Pin, Pointer, View};
use crate::present::{facets, table, words};
use crate::report::{Edition, Entity, Label, Statement};

/// Tells one statement among those of an entity in a layer.
pub fn pointer(statements: &[Statement], at: usize, beside: bool) -> Option<Pointer> {
    let field = &statements.get(at)?.field;
    let before = statements[..at].iter().filter(|s| &s.field == field);
    Some(Pointer {
        field: field.clone(),
        nth: before.count() + 1,
        beside,
    })
}

/// The place of the statement that a pointer tells, in its layer.
pub fn pointed(statements: &[Statement], pointer: &Pointer) -> Option<usize> {
    let mut of_field = statements.iter().enumerate();
    let (at, _) = { &mut of_field }
        .filter(|(_, s)| s.field == pointer.field)
        .nth(pointer.nth.checked_sub(1)?)?;
    Some(at)
}

/// What a parcel is made from: the edition, where the reader is, and the page's address without its fragment.
pub(super) struct Maker<'a> {
    pub(super) edition: &'a Edition,
    pub(super) here: &'a Address,
    pub(super) base: &'a str,
}

impl Parcel {
    fn begin(edition: &Edition, here: &Address, base: &str, subject: Subject) -> Self {
        let outline = &edition.outline;
        Self {
            subject,
            lang: here.lang,
            report: Report {
                title: outline.title.clone(),
                publisher: outline.publisher.clone(),
                short: outline.short.clone(),
                city: outline.city.clone(),
                date: outline.date.clone(),
                attribution: outline.attribution.clone(),
            },
            address: [base, &link::format(here)].concat(),
            ..Self::default()
        }
    }

    /// The hits of a collection in their order, with the statements that the view shows: in a table those of its
    /// columns, else all. `base` is the page's address without its fragment, here as below.
    pub fn view(
        edition: &Edition,
        collection: usize,
        hits: &[u32],
        here: &Address,
        base: &str,
    ) -> Self {
        let maker = Maker {
            edition,
            here,
            base,
        };
        let spec = &edition.schema.collections[collection];
        let entities = &edition.entities[collection];
        let found = hits.iter().filter_map(|&hit| entities.get(hit as usize));
        let columns = (here.view == View::Table).then(|| table::fields(edition, collection, here));
        let items: Vec<Item> = found
            .map(|entity| maker.item(collection, entity, columns.as_deref()))
            .collect();
        let mut parcel = Self::begin(edition, here, base, Subject::View);
        let (open, close) = (here.lang.pick("（", " ("), here.lang.pick("）", ")"));
        let (unit, one) = (&spec.unit, &spec.one);
        let count = words::count(here.lang, items.len(), entities.len(), unit, one);
        let active = facets::active(edition, here).into_iter();
        let active: Vec<String> = active.map(|(label, _)| label).collect();
        let chosen = active.join(here.lang.pick("、", ", "));
        let colon = match chosen.is_empty() {
            true => "",
            false => here.lang.pick("：", ": "),
        };
        let name = here.lang.of(&spec.name);
        parcel.title = [name, colon, &chosen, open, &count, close].concat();
        parcel.name = file_parts(here, &spec.id);
        parcel.items = items;
        parcel
    }

    /// One entity with all its statements; none if there is no such entity.
    pub fn entity(edition: &Edition, id: &str, here: &Address, base: &str) -> Option<Self> {
        let maker = Maker {
            edition,
            here,
            base,
        };
        let (collection, entity) = edition.find(id)?;
        let mut parcel = Self::begin(edition, here, base, Subject::Entity);
        parcel.title = here.lang.of(&entity.name).to_owned();
        parcel.name = vec![id.to_owned()];
        parcel.items = vec![maker.item(collection, entity, None)];
        Some(parcel)
    }

    /// One statement of an entity; none if there is no such statement.
    pub fn statement(
        edition: &Edition,
        id: &str,
        which: &Pointer,
        here: &Address,
        base: &str,
    ) -> Option<Self> {
        let maker = Maker {
            edition,
            here,
            base,
        };
        let (collection, entity) = edition.find(id)?;
        let statements = match which.beside {
            true => edition.context_of(id),
            false => &entity.statements,
        };
        let at = pointed(statements, which)?;
        let fact = maker.fact(id, &statements[at], which.clone());
        let mut parcel = Self::begin(edition, here, base, Subject::Statement);
        let colon = here.lang.pick("：", ": ");
        let (name, field) = (here.lang.of(&entity.name), here.lang.of(&fact.field));
        parcel.title = [name, colon, field].concat();
        parcel.name = vec![id.to_owned(), which.field.clone()];
        parcel.address = fact.link.clone();
        let mut item = maker.empty(collection, entity);
        item.facts.push(fact);
        parcel.items = vec![item];
        Some(parcel)
    }

    /// The marks of a chart over a view; `lead` gives the address that a mark leads to.
    pub fn chart(
        edition: &Edition,
        figure: &Figure,
        here: &Address,
        base: &str,
        lead: impl Fn(usize) -> Address,
    ) -> Self {
        let mut parcel = Self::begin(edition, here, base, Subject::Chart);
        let marks = 0..figure.marks.len();
        let links = marks.map(|mark| [base, &link::format(&lead(mark))].concat());
        parcel.links = links.collect();
        parcel.title = figure.headline.clone();
        parcel.name = file_parts(here, &figure.id);
        parcel.figure = Some(figure.clone());
        parcel
    }

    /// The pinned things with all their statements; of an unknown one there is only its id and note.
    pub fn pins(edition: &Edition, pins: &[Pin], here: &Address, base: &str) -> Self {
        let maker = Maker {
            edition,
            here,
            base,
        };
        let mut parcel = Self::begin(edition, here, base, Subject::Pins);
        parcel.title = words::pinned(here.lang).to_owned();
        parcel.name = vec!["pinned".to_owned()];
        let items = pins.iter().map(|pin| {
            let mut item = match edition.find(&pin.id) {
                Some((collection, entity)) => maker.item(collection, entity, None),
                None => Item {
                    id: pin.id.clone(),
                    name: Label {
                        zh: pin.id.clone(),
                        en: pin.id.clone(),
                    },
                    ..Item::default()
                },
            };
            item.note = pin.note.clone();
            item
        });
        parcel.items = items.collect();
        parcel
    }
}

/// What a view's file is called after: the collection or chart and what is chosen.
fn file_parts(here: &Address, first: &str) -> Vec<String> {
    let mut parts = vec![first.to_owned()];
    for (field, values) in &here.facets {
        parts.push(field.clone());
        parts.extend(values.iter().cloned());
    }
    parts.extend(here.ranges.iter().map(|range| range.field.clone()));
    parts.push(here.text.clone());
    parts
}

impl Maker<'_> {
    pub(super) fn to(&self, address: &Address) -> String {
        [self.base, &link::format(address)].concat()
    }

    /// The page of an entity in the reader's language, with nothing else chosen.
    pub(super) fn page(&self, id: &str) -> Address {
        Address {
            page: Page::Entity(id.to_owned()),
            lang: self.here.lang,
            ..Address::default()
        }
    }

    fn empty(&self, collection: usize, entity: &Entity) -> Item {
        let spec = &self.edition.schema.collections[collection];
        Item {
            id: entity.id.clone(),
            name: entity.name.clone(),
            aliases: entity.aliases.clone(),
            summary: entity.summary.clone(),
            collection: spec.id.clone(),
            collected: spec.name.clone(),
            note: String::new(),
            link: self.to(&self.page(&entity.id)),
            facts: Vec::new(),
        }
    }

    fn item(&self, collection: usize, entity: &Entity, fields: Option<&[String]>) -> Item {
        let mut item = self.empty(collection, entity);
        let beside = match self.here.context {
            true => self.edition.context_of(&entity.id),
            false => &[],
        };
        for (statements, layer) in [(&entity.statements[..], false), (beside, true)] {
            for (at, statement) in statements.iter().enumerate() {
                if fields.is_some_and(|fields| !fields.contains(&statement.field)) {
                    continue;
                }
                if let Some(pointer) = pointer(statements, at, layer) {
                    item.facts.push(self.fact(&entity.id, statement, pointer));
                }
            }
        }
        item
    }
}
