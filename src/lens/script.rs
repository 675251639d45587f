//! In which language a run of text is written, so that browsers choose glyphs, line breaks and voices by it.
use super::Lang;

/// Whether a character belongs to Chinese text alone: ideographs and full-width marks.
pub fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303f}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}')
}

/// A text in runs, each with the language it needs where that is not the page's.
///
/// On an English page a run of Chinese goes from its first to its last Chinese character between two spaces,
/// so that the digits of 第14110号 stay inside. On a Chinese page a text is foreign as a whole, when it has
/// several words and none of them is Chinese: a single Latin name is at home in a Chinese sentence.
pub fn runs(text: &str, lang: Lang) -> Vec<(Option<Lang>, &str)> {
    let mut out: Vec<(Option<Lang>, &str)> = Vec::new();
    match lang {
        Lang::Zh => {
            let words = text.split(' ').filter(|word| is_word(word));
            let foreign = words.count() > 1 && !text.contains(is_chinese);
            out.push((foreign.then_some(Lang::En), text));
        }
        Lang::En => {
            let mut rest = text;
            while let Some(start) = rest.find(is_chinese) {
                let stretch = &rest[start..];
                let stretch = &stretch[..stretch.find(' ').unwrap_or(stretch.len())];
                let last = stretch.char_indices().rfind(|&(_, c)| is_chinese(c));
                let length = last.map_or(stretch.len(), |(at, c)| at + c.len_utf8());
                if start > 0 {
                    out.push((None, &rest[..start]));
                }
                out.push((Some(Lang::Zh), &rest[start..start + length]));
                rest = &rest[start + length..];
            }
            if !rest.is_empty() || out.is_empty() {
                out.push((None, rest));
            }
        }
    }
    out
}

fn is_word(part: &str) -> bool {
    part.contains(|c: char| c.is_ascii_alphabetic())
}
