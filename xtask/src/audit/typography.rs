//! How our words are set: Chinese with full-width punctuation and no typed spaces,
//! English without full-width forms, numbers and `%` in one way in both.

use super::told::{Role, Told};
use super::Failure;

/// Names and own words of both languages.
pub fn check(told: &[Told<'_>], failures: &mut Vec<Failure>) {
    for told in told {
        if !matches!(told.role, Role::Own | Role::Name) {
            continue;
        }
        let fault = match told.language {
            "zh" => chinese(told.text),
            "en" => english(told.text),
            _ => None,
        };
        if let Some(fault) = fault {
            failures.push(told.failure(format!("{fault} in `{}`", told.text)));
        }
    }
}

const FULL: &str = "，。、；：？！（）《》〈〉【】";
const PAIRS: [(char, char); 4] = [('（', '）'), ('“', '”'), ('《', '》'), ('【', '】')];

/// The first fault of a Chinese text.
fn chinese(text: &str) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    for pair in chars.windows(2) {
        let (a, b) = (pair[0], pair[1]);
        let beside = |c: char| han(c) || FULL.contains(c) || "“”‘’…—·".contains(c);
        if (a == ' ' && beside(b)) || (beside(a) && b == ' ') {
            return Some("a space beside Chinese".into());
        }
        for (c, other) in [(a, b), (b, a)] {
            if ",;:!?()\"'".contains(c) && han(other) {
                return Some(format!("half-width `{c}` beside Chinese"));
            }
        }
        if han(a) && b == '.' {
            return Some("half-width `.` after Chinese".into());
        }
        if "，。、；：".contains(a) && "，。、；：".contains(b) {
            return Some(format!("`{a}{b}`"));
        }
    }
    for (open, close) in PAIRS {
        let count = |c: char| chars.iter().filter(|&&other| other == c).count();
        if count(open) != count(close) {
            return Some(format!("`{open}` without `{close}`"));
        }
    }
    for bad in ["...", "--", "百分之", "「", "『"] {
        if text.contains(bad) {
            return Some(format!("`{bad}`"));
        }
    }
    numbers(text)
}

/// The first fault of an English text.
fn english(text: &str) -> Option<String> {
    if let Some(c) = text.chars().find(|&c| FULL.contains(c)) {
        return Some(format!("full-width `{c}`"));
    }
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    if words.any(|word| word == "percent") || text.contains("per cent") {
        return Some("a per cent sign in words".into());
    }
    if text.contains("  ") {
        return Some("two spaces".into());
    }
    numbers(text)
}

/// Wide digits, letters and per cent signs, and a space before a per cent sign.
fn numbers(text: &str) -> Option<String> {
    let wide = |c: char| matches!(c, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％');
    if let Some(c) = text.chars().find(|&c| wide(c)) {
        return Some(format!("wide `{c}`"));
    }
    text.contains(" %").then(|| "a space before `%`".into())
}

/// Whether a character is a Chinese one.
pub fn han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

#[cfg(test)]
mod tests {
    use super::{chinese, english};

    #[test]
    fn chinese_is_set_tight_with_full_width_punctuation() {
        for sound in [
            "用Llama 3.1训练，增长21.5%（同比）。",
            "《条例》：“甲”、“乙”",
            "A, B (C)",
            "Node.js应用",
        ] {
            assert_eq!(chinese(sound), None, "{sound}");
        }
        for (bad, what) in [
            ("用 Llama训练", "a space beside Chinese"),
            ("增长21.5%， 同比", "a space beside Chinese"),
            ("增长,同比", "half-width `,`"),
            ("增长(同比)", "half-width `(`"),
            ("增长。。", "`。。`"),
            ("增长（同比", "without"),
            ("完了.", "half-width `.`"),
            ("百分之五", "百分之"),
            ("５个", "wide `５`"),
            ("共5 %", "space before"),
        ] {
            let found = chinese(bad).unwrap_or_default();
            assert!(found.contains(what), "{bad}: {found}");
        }
    }

    #[test]
    fn english_has_no_full_width_forms_and_one_per_cent_sign() {
        assert_eq!(english("up 21.5% (year on year), “as said”"), None);
        assert!(english("up，year on year").is_some());
        assert!(english("5 percent").is_some());
        assert!(english("5 %").is_some());
    }
}
