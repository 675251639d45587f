//! How values are drawn and checked, and what each of these marks means.
use super::dictionary;
use crate::chart::Drawing;
use crate::lens::Lang;
use crate::link::Address;
use crate::report::Verdict;

/// A mark with its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its id; also the class of its sample.
    pub id: &'static str,
    /// Its name, Chinese and English.
    pub name: [&'static str; 2],
    /// What it means, Chinese and English.
    pub means: [&'static str; 2],
}

impl Mark {
    /// Its name in a language.
    pub fn name(&self, lang: Lang) -> &'static str {
        lang.pick(self.name[0], self.name[1])
    }

    /// Its meaning in a language.
    pub fn means(&self, lang: Lang) -> &'static str {
        lang.pick(self.means[0], self.means[1])
    }
}

/// The four ways in which a value is drawn; the legend wherever they meet.
pub const DRAWINGS: [Mark; 4] = [
    Mark {
        id: "stated",
        name: ["报告所述", "stated"],
        means: [
            "报告本身写明的数值，画成实心。修饰词、单位和日期照录。",
            "The report states this value itself: drawn solid. Qualifier, unit and date are kept.",
        ],
    },
    Mark {
        id: "derived",
        name: ["推算", "derived"],
        means: [
            "由报告的数值算出，报告未印出，画成点线。公式随附。",
            "Computed from the report’s values and not printed in it: drawn dotted. The formula stands beside it.",
        ],
    },
    Mark {
        id: "forecast",
        name: ["预测", "forecast"],
        means: [
            "报告引述的预测，不是已发生的数，画成斜线。",
            "A forecast that the report quotes, not something that has happened: drawn hatched.",
        ],
    },
    Mark {
        id: "context",
        name: ["背景", "context"],
        means: [
            "出自报告之外的公开资料，画成空心虚线，各有出处；打开背景图层才显示，不与报告的数值相混。",
            "From a public source outside the report: drawn hollow and dashed, each with its source. Shown only with the context layer on and never mixed with the report’s values.",
        ],
    },
];

/// The other marks: verdicts, and what stands where there is no value.
pub const OTHERS: [Mark; 5] = [
    Mark {
        id: "agrees",
        name: ["一致", "agrees"],
        means: [
            "公开记录与报告所述相同。",
            "The public record says the same as the report.",
        ],
    },
    Mark {
        id: "differs",
        name: ["有出入", "differs"],
        means: [
            "公开记录与报告所述不同；两者并列，报告的数值不改。",
            "The public record says something else. Both are shown; the report’s value is not changed.",
        ],
    },
    Mark {
        id: "not_comparable",
        name: ["口径不同", "not comparable"],
        means: [
            "两者说的不是同一件事：口径、日期或版本不同。",
            "The two do not speak of the same thing: scope, date or version differ.",
        ],
    },
    Mark {
        id: "not_stated",
        name: ["未述及", "not stated"],
        means: [
            "报告没有说。既不是零，也不是“没有”。",
            "The report does not say. This is neither zero nor none.",
        ],
    },
    Mark {
        id: "printed",
        name: ["原文作", "printed as"],
        means: [
            "报告里印的写法；换成读者语言的数量级时，原样附在旁边。",
            "The form printed in the report, given beside a number that was put into the reader’s magnitudes.",
        ],
    },
];

/// The mark of a way of drawing.
pub fn of_drawing(drawing: Drawing) -> &'static Mark {
    &DRAWINGS[match drawing {
        Drawing::Stated => 0,
        Drawing::Derived => 1,
        Drawing::Forecast => 2,
        Drawing::Context => 3,
    }]
}

/// The id of a verdict, in data files and addresses.
pub fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Agrees => "agrees",
        Verdict::Differs => "differs",
        Verdict::NotComparable => "not_comparable",
    }
}

/// The word and the explanation that a statement’s drawing needs. A forecast has its qualifier, a stated value needs none.
pub fn of_line(drawing: Drawing, address: &Address) -> Option<(&'static str, String)> {
    match drawing {
        Drawing::Stated | Drawing::Forecast => None,
        Drawing::Derived | Drawing::Context => {
            let mark = of_drawing(drawing);
            let link = dictionary::link(address, dictionary::MARK, mark.id);
            Some((mark.name(address.lang), link))
        }
    }
}
