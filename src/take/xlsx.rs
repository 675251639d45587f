//! A workbook of two sheets, data and source, in the few parts that Excel, WPS and LibreOffice ask for.
use super::sheet::{Cell, Sheet};
use super::zip::stored;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// A table as an XLSX file. Numbers are numbers, everything else is text; nothing is a formula.
pub fn xlsx(sheet: &Sheet) -> Vec<u8> {
    let mut strings = Strings::default();
    let data = data_sheet(sheet, &mut strings);
    let notes = notes_sheet(sheet, &mut strings);
    let parts = [
        ("[Content_Types].xml", content_types()),
        (
            "_rels/.rels",
            relations(&[("officeDocument", "xl/workbook.xml")]),
        ),
        ("xl/workbook.xml", workbook(sheet)),
        (
            "xl/_rels/workbook.xml.rels",
            relations(&[
                ("worksheet", "worksheets/sheet1.xml"),
                ("worksheet", "worksheets/sheet2.xml"),
                ("styles", "styles.xml"),
                ("sharedStrings", "sharedStrings.xml"),
            ]),
        ),
        ("xl/styles.xml", styles()),
        ("xl/sharedStrings.xml", strings.part()),
        ("xl/worksheets/sheet1.xml", data),
        ("xl/worksheets/sheet2.xml", notes),
    ];
    let parts = parts.map(|(name, xml)| (name, [HEAD, &xml].concat().into_bytes()));
    stored(&parts)
}

/// Texts, each once: names and links repeat from row to row.
#[derive(Default)]
struct Strings {
    known: std::collections::BTreeMap<String, usize>,
    order: Vec<String>,
    uses: usize,
}

impl Strings {
    fn place(&mut self, text: &str) -> usize {
        self.uses += 1;
        if let Some(&place) = self.known.get(text) {
            return place;
        }
        self.order.push(text.to_owned());
        self.known.insert(text.to_owned(), self.order.len() - 1);
        self.order.len() - 1
    }

    fn part(&self) -> String {
        let (uses, count) = (self.uses.to_string(), self.order.len().to_string());
        let mut out = [
            "<sst xmlns=\"",
            MAIN,
            "\" count=\"",
            &uses,
            "\" uniqueCount=\"",
            &count,
            "\">",
        ]
        .concat();
        for text in &self.order {
            out.push_str("<si><t xml:space=\"preserve\">");
            out.push_str(&escaped(text));
            out.push_str("</t></si>");
        }
        out + "</sst>"
    }
}

fn data_sheet(sheet: &Sheet, strings: &mut Strings) -> String {
    let (width, height) = (sheet.columns.len(), sheet.rows.len() + 1);
    let corner = [column(width.saturating_sub(1)), height.to_string()].concat();
    let mut out = [
        "<worksheet xmlns=\"",
        MAIN,
        "\"><dimension ref=\"A1:",
        &corner,
    ]
    .concat();
    // The headings stay in sight.
    out.push_str("\"/><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
    for at in 0..width {
        let of_column = sheet.rows.iter().take(200).map(|row| match &row[at] {
            Cell::Text(text) => columns_wide(text),
            Cell::Number(number) => number.to_string().len(),
        });
        let widest = of_column.chain([columns_wide(&sheet.columns[at])]).max();
        let widest = (widest.unwrap_or(8) + 2).clamp(8, 48).to_string();
        let at = (at + 1).to_string();
        for part in [
            "<col min=\"",
            &at,
            "\" max=\"",
            &at,
            "\" width=\"",
            &widest,
            "\" customWidth=\"1\"/>",
        ] {
            out.push_str(part);
        }
    }
    out.push_str("</cols><sheetData>");
    let titles = sheet.columns.iter().map(|title| Cell::Text(title.clone()));
    let titles: Vec<Cell> = titles.collect();
    row(&mut out, 1, &titles, true, strings);
    for (at, cells) in sheet.rows.iter().enumerate() {
        row(&mut out, at + 2, cells, false, strings);
    }
    out.push_str("</sheetData><autoFilter ref=\"A1:");
    out.push_str(&corner);
    out + "\"/></worksheet>"
}

fn notes_sheet(sheet: &Sheet, strings: &mut Strings) -> String {
    let mut out = ["<worksheet xmlns=\"", MAIN, "\"><cols><col min=\"1\" max=\"1\" width=\"14\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"100\" customWidth=\"1\"/></cols><sheetData>"].concat();
    for (at, note) in sheet.notes.iter().enumerate() {
        let cells = note.clone().map(Cell::Text);
        row(&mut out, at + 1, &cells, false, strings);
    }
    out + "</sheetData></worksheet>"
}

fn row(out: &mut String, number: usize, cells: &[Cell], bold: bool, strings: &mut Strings) {
    let number = number.to_string();
    out.push_str("<row r=\"");
    out.push_str(&number);
    out.push_str("\">");
    for (at, cell) in cells.iter().enumerate() {
        let (kind, value) = match cell {
            Cell::Text(text) if text.is_empty() => continue,
            Cell::Text(text) => ("\" t=\"s\"><v>", strings.place(text).to_string()),
            Cell::Number(number) => ("\"><v>", number.to_string()),
        };
        let style = if bold { "\" s=\"1" } else { "" };
        for part in [
            "<c r=\"",
            &column(at),
            &number,
            style,
            kind,
            &value,
            "</v></c>",
        ] {
            out.push_str(part);
        }
    }
    out.push_str("</row>");
}

/// The letters of a column: A, Z, AA.
fn column(at: usize) -> String {
    let mut out = String::new();
    if at >= 26 {
        out = column(at / 26 - 1);
    }
    out.push((b'A' + (at % 26) as u8) as char);
    out
}

/// How many digits wide a text is; Chinese characters take two.
fn columns_wide(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

fn workbook(sheet: &Sheet) -> String {
    let mut out = [
        "<workbook xmlns=\"",
        MAIN,
        "\" xmlns:r=\"",
        LINKS,
        "\"><sheets>",
    ]
    .concat();
    for (name, id) in [(&sheet.name, "1"), (&sheet.notes_name, "2")] {
        for part in [
            "<sheet name=\"",
            &escaped(name),
            "\" sheetId=\"",
            id,
            "\" r:id=\"rId",
            id,
            "\"/>",
        ] {
            out.push_str(part);
        }
    }
    out + "</sheets></workbook>"
}

fn relations(targets: &[(&str, &str)]) -> String {
    let mut out = ["<Relationships xmlns=\"", PACKAGE, "/relationships\">"].concat();
    for (at, (kind, target)) in targets.iter().enumerate() {
        let id = (at + 1).to_string();
        for part in [
            "<Relationship Id=\"rId",
            &id,
            "\" Type=\"",
            LINKS,
            "/",
            kind,
            "\" Target=\"",
            target,
            "\"/>",
        ] {
            out.push_str(part);
        }
    }
    out + "</Relationships>"
}

fn content_types() -> String {
    let mut out = ["<Types xmlns=\"", PACKAGE, "/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"].concat();
    for (part, kind) in [
        ("workbook", "sheet.main"),
        ("worksheets/sheet1", "worksheet"),
        ("worksheets/sheet2", "worksheet"),
        ("styles", "styles"),
        ("sharedStrings", "sharedStrings"),
    ] {
        for piece in [
            "<Override PartName=\"/xl/",
            part,
            ".xml\" ContentType=\"",
            TYPE,
            kind,
            "+xml\"/>",
        ] {
            out.push_str(piece);
        }
    }
    out + "</Types>"
}

/// Two styles: plain, and bold for headings.
fn styles() -> String {
    const NONE: &str = "<border><left/><right/><top/><bottom/><diagonal/></border>";
    ["<styleSheet xmlns=\"", MAIN, "\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\">", NONE, "</borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs><cellXfs count=\"2\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/><xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"].concat()
}

/// A text inside XML; what XML cannot hold is left out.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}
