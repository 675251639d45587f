//! What search has to know of Chinese characters: how they are read, how they are written where
//! traditional characters are used, and which words are said differently there.
//!
//! Computed here because the tables behind it outweigh the whole page many times over. Only what
//! occurs in the edition is kept.

use anyhow::{anyhow, Context, Result};
use ferrous_opencc::{config::BuiltinConfig, OpenCC};
use pinyin::ToPinyinMulti;
use serde_json::{json, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Words of this many characters are looked up in the table of regional words.
const WORDS: std::ops::RangeInclusive<usize> = 2..=6;

/// Keys whose texts are what things are called.
const NAMES: &[&str] = &["name", "aliases", "number", "term", "avoid"];

/// `search.json` of the edition in a folder.
///
/// # Errors
/// A file that is missing or not JSON.
pub fn of_edition(data: &Path) -> Result<Value> {
    let read = |file: &str| -> Result<Value> {
        let path = data.join(file);
        let json = std::fs::read_to_string(&path);
        let json = json.with_context(|| format!("could not read {}", path.display()))?;
        serde_json::from_str(&json).with_context(|| format!("{} is not JSON", path.display()))
    };
    let mut names = BTreeSet::new();
    let mut texts = BTreeSet::new();
    let collections = read("schema.json")?["collections"].take();
    for id in collections.as_array().into_iter().flatten() {
        let file = [id["id"].as_str().unwrap_or_default(), ".json"].concat();
        gather(&read(&file)?, false, &mut names, &mut texts);
    }
    gather(&collections, false, &mut names, &mut texts);
    gather(&read("outline.json")?, false, &mut names, &mut texts);
    if data.join("glossary.json").exists() {
        gather(&read("glossary.json")?, false, &mut names, &mut texts);
    }
    of(&names, &texts)
}

/// Every text below a value, and those of them that are names.
fn gather(value: &Value, named: bool, names: &mut BTreeSet<String>, texts: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            texts.insert(text.clone());
            if named {
                names.insert(text.clone());
            }
        }
        Value::Array(all) => all.iter().for_each(|one| gather(one, named, names, texts)),
        Value::Object(all) => all.iter().for_each(|(key, one)| {
            gather(one, named || NAMES.contains(&key.as_str()), names, texts)
        }),
        _ => {}
    }
}

/// The readings of the characters of `names`, the traditional forms of all characters of `texts`,
/// and the words of `names` that are said differently in Taiwan.
///
/// `readings` lists each syllable (without tone, ü as v) with the characters that can be read so;
/// `forms` is one traditional character followed by its simplified one, over and over;
/// `words` pairs a regional word, in simplified characters, with the one the names use.
fn of(names: &BTreeSet<String>, texts: &BTreeSet<String>) -> Result<Value> {
    let converter = |config| OpenCC::from_config(config).map_err(|error| anyhow!("{error}"));
    let simplify = converter(BuiltinConfig::T2s)?;
    let regional = converter(BuiltinConfig::S2twp)?;

    let mut readings: BTreeMap<String, BTreeSet<char>> = BTreeMap::new();
    for c in han(names) {
        for reading in c.to_pinyin_multi().into_iter().flatten() {
            let syllable = reading.plain().replace('ü', "v");
            readings.entry(syllable).or_default().insert(c);
        }
    }

    let written: BTreeSet<char> = han(texts);
    let mut forms = String::new();
    for traditional in '\u{4e00}'..='\u{9fff}' {
        let simple = simplify.convert(traditional.encode_utf8(&mut [0; 4]));
        let mut simple = simple.chars();
        if let (Some(simple), None) = (simple.next(), simple.next()) {
            if simple != traditional && written.contains(&simple) {
                forms.extend([traditional, simple]);
            }
        }
    }

    let readings: Vec<_> = readings
        .into_iter()
        .map(|(syllable, characters)| json!([syllable, String::from_iter(characters)]))
        .collect();
    let words = words(names, |word| simplify.convert(&regional.convert(word)));
    Ok(json!({"readings": readings, "forms": forms, "words": words}))
}

fn han(texts: &BTreeSet<String>) -> BTreeSet<char> {
    let all = texts.iter().flat_map(|text| text.chars());
    all.filter(|&c| is_han(c)).collect()
}

fn is_han(c: char) -> bool {
    ('\u{3400}'..='\u{9fff}').contains(&c)
}

/// The words of names for which there is another regional word, the shortest that explain the difference.
fn words(names: &BTreeSet<String>, said: impl Fn(&str) -> String) -> Vec<[String; 2]> {
    let mut found: Vec<[String; 2]> = Vec::new();
    for length in WORDS {
        let mut seen = BTreeSet::new();
        for name in names {
            let characters: Vec<char> = name.chars().collect();
            let windows = characters.windows(length);
            let windows = windows.filter(|window| window.iter().all(|&c| is_han(c)));
            seen.extend(windows.map(String::from_iter));
        }
        for word in seen {
            let there = said(&word);
            let known = found.iter().fold(word.clone(), |text, [there, here]| {
                text.replace(here, there)
            });
            if there != word && there != known {
                found.push([there, word]);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_forms_and_words_of_a_name() {
        let texts = BTreeSet::from(["人工智能算法行业规律".to_owned()]);
        let made = of(&texts, &texts).unwrap();
        let readings = made["readings"].as_array().unwrap();
        let read = |syllable: &str| readings.iter().find(|r| r[0] == syllable).map(|r| &r[1]);
        assert_eq!(read("hang").unwrap(), "行");
        assert_eq!(read("xing").unwrap(), "行");
        assert_eq!(read("lv").unwrap(), "律");
        assert!(made["forms"].as_str().unwrap().contains("業业"));
        let words = made["words"].as_array().unwrap();
        assert!(words.contains(&json!(["演算法", "算法"])), "{words:?}");
    }
}
