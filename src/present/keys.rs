//! Keys: what a reader can do without a pointer, listed and read.
use crate::lens::Lang;

/// What a key asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Lists the keys.
    Help,
    /// Light or dark.
    Theme,
    /// The other language.
    Language,
    /// Both languages side by side, or one.
    Both,
    /// The context layer, on or off.
    Context,
    /// The next card or entry.
    Next,
    /// The one before.
    Previous,
    /// Another page: the place of its letter in [`PAGES`].
    Go(usize),
}

/// A page with the letter that follows `g`.
pub struct Place {
    /// The letter.
    pub letter: &'static str,
    /// What the list says, Chinese and English.
    pub name: [&'static str; 2],
}

/// The pages that have a letter; main collections have the numbers 1 to 9.
pub const PAGES: [Place; 7] = [
    page("o", "总览", "Overview"),
    page("s", "报告结构", "Outline"),
    page("x", "核对", "Cross-check"),
    page("d", "词表与字段", "Dictionary"),
    page("t", "时间线", "Timeline"),
    page("p", "收藏", "Pinned"),
    page("a", "关于", "About"),
];

const fn page(letter: &'static str, zh: &'static str, en: &'static str) -> Place {
    Place {
        letter,
        name: [zh, en],
    }
}

/// Keys that are one letter, with what they do, Chinese and English.
pub const KEYS: [(&str, [&str; 2]); 8] = [
    ("/", ["检索", "search"]),
    ("j", ["下一张卡片", "next card"]),
    ("k", ["上一张卡片", "previous card"]),
    ("t", ["切换明暗", "light or dark"]),
    ("l", ["切换语言", "the other language"]),
    ("b", ["中英对照", "both languages"]),
    ("c", ["背景图层开或关", "context layer on or off"]),
    ("?", ["列出快捷键", "list the keys"]),
];

/// Reads keys one by one; `g` waits for the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reader {
    waiting: bool,
}

impl Reader {
    /// What a key asks for, if anything. `g 1` is the first collection: [`Act::Go`] from [`PAGES`]'s length on.
    pub fn read(&mut self, key: &str) -> Option<Act> {
        if std::mem::take(&mut self.waiting) {
            let number: Option<usize> = key.parse().ok().filter(|n| (1..=9).contains(n));
            let page = PAGES.iter().position(|page| page.letter == key);
            return page.or(number.map(|n| PAGES.len() + n - 1)).map(Act::Go);
        }
        Some(match key {
            "g" => {
                self.waiting = true;
                return None;
            }
            "?" => Act::Help,
            "t" => Act::Theme,
            "l" => Act::Language,
            "b" => Act::Both,
            "c" => Act::Context,
            "j" => Act::Next,
            "k" => Act::Previous,
            _ => return None,
        })
    }

    /// Whether the next key belongs to a `g`.
    pub fn waits(self) -> bool {
        self.waiting
    }
}

/// A step of the tour: what it stands beside, and what it says, Chinese and English.
pub struct Step {
    /// The element it stands beside, as a CSS selector.
    pub beside: &'static str,
    /// What it says.
    pub says: [&'static str; 2],
}

/// The tour of a first visit.
pub const TOUR: [Step; 4] = [
    Step {
        beside: ".top nav",
        says: [
            "从这里进入各个集合：卡片、图表和筛选联动，地址就是当前视图，可以直接发给别人。",
            "Collections start here: cards, charts and filters move together, and the address is the view, ready to be sent.",
        ],
    },
    Step {
        beside: "main .place, main .origin",
        says: [
            "每个数值都带着出处：章节、图表、页码，以及在PDF里检索用的词。",
            "Every value has its source: section, figure or table, page, and the words that find it in the PDF.",
        ],
    },
    Step {
        beside: ".languages",
        says: [
            "中文、英文，或两种并列；指着一个词，可以看到另一种语言的原词。",
            "Chinese, English, or both side by side; point at a term to see it in the other language.",
        ],
    },
    Step {
        beside: "button.help",
        says: [
            "按?列出快捷键；修饰词和记号都能点开看解释。",
            "Press ? for the keys; qualifiers and marks explain themselves when followed.",
        ],
    },
];

/// A text of two languages.
pub fn say(text: [&'static str; 2], lang: Lang) -> &'static str {
    lang.pick(text[0], text[1])
}
