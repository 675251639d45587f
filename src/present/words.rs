//! What the interface says, both languages side by side.
use crate::lens::Lang;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(lang: Lang) -> &'static str { lang.pick($zh, $en) })*
    };
}

words! {
    /// The name of the program.
    app: "智览", "Zhilan";
    /// The start page.
    overview: "总览", "Overview";
    /// Skip link.
    skip: "跳到正文", "Skip to content";
    /// Main navigation.
    navigation: "主导航", "Main navigation";
    /// Search box.
    search: "在此集合中检索", "Search this collection";
    /// Clears all filters.
    clear: "全部清除", "Clear all";
    /// Filters.
    filters: "筛选", "Filters";
    /// Sort control.
    sort: "排序", "Sort";
    /// Sort by the order of the report.
    by_report: "按报告顺序", "Report order";
    /// Empty result.
    empty: "没有符合全部条件的条目。去掉一个条件试试：", "Nothing meets all conditions. Try without one of them:";
    /// Loading.
    loading: "正在读取数据……", "Reading the data…";
    /// Show more cards.
    more: "再显示一些", "Show more";
    /// Chart table.
    table: "表格", "Table";
    /// From of a range.
    from: "从", "From";
    /// To of a range.
    to: "到", "To";
    /// What refers to an entity.
    referred: "提及它的条目", "Referred to by";
    /// Neighbours.
    neighbours: "同一节中的条目", "In the same section";
    /// Source.
    source: "出处", "Source";
    /// Search words for the PDF.
    tokens: "在PDF中检索：", "Find in the PDF: ";
    /// Statements heading.
    statements: "报告所述", "What the report states";
    /// Attribution.
    attribution: "来源：中国信息通信研究院《人工智能发展报告（2024年）》", "Source: China Academy of Information and Communications Technology (CAICT), AI Development Report (2024)";
    /// Chapters heading.
    chapters: "报告结构", "The report's structure";
    /// Collections heading.
    ways_in: "从这里进入", "Ways in";
    /// Ignored parts of the address.
    ignored: "地址中有几处看不懂，已略去：", "Parts of the address mean nothing and were left out: ";
    /// Data problem.
    broken: "有数据文件读不出来，其余照常显示：", "Some data could not be read; the rest is shown: ";
    /// Unknown page.
    unknown: "没有这一页。", "There is no such page.";
    /// Theme button.
    theme: "切换明暗", "Light or dark";
    /// Derived value.
    derived: "推算：", "Derived: ";
    /// Key numbers.
    key_numbers: "关键数字", "Key numbers";
}

/// How many of how many entries are shown.
pub fn count(lang: Lang, n: usize, of: usize) -> String {
    match lang {
        Lang::Zh if n == of => format!("共{n}项"),
        Lang::Zh => format!("{of}项中的{n}项"),
        Lang::En if n == of => format!("{n} entries"),
        Lang::En => format!("{n} of {of} entries"),
    }
}
