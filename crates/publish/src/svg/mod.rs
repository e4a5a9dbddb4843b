//! SVG: a small writer that escapes, writes short numbers, and dresses a picture for the page or for print.
//!
//! A drawing states geometry: places, sizes, and the stroke widths and font sizes it was laid out for. Its colours come from
//! its classes, in two dresses: [`Dress::Page`] leaves them to `assets/pana.css`, [`Dress::Print`] carries the same colours
//! with it. A class colours one thing, so that the drawing decides what is filled and what is a line:
//!
//! | classes | colour of |
//! | --- | --- |
//! | `map-sea` `map-land` `map-none` `class-1` … `class-5` `bar-country` | fill |
//! | `map-border` `map-dot` `map-here` `map-here-halo` `bar-mean` `axis` `grid` `tick` `series-a` `series-b` `series-c` `break-mark` | stroke |
//! | `mark-open` | fill of the background, stroke of the first series |
//! | `label` `value` | text |

pub(crate) mod step;
pub(crate) mod text;

/// Who colours the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dress {
    /// Inline in HTML: classes only, no style of any kind.
    Page,
    /// For the PDF: the same classes, with a light palette and the font in a style block.
    Print,
}

/// What stands for the picture where it cannot be seen. Both texts are shown as they are given.
#[derive(Clone, Copy, Debug)]
pub struct Alt<'a> {
    /// Beginning of the ids inside the picture: letters, digits and hyphens, unique on the page.
    pub id: &'a str,
    /// The short name: what is shown, of where, when.
    pub title: &'a str,
    /// The same content in words.
    pub desc: &'a str,
}

/// Whether something inside the picture can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// One image; assistive technology reads title and description and does not look inside.
    Image,
    /// A group of links: as an image it would hide them (WAI-ARIA: the children of `img` are presentational).
    Links,
}

/// The class of a line in the colour of the background, under a line or a text that must stand out from what it crosses.
pub(crate) const HALO: &str = "map-here-halo";

/// Colours of [`Dress::Print`]: those of the light page, but for class 1, a little darker here, and land, a little lighter, so that
/// the two differ in greyscale too.
const PRINT_STYLE: &str = "\
.map-sea{fill:#fff}.map-land{fill:#eff2f5}.map-none{fill:#b9c2cc}\
.class-1{fill:#f4e0b2}.class-2{fill:#eebf76}.class-3{fill:#d88a3e}.class-4{fill:#a64f28}.class-5{fill:#5f1f22}\
.map-border{stroke:#fff}.map-dot{stroke:#131b26}.map-here-halo{stroke:#fff}.map-here{stroke:#131b26}\
.bar-country{fill:#12508f}.bar-mean{stroke:#4a5666}\
.axis{stroke:#6b7888}.grid{stroke:#dfe5eb}.tick{stroke:#6b7888}\
.series-a{stroke:#12508f}.series-b{stroke:#8c2f73}.series-c{stroke:#2f7350}.break-mark{stroke:#8a4b00}\
.mark-open{fill:#fff;stroke:#12508f}\
text{font-family:'Golos Text'}.label{fill:#4a5666}.value{fill:#131b26}";

/// A picture being written, from the top down; how high it becomes is said at the end.
#[derive(Debug)]
pub struct Svg<'a> {
    class: &'static str,
    width: f64,
    role: Role,
    alt: Alt<'a>,
    dress: Dress,
    body: String,
    open: Vec<&'static str>,
}

impl<'a> Svg<'a> {
    /// Begins a picture of this class, `width` user units wide: pixels on the page; in print it is scaled to its column.
    pub fn begin(class: &'static str, width: f64, role: Role, alt: &Alt<'a>, dress: Dress) -> Self {
        Self { class, width, role, alt: *alt, dress, body: String::new(), open: Vec::new() }
    }

    /// What the ids inside this picture begin with.
    pub fn id(&self) -> &'a str {
        self.alt.id
    }

    /// Closes what is open and returns the picture, `height` user units high.
    pub fn finish(mut self, height: f64) -> String {
        while !self.open.is_empty() {
            self.close();
        }
        let body = std::mem::take(&mut self.body);
        let (width, alt, dress) = (self.width, self.alt, self.dress);
        let (title, desc) = (format!("{}-title", alt.id), format!("{}-desc", alt.id));
        let (class, role) = (self.class, if self.role == Role::Image { "img" } else { "group" });
        let root = self.start("svg").word("xmlns", "http://www.w3.org/2000/svg").word("class", class);
        let root = root.word("viewBox", &format!("0 0 {} {}", number(width), number(height))).number("width", width);
        // On the page the height follows from the width, also where the page makes the picture narrower.
        let root = if dress == Dress::Print { root.number("height", height) } else { root };
        root.word("role", role).word("aria-labelledby", &title).word("aria-describedby", &desc).open();
        self.start("title").word("id", &title).content(alt.title);
        self.start("desc").word("id", &desc).content(alt.desc);
        if dress == Dress::Print {
            self.start("style").content(PRINT_STYLE);
        }
        self.body.push_str(&body);
        self.close();
        self.body
    }

    /// Starts an element; it ends with [`Element::empty`], [`Element::content`] or [`Element::open`].
    pub fn start(&mut self, name: &'static str) -> Element<'_, 'a> {
        self.body.push('<');
        self.body.push_str(name);
        Element { svg: self, name }
    }

    /// Closes the element opened last.
    pub fn close(&mut self) {
        let name = self.open.pop().expect("close() answers an open()");
        self.body.push_str("</");
        self.body.push_str(name);
        self.body.push('>');
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, width: f64, from: (f64, f64), to: (f64, f64)) {
        let line = self.start("line").word("class", class).number("stroke-width", width);
        line.number("x1", from.0).number("y1", from.1).number("x2", to.0).number("y2", to.1).empty();
    }

    /// A filled rectangle with its upper left corner at (x, y).
    pub fn rect(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let rect = self.start("rect").word("class", class).number("x", x).number("y", y);
        rect.number("width", width).number("height", height).empty();
    }
}

/// An element whose start tag is being written.
#[derive(Debug)]
pub struct Element<'s, 'a> {
    svg: &'s mut Svg<'a>,
    name: &'static str,
}

impl Element<'_, '_> {
    /// An attribute in words, escaped.
    pub fn word(self, name: &str, value: &str) -> Self {
        self.svg.body.push(' ');
        self.svg.body.push_str(name);
        self.svg.body.push_str("=\"");
        escape(&mut self.svg.body, value);
        self.svg.body.push('"');
        self
    }

    /// An attribute that is a number, to two decimals.
    pub fn number(self, name: &str, value: f64) -> Self {
        self.word(name, &number(value))
    }

    /// Ends the tag and leaves the element open for children.
    pub fn open(self) {
        self.svg.body.push('>');
        self.svg.open.push(self.name);
    }

    /// Ends the element with this text inside, escaped.
    pub fn content(self, text: &str) {
        self.svg.body.push('>');
        escape(&mut self.svg.body, text);
        self.svg.body.push_str("</");
        self.svg.body.push_str(self.name);
        self.svg.body.push('>');
    }

    /// Ends the element without content.
    pub fn empty(self) {
        self.svg.body.push_str("/>");
    }
}

/// A number to two decimals without trailing zeros: "12.5", "-3", never "-0".
pub fn number(value: f64) -> String {
    debug_assert!(value.is_finite(), "a place in a drawing is a number, not {value}");
    let hundredths = (value * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    match (rest, rest % 10) {
        (0, _) => format!("{sign}{whole}"),
        (_, 0) => format!("{sign}{whole}.{}", rest / 10),
        _ => format!("{sign}{whole}.{rest:02}"),
    }
}

/// Appends text as XML character data that is also safe between double quotes; characters that XML 1.0 forbids are left out.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => out.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALT: Alt = Alt { id: "m", title: "A & B", desc: "\"less\" < more\u{1}" };

    #[test]
    fn what_is_given_as_text_stays_text() {
        let mut svg = Svg::begin("map", 10.0, Role::Image, &ALT, Dress::Page);
        svg.start("text").word("class", "x\" onload=\"y").content("</text><script>");
        assert_eq!(
            svg.finish(5.0),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"map\" viewBox=\"0 0 10 5\" width=\"10\" role=\"img\" \
             aria-labelledby=\"m-title\" aria-describedby=\"m-desc\"><title id=\"m-title\">A &amp; B</title>\
             <desc id=\"m-desc\">&quot;less&quot; &lt; more</desc>\
             <text class=\"x&quot; onload=&quot;y\">&lt;/text&gt;&lt;script&gt;</text></svg>"
        );
    }

    #[test]
    fn numbers_are_short() {
        let written: Vec<_> = [0.0, -0.001, 12.5, -3.0, 0.257, -0.05, 100.999].iter().map(|&x| number(x)).collect();
        assert_eq!(written, ["0", "0", "12.5", "-3", "0.26", "-0.05", "101"]);
    }

    #[test]
    fn only_print_has_a_style() {
        let page = Svg::begin("map", 1.0, Role::Links, &ALT, Dress::Page).finish(1.0);
        let print = Svg::begin("map", 1.0, Role::Links, &ALT, Dress::Print).finish(1.0);
        assert!(!page.contains("style") && page.contains("role=\"group\""));
        assert!(
            print.contains("<style>.map-sea{fill:") && print.contains("Golos Text") && print.contains("height=\"1\"")
        );
    }

    #[test]
    fn what_is_open_is_closed() {
        let mut svg = Svg::begin("map", 1.0, Role::Image, &ALT, Dress::Page);
        svg.start("g").open();
        svg.line("axis", 1.0, (0.0, 0.0), (1.0, 0.0));
        assert!(svg.finish(1.0).ends_with(" y2=\"0\"/></g></svg>"));
    }
}
