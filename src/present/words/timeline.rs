//! What a timeline says.
use crate::lens::Lang;

words! {
    /// What a timeline is.
    timeline_about: "报告中注明日期的发布、文件与数字，都在同一条时间轴上。年、半年、月画成相应长度的条，只有注明到日的才是一个点。", "Every release, document and number that the report dates, on one axis. A year, half year or month is a bar of that length; only what is dated to the day is a point.";
    /// The keys of a timeline.
    timeline_keys: "可用键盘：方向键逐个移动，PageUp与PageDown移动一年，Home与End到首尾，回车打开，＋与－缩放。", "By keyboard: arrows move from event to event, Page Up and Page Down by a year, Home and End to the ends, Enter opens, + and − zoom.";
    /// Shows fewer years.
    zoom_in: "放大", "Fewer years";
    /// Shows more years.
    zoom_out: "缩小", "More years";
    /// Shows all years.
    zoom_all: "全部年份", "All years";
    /// Moves to earlier years.
    earlier: "更早", "Earlier";
    /// Moves to later years.
    later: "更晚", "Later";
    /// The years of a timeline.
    years: "年份", "Years";
    /// The collections of a timeline.
    collections: "集合", "Collections";
    /// The list of a timeline.
    as_list: "列成表格", "As a table";
    /// Column: date.
    date: "日期", "Date";
    /// Column: what is dated.
    dated: "条目", "Entry";
    /// A timeline without events.
    no_dates: "这里没有一项注明日期。", "Nothing here states a date.";
    /// What has no date; the amounts follow.
    undated: "报告没有注明日期、因此不在图中的有：", "Not drawn, for no date is stated: ";
}

/// How much a timeline shows.
pub fn events(lang: Lang, n: usize, of: usize, from: u16, to: u16) -> String {
    let years = match (lang, from == to) {
        (Lang::Zh, true) => format!("{from}年"),
        (Lang::Zh, false) => format!("{from}年至{to}年"),
        (Lang::En, true) => from.to_string(),
        (Lang::En, false) => format!("{from} to {to}"),
    };
    match lang {
        Lang::Zh if n == of => format!("{years}，共{n}个日期"),
        Lang::Zh => format!("{years}，{of}个日期中的{n}个"),
        Lang::En if n == of => format!("{years}: {n} dates"),
        Lang::En => format!("{years}: {n} of {of} dates"),
    }
}
