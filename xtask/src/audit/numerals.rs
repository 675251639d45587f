//! The numbers in a token: 6,233亿 has 6233, 百万元 a million, 四分之一 four and one.

use super::text::narrow;

/// Numbers in digits.
pub fn digits(token: &str) -> Vec<f64> {
    let chars: Vec<char> = token.chars().map(narrow).collect();
    let mut runs = vec![String::new()];
    for (at, &c) in chars.iter().enumerate() {
        let separates_thousands = c == ','
            && at > 0
            && chars[at - 1].is_ascii_digit()
            && chars[at + 1..]
                .iter()
                .take_while(|c| c.is_ascii_digit())
                .count()
                == 3;
        if c.is_ascii_digit() || c == '.' {
            runs.last_mut().expect("never empty").push(c);
        } else if !separates_thousands {
            runs.push(String::new());
        }
    }
    let parse = |run: &String| run.trim_matches('.').parse().ok();
    runs.iter().filter_map(parse).collect()
}

/// Numbers in Chinese words.
pub fn words(token: &str) -> Vec<f64> {
    let word = |c: char| "零〇一二两三四五六七八九十百千万亿".contains(c);
    let mut found: Vec<f64> = token
        .split(|c| !word(c))
        .filter(|run| !run.is_empty())
        .map(value)
        .collect();
    if token.contains("翻倍") || token.contains("翻番") {
        found.push(2.0);
    }
    found
}

/// The value of a run of Chinese numerals: 一万二 is read as 10,002, which is enough here.
fn value(run: &str) -> f64 {
    let (mut total, mut section, mut digit) = (0.0, 0.0, None);
    for c in run.chars() {
        let one = |digit: Option<f64>| digit.unwrap_or(1.0);
        match c {
            '十' | '百' | '千' => {
                let size = [('十', 1e1), ('百', 1e2), ('千', 1e3)];
                let size = size
                    .iter()
                    .find(|(name, _)| *name == c)
                    .map_or(1.0, |s| s.1);
                section += one(digit.take()) * size;
            }
            '万' | '亿' => {
                let size = if c == '万' { 1e4 } else { 1e8 };
                let below = section + digit.take().unwrap_or(0.0);
                // 万亿 is a magnitude of its own; a bare 万 or 亿 is one of them.
                total = match below == 0.0 {
                    true => f64::max(total, 1.0) * size,
                    false => total + below * size,
                };
                section = 0.0;
            }
            _ => {
                let at = "零一二三四五六七八九".chars().position(|d| d == c);
                digit = Some(match c {
                    '两' => 2.0,
                    _ => at.unwrap_or(0) as f64,
                });
            }
        }
    }
    total + section + digit.unwrap_or(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_whole() {
        assert_eq!(digits("6,233亿美元"), [6233.0]);
        assert_eq!(digits("８k,128k"), [8.0, 128.0]);
        assert_eq!(digits("增长21.50%。"), [21.5]);
        assert_eq!(digits("Nemotron-4 340B"), [4.0, 340.0]);
        assert_eq!(digits("2.1.3"), [0.0; 0]);
    }

    #[test]
    fn words_are_read_as_numbers() {
        assert_eq!(words("共三个模型"), [3.0]);
        assert_eq!(words("两类"), [2.0]);
        assert_eq!(words("百余倍"), [100.0]);
        assert_eq!(words("高达百万元"), [1e6]);
        assert_eq!(words("万亿token"), [1e12]);
        assert_eq!(words("二十五国"), [25.0]);
        assert_eq!(words("三千四百亿"), [3400e8]);
        assert_eq!(words("一亿三千万"), [1.3e8]);
        assert_eq!(words("四分之一"), [4.0, 1.0]);
        assert_eq!(words("比2022年翻倍"), [2.0]);
    }
}
