//! The report's text: folded so that layout does not matter, cut into sections.

use super::data::text;
use super::Failure;
use serde_json::Value;

/// The folded text and where its sections begin.
pub struct Text {
    whole: String,
    sections: Vec<(String, std::ops::Range<usize>)>,
    corrections: Vec<(String, String)>,
}

impl Text {
    /// Cuts the report where the outline's headings stand, in order. A heading
    /// that is not found is a failure, and its section is empty.
    pub fn cut(
        report: &str,
        corrections: Vec<(String, String)>,
        outline: &[Value],
    ) -> (Text, Vec<Failure>) {
        let whole = fold(report, &corrections);
        let mut failures = Vec::new();
        let mut starts: Vec<(String, Option<usize>)> = Vec::new();
        let mut from = 0;
        for section in outline {
            let id = text(&section["id"]);
            let heading = fold(text(&section["heading"]), &corrections);
            let at = whole[from..].find(&heading).filter(|_| !heading.is_empty());
            match at {
                Some(at) => {
                    let at = from + at;
                    starts.push((id.to_owned(), Some(at)));
                    from = at + whole[at..].chars().next().map_or(0, char::len_utf8);
                }
                None => {
                    starts.push((id.to_owned(), None));
                    let what = format!("`{heading}` is not in the report after the one before");
                    failures.push(Failure::new("outline.json", id, "heading", what));
                }
            }
        }
        let mut end = whole.len();
        let mut sections = Vec::new();
        for (id, start) in starts.into_iter().rev() {
            let start = start.unwrap_or(end);
            sections.push((id, start..end));
            end = start;
        }
        sections.reverse();
        let text = Text {
            whole,
            sections,
            corrections,
        };
        (text, failures)
    }

    /// Folds a string as the report was folded.
    pub fn fold(&self, raw: &str) -> String {
        fold(raw, &self.corrections)
    }

    /// The folded report.
    pub fn whole(&self) -> &str {
        &self.whole
    }

    /// A section's folded text.
    pub fn section(&self, id: &str) -> Option<&str> {
        let (_, range) = self.sections.iter().find(|(name, _)| name == id)?;
        Some(&self.whole[range.clone()])
    }

    /// The sections a folded token stands in.
    pub fn holding(&self, token: &str) -> Vec<&str> {
        self.sections
            .iter()
            .filter(|(_, range)| self.whole[range.clone()].contains(token))
            .map(|(id, _)| id.as_str())
            .collect()
    }
}

/// Drops markup and white space, makes wide characters narrow, undoes damage
/// by character recognition, and makes everything lower case.
fn fold(raw: &str, corrections: &[(String, String)]) -> String {
    let mut out: String = without_tags(raw)
        .chars()
        .map(narrow)
        .filter(|c| !c.is_whitespace() && !matches!(c, '#' | '*'))
        .collect();
    for (damaged, correct) in corrections {
        out = out.replace(damaged.as_str(), correct);
    }
    out.replace(['“', '”'], "\"").to_lowercase()
}

/// Removes `<…>`; a `<` that is never closed stays.
fn without_tags(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(open) = rest.find('<') {
        let Some(length) = rest[open..].find('>') else {
            break;
        };
        out.push_str(&rest[..open]);
        rest = &rest[open + length + 1..];
    }
    out.push_str(rest);
    out
}

/// What compatibility normalisation does to the characters that occur here.
pub fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' => ' ',
        '\u{2460}'..='\u{2468}' => char::from_u32(c as u32 - 0x2460 + '1' as u32).unwrap_or(c),
        '\u{b2}' => '2',
        '\u{b3}' => '3',
        '\u{b9}' => '1',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_leaves_what_a_reader_would_search_for() {
        let damage = [("Owen".to_owned(), "Qwen".to_owned())];
        let folded = fold("## <mark>Ｏｗｅｎ</mark> 2，**“约”**\n５０％", &damage);
        assert_eq!(folded, "qwen2,\"约\"50%");
        assert_eq!(fold("a < b", &[]), "a<b");
    }
}
