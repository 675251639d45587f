//! An address is a promise: what it says comes back when it is opened.
use proptest::prelude::*;
use zhilan::lens::Lang;
use zhilan::link::{format, parse, Address, Choice, Page, Pin, Pointer, Range, Sort, View};

fn id() -> impl Strategy<Value = String> {
    "[a-z][a-z0-9-]{0,7}"
}

/// Field names as schemas have them; none is a reserved key.
fn field() -> impl Strategy<Value = String> {
    "f[a-z_]{1,6}"
}

fn pages() -> impl Strategy<Value = Page> {
    prop_oneof![
        Just(Page::Overview),
        "c[a-z]{1,7}[0-9]".prop_map(Page::Collection),
        ".{1,12}".prop_map(Page::Entity),
        prop::option::of("[0-9.]{1,5}").prop_map(Page::Outline),
        prop::collection::vec(id(), 0..6).prop_map(Page::Compare),
        Just(Page::Timeline),
        Just(Page::Relations(None, None)),
        id().prop_map(|a| Page::Relations(Some(a), None)),
        (id(), id()).prop_map(|(a, b)| Page::Relations(Some(a), Some(b))),
        Just(Page::Checks),
        Just(Page::Dictionary),
        Just(Page::Pinned),
        Just(Page::About),
    ]
}

fn choices() -> impl Strategy<Value = Choice> {
    let one = || prop::option::of(field());
    (one(), one(), one(), one(), any::<bool>(), any::<bool>()).prop_map(
        |(measure, group, split, form, log, multiples)| Choice {
            measure,
            group,
            split,
            form,
            log,
            multiples,
        },
    )
}

fn addresses() -> impl Strategy<Value = Address> {
    let end = || prop::option::of(-1e12..1e12);
    let range = (field(), end(), end()).prop_map(|(field, from, to)| Range { field, from, to });
    let facet = (field(), prop::collection::vec(".{1,6}", 1..4));
    let sort = (field(), any::<bool>()).prop_map(|(field, descending)| Sort { field, descending });
    let pin = (id(), "[^\u{1f}]{0,12}").prop_map(|(id, note)| Pin { id, note });
    let view = prop_oneof![
        Just(View::Cards),
        Just(View::Table),
        Just(View::Timeline),
        Just(View::Chart)
    ];
    let pointer = (field(), 1..4usize, any::<bool>());
    let pointer = pointer.prop_map(|(field, nth, beside)| Pointer { field, nth, beside });
    let years = prop::option::of((1900u16..2000, 2000u16..2100));
    (
        (pages(), any::<[bool; 4]>(), ".{0,12}", view, choices()),
        prop::collection::vec(facet, 0..3),
        prop::collection::vec(range, 0..3),
        prop::collection::vec(sort, 0..3),
        prop::collection::vec(id(), 0..4),
        prop::collection::vec(id(), 0..4),
        years,
        prop::collection::vec(pin, 0..4),
        prop::option::of(pointer),
    )
        .prop_map(
            |(
                (page, [en, both, context, differences], text, view, chart),
                facets,
                ranges,
                sorts,
                columns,
                collections,
                years,
                pins,
                statement,
            )| Address {
                page,
                lang: if en { Lang::En } else { Lang::Zh },
                both,
                context,
                text,
                facets,
                ranges,
                sorts,
                view,
                columns,
                chart,
                collections,
                years,
                differences,
                pins,
                statement,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]
    #[test]
    fn an_address_comes_back_unchanged(address in addresses()) {
        prop_assert_eq!(parse(&format(&address)), (address, vec![]));
    }

    #[test]
    fn any_text_is_some_view(text in ".{0,80}") {
        let (address, _) = parse(&text);
        // Compared as text: a range such as NaN is never read, but -0 and 0 are two texts of one number.
        prop_assert_eq!(format(&parse(&format(&address)).0), format(&address));
    }
}

#[test]
fn damage_is_listed_and_the_rest_is_kept() {
    let (address, ignored) = parse("#/chips?lang=xx&vendor=nvidia&broken");
    assert_eq!(address.page, Page::Collection("chips".into()));
    assert!(address.has("vendor", "nvidia"));
    assert_eq!(ignored, ["lang=xx", "broken"]);
}
