//! What the interface says, both languages side by side.
use crate::chart::Drawing;
use crate::chart::Form;
use crate::lens::{self, Lang};
use crate::report::{Collection, Label, Verdict};

/// A word of the interface, which a language makes readable.
pub type Word = fn(Lang) -> &'static str;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident: $zh:literal, $en:literal;)*) => {
        $($(#[$doc])* pub fn $name(lang: Lang) -> &'static str { lang.pick($zh, $en) })*
    };
}

mod pages;
mod relations;
mod timeline;

pub use pages::*;
pub use relations::*;
pub use timeline::*;

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
    /// Search over everything.
    search_all: "全站检索", "Search everything";
    /// What can be typed there.
    search_hint: "名称、拼音、首字母、繁体、英文、缩写、数字（6233亿、21.5%）、章节号、图表号都可以。", "Names, abbreviations, Chinese, pinyin or its initials, numbers (623.3 billion, 21.5%), sections, figures and tables.";
    /// How to move in its list.
    search_keys: "↑↓选择，回车打开，Esc关闭", "↑↓ to choose, Enter to open, Esc to close";
    /// Nothing matches.
    search_nearest: "没有相符的条目，最接近的是：", "Nothing matches. What comes nearest:";
    /// Without the file of characters.
    search_plain: "拼音与繁体数据没有载入，暂时只能按原文检索。", "The pinyin data could not be loaded; names are searched as they are written.";
    /// The glossary.
    glossary: "词表", "Glossary";
    /// Found by its name.
    by_its_name: "名称相符", "by name";
    /// Found by its number in the report.
    by_its_number: "编号相符", "by number";
    /// Found by pinyin.
    pinyin: "拼音", "pinyin of";
    /// Found by initials.
    initials: "拼音首字母", "initials of";
    /// Found by another way of writing.
    same_as: "即", "that is,";
    /// Found in what is said of it.
    mentions: "说明中有", "mentions";
    /// Found with a slip.
    meant: "也许是", "perhaps";
    /// Only nearest.
    nearest: "最接近", "nearest";
    /// The column of names.
    name: "名称", "Name";
    /// The unit of a number, as a column of its own.
    unit: "单位", "unit";
    /// The qualifier of a number, as a column of its own.
    qualifier: "限定", "qualifier";
    /// Date, scope and origin of a number, as a column of its own.
    remark: "说明", "note";
    /// The choice of columns.
    columns: "选择列", "Columns";
    /// Adds a sort key.
    then_by: "再按此列排序", "Then by this column";
    /// How to sort.
    sort_hint: "点列名排序；按住Shift再点，加一层排序。", "Select a heading to sort; with Shift, to sort by it as well.";
    /// Copies the table.
    copy_table: "复制表格", "Copy table";
    /// The table was copied.
    copied: "已复制，可粘贴到电子表格。", "Copied; paste it into a spreadsheet.";
    /// The table was not copied.
    not_copied: "浏览器不允许复制。", "The browser did not allow copying.";
    /// What is measured.
    measure: "量", "Measure";
    /// What makes the rows.
    group: "分组", "Group by";
    /// What makes the colours.
    split: "拆分", "Split by";
    /// How it is drawn.
    drawn_as: "图形", "Form";
    /// Linear or logarithmic.
    scale: "刻度", "Scale";
    /// One chart or several.
    layout: "布局", "Layout";
    /// Counting.
    entries: "条目数", "Number of entries";
    /// No grouping.
    each_entry: "每个条目一行", "A row for each entry";
    /// No split.
    no_split: "不拆分", "No split";
    /// Before the second quantity of a scatter plot.
    against: "对照：", "against: ";
    /// Linear scale.
    linear: "线性刻度", "linear scale";
    /// One chart.
    together: "一张图", "one chart";
    /// Small multiples.
    multiples: "分成小图", "small multiples";
    /// What is not offered.
    not_offered: "哪些选择不适用，为什么", "What does not fit this choice, and why";
    /// The chart that was asked for makes no sense.
    instead: "所选组合画不成图，已改用最接近的一种：", "The chosen combination makes no chart, so the nearest one is shown: ";
    /// No chart can be drawn at all.
    no_chart: "这些条目画不成图。", "No chart can be drawn of these.";
    /// Values without a chart of their own.
    not_drawn: "没有画出的：", "Not drawn: ";
    /// A range below a chart.
    brush: "按范围筛选", "Filter by range";
    /// All of a range.
    whole_range: "全部", "all";
    /// Takes an entity out of the comparison.
    remove_compare: "移出比较", "Remove";
    /// The list of a comparison is full.
    full_compare: "已满6项", "6 is the most";
    /// All rows.
    all_rows: "全部行", "All rows";
    /// Only rows that differ.
    different_rows: "只看不同", "Only differences";
    /// A row that differs.
    differs: "不同", "differs";
    /// Fields of no group.
    other_fields: "其他", "Other";
    /// An empty comparison.
    compare_empty: "还没有选定要比较的条目。在任一集合的卡片上点“比较”，最多6项。", "Nothing is chosen yet. Press “Compare” on the cards of any collection, up to 6 of them.";
    /// A comparison of one.
    compare_one: "再选一项，就能并排比较。可以从下面挑，也可以到集合的卡片上选。", "One more makes a comparison. Take one from below, or from the cards of a collection.";
    /// Adds an entity to a comparison.
    compare_more: "再加一项", "Add one more";
    /// Entities of different collections.
    compare_several: "所选条目属于不同集合，许多字段只适用于其中一些。", "The entries are of different collections; many fields apply to some of them only.";
    /// Nothing differs.
    all_same: "各行都相同。", "No row differs.";
    /// Part of the comparison's address means nothing.
    compare_left_out: "以下条目不存在，或超出了6项：", "These do not exist or are more than 6:";
    /// Empties the list of a comparison.
    clear_compare: "清空", "Clear";
    /// Menu on small screens.
    menu: "菜单", "Menu";
    /// Menu of files and citations.
    take: "导出与引用", "Export and cite";
    /// Files with data.
    take_data: "数据", "Data";
    /// Files with a picture.
    take_picture: "图片", "Picture";
    /// Citations, each copied.
    take_citation: "复制引文", "Copy a citation";
    /// Citations, each saved as a file.
    take_bibliography: "引文列表", "Bibliography";
    /// A statement as a sentence, in either language.
    take_sentence: "复制成句", "Copy as a sentence";
    /// Links.
    take_link: "链接", "Link";
    /// Copies the address.
    copy_link: "复制链接", "Copy the link";
    /// What was copied.
    text_copied: "已复制。", "Copied.";
    /// The clipboard is blocked.
    text_not_copied: "浏览器不让复制；文字已选中，请手动复制。", "The browser did not allow copying; the text is selected, copy it by hand.";
    /// A file was offered.
    saved: "文件已交给浏览器保存。", "The file was handed to the browser to save.";
    /// The module or the file failed.
    not_saved: "没有做成：所需的程序文件没有载入。联网后再试一次。", "This did not work: a part of the program could not be loaded. Try again when connected.";
    /// Some data is still on its way.
    still_loading: "数据还在读取，请稍后再试。", "Data is still being read; try again in a moment.";
    /// What was copied, to be read.
    what_copied: "复制的内容", "What was copied";
    /// Pins an entity.
    pin: "收藏", "Pin";
    /// Pinned things are kept here.
    pins_here: "只存在这台设备的浏览器里。", "Kept in this browser on this device only.";
    /// Pinned things are not kept.
    pins_lost: "浏览器不让保存，关闭页面后清单就没有了；可先导出。", "The browser does not allow keeping the list; it is lost when the page is closed, so export it first.";
    /// Nothing is pinned.
    pins_none: "还没有收藏。在卡片或条目页上点☆，就会出现在这里。", "Nothing is pinned yet. Press ☆ on a card or an entry's page, and it appears here.";
    /// An id that the data does not know.
    pin_unknown: "这份数据里没有这个条目", "not in this data";
    /// A note on a pinned thing.
    note: "备注", "Note";
    /// Moves a pinned thing up.
    up: "上移", "Move up";
    /// Moves a pinned thing down.
    down: "下移", "Move down";
    /// Saves the list.
    pins_export: "导出清单", "Export the list";
    /// Reads a list.
    pins_import: "读入清单…", "Import a list…";
    /// Copies a link that holds the list.
    pins_share: "复制分享链接", "Copy a link to share";
    /// The reader's own list.
    pins_own: "我的清单", "My list";
    /// A list that came with the address.
    pins_shared: "分享来的清单", "Shared list";
    /// Takes a shared list over.
    pins_keep: "收下这些", "Keep these";
    /// A list was taken over.
    pins_kept: "已并入我的清单。", "Added to my list.";
}

/// How many of how many entries are shown, counted in the collection's own word.
pub fn count(lang: Lang, n: usize, of: usize, unit: &Label, one: &Label) -> String {
    let unit = counted(lang, of, unit, one);
    match lang {
        Lang::Zh if n == of => format!("共{n}{unit}"),
        Lang::Zh => format!("{of}{unit}中的{n}{unit}"),
        Lang::En if n == of => format!("{n} {unit}"),
        Lang::En => format!("{n} of {of} {unit}"),
    }
}

/// The name of a drawing form.
pub fn form(lang: Lang, form: Form) -> &'static str {
    match form {
        Form::Bar => lang.pick("条形图", "bars"),
        Form::Dots => lang.pick("点图", "dots"),
        Form::Stack => lang.pick("堆叠图", "stacked bars"),
        Form::Heat => lang.pick("热图", "grid"),
        Form::Line => lang.pick("折线图", "line"),
        Form::Scatter => lang.pick("散点图", "scatter"),
    }
}

/// How many entities are chosen for a comparison.
pub fn selected(lang: Lang, n: usize, most: usize) -> String {
    match lang {
        Lang::Zh => format!("已选{n}项，最多{most}项"),
        Lang::En => format!("{n} of {most} selected"),
    }
}

/// How many rows of a comparison differ.
pub fn rows_different(lang: Lang, n: usize, of: usize) -> String {
    match lang {
        Lang::Zh => format!("{of}行中有{n}行不同"),
        Lang::En => format!("{n} of {of} rows differ"),
    }
}

/// How many entities state none of the values of a field.
pub fn state_none(lang: Lang, n: usize) -> String {
    match lang {
        Lang::Zh => format!("未述及（{n}）"),
        Lang::En => format!("not stated ({n})"),
    }
}

/// A verdict as a sign, where there is no room for words.
pub fn verdict_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => "✓",
        Verdict::Differs => "≠",
        Verdict::NotComparable => "≁",
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

/// So many of a collection, in its own word.
pub fn amount(lang: Lang, n: usize, of: &Collection) -> String {
    let name = lang.of(&of.name);
    let unit = counted(lang, n, &of.unit, &of.one);
    match lang {
        Lang::Zh => format!("{name}{n}{unit}"),
        Lang::En if lang.of(&of.unit).is_empty() => format!("{n} {}", lens::lower_first(name)),
        Lang::En => format!("{n} {unit}"),
    }
}

/// The word in which so many of a collection are counted.
fn counted<'a>(lang: Lang, n: usize, unit: &'a Label, one: &'a Label) -> &'a str {
    let unit = match n == 1 && !lang.pick(&one.zh, &one.en).is_empty() {
        true => one,
        false => unit,
    };
    match lang.of(unit) {
        "" => lang.pick("项", "entries"),
        unit => unit,
    }
}

/// What stands behind a mark.
pub fn drawing(lang: Lang, drawing: Drawing) -> &'static str {
    match drawing {
        Drawing::Stated => lang.pick("报告所述", "stated in the report"),
        Drawing::Derived => lang.pick("由报告数字推算", "derived from the report"),
        Drawing::Forecast => lang.pick("预测", "forecast"),
        Drawing::Context => lang.pick("报告之外的公开信息", "public record beside the report"),
    }
}
