//! `package`: the data for others, as a Frictionless data package; `package --site` ([`site`]): the site for a host.
//!
//! The JSON files as they are, their JSON Schemas, CSV tables made from them
//! ([`contents`], [`tables`]), `datapackage.json` over all of it, and the same as one
//! archive ([`zip`]). No clock is asked: the same data makes the same bytes.

mod contents;
mod site;
mod tables;
mod zip;

use crate::{place, schemas};
use anyhow::{bail, Context, Result};
use contents::Files;
use serde_json::{json, Value};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use tables::{cell, list};

/// The package's name; also its folder's.
const NAME: &str = "zhilan-data";

/// `package [--site] [--to DIR]`
pub fn run(args: &[String]) -> Result<()> {
    let (whole_site, rest) = match args {
        [flag, rest @ ..] if flag == "--site" => (true, rest),
        rest => (false, rest),
    };
    let folder = match rest {
        [] => place::root().join("target/package"),
        [flag, folder] if flag == "--to" => PathBuf::from(folder),
        _ => bail!("usage: cargo xtask package [--site] [--to DIR]"),
    };
    if whole_site {
        return site::make(&folder.join("site"));
    }
    let files = files(&place::root().join("public/data/caict-2024"))?;
    let root = folder.join(NAME);
    if root.exists() {
        fs::remove_dir_all(&root)?;
    }
    for (path, bytes) in &files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().context("a file has a folder")?)?;
        fs::write(&path, bytes).with_context(|| format!("could not write {}", path.display()))?;
    }
    let inside = |(path, bytes): (String, Vec<u8>)| (format!("{NAME}/{path}"), bytes);
    let archive = zip::archive(&files.into_iter().map(inside).collect::<Vec<_>>())?;
    fs::write(folder.join(format!("{NAME}.zip")), archive)?;
    println!("package: {} and {NAME}.zip beside it", root.display());
    Ok(())
}

/// Everything in the package by path, `datapackage.json` first.
fn files(data: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    let mut resources = Vec::new();
    let mut add = |path: String, bytes: Vec<u8>, mut more: Value| {
        more["path"] = json!(path);
        more["encoding"] = json!("utf-8");
        more["bytes"] = json!(bytes.len());
        more["hash"] = json!(format!("sha256:{:x}", Sha256::digest(&bytes)));
        resources.push(more);
        files.push((path, bytes));
    };
    let read = |name: &str| -> Result<Value> {
        let path = data.join(name);
        match fs::read_to_string(&path) {
            Ok(json) => Ok(serde_json::from_str(&json)?),
            Err(_) => Ok(Value::Null),
        }
    };
    let (schema, outline) = (read("schema.json")?, read("outline.json")?);
    let mut collections = Vec::new();
    for collection in list(&schema["collections"]) {
        let id = cell(&collection["id"]);
        let all = read(&format!("{id}.json"))?;
        collections.push((id.clone(), all, read(&format!("context/{id}.json"))?));
    }
    let files_read = Files {
        crosscheck: read("crosscheck.json")?,
        glossary: read("glossary.json")?,
        schema,
        outline,
        collections,
    };
    for table in contents::all(&files_read)? {
        let more = json!({"name": table.name, "title": table.title, "profile": "tabular-data-resource",
            "format": "csv", "mediatype": "text/csv", "schema": table.schema(),
            "dialect": {"delimiter": ",", "lineTerminator": "\n", "header": true}});
        add(
            format!("{}.csv", table.name),
            table.csv().into_bytes(),
            more,
        );
    }
    let mut paths: Vec<String> = ["schema", "outline", "glossary", "crosscheck", "charts"]
        .map(String::from)
        .to_vec();
    paths.extend(files_read.collections.iter().map(|(id, ..)| id.clone()));
    paths.extend(
        files_read
            .collections
            .iter()
            .map(|(id, ..)| format!("context/{id}")),
    );
    for path in paths {
        let file = data.join(format!("{path}.json"));
        if file.exists() {
            let name = format!("{}-json", path.replace('/', "-"));
            let more = json!({"name": name, "type": "json", "format": "json", "mediatype": "application/json"});
            add(format!("json/{path}.json"), fs::read(&file)?, more);
        }
    }
    for (name, json) in schemas::all()? {
        let more = json!({"name": format!("{name}-json-schema"), "type": "json", "format": "json", "mediatype": "application/schema+json"});
        add(
            format!("json-schema/{name}.schema.json"),
            json.into_bytes(),
            more,
        );
    }
    let licence = fs::read(place::root().join("LICENSE-DATA"))?;
    files.push(("LICENSE-DATA".into(), licence));
    let descriptor = descriptor(&files_read.outline, resources)?;
    files.insert(0, ("datapackage.json".into(), descriptor.into_bytes()));
    Ok(files)
}

fn descriptor(outline: &Value, resources: Vec<Value>) -> Result<String> {
    let date = cell(&outline["date"]);
    let day = [&date, &"2024-01-01"[date.len().min(10)..]].concat();
    let package = json!({
        "profile": "data-package",
        "name": NAME,
        "title": format!("Zhilan: {} as data", cell(&outline["title"]["en"])),
        "description": outline["about"]["en"],
        "version": env!("CARGO_PKG_VERSION"),
        "created": format!("{day}T00:00:00Z"),
        "licenses": [{"name": "CC-BY-4.0", "title": "Creative Commons Attribution 4.0: our texts and structure; see LICENSE-DATA for the report's facts",
            "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "contributors": [{"title": "The Zhilan authors", "role": "author"},
            {"title": outline["publisher"]["en"], "role": "publisher"}],
        "sources": [{"title": outline["attribution"]["zh"]}],
        "resources": resources,
    });
    Ok(serde_json::to_string_pretty(&schemas::ordered(package))? + "\n")
}
