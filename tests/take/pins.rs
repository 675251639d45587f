//! Pins and pointers come back as they were.
use super::*;
use zhilan::take::pins;

#[test]
fn a_pointer_finds_its_statement_again() {
    for (_, entity) in edition().all() {
        for at in 0..entity.statements.len() {
            let pointer = take::pointer(&entity.statements, at, false);
            assert_eq!(take::pointed(&entity.statements, false, &pointer), Some(at));
        }
    }
    assert_eq!(take::pointed(&[], false, "none"), None);
    let nowhere = |id: &str, at: &str| {
        let parcel = Parcel::statement(edition(), id, at, &here(Lang::Zh), BASE);
        assert_eq!(parcel, None);
    };
    nowhere("no such entity", "amount");
    nowhere("gpt-4", "no such field");
    nowhere("gpt-4", "");
    let beside = edition().context.iter().find(|a| a.statements.len() > 1);
    let beside = beside.unwrap();
    let at = take::pointer(&beside.statements, 1, true);
    let parcel = Parcel::statement(edition(), &beside.entity, &at, &here(Lang::Zh), BASE).unwrap();
    assert_eq!(parcel.items[0].facts[0].statement, beside.statements[1]);
    assert!(parcel.address.contains("layer=context") && parcel.address.contains("~beside"));
}

#[test]
fn pins_are_kept_moved_noted_and_refused_with_a_sentence() {
    use pins::Change::*;
    let mut list = Vec::new();
    for id in ["a", "b", "c"] {
        list = pins::changed(list, &Toggle(id.into()));
    }
    list = pins::changed(list, &Note("c".into(), "看这个".into()));
    list = pins::changed(list, &Up("c".into()));
    list = pins::changed(list, &Up("a".into()));
    list = pins::changed(list, &Down("b".into()));
    let ids = |list: &[Pin]| list.iter().map(|p| p.id.clone()).collect::<Vec<_>>();
    assert_eq!(ids(&list), ["a", "c", "b"]);
    assert_eq!(list[1].note, "看这个");
    let shared = vec![
        Pin {
            id: "c".into(),
            note: "theirs".into(),
        },
        Pin {
            id: "d".into(),
            note: "new".into(),
        },
    ];
    list = pins::changed(list, &Add(shared));
    assert_eq!(ids(&list), ["a", "c", "b", "d"]);
    assert_eq!(
        list[1].note, "看这个",
        "one's own note is never overwritten"
    );
    list = pins::changed(list, &Toggle("a".into()));
    assert!(!pins::has(&list, "a"));
    let big = format!(
        r#"{{"format":1,"pins":[{{"id":"a","note":"{}"}}]}}"#,
        "x".repeat(1_000_000)
    );
    assert_eq!(pins::read(&big), Err(pins::Refusal::TooLarge));
    assert_eq!(
        pins::read(r#"{"format":2,"pins":[]}"#),
        Err(pins::Refusal::Newer)
    );
    for bad in [
        "",
        "[]",
        "{}",
        r#"{"format":1,"pins":[{"note":"x"}]}"#,
        r#"{"format":1,"pins":[{"id":""}]}"#,
    ] {
        assert_eq!(pins::read(bad), Err(pins::Refusal::NotPins), "{bad}");
    }
    let unknown = pins::read(r#"{"format":1,"pins":[{"id":"from-2025"}]}"#).unwrap();
    let parcel = Parcel::pins(edition(), &unknown, &here(Lang::Zh), BASE);
    assert_eq!(text_of(&take::sheet(&parcel).rows[0][0]), "from-2025");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]
    #[test]
    fn nothing_but_a_list_of_pins_is_read_as_one(text in ".{0,60}") {
        prop_assert!(pins::read(&text).is_err());
    }

    #[test]
    fn a_list_of_pins_comes_back(notes in prop::collection::vec(".{0,20}", 0..6)) {
        let list = notes.into_iter().enumerate().map(|(n, note)| Pin { id: format!("id{n}"), note });
        let list: Vec<Pin> = list.collect();
        prop_assert_eq!(pins::read(&pins::write(&list)), Ok(list));
    }
}
