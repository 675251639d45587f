//! Folding text to the form in which it is compared, and cutting it into words.

/// Brings text to the form in which it is compared: lower case, full-width forms as
/// their ordinary ones, raised and lowered digits and Latin ligatures as plain
/// letters, any white space as one space character, invisible marks gone.
///
/// This is the part of NFKC that readers of Chinese and Latin text meet; the full
/// tables would outweigh the rest of the program. Folding twice changes nothing.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// [`fold`] at the end of a string.
pub(super) fn fold_into(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            // Nearly all text is of these two kinds, which need no tables.
            '\0'..='\u{7f}' if c.is_whitespace() => out.push(' '),
            '\0'..='\u{7f}' => out.push(c.to_ascii_lowercase()),
            '\u{4e00}'..='\u{9fff}' => out.push(c),
            // Soft hyphen, zero-width characters and the byte order mark.
            '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => {}
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            c if c.is_whitespace() => out.push(' '),
            c => out.extend(plain(c).to_lowercase()),
        }
    }
}

/// The ordinary form of a character that has a single one.
fn plain(c: char) -> char {
    let moved = |first: char, to: char| {
        char::from_u32(c as u32 - first as u32 + to as u32).expect("a letter or digit")
    };
    match c {
        '！'..='～' => moved('！', '!'),
        '²'..='³' => moved('²', '2'),
        '¹' => '1',
        '⁰' => '0',
        '⁴'..='⁹' => moved('⁴', '4'),
        '₀'..='₉' => moved('₀', '0'),
        _ => c,
    }
}

/// What a character is to a search.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Part of a word that is found by its beginning.
    Word,
    /// Part of a run that is found by any part of it.
    Cjk,
    /// What stands between them.
    Gap,
}

fn kind(c: char) -> Kind {
    match c {
        'a'..='z' | '0'..='9' => Kind::Word,
        '\0'..='/' => Kind::Gap,
        '\u{4e00}'..='\u{9fff}' => Kind::Cjk,
        // Combining accents belong to the letter before them.
        '\u{300}'..='\u{36f}' => Kind::Word,
        _ if !c.is_alphanumeric() => Kind::Gap,
        '\u{1100}'..='\u{11ff}'
        | '\u{3005}'..='\u{31ff}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff66}'..='\u{ffdc}'
        | '\u{20000}'..='\u{3ffff}' => Kind::Cjk,
        _ => Kind::Word,
    }
}

/// The longest stretches of one kind in folded text, without the gaps.
pub(super) fn stretches(text: &str) -> impl Iterator<Item = (Kind, &str)> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let this = kind(rest.chars().next()?);
        let end = rest.find(|c| kind(c) != this).unwrap_or(rest.len());
        let (stretch, after) = rest.split_at(end);
        rest = after;
        Some((this, stretch))
    })
    .filter(|(kind, _)| *kind != Kind::Gap)
}
