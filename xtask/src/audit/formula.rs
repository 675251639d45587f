//! The formula of a computed value: numbers, + - × ÷, brackets, `%`.

use super::text::narrow;

/// What a formula comes to, with the numbers it is made of. None if it is no formula.
pub fn evaluate(formula: &str) -> Option<(f64, Vec<f64>)> {
    let mut reader = Reader {
        rest: formula
            .chars()
            .map(narrow)
            .filter(|c| !c.is_whitespace())
            .collect(),
        numbers: Vec::new(),
    };
    reader.rest.reverse();
    let value = reader.sum()?;
    let whole = reader.rest.is_empty() && value.is_finite();
    whole.then_some((value, reader.numbers))
}

struct Reader {
    /// What is still to be read, last character first.
    rest: Vec<char>,
    numbers: Vec<f64>,
}

impl Reader {
    fn sum(&mut self) -> Option<f64> {
        let mut value = self.product()?;
        while let Some(sign) = self.next("+-−") {
            let other = self.product()?;
            value += if sign == '+' { other } else { -other };
        }
        Some(value)
    }

    fn product(&mut self) -> Option<f64> {
        let mut value = self.factor()?;
        while let Some(sign) = self.next("*/×÷") {
            let other = self.factor()?;
            value = if "*×".contains(sign) {
                value * other
            } else {
                value / other
            };
        }
        Some(value)
    }

    fn factor(&mut self) -> Option<f64> {
        let value = if self.next("(").is_some() {
            let value = self.sum()?;
            self.next(")")?;
            value
        } else {
            let mut digits = String::new();
            while let Some(c) = self.next("0123456789.") {
                digits.push(c);
            }
            let number = digits.parse().ok()?;
            self.numbers.push(number);
            number
        };
        Some(if self.next("%").is_some() {
            value / 100.0
        } else {
            value
        })
    }

    fn next(&mut self, wanted: &str) -> Option<char> {
        let c = *self.rest.last().filter(|&&c| wanted.contains(c))?;
        self.rest.pop();
        Some(c)
    }
}

/// Whether a value is what a result is when rounded to the value's own precision:
/// 5130 may stand for anything from 5125 to 5135, 2.39 from 2.385 to 2.395.
pub fn rounds_to(result: f64, value: f64) -> bool {
    let text = value.abs().to_string();
    let step = match text.split_once('.') {
        Some((_, decimals)) => 0.1f64.powi(decimals.len() as i32),
        None => {
            let zeros = text.len() - text.trim_end_matches('0').len();
            10f64.powi(zeros.min(text.len() - 1) as i32)
        }
    };
    (result - value).abs() <= step / 2.0 + 1e-9
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_calculated() {
        let of = |formula| evaluate(formula).map(|(value, _)| value);
        assert_eq!(of("252 / 9"), Some(28.0));
        assert_eq!(of("(1 + 2) × 4 - 6 ÷ 3"), Some(10.0));
        assert_eq!(of("200 / (1 + 25%)"), Some(160.0));
        for bad in ["一分钟 = 1分钟", "", "2 +", "1 / 0", "(1"] {
            assert_eq!(of(bad), None, "{bad}");
        }
        assert_eq!(evaluate("252 / 9").unwrap().1, [252.0, 9.0]);
    }

    #[test]
    fn a_value_is_as_precise_as_it_is_written() {
        assert!(rounds_to(5130.04, 5130.0));
        assert!(!rounds_to(5130.04, 5131.0));
        assert!(rounds_to(2.388, 2.39));
        assert!(!rounds_to(2.388, 2.3));
        assert!(!rounds_to(28.0, 29.0));
        assert!(!rounds_to(28.0, 280.0));
    }
}
