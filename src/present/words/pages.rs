//! What the pages beside the explorer say.
use crate::lens::{self, Lang};
use crate::report::{Collection, Kind, Verdict};

words! {
    /// What the report says, on the cross-check page.
    report_says: "报告", "Report";
    /// What the public record says.
    record_says: "公开记录", "Public record";
    /// Why they agree or not.
    why: "说明", "Why";
    /// All checks, away from a single one.
    all_checks: "全部核对", "All checks";
    /// Nothing found.
    nothing_found: "没有符合的条目。", "Nothing matches.";
    /// The address of one thing alone.
    link: "单独的地址", "Link to this alone";
    /// Search in the checks.
    search_checks: "在核对中检索", "Search the cross-check";
    /// Choice of verdicts.
    by_verdict: "结果", "Verdict";
    /// Choice of collections.
    by_collection: "集合", "Collection";
    /// A check whose statement is not in the data.
    lost: "数据里没有这条陈述。", "The data has no such statement.";
    /// Search in the dictionary.
    search_dictionary: "在词表与字段中检索", "Search the dictionary";
    /// The whole dictionary, away from a single entry.
    all_dictionary: "整部词表", "The whole dictionary";
    /// Marks heading.
    marks: "记号", "Marks";
    /// Qualifiers heading.
    qualifiers: "修饰词", "Qualifiers";
    /// Fields heading.
    fields: "字段", "Fields";
    /// Terms of a field.
    terms: "可取的值", "Values";
    /// A field of the context layer.
    only_context: "仅背景图层", "context layer only";
    /// Legend heading.
    legend: "图例", "Legend";
    /// What a mark or qualifier means.
    explained: "解释", "What this means";
    /// Boxes drawn from the prose.
    from_prose: "按正文的文字整理，不是原图的复制。", "Put together from the prose; not a copy of the picture.";
    /// Source column.
    stands_in: "出处", "Stands in";
    /// Data files heading.
    files: "数据文件", "Data files";
    /// What the data files are.
    files_lead: "数据是普通的JSON文件，可以直接下载、阅读、引用：", "The data are plain JSON files that can be downloaded, read and cited:";
    /// Everything is kept on this device.
    offline: "可离线使用", "Ready offline";
    /// Another version waits.
    update: "新版本已备好；换用之前，这里一切照旧。", "A new version is ready. Nothing here changes until you take it.";
    /// Takes it.
    update_now: "换用新版", "Use it now";
    /// Leaves it.
    update_later: "以后再说", "Later";
    /// Keys heading.
    keys: "快捷键", "Keyboard shortcuts";
    /// Help button.
    help: "快捷键与帮助", "Keys and help";
    /// Switches single-letter keys.
    single_keys: "使用单键快捷键", "Use single-key shortcuts";
    /// Where that is kept.
    kept_here: "选择记在这台设备上。", "The choice is kept on this device.";
    /// g, then a letter.
    go_to: "前往", "Go to";
    /// Enter.
    enter: "打开所选卡片", "open the chosen card";
    /// Closes a dialog.
    close: "关闭", "Close";
    /// The tour.
    tour: "导览", "Tour";
    /// Next step of the tour.
    tour_next: "下一步", "Next";
    /// Ends the tour.
    tour_end: "不再显示", "Don’t show again";
    /// Offers the tour.
    tour_offer: "第一次来？四条提示，说明什么在哪里。", "First time here? Four short notes show what is where.";
    /// Begins the tour.
    tour_begin: "看提示", "Show me";
}

/// A verdict’s name.
pub fn verdict_name(lang: Lang, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => lang.pick("一致", "Agrees"),
        Verdict::Differs => lang.pick("有出入", "Differs"),
        Verdict::NotComparable => lang.pick("口径不同", "Not comparable"),
    }
}

/// How many statements agree, differ and cannot be compared.
pub fn checks_lead(lang: Lang, [agree, differ, unlike]: [usize; 3]) -> String {
    let all = agree + differ + unlike;
    match lang {
        Lang::Zh => format!(
            "报告的{all}条陈述与公开记录核对过：{agree}条一致，{differ}条有出入，{unlike}条口径不同。有出入时两者并列，报告的数值不改。"
        ),
        Lang::En => format!(
            "{all} statements of the report were held against the public record: {agree} agree, {differ} differ, {unlike} are not comparable. Where they differ, both are shown; the report’s value is not changed."
        ),
    }
}

/// What kind a public source is.
pub fn source_kind(lang: Lang, kind: &str) -> &str {
    match kind {
        "primary" => lang.pick("原始来源", "primary source"),
        "repository" => lang.pick("代码或数据仓库", "repository"),
        "secondary" => lang.pick("二手来源", "secondary source"),
        "reprint" => lang.pick("转载", "reprint"),
        other => other,
    }
}

/// What the dictionary holds.
pub fn dictionary_lead(lang: Lang, fields: usize, concepts: usize) -> String {
    match lang {
        Lang::Zh => format!(
            "记号和修饰词的意思，{concepts}个概念的中英文用词，以及数据的{fields}个字段。"
        ),
        Lang::En => format!(
            "What marks and qualifiers mean, {concepts} concepts with their one word in each language, and the {fields} fields of the data."
        ),
    }
}

/// What kind of value a field takes.
pub fn kind(lang: Lang, kind: Kind) -> &'static str {
    match kind {
        Kind::Number => lang.pick("数值", "number"),
        Kind::Date => lang.pick("日期", "date"),
        Kind::Term => lang.pick("选项", "term"),
        Kind::Text => lang.pick("文字", "text"),
        Kind::Entity => lang.pick("条目", "entry"),
        Kind::Bool => lang.pick("是或否", "yes or no"),
    }
}

/// How many entries of a collection state a field.
pub fn stated_by(lang: Lang, n: usize, of: usize, of_it: &Collection) -> String {
    super::count(lang, n, of, &of_it.unit, &of_it.one)
}

/// How many fields a collection uses.
pub fn fields_of(lang: Lang, n: usize) -> String {
    let n = lens::number(n as f64);
    match lang {
        Lang::Zh => n + "个字段",
        Lang::En => n + " fields",
    }
}
