//! What this is, for whom, and what it rests on: the text of the about page.
use crate::lens::{self, Lang};
use crate::report::{Edition, FORMAT};

/// A part of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Its heading.
    pub heading: &'static str,
    /// Its paragraphs.
    pub paragraphs: Vec<String>,
}

/// A data file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its address beside the page.
    pub link: String,
    /// What is in it.
    pub holds: String,
}

/// The folder of the data files beside the page.
pub const DATA: &str = "./data/caict-2024/";

/// The context layer whole; as edited, it lies in several files.
const CONTEXT: &str = "./pack/caict-2024/context.json";

/// The parts before the data files.
pub fn parts(edition: &Edition, lang: Lang) -> Vec<Part> {
    let outline = &edition.outline;
    let statements: usize = edition.all().map(|(_, e)| e.statements.len()).sum();
    let entities = edition.all().count();
    let (title, publisher) = (lang.of(&outline.title), lang.of(&outline.publisher));
    let checks = edition.checks.len();
    let what = match lang {
        Lang::Zh => format!(
            "智览把{publisher}的《{title}》变成可以提问的数据：{entities}个条目、{statements}条陈述，每条都带着章节和检索词。它不是报告全文的镜像，只收事实、数值、名称和自己的概述。"
        ),
        Lang::En => format!(
            "Zhilan turns the {title} of the {publisher} into data that can be questioned: {entities} entries and {statements} statements, each with its section and the words that find it there. It is no copy of the report: it holds facts, figures, names and summaries in its own words."
        ),
    };
    let whom = lang.pick(
        "给要引用数字并说明出处的政策分析者，要把厂商、模型和法规放在一起比较的研究者，不读中文而需要内容的读者，以及在断网处工作的人。",
        "For the analyst who must quote a figure and name its section, the researcher who compares vendors, models and rules, the reader who needs the content and does not read Chinese, and anyone who works offline.",
    );
    let principles = [
        lang.pick(
            "数值保留修饰词、单位、日期和范围，从数据文件到图表、句子和导出都一样。未述及、没有和不适用是三回事；不填补，不估算。推算的数值另作标记，附公式。",
            "A value keeps its qualifier, unit, date and scope from the data file to the chart, the sentence and the export. Not stated, none and not applicable are three things. Nothing is filled in; a computed value is marked and carries its formula.",
        ),
        lang.pick(
            "两个图层不相混：报告图层是报告所述；背景图层是报告之外的公开事实，各有出处，画法不同，默认关闭。两者有出入时并列，不替报告改数。",
            "Two layers are never mixed. The report layer is what the report states; the context layer is public facts from elsewhere, each with its source, drawn differently and off until you turn it on. Where they disagree, both are shown and the report is not corrected.",
        ),
        lang.pick(
            "中英文同等：内容、名称、数量级都有两种写法；地址就是状态，同一地址在哪里打开都是同一视图。",
            "Chinese and English have equal rank: content, names and magnitudes come in both. The address is the state: the same address opens the same view anywhere.",
        ),
    ];
    let checked = match lang {
        Lang::Zh => format!("{checks}条陈述与公开记录核对过，结果见“核对”一页。"),
        Lang::En => {
            format!("{checks} statements were held against the public record; see the cross-check.")
        }
    };
    let corrections = [
        lang.pick(
            "报告的文字由PDF识别而来，识别弄坏的名称（如把GPT-4o认成GPT-40）已改回；报告自己的数值和说法一处也不改，自相矛盾的地方并列说明。图片里的文字不在其中，因此图只画正文给出的部分。",
            "The report’s text was read from its PDF by machine. Names that the reading damaged (GPT-40 for GPT-4o) were put right. The report’s own values and wording are never changed; where it contradicts itself, both are shown. Text inside pictures was not read, so figures are drawn only as far as the prose gives them.",
        )
        .to_owned(),
        checked,
    ];
    let private = lang.pick(
        "没有服务器、账号、统计和第三方请求，任何东西都不离开这台设备。主题、快捷键和导览的选择记在浏览器里，清除站点数据即消失。",
        "No server, account, analytics or third-party request: nothing leaves this device. Your choices of theme, keys and tour are kept in the browser and go when you clear its data for this site.",
    );
    let part = |heading, paragraphs| Part {
        heading,
        paragraphs,
    };
    vec![
        part(lang.pick("这是什么", "What this is"), vec![what]),
        part(lang.pick("给谁用", "Who it is for"), vec![whom.to_owned()]),
        part(
            lang.pick("原则", "Principles"),
            principles.map(str::to_owned).into(),
        ),
        part(lang.pick("更正", "Corrections"), corrections.into()),
        part(lang.pick("你的数据", "Your data"), vec![private.to_owned()]),
        part(lang.pick("如何引用", "How to cite"), cite(edition, lang)),
        part(
            lang.pick("许可与版本", "Licences and versions"),
            licences(edition, lang),
        ),
    ]
}

fn cite(edition: &Edition, lang: Lang) -> Vec<String> {
    let outline = &edition.outline;
    let (zh, en) = (&outline.title.zh, &outline.title.en);
    let year = outline.date.get(..4).unwrap_or(&outline.date);
    let advice = lang.pick(
        "引用数值时请注明报告、章节和日期，例如：",
        "When you quote a value, name the report, the section and the date, for example:",
    );
    let publisher = lang.of(&outline.publisher);
    let key = outline.key.first().and_then(|id| edition.find(id));
    let statement = key.and_then(|(_, entity)| entity.statements.first());
    let place = statement.map_or_else(String::new, |s| super::place(edition, s, lang));
    let example = match lang {
        Lang::Zh => format!("{publisher}. {zh}[R]. {}：{place}.", outline.date),
        Lang::En => format!("{publisher}. ({year}). {en} [in Chinese], {place}."),
    };
    vec![
        lang.of(&outline.attribution).to_owned(),
        advice.to_owned(),
        example,
    ]
}

fn licences(edition: &Edition, lang: Lang) -> Vec<String> {
    let issued = lens::show_date(&edition.outline.date, lang);
    let version = env!("CARGO_PKG_VERSION");
    let licence = lang.pick(
        "代码：MIT或Apache-2.0，任选其一。数据中的事实取自报告，使用时请写明来源；背景图层的事实以各自的出处为准。图表用Apache ECharts（Apache-2.0），界面用Leptos（MIT），其余库均为MIT或Apache-2.0。",
        "Code: MIT or Apache-2.0, at your choice. The facts are taken from the report; name it as the source. Facts of the context layer rest on the sources they name. Charts use Apache ECharts (Apache-2.0), the interface Leptos (MIT); the other libraries are under MIT or Apache-2.0.",
    );
    let versions = match lang {
        Lang::Zh => format!("程序{version}，数据格式{FORMAT}，报告{issued}版。"),
        Lang::En => format!("Program {version}, data format {FORMAT}, edition of {issued}."),
    };
    vec![licence.to_owned(), versions]
}

/// The data files of an edition, each with what it holds.
pub fn files(edition: &Edition, lang: Lang) -> Vec<File> {
    let file = |name: &[&str], holds: &str| File {
        link: [DATA, &name.concat()].concat(),
        holds: holds.to_owned(),
    };
    let mut files = vec![
        file(
            &["schema.json"],
            lang.pick(
                "集合、字段、单位、修饰词",
                "Collections, fields, units, qualifiers",
            ),
        ),
        file(
            &["outline.json"],
            lang.pick("章节、图、表", "Sections, figures, tables"),
        ),
    ];
    for spec in &edition.schema.collections {
        files.push(file(&[&spec.id, ".json"], lang.of(&spec.name)));
    }
    files.push(File {
        link: CONTEXT.to_owned(),
        holds: lang.pick("背景图层", "The context layer").to_owned(),
    });
    files.push(file(
        &["crosscheck.json"],
        lang.pick("与公开记录的核对", "The cross-check"),
    ));
    files.push(file(&["glossary.json"], lang.pick("词表", "The glossary")));
    files.push(file(
        &["charts.json"],
        lang.pick("默认图表", "The default charts"),
    ));
    files
}
