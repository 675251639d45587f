//! The data package: reproducible, valid to a validator that is not ours, read in two lines.
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap()
}

fn xtask(args: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(args)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success(), "xtask {args:?}: {said}");
    String::from_utf8(out.stdout).unwrap()
}

fn made(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    xtask(&["package", "--to", folder.to_str().unwrap()]);
    folder
}

fn python(code: &str, folder: &Path) -> Result<String, String> {
    static PYTHON: OnceLock<String> = OnceLock::new();
    let python = PYTHON.get_or_init(|| xtask(&["python"]).trim().to_owned());
    let mut command = Command::new(python);
    let out = command
        .args(["-c", code])
        .current_dir(folder)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    match out.status.success() {
        true => Ok(said),
        false => Err(said + &String::from_utf8_lossy(&out.stderr)),
    }
}

const VALIDATE: &str = "
from frictionless import Package
report = Package('zhilan-data/datapackage.json').validate()
for task in report.tasks:
    for error in task.errors[:5]: print(task.name, error.message)
assert report.valid, report.errors";

#[test]
fn twice_made_it_is_the_same_to_the_byte() {
    let archives =
        ["once", "again"].map(|name| fs::read(made(name).join("zhilan-data.zip")).unwrap());
    assert!(archives[0] == archives[1]);
    let check = "import zipfile; assert zipfile.ZipFile('zhilan-data.zip').testzip() is None";
    python(check, &made("once")).unwrap();
}

#[test]
fn a_validator_that_is_not_ours_finds_it_valid_and_a_broken_one_not() {
    let folder = made("valid");
    python(VALIDATE, &folder).unwrap();
    let table = folder.join("zhilan-data/statements.csv");
    let broken = fs::read_to_string(&table)
        .unwrap()
        .replacen("report,h100,", "report,h101,", 1);
    fs::write(&table, broken).unwrap();
    let said = python(VALIDATE, &folder).unwrap_err();
    assert!(said.contains("statements"), "{said}");
}

#[test]
fn the_lines_in_both_readmes_load_it_in_pandas() {
    xtask(&["package"]);
    for readme in ["README.md", "README.zh.md"] {
        let text = fs::read_to_string(root().join(readme)).unwrap();
        let code = text
            .split("```python\n")
            .nth(1)
            .unwrap()
            .split("```")
            .next()
            .unwrap();
        assert_eq!(code.trim().lines().count(), 2, "{readme}");
        let check = "
assert len(statements) > 4000 and set(statements.layer) == {'report', 'context'}
assert statements.value_number.dtype == float and '1.4' in set(statements.section)";
        python(&[code, check].concat(), root()).unwrap();
        assert!(text.contains("```r\n"), "{readme}");
    }
}

#[test]
fn the_citation_file_is_whole_and_of_this_version() {
    let check = "
import yaml
cff = yaml.safe_load(open('CITATION.cff', encoding='utf-8'))
assert cff['cff-version'] == '1.2.0' and cff['message'] and cff['title'] and cff['authors']
print(cff['version'])";
    assert_eq!(
        python(check, root()).unwrap().trim(),
        env!("CARGO_PKG_VERSION")
    );
}

#[test]
fn every_data_file_is_what_its_schema_says() {
    let read = |path: &Path| -> serde_json::Value {
        serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
    };
    let data = root().join("public/data");
    let mut files = 0;
    for folder in ["caict-2024", "caict-2024/context"] {
        for file in fs::read_dir(data.join(folder)).unwrap() {
            let path = file.unwrap().path();
            if path.is_dir() {
                continue;
            }
            let name = path.file_stem().unwrap().to_str().unwrap();
            let schema = match name {
                _ if folder.ends_with("context") => "context",
                "schema" | "outline" | "crosscheck" | "glossary" | "charts" => name,
                _ => "entities",
            };
            let schema = read(&data.join("schema").join(format!("{schema}.schema.json")));
            let validator = jsonschema::validator_for(&schema).unwrap();
            let value = read(&path);
            let errors: Vec<String> = validator
                .iter_errors(&value)
                .map(|error| format!("{}: {error}", error.instance_path()))
                .collect();
            assert!(errors.is_empty(), "{}: {errors:#?}", path.display());
            files += 1;
        }
    }
    assert!(files > 15);
}
