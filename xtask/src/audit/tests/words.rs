//! What we say and how it is set.
use super::*;

#[test]
fn a_word_that_the_glossary_avoids_is_named() {
    let found = only(|tea| tea["summary"]["zh"] = json!("一种茗"));
    named(&found, "summary", "`茗`: the glossary says `茶`");
    let found = broken(|data| data.crosscheck[0]["why"]["en"] = json!("another cha"));
    says(
        &found,
        "crosscheck.json: yield",
        "why",
        "the glossary says `tea`",
    );
    let found = broken(|data| {
        data.context[0].1[0]["statements"][0]["scope"] = json!({"zh": "春茗", "en": "spring"});
    });
    says(&found, "context/teas.json: green", "yield", "`茗`");
}

#[test]
fn a_damaged_name_is_named_wherever_it_stands() {
    let found = only(|tea| tea["summary"]["en"] = json!("like LongJing"));
    named(&found, "summary", "damaged form of `Long Jing`");
    let found = only(|tea| tea["aliases"][0] = json!("LongJing"));
    named(&found, "aliases", "damaged form");
    let found = broken(|data| {
        data.collections[1].1[0]["statements"][0]["source"]["tokens"] = json!(["紫沙壶"]);
    });
    says(
        &found,
        "makers.json: dongshan",
        "stated",
        "damaged form of `紫砂`",
    );
}

#[test]
fn careless_typography_is_named() {
    for (zh, what) in [
        ("一种 tea", "a space beside Chinese"),
        ("一种茶,绿的", "half-width `,`"),
        ("占百分之五", "`百分之`"),
    ] {
        let found = only(|tea| tea["summary"]["zh"] = json!(zh));
        named(&found, "summary", what);
    }
    let found = only(|tea| tea["name"]["en"] = json!("Green （spring）"));
    named(&found, "name", "full-width");
    let found = broken(|data| data.glossary[0]["definition"]["en"] = json!("5 percent"));
    says(&found, "glossary.json: tea", "definition", "per cent");
}

#[test]
fn a_sentence_of_the_report_is_a_copy_but_a_name_is_none() {
    let told = "在每年春天采摘之后烧制。绿茶由东山茶厂制作";
    let found = only(|tea| tea["summary"]["zh"] = json!("绿茶由东山茶厂制作，年产1,200吨，好"));
    named(&found, "summary", "copied");
    let found =
        broken(|data| data.crosscheck[0]["why"]["zh"] = json!("绿茶由东山茶厂制作，年产1,200吨"));
    says(&found, "crosscheck.json: yield", "why", "copied");
    let mut data = sound();
    data.collections[0].1[0]["summary"]["zh"] = json!(["由东山国营第一制茶厂", told].concat());
    assert_eq!(failures(&data), [], "a name and two short runs");
}
