//! Every page holds the rules of WCAG 2.2 A and AA that axe can check.
use crate::reader::{read, Reader};
use serde_json::json;

const PAGES: [&str; 21] = [
    "/",
    "/models",
    "/chips?layer=context",
    "/regulations",
    "/numbers",
    "/models?view=table",
    "/models?view=timeline",
    "/models?view=chart",
    "/entity/gpt-4o",
    "/entity/figure-1",
    "/entity/figure-3",
    "/entity/table-1",
    "/outline",
    "/outline/2.1.1",
    "/compare/h100,b200,a100",
    "/timeline",
    "/relations/openai",
    "/checks",
    "/dictionary",
    "/about",
    "/pinned",
];

/// What is far off the screen is not laid out, and axe would measure boxes that are not there.
const AXE: &str = "
const style = new CSSStyleSheet();
style.replaceSync('* { content-visibility: visible !important }');
document.adoptedStyleSheets.push(style);
const done = arguments[0];
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
axe.run(document, { runOnly: tags }).then(({ violations }) =>
  done(violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html.slice(0, 200) + ': ' + n.failureSummary))),
  (error) => done([String(error)]));
";

/// Each language, theme and width with each page; by default every page in two of the twelve, all of them with
/// `ZHILAN_AXE=all`.
fn rounds() -> Vec<(&'static str, &'static str, u32)> {
    let all = ["zh", "en"].iter().flat_map(|&lang| {
        let themes = ["light", "dark"].iter();
        themes.flat_map(move |&theme| [390, 820, 1440].map(|width| (lang, theme, width)))
    });
    match std::env::var("ZHILAN_AXE").as_deref() {
        Ok("all") => all.collect(),
        _ => vec![("zh", "light", 390), ("en", "dark", 1440)],
    }
}

async fn look(reader: &Reader, lang: &str, theme: &str, width: u32) {
    let axe = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../node_modules/axe-core/axe.min.js"
    );
    let axe = std::fs::read_to_string(axe).expect("axe is installed; by hand: npm ci");
    reader.resize(width, 1000).await;
    reader.goto("#/about").await;
    reader
        .run(&format!(
            "localStorage.setItem('zhilan.theme', {}); return 1",
            json!(theme)
        ))
        .await;
    for page in PAGES {
        let and = if page.contains('?') { '&' } else { '?' };
        let address = format!("#{page}{and}lang={lang}");
        reader.goto(&address).await;
        reader
            .until("document.querySelector('main#main:not([aria-busy]) h1')")
            .await;
        reader
            .until("document.querySelectorAll('figure .picture svg').length === document.querySelectorAll('figure .picture').length")
            .await;
        reader.run(&axe).await;
        let found = reader.ask(AXE).await;
        assert_eq!(found, json!([]), "{address}, {theme}, {width} px");
    }
}

fn axe_finds_nothing(lang: &'static str) {
    for (lang, theme, width) in rounds().into_iter().filter(|round| round.0 == lang) {
        read(&[], |reader| async move {
            look(&reader, lang, theme, width).await;
            reader
        });
    }
}

#[test]
fn axe_finds_nothing_on_any_chinese_page() {
    axe_finds_nothing("zh");
}

#[test]
fn axe_finds_nothing_on_any_english_page() {
    axe_finds_nothing("en");
}
