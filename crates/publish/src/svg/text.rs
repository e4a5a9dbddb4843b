//! Text: how wide a label will be, and where to break it. A guess that errs on the wide side, because a drawing cannot ask.

use crate::svg::{HALO, Svg};

/// How a text is set. Its size is that of `svg text` in `assets/pana.css`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Face {
    class: &'static str,
    bold: bool,
}

/// Names, ticks, keys.
pub(crate) const LABEL: Face = Face { class: "label", bold: false };
/// Values.
pub(crate) const VALUE: Face = Face { class: "value", bold: true };

/// Of every text, in user units.
const SIZE: f64 = 13.0;
/// From one line to the next.
pub(crate) const LEADING: f64 = 17.0;
/// From the top of a line to its baseline, so that the capitals (0.7 em in Golos Text) stand in the middle of the line.
pub(crate) const BASELINE: f64 = (LEADING + 0.7 * SIZE) / 2.0;

/// Which part of the text stands at its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

impl Face {
    /// At least the width of the text in Golos Text, for the letters of English, Russian and Kazakh.
    pub fn width(self, text: &str) -> f64 {
        let weight = if self.bold { 1.05 } else { 1.0 };
        text.chars().map(advance).sum::<f64>() * SIZE * weight
    }

    /// The text in lines of at most `width`, broken at spaces; a word that is longer than a line is broken inside.
    pub fn wrap(self, text: &str, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            match lines.last_mut() {
                Some(line) if self.width(line) + self.width(" ") + self.width(word) <= width => {
                    line.push(' ');
                    line.push_str(word);
                }
                _ => lines.extend(self.break_word(word, width)),
            }
        }
        lines
    }

    fn break_word(self, word: &str, width: f64) -> Vec<String> {
        let mut parts = vec![word.to_owned()];
        while let Some(rest) = parts.pop() {
            let fits = |end: &usize| self.width(&rest[..*end]) + self.width("-") <= width;
            let ends = rest.char_indices().map(|(at, _)| at).skip(1);
            match ends.take_while(fits).last().filter(|_| self.width(&rest) > width) {
                Some(end) => parts.extend([format!("{}-", &rest[..end]), rest[end..].to_owned()]),
                None => {
                    parts.push(rest);
                    break;
                }
            }
        }
        parts
    }

    /// Writes one line with its baseline at y.
    pub fn write(self, svg: &mut Svg, anchor: Anchor, (x, y): (f64, f64), text: &str) {
        let element = svg.start("text").word("class", self.class).number("font-size", SIZE);
        let element = if self.bold { element.word("font-weight", "700") } else { element };
        let element = match anchor {
            Anchor::Start => element,
            Anchor::Middle => element.word("text-anchor", "middle"),
            Anchor::End => element.word("text-anchor", "end"),
        };
        element.number("x", x).number("y", y).content(text);
    }

    /// Writes one line that stands out from the lines it crosses.
    pub fn write_over(self, svg: &mut Svg, anchor: Anchor, at: (f64, f64), text: &str) {
        let halo = svg.start("g").word("class", HALO).number("stroke-width", 4.0);
        halo.word("stroke-linejoin", "round").word("paint-order", "stroke").open();
        self.write(svg, anchor, at, text);
        svg.close();
    }
}

/// Lines below each other, each in its face.
#[derive(Clone, Debug, Default)]
pub(crate) struct Block(Vec<(Face, String)>);

impl Block {
    /// This text below what is there, in lines of at most `width`.
    pub fn with(mut self, face: Face, text: &str, width: f64) -> Self {
        self.0.extend(face.wrap(text, width).into_iter().map(|line| (face, line)));
        self
    }

    /// How many lines.
    pub fn lines(&self) -> usize {
        self.0.len()
    }

    /// From the top of the first line to the bottom of the last.
    pub fn height(&self) -> f64 {
        self.lines() as f64 * LEADING
    }

    /// At least the width of the longest line.
    pub fn width(&self) -> f64 {
        self.0.iter().map(|(face, line)| face.width(line)).fold(0.0, f64::max)
    }

    /// Writes the lines from `top` down.
    pub fn write(&self, svg: &mut Svg, anchor: Anchor, (x, top): (f64, f64)) {
        for (at, (face, line)) in self.0.iter().enumerate() {
            face.write(svg, anchor, (x, top + at as f64 * LEADING + BASELINE), line);
        }
    }
}

/// Advance widths of Golos Text Regular in em, rounded up to a few groups (`hmtx` table of npm `@fontsource/golos-text` 5.3.0).
fn advance(letter: char) -> f64 {
    match letter {
        ' ' | '\u{a0}' | '\u{202f}' => 0.26,
        'i' | 'j' | 'l' | 'I' | 'і' | 'І' | 'ї' | '.' | ',' | ':' | ';' | '!' | '\'' | '’' | '|' => 0.33,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '"' | '/' | '1' | 'г' | 'ғ' | 'т' => 0.5,
        'м' | 'ы' | 'ф' | 'ю' | 'ж' | 'ш' | 'w' => 0.82,
        'щ' | 'm' | '%' | '…' | '—' => 0.94,
        'M' | 'W' | 'М' | 'Ф' | 'Ж' | 'Ш' | 'Щ' | 'Ю' | 'Ы' | '@' => 1.0,
        _ if letter.is_uppercase() => 0.77,
        _ => 0.62,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Text, width in em in regular, in bold.
    const MEASURED: [(&str, f64, f64); 10] = [
        ("Kazakhstan: 11.1 per 1,000", 12.65, 13.04),
        ("Government response to modern slavery", 19.56, 19.83),
        ("Зардап шеккендерді қолдау және оларды қалпына келтіру", 29.17, 29.76),
        ("Проблемы государственного управления", 20.55, 20.9),
        ("Құқық қорғау және қылмыстық сот төрелігі", 21.58, 22.17),
        ("Мемлекеттік және жекеменшік жеткізу тізбектері", 24.75, 25.32),
        ("Ең осал топтардың құқықтарынан айырылуы", 22.18, 22.77),
        ("United Kingdom of Great Britain and Northern Ireland", 25.57, 25.76),
        ("−12.5", 2.5, 2.63),
        ("100", 1.73, 1.81),
    ];

    /// Measured with fontTools in GolosText_400Regular.ttf and GolosText_700Bold.ttf: sums of `hmtx`, in em.
    #[test]
    fn a_text_is_never_wider_than_the_guess() {
        for (text, regular, bold) in MEASURED {
            for (face, em) in [(LABEL, regular), (VALUE, bold)] {
                let (guess, width) = (face.width(text), em * SIZE);
                assert!(width <= guess && guess <= 1.25 * width, "{text}: {width} {guess}");
            }
        }
    }

    #[test]
    fn lines_are_no_longer_than_asked_and_nothing_is_lost() {
        let text = "Зардап шеккендерді қолдау және оларды қалпына келтіру";
        for width in [40.0, 90.0, 150.0, 400.0] {
            let lines = LABEL.wrap(text, width);
            assert!(lines.iter().all(|line| LABEL.width(line) <= width), "{width}: {lines:?}");
            let letters = |text: &str| text.replace(['-', ' '], "");
            assert_eq!(letters(&lines.concat()), letters(text));
        }
        assert_eq!(LABEL.wrap("one two", 500.0), ["one two"]);
        assert!(LABEL.wrap("", 500.0).is_empty());
    }
}
