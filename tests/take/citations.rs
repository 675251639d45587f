//! Citations are read by parsers that are not ours.
use super::*;

#[test]
fn gbt_names_body_title_place_year_section_pages_and_day() {
    assert_eq!(
        take::text("gbt", &size_of_industry(Lang::En)).unwrap(),
        "中国信息通信研究院. 人工智能发展报告(2024年)[R/OL]. 北京: 中国信息通信研究院, 2024: 一(四), 4-8[2025-01-31]. https://zhilan.example/app/#/entity/ai-industry-size?lang=en&at=amount."
    );
    let table = statement(Lang::Zh, |_, s| {
        s.source.place().and_then(|p| p.at.as_deref()) == Some("table 1")
    });
    let cited = take::text("gbt", &table).unwrap();
    assert!(
        cited.contains("2024: 二（一）1表1, 10[") || cited.contains("表1, 10["),
        "{cited}"
    );
    let apa = take::text("apa", &size_of_industry(Lang::Zh)).unwrap();
    assert_eq!(apa, "China Academy of Information and Communications Technology. (2024, December). 人工智能发展报告（2024年） [AI Development Report (2024)] (Section 1.4, pp. 4–8). Retrieved January 31, 2025, from https://zhilan.example/app/#/entity/ai-industry-size?at=amount");
    let view = take::text("gbt", &collection(0, Lang::Zh, false)).unwrap();
    assert!(
        view.starts_with("智览. 模型(") && view.contains("[DB/OL]. [2025-01-31]. https://"),
        "{view}"
    );
}

/// Parcels of every kind, in both languages.
fn everything() -> &'static [Parcel] {
    static EVERYTHING: OnceLock<Vec<Parcel>> = OnceLock::new();
    EVERYTHING.get_or_init(make_everything)
}

fn make_everything() -> Vec<Parcel> {
    let edition = edition();
    let mut parcels = Vec::new();
    for lang in [Lang::Zh, Lang::En] {
        parcels.push(chart(lang));
        parcels.push(size_of_industry(lang));
        for index in 0..edition.schema.collections.len() {
            parcels.push(collection(index, lang, true));
        }
        let context = Address {
            context: true,
            ..here(lang)
        };
        let all = edition.all().map(|(_, entity)| Pin {
            id: entity.id.clone(),
            note: String::new(),
        });
        let all: Vec<Pin> = all.collect();
        parcels.push(dated(Parcel::pins(edition, &all, &context, BASE)));
        for (_, entity) in edition.all().step_by(19) {
            let parcel = Parcel::entity(edition, &entity.id, &context, BASE);
            parcels.push(dated(parcel.unwrap()));
        }
    }
    parcels
}

#[test]
fn every_citation_is_read_by_a_bibtex_parser() {
    for parcel in everything() {
        let works = take::works(parcel);
        assert!(!works.is_empty());
        let text = take::text("bibtex", parcel).unwrap();
        let read = biblatex::Bibliography::parse(&text).unwrap_or_else(|e| panic!("{e}: {text}"));
        assert_eq!(read.len(), works.len());
        for (entry, work) in read.iter().zip(&works) {
            assert_eq!(entry.key, work.key);
            let plain = |name: &str| {
                let chunks = entry.get(name).unwrap_or_else(|| panic!("{name}: {text}"));
                chunks
                    .iter()
                    .map(|c| c.v.get().to_owned())
                    .collect::<String>()
            };
            assert_eq!(plain("title"), *parcel.lang.of(&work.title));
            if work.form == Form::Report {
                let author = entry.author().unwrap();
                assert_eq!(author.len(), 1, "a body is one author");
                assert_eq!(author[0].name, *parcel.lang.of(&work.author));
                assert!(entry.get("institution").is_some());
                assert!(entry.date().is_ok(), "{text}");
                assert!(work.pages.is_empty() || entry.pages().is_ok(), "{text}");
            }
            if !work.url.is_empty() {
                assert_eq!(entry.url().unwrap(), work.url);
            }
        }
    }
}

#[test]
fn every_citation_is_read_by_a_ris_parser() {
    for parcel in everything() {
        let works = take::works(parcel);
        let text = take::text("ris", parcel).unwrap();
        let read = RisParser::new()
            .parse(&text)
            .unwrap_or_else(|e| panic!("{e}: {text}"));
        assert_eq!(read.len(), works.len());
        let named = works.iter().filter(|w| !w.author.en.is_empty()).count();
        assert_eq!(text.matches("\nAU  - ").count(), named);
        for (citation, work) in read.iter().zip(&works) {
            assert_eq!(citation.title, *parcel.lang.of(&work.title));
            if !work.url.is_empty() {
                assert!(citation.urls.contains(&work.url), "{text}");
            }
            if work.form == Form::Report {
                assert_eq!(citation.citation_type, ["Report"]);
                // A body is one author; this parser splits at “and”.
                assert!(!citation.authors.is_empty());
                assert_eq!(citation.date.as_ref().map(|d| d.year), Some(2024));
                assert_eq!(
                    citation.publisher.as_deref(),
                    Some(parcel.lang.of(&work.publisher))
                );
            }
        }
    }
}

#[test]
fn every_citation_is_csl() {
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    #[allow(dead_code)]
    struct Record {
        id: String,
        r#type: String,
        title: String,
        language: Option<String>,
        author: Option<Vec<Name>>,
        publisher: Option<String>,
        publisher_place: Option<String>,
        original_title: Option<String>,
        page: Option<String>,
        section: Option<String>,
        #[serde(rename = "URL")]
        url: Option<String>,
        note: Option<String>,
        issued: Option<Dated>,
        accessed: Option<Dated>,
    }
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Name {
        literal: String,
    }
    #[derive(serde::Deserialize)]
    #[serde(deny_unknown_fields, rename_all = "kebab-case")]
    struct Dated {
        date_parts: Vec<Vec<u16>>,
    }
    for parcel in everything() {
        let text = take::text("csl", parcel).unwrap();
        let read: Vec<Record> = serde_json::from_str(&text).unwrap();
        let works = take::works(parcel);
        assert_eq!(read.len(), works.len());
        let mut ids: Vec<&str> = read.iter().map(|r| r.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), read.len(), "keys are unique");
        for record in &read {
            assert!(["report", "figure", "dataset", "webpage"].contains(&record.r#type.as_str()));
            assert!(!record.id.is_empty() && !record.title.is_empty());
            if record.r#type == "report" {
                assert_eq!(record.issued.as_ref().unwrap().date_parts, [[2024, 12]]);
                assert_eq!(record.author.as_ref().unwrap().len(), 1);
                assert!(record.publisher.is_some() && record.section.is_some());
            }
            if record.url.is_some() {
                assert_eq!(
                    record.accessed.as_ref().unwrap().date_parts,
                    [[2025, 1, 31]]
                );
            }
        }
    }
}
