//! Search finds what a reader means, says why, and never comes back with nothing.
//!
//! `ZHILAN_DATA` points the tests at another edition's folder.
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::OnceLock;
use zhilan::report::Edition;
use zhilan::search::{Characters, Group, Hit, Index, Reason};

#[path = "../xtask/src/characters.rs"]
mod characters;

fn folder() -> PathBuf {
    let own = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/caict-2024");
    std::env::var_os("ZHILAN_DATA").map_or_else(|| own.into(), PathBuf::from)
}

fn edition() -> Edition {
    let file = |name: &str| {
        let path = folder().join(name);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    };
    let mut edition = Edition::begin(&file("schema.json"), &file("outline.json")).unwrap();
    for collection in 0..edition.schema.collections.len() {
        let id = edition.schema.collections[collection].id.clone();
        edition.add(collection, &file(&format!("{id}.json")));
    }
    if folder().join("glossary.json").exists() {
        assert_eq!(edition.add_concepts(&file("glossary.json")), []);
    }
    edition
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let json = characters::of_edition(&folder()).unwrap().to_string();
        Index::new(&edition(), Some(&Characters::read(&json).unwrap()))
    })
}

/// The hits in the order in which they are listed.
fn listed(query: &str) -> Vec<Hit> {
    let groups = index().find(query, 20);
    groups.into_iter().flat_map(|group| group.hits).collect()
}

fn reason(query: &str, id: &str) -> Reason {
    let hits = listed(query);
    let hit = hits.into_iter().find(|hit| hit.id == id);
    hit.unwrap_or_else(|| panic!("{query} does not find {id}"))
        .reason
}

fn pinyin(text: &str, syllables: &str) -> Reason {
    Reason::Pinyin {
        text: text.into(),
        syllables: syllables.into(),
    }
}

#[test]
fn every_hit_says_why() {
    assert_eq!(reason("检索增强生成", "rag"), Reason::Name);
    assert_eq!(reason("Retrieval-Augmented", "rag"), Reason::Name);
    assert_eq!(reason("信通院", "caict"), Reason::Alias("信通院".into()));
    assert_eq!(
        reason("rengongzhineng", "artificial-intelligence"),
        pinyin("人工智能", "ren gong zhi neng")
    );
    assert_eq!(
        reason("jszqsc", "rag"),
        Reason::Initials("检索增强生成".into())
    );
    assert_eq!(reason("2.1.3", "2.1.3"), Reason::Place);
    assert_eq!(
        reason("transfomer", "transformer"),
        Reason::Slip("transformer".into())
    );
    assert_eq!(
        reason("人工只能", "artificial-intelligence"),
        Reason::Slip("人工智能".into())
    );
    assert!(listed("qqqqqqqq")
        .iter()
        .all(|hit| hit.reason == Reason::Nearest));
}

#[test]
fn characters_with_several_readings_are_found_by_the_right_one_wherever_they_stand() {
    for (query, id, text, syllables) in [
        (
            "hangyezilv",
            "us-governance-approach",
            "行业自律",
            "hang ye zi lv",
        ),
        (
            "xingzhengling",
            "executive-order-14110",
            "行政令",
            "xing zheng ling",
        ),
        (
            "gongshangyinhang",
            "icbc",
            "工商银行",
            "gong shang yin hang",
        ),
        (
            "bingxingcelue",
            "parallel-strategy",
            "并行策略",
            "bing xing ce lve",
        ),
        (
            "changqi",
            "llm-long-term-transformation",
            "长期",
            "chang qi",
        ),
        ("weitiao", "fine-tuning", "微调", "wei tiao"),
        (
            "fuwudiaodu",
            "service-scheduling",
            "服务调度",
            "fu wu diao du",
        ),
    ] {
        assert_eq!(reason(query, id), pinyin(text, syllables), "{query}");
    }
}

#[test]
fn polyphones_need_no_dictionary_of_words() {
    let characters = r#"{"readings":[["chong","重"],["zhong","重"],["chang","长"],["zhang","长"],["jiang","江"],
        ["le","乐"],["yue","乐"],["yin","音"],["qing","庆"],["hang","行"],["xing","行"],["ye","业"],["lv","旅"]],
        "forms":"長长慶庆重重","words":[]}"#;
    let schema = r#"{"format":1,"collections":[{"id":"places"}],"fields":[]}"#;
    let outline = r#"{"title":{},"publisher":{},"date":"2024","sections":[]}"#;
    let mut edition = Edition::begin(schema, outline).unwrap();
    let names = ["重庆", "长江", "音乐", "快乐", "行业", "旅行"];
    let entity =
        |name: &str| format!(r#"{{"id":"{name}","name":{{"zh":"{name}"}},"statements":[]}}"#);
    let json = format!("[{}]", names.map(entity).join(","));
    assert_eq!(edition.add(0, &json), []);
    let index = Index::new(&edition, Some(&Characters::read(characters).unwrap()));
    for (query, name) in [
        ("chongqing", "重庆"),
        ("zhongqing", "重庆"),
        ("changjiang", "长江"),
        ("zhangjiang", "长江"),
        ("yinyue", "音乐"),
        ("yinle", "音乐"),
        ("hangye", "行业"),
        ("lvxing", "旅行"),
        ("luxing", "旅行"),
        ("lüxing", "旅行"),
        ("cq", "重庆"),
        ("cqing", "重庆"),
        ("chongq", "重庆"),
        ("重qing", "重庆"),
        ("長江", "长江"),
        ("重慶", "重庆"),
        ("conqin", "重庆"),
    ] {
        assert_eq!(index.find(query, 9)[0].hits[0].id, name, "{query}");
    }
}

#[test]
fn traditional_characters_and_regional_words_say_what_they_stand_for() {
    let means = |text: &str| Reason::Traditional(text.into());
    assert_eq!(reason("國務院", "state-council"), means("国务院"));
    assert_eq!(reason("檢索增強生成", "rag"), means("检索增强生成"));
    assert_eq!(
        reason("人工智慧", "artificial-intelligence"),
        means("人工智能")
    );
    assert_eq!(reason("演算法審計", "algorithm-audit"), means("算法审计"));
    // What is written alike in both scripts is plainly a name.
    assert_eq!(reason("智慧诊疗", "smart-diagnosis"), Reason::Name);
}

#[test]
fn a_number_is_found_as_printed_and_as_converted() {
    for query in [
        "6233亿美元",
        "约6233亿",
        "$623.3 billion",
        "623300 million",
        "21.5%",
        "21.5 percent",
    ] {
        let why = reason(query, "ai-industry-size");
        assert!(matches!(why, Reason::Number(_)), "{query}: {why:?}");
    }
    // A version is not a quantity.
    assert_eq!(listed("llama3.1")[0].reason, Reason::Name);
}

#[test]
fn a_name_goes_before_what_only_contains_it() {
    let first = |query: &str| listed(query).remove(0).id;
    assert_eq!(first("gpt-4"), "gpt-4");
    assert_eq!(first("GPT 4O"), "gpt-4o");
    assert_eq!(first("qwen-2.5"), "qwen-2-5");
    assert_eq!(first("ＧＰＴ－４"), "gpt-4");
    assert_eq!(first("模型"), "models");
}

#[test]
fn all_terms_have_to_match() {
    assert_eq!(listed("华为 框架")[0].id, "mindspore");
    assert_eq!(listed("华为框架")[0].id, "mindspore");
    for hit in listed("nvidia architecture") {
        assert!(hit.score > 0 && hit.reason != Reason::Nearest, "{}", hit.id);
    }
    assert_eq!(listed("AI产业规模 6233亿")[0].id, "ai-industry-size");
}

#[test]
fn hits_are_grouped_and_limited() {
    for query in ["模型", "a", "gpt", "", "zzzzzz"] {
        let groups: Vec<Group> = index().find(query, 12);
        let hits: usize = groups.iter().map(|group| group.hits.len()).sum();
        assert!(hits <= 12, "{query}");
        for (at, group) in groups.iter().enumerate() {
            assert!(groups[..at].iter().all(|other| other.what != group.what));
            let scores: Vec<_> = group.hits.iter().map(|hit| hit.score).collect();
            assert!(scores.is_sorted_by(|a, b| a >= b), "{query}");
        }
        let best: Vec<_> = groups.iter().map(|group| group.hits[0].score).collect();
        assert!(best.is_sorted_by(|a, b| a >= b), "{query}");
    }
}

#[test]
fn without_the_file_of_characters_names_are_still_found() {
    let index = Index::new(&edition(), None);
    assert_eq!(index.find("国务院", 5)[0].hits[0].id, "state-council");
    assert_eq!(index.find("gpt4o", 5)[0].hits[0].id, "gpt-4o");
    assert!(!index.find("guowuyuan", 5).is_empty());
}

/// Pieces of which a reader's line, a slip of the hand or a pasted text may consist.
fn line() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "a", "g", "n", "zh", "ang", "ren", "lv", "ü", "GPT", "4", "6233", ".", "%", "-", "'", " ",
        "　", "人", "工", "智能", "國", "慧", "的", "é", "💡", "\u{1f}", "\0", "ﬁ", "İ", "亿", "$",
        "（", "#", "/",
    ]);
    prop_oneof![
        ".{0,40}",
        "\\PC{0,120}",
        prop::collection::vec(pieces, 0..14).prop_map(|all| all.concat()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1000) })]
    #[test]
    fn any_line_of_text_finds_something(text in line()) {
        let groups = index().find(&text, 10);
        prop_assert!(!groups.is_empty());
        prop_assert!(groups.iter().all(|group| !group.hits.is_empty()));
    }
}

#[test]
fn the_gold_set_is_found_among_the_first_five() {
    let gold = include_str!("gold.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let mut kinds: BTreeMap<&str, (u32, u32, u32)> = BTreeMap::new();
    for line in gold {
        let mut parts = line.split('\t');
        let (kind, query, ids) = (
            parts.next().unwrap(),
            parts.next().unwrap(),
            parts.next().unwrap(),
        );
        let hits = listed(query);
        let wanted = |hit: &Hit| ids.split('|').any(|id| id == hit.id);
        let (all, first, five) = kinds.entry(kind).or_default();
        *all += 1;
        match hits.iter().position(wanted) {
            Some(0) => {
                *first += 1;
                *five += 1;
            }
            Some(1..=4) => *five += 1,
            at => {
                let seen: Vec<_> = hits.iter().take(5).map(|h| (&h.id, h.score)).collect();
                println!("{kind}: {query} → {at:?} instead of {ids}: {seen:?}");
            }
        }
    }
    let (mut all, mut found) = (0, 0);
    for (kind, (queries, first, five)) in &kinds {
        println!("{kind:18} {queries:3} queries, {first:3} first, {five:3} in five");
        all += queries;
        found += five;
    }
    println!("all {all}: {found} in five");
    assert!(kinds.len() >= 10 && all >= 320);
    for (kind, (queries, _, five)) in kinds {
        assert!(five * 100 >= queries * 95, "{kind}: {five} of {queries}");
    }
    assert!(found * 100 >= all * 98, "{found} of {all}");
}
