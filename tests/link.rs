//! An address is a promise: what it says comes back when it is opened.
use proptest::prelude::*;
use zhilan::lens::Lang;
use zhilan::link::{format, parse, Address, Page, Range};

fn addresses() -> impl Strategy<Value = Address> {
    let page = prop_oneof![
        Just(Page::Overview),
        "[a-z]{1,8}".prop_map(Page::Collection),
        ".{1,12}".prop_map(Page::Entity),
    ];
    let end = || prop::option::of(-1e12..1e12);
    let range = (end(), end()).prop_map(|(from, to)| Range {
        field: "size".into(),
        from,
        to,
    });
    let facet = ("f[a-z_]{1,6}", prop::collection::vec(".{1,6}", 1..4));
    (
        page,
        any::<bool>(),
        ".{0,12}",
        prop::option::of(facet),
        prop::option::of(range),
        prop::option::of("-?[a-z]{1,6}"),
    )
        .prop_map(|(page, en, text, facet, range, sort)| Address {
            page,
            lang: if en { Lang::En } else { Lang::Zh },
            text,
            facets: facet.into_iter().collect(),
            ranges: range.into_iter().collect(),
            sort,
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]
    #[test]
    fn an_address_comes_back_unchanged(address in addresses()) {
        // A single segment named like the entity path would be another page.
        prop_assume!(address.page != Page::Collection("entity".into()));
        prop_assert_eq!(parse(&format(&address)), (address, vec![]));
    }

    #[test]
    fn any_text_is_some_view(text in ".{0,80}") {
        let (address, _) = parse(&text);
        prop_assert_eq!(parse(&format(&address)).0, address);
    }
}

#[test]
fn damage_is_listed_and_the_rest_is_kept() {
    let (address, ignored) = parse("#/chips?lang=xx&vendor=nvidia&broken");
    assert_eq!(address.page, Page::Collection("chips".into()));
    assert!(address.has("vendor", "nvidia"));
    assert_eq!(ignored, ["lang=xx", "broken"]);
}
