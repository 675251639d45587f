//! What the interface says, both languages side by side.
use crate::lens::Lang;
use crate::report::{Label, Verdict};

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(lang: Lang) -> &'static str { lang.pick($zh, $en) })*
    };
}

mod pages;

pub use pages::*;

words! {
    /// The name of the program.
    app: "智览", "Zhilan";
    /// The start page.
    overview: "总览", "Overview";
    /// Skip link.
    skip: "跳到正文", "Skip to content";
    /// Main navigation.
    navigation: "主导航", "Main navigation";
    /// The further pages.
    further: "更多", "More";
    /// Search box of a collection.
    search: "在此集合中检索", "Search this collection";
    /// Clears all filters.
    clear: "全部清除", "Clear all";
    /// Filters.
    filters: "筛选", "Filters";
    /// What is chosen.
    chosen: "已选条件", "Active filters";
    /// Takes a filter away.
    remove: "去掉", "Remove";
    /// Sort control.
    sort: "排序", "Sort";
    /// Sort by the order of the report.
    by_report: "报告顺序", "report order";
    /// Sort by name.
    by_name: "名称", "name";
    /// Empty result.
    empty: "没有符合全部条件的条目。去掉一个条件试试：", "Nothing meets all conditions. Try without one of them:";
    /// Loading.
    loading: "正在读取数据……", "Reading the data…";
    /// Show more cards.
    more: "再显示一些", "Show more";
    /// All values of a facet.
    all_values: "全部", "All";
    /// Fewer values of a facet.
    fewer: "收起", "Fewer";
    /// Chart table.
    table: "表格", "Table";
    /// From of a range.
    from: "从", "From";
    /// To of a range.
    to: "到", "To";
    /// What refers to an entity.
    referred: "与它相关的条目", "What refers to it";
    /// Neighbours.
    neighbours: "同一节中的条目", "In the same section";
    /// Source.
    source: "出处", "Source";
    /// Search words for the PDF.
    tokens: "在PDF中检索：", "Find in the PDF: ";
    /// Statements heading.
    statements: "报告所述", "What the report states";
    /// Context heading.
    beside: "报告之外的公开信息", "Public record beside the report";
    /// Names heading.
    also_called: "又称", "Also called";
    /// Attribution.
    attribution: "来源：中国信息通信研究院《人工智能发展报告（2024年）》", "Source: China Academy of Information and Communications Technology (CAICT), AI Development Report (2024)";
    /// Chapters heading.
    chapters: "报告结构", "The report's structure";
    /// Collections heading.
    ways_in: "从这里进入", "Ways in";
    /// Ignored parts of the address.
    ignored: "地址中有几处看不懂，已略去：", "Parts of the address mean nothing and were left out:";
    /// Data problem.
    broken: "有数据文件读不出来，其余照常显示：", "Some data could not be read; the rest is shown:";
    /// Nothing can be shown.
    dead: "主要数据读不出来，页面无法显示。", "The main data cannot be read, so nothing can be shown.";
    /// Try again.
    reload: "重新载入", "Reload";
    /// The raw data.
    raw: "数据文件", "Data files";
    /// Unknown page.
    unknown: "没有这一页。", "There is no such page.";
    /// Theme button.
    theme: "切换明暗", "Light or dark";
    /// Language choice.
    language: "语言", "Language";
    /// Both languages.
    both: "对照", "Both";
    /// Derived value.
    derived: "推算：", "Derived: ";
    /// Key numbers.
    key_numbers: "关键数字", "Key numbers";
    /// Layer switch.
    layer: "图层", "Layer";
    /// Only the report.
    layer_report: "报告", "Report";
    /// Report and context.
    layer_context: "报告与背景", "Report and context";
    /// Ways of showing.
    views: "显示方式", "View";
    /// View: cards.
    cards: "卡片", "Cards";
    /// View: table.
    as_table: "表格", "Table";
    /// View: timeline.
    as_timeline: "时间线", "Timeline";
    /// View: own chart.
    as_chart: "自选图表", "Own chart";
    /// Charts heading.
    charts: "图表", "Charts";
    /// Log scale.
    log: "对数刻度", "log scale";
    /// The printed form.
    printed: "原文作", "printed as";
    /// Pictures are not there.
    no_picture: "图形部分没有载入；数值都在下面的表格里。", "The picture could not be loaded; the table below has every value.";
    /// Home of the outline.
    section: "章节", "Section";
    /// Figures and tables of a section.
    plates: "图与表", "Figures and tables";
    /// Entities of a section.
    in_section: "本节中的条目", "In this section";
    /// Page label.
    page: "页", "p.";
    /// The outline page.
    outline: "报告结构", "Outline";
    /// The cross-check page.
    checks: "核对", "Cross-check";
    /// The dictionary page.
    dictionary: "词表与字段", "Dictionary";
    /// The about page.
    about: "关于", "About";
    /// The timeline page.
    timeline: "时间线", "Timeline";
    /// The comparison page.
    compare: "比较", "Compare";
    /// The relations page.
    relations: "关系图", "Relations";
    /// The page of pinned things.
    pinned: "收藏", "Pinned";
    /// Adds to a comparison.
    add_compare: "加入比较", "Compare";
    /// Menu on small screens.
    menu: "菜单", "Menu";
}

/// How many of how many entries are shown, counted in the collection's own word.
pub fn count(lang: Lang, n: usize, of: usize, unit: &Label) -> String {
    let unit = match (lang.of(unit), lang) {
        ("", Lang::Zh) => "项",
        ("", Lang::En) => "entries",
        (unit, _) => unit,
    };
    match lang {
        Lang::Zh if n == of => format!("共{n}{unit}"),
        Lang::Zh => format!("{of}{unit}中的{n}{unit}"),
        Lang::En if n == of => format!("{n} {unit}"),
        Lang::En => format!("{n} of {of} {unit}"),
    }
}

/// A verdict as a short mark.
pub fn verdict(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => lang.pick("核对：一致", "checked: agrees"),
        Verdict::Differs => lang.pick("核对：有出入", "checked: differs"),
        Verdict::NotComparable => lang.pick("核对：口径不同", "checked: not comparable"),
    }
}
