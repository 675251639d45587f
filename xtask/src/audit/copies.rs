//! The report is not retold in its own words: no run of its text stands in ours,
//! but for names and titles.

use super::text::Text;
use super::told::{Role, Told};
use super::Failure;

/// This many characters in a row are a copy.
const COPY: usize = 16;
/// A name of this many characters may stand inside a run; shorter ones are words.
const NAME: usize = 8;

/// Own words, tokens and headings of all files.
pub fn check(told: &[Told<'_>], names: &[&str], report: &Text, failures: &mut Vec<Failure>) {
    let mut folded: Vec<String> = names.iter().map(|name| report.fold(name)).collect();
    folded.retain(|name| name.chars().count() >= NAME);
    folded.sort_by_key(|name| std::cmp::Reverse(name.len()));
    for told in told {
        if matches!(told.role, Role::Own | Role::Token | Role::Heading) {
            for copy in copies(&report.fold(told.text), report.whole(), &folded) {
                failures.push(told.failure(format!("copied from the report: {copy}")));
            }
        }
    }
}

/// The runs of a folded text that stand in the report and are more than names.
fn copies(text: &str, report: &str, names: &[String]) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut start = 0;
    while start + COPY <= chars.len() {
        let mut run: String = chars[start..start + COPY].iter().collect();
        if !report.contains(&run) {
            start += 1;
            continue;
        }
        let mut end = start + COPY;
        while let Some(&next) = chars.get(end) {
            run.push(next);
            if !report.contains(&run) {
                run.pop();
                break;
            }
            end += 1;
        }
        if !only_names(&run, names) {
            found.push(run);
        }
        start = end;
    }
    found
}

/// Whether nothing as long as a copy is left of a run without the names in it.
fn only_names(run: &str, names: &[String]) -> bool {
    // A run without a Chinese character is a name or an address: the report is in Chinese.
    if !run.contains(super::typography::han) || names.iter().any(|name| name.contains(run)) {
        return true;
    }
    let mut rest = run.to_owned();
    for name in names {
        rest = rest.replace(name.as_str(), "\n");
    }
    rest.split('\n').all(|piece| piece.chars().count() < COPY)
}

#[cfg(test)]
mod tests {
    use super::copies;

    #[test]
    fn a_run_of_sixteen_is_a_copy_unless_it_is_a_name() {
        let report = "绿茶由东山国营第一制茶厂在每年春天采摘之后手工制作完成";
        let names = vec!["东山国营第一制茶厂".to_owned()];
        assert_eq!(
            copies("据说第一制茶厂在每年春天采摘之后手工制成", report, &names),
            ["第一制茶厂在每年春天采摘之后手工制"]
        );
        let named = "绿茶由东山国营第一制茶厂在每年春天制";
        assert_eq!(copies(named, report, &names), [""; 0]);
        assert_eq!(copies(named, report, &[]).len(), 1);
    }
}
