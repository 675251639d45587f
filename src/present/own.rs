//! The reader's own chart: what can be chosen, what follows from a choice, and why the rest is not offered.
use super::words;
use crate::chart::{fields, refusal, Form, Offer, Spec};
use crate::lens::{self, Lang};
use crate::link::{self, Address, Choice};
use crate::report::{Edition, Kind, Label};

/// One of several things that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Its label.
    pub label: String,
    /// The address that chooses it.
    pub link: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// What the reader's own chart is and what can be changed about it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chooser {
    /// What is measured: the number of entries, or a number field.
    pub measures: Vec<Pick>,
    /// What makes the rows.
    pub groups: Vec<Pick>,
    /// What makes the colours, or the second axis.
    pub splits: Vec<Pick>,
    /// How it is drawn.
    pub forms: Vec<Pick>,
    /// Linear or logarithmic.
    pub scales: Vec<Pick>,
    /// One chart, or one for each value of the split field.
    pub layouts: Vec<Pick>,
    /// What is not offered, each with the reason as a sentence.
    pub refused: Vec<(String, &'static str)>,
    /// Why the chart that the address asks for is not drawn; the nearest one is, then.
    pub instead: Option<&'static str>,
    /// The chart, where there is one.
    pub spec: Option<Spec>,
    /// Whether it is drawn as small multiples.
    pub multiples: bool,
}

/// Where the choices are made: a collection seen through an address.
struct Desk<'a> {
    edition: &'a Edition,
    collection: usize,
    address: &'a Address,
}

/// The chooser of a collection.
pub fn chooser(edition: &Edition, collection: usize, address: &Address) -> Chooser {
    let desk = Desk {
        edition,
        collection,
        address,
    };
    let asked = desk.completed();
    let mut made = Chooser::default();
    if desk.form(&asked).is_none() {
        let form = asked.form.as_deref().and_then(Form::of);
        made.instead = desk.refusal(&asked, form.unwrap_or_default());
    }
    let Some((choice, form)) = desk.fitted(asked) else {
        return made;
    };
    desk.offer_fields(&choice, &mut made);
    desk.offer_drawing(&choice, form, &mut made);
    made.multiples = choice.multiples && choice.split.is_some();
    made.spec = Some(desk.spec(&choice, form));
    made
}

impl Desk<'_> {
    /// The choice of the address; where it says nothing, entries are counted by the first facet.
    fn completed(&self) -> Choice {
        let mut choice = self.address.chart.clone();
        if choice.measure.is_none() && choice.group.is_none() {
            let facets = &self.edition.schema.collections[self.collection].facets;
            choice.group = facets.first().cloned();
            if choice.group.is_none() {
                choice.measure = self.fields(true).into_iter().next().map(|offer| offer.id);
            }
        }
        choice
    }

    fn fields(&self, numbers: bool) -> Vec<Offer> {
        fields(self.edition, self.collection, numbers, self.address.lang)
    }

    fn spec(&self, choice: &Choice, form: Form) -> Spec {
        let mut name = Label::default();
        let group = choice
            .group
            .as_deref()
            .and_then(|id| self.edition.field(id));
        if let (None, Some(group)) = (&choice.measure, group) {
            name.zh = ["按", &group.name.zh, "计数"].concat();
            name.en = ["Entries by ", &lens::lower_first(&group.name.en)].concat();
        }
        Spec {
            id: "own".to_owned(),
            collection: self.edition.schema.collections[self.collection].id.clone(),
            name,
            form,
            measure: choice.measure.clone(),
            group: choice.group.clone(),
            split: choice.split.clone(),
            log: choice.log,
            context: false,
        }
    }

    /// Why a choice cannot be drawn in a form. Each small multiple is a chart without a split.
    fn refusal(&self, choice: &Choice, form: Form) -> Option<&'static str> {
        let mut spec = self.spec(choice, form);
        if choice.multiples && self.category(choice) {
            spec.split = None;
        }
        refusal(self.edition, &spec, self.address.lang)
    }

    /// Whether the split field sorts entries, and is no number.
    fn category(&self, choice: &Choice) -> bool {
        let split = choice
            .split
            .as_deref()
            .and_then(|id| self.edition.field(id));
        split.is_some_and(|f| f.kind != Kind::Number)
    }

    /// The form in which a choice is drawn, if it makes sense.
    fn form(&self, choice: &Choice) -> Option<Form> {
        let fits = |form: &Form| self.refusal(choice, *form).is_none();
        match &choice.form {
            Some(id) => Form::of(id).filter(fits),
            None => Form::ALL.into_iter().find(fits),
        }
    }

    /// The nearest choice that makes sense: what stands in the way is dropped, the least first.
    fn fitted(&self, mut choice: Choice) -> Option<(Choice, Form)> {
        for step in 0..6 {
            match step {
                1 => choice.form = None,
                2 => choice.log = false,
                3 => choice.multiples = false,
                4 => choice.split = None,
                5 => choice.group = None,
                _ => {}
            }
            if let Some(form) = self.form(&choice) {
                return Some((choice, form));
            }
        }
        None
    }

    fn pick(&self, label: &str, chosen: bool, choice: Choice) -> Pick {
        let next = Address {
            chart: choice,
            ..self.address.clone()
        };
        Pick {
            label: label.to_owned(),
            link: link::format(&next),
            chosen,
        }
    }

    fn offer_fields(&self, choice: &Choice, made: &mut Chooser) {
        let lang = self.address.lang;
        let (numbers, categories) = (self.fields(true), self.fields(false));
        let counted = Choice {
            measure: None,
            ..choice.clone()
        };
        if let Some((next, _)) = self.fitted(counted) {
            let chosen = choice.measure.is_none();
            made.measures
                .push(self.pick(words::entries(lang), chosen, next));
        }
        for offer in &numbers {
            let next = Choice {
                measure: Some(offer.id.clone()),
                ..choice.clone()
            };
            let chosen = choice.measure == next.measure;
            match self.fitted(next.clone()) {
                Some((next, _)) => {
                    made.measures
                        .push(self.pick(&labelled(offer, lang), chosen, next))
                }
                None => made.refused.extend(
                    self.refusal(&next, Form::Dots)
                        .map(|reason| (offer.label.clone(), reason)),
                ),
            }
        }
        if choice.measure.is_some() {
            let next = Choice {
                group: None,
                ..choice.clone()
            };
            if let Some((next, _)) = self.fitted(next) {
                made.groups
                    .push(self.pick(words::each_entry(lang), choice.group.is_none(), next));
            }
        }
        for offer in &categories {
            let next = Choice {
                group: Some(offer.id.clone()),
                ..choice.clone()
            };
            let wanted = next.group.clone();
            if let Some((next, _)) = self.fitted(next).filter(|(c, _)| c.group == wanted) {
                let chosen = choice.group == wanted;
                made.groups
                    .push(self.pick(&labelled(offer, lang), chosen, next));
            }
        }
        let next = Choice {
            split: None,
            multiples: false,
            ..choice.clone()
        };
        if let Some((next, _)) = self.fitted(next) {
            made.splits
                .push(self.pick(words::no_split(lang), choice.split.is_none(), next));
        }
        for (offer, number) in [(&categories, false), (&numbers, true)]
            .into_iter()
            .flat_map(|(offers, number)| offers.iter().map(move |offer| (offer, number)))
        {
            let next = Choice {
                split: Some(offer.id.clone()),
                ..choice.clone()
            };
            let wanted = next.split.clone();
            if wanted == choice.group {
                continue;
            }
            if let Some((next, _)) = self.fitted(next).filter(|(c, _)| c.split == wanted) {
                let label = labelled(offer, lang);
                let label = match number {
                    true => [words::against(lang), &label].concat(),
                    false => label,
                };
                made.splits
                    .push(self.pick(&label, choice.split == wanted, next));
            }
        }
    }

    fn offer_drawing(&self, choice: &Choice, form: Form, made: &mut Chooser) {
        let lang = self.address.lang;
        for one in Form::ALL {
            let label = words::form(lang, one);
            let next = Choice {
                form: Some(one.id().to_owned()),
                ..choice.clone()
            };
            match self.refusal(choice, one) {
                Some(reason) => made.refused.push((label.to_owned(), reason)),
                None => made.forms.push(self.pick(label, one == form, next)),
            }
        }
        for log in [false, true] {
            let label = match log {
                true => words::log(lang),
                false => words::linear(lang),
            };
            let next = Choice {
                log,
                ..choice.clone()
            };
            match self.refusal(&next, form) {
                Some(reason) => made.refused.push((label.to_owned(), reason)),
                None => made.scales.push(self.pick(label, choice.log == log, next)),
            }
        }
        if !self.category(choice) {
            return;
        }
        for multiples in [false, true] {
            let label = match multiples {
                true => words::multiples(lang),
                false => words::together(lang),
            };
            let next = Choice {
                multiples,
                ..choice.clone()
            };
            let keeps = |c: &Choice| c.multiples == multiples && c.split == choice.split;
            if let Some((next, _)) = self.fitted(next).filter(|(c, _)| keeps(c)) {
                made.layouts
                    .push(self.pick(label, choice.multiples == multiples, next));
            }
        }
    }
}

/// A field with the number of entries that state it.
fn labelled(offer: &Offer, lang: Lang) -> String {
    let (open, close) = (lang.pick("（", " ("), lang.pick("）", ")"));
    [&offer.label, open, &offer.stated.to_string(), close].concat()
}
