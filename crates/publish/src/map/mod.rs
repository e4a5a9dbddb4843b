//! Map: the countries of a region, shaded by class. Where the outlines come from and what they do not imply is in
//! `assets/map/README.md`.

mod atlas;
mod base;
mod class;
mod legend;
mod line;
mod projection;

use std::collections::BTreeMap;

pub use atlas::Atlas;
pub use base::{Base, Frame, Region};
pub use class::{Class, ClassRange, Classes};
pub use legend::Legend;

use crate::svg::{Alt, Dress, Element, HALO, Role, Svg};
use base::Member;
use line::Pixel;

/// One map: a region, what its countries are shaded by, and the country the page is about.
#[derive(Clone, Copy)]
pub struct Map<'a> {
    /// The region, ready to draw.
    pub base: &'a Base,
    /// The class of each member; a member that is missing here has no estimate.
    pub classes: &'a BTreeMap<String, Class>,
    /// The member that is outlined.
    pub here: Option<&'a str>,
    /// Where the members lead; none for a picture that is only looked at.
    pub links: Option<&'a Links<'a>>,
}

/// From an ISO 3166-1 alpha-3 code to where the country leads; none for one that leads nowhere.
pub type Links<'a> = dyn Fn(&str) -> Option<Link> + 'a;

/// Where a country leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The address.
    pub href: String,
    /// The accessible name, such as "Kazakhstan: 11.1 per 1,000".
    pub label: String,
}

/// Radius of the dot of a tiny country, in pixels; the ring around it leaves as much space again.
const DOT: f64 = 4.0;

impl Map<'_> {
    /// The map as SVG. Later covers earlier: outlines, then the country the page is about with its border, then dots.
    pub fn draw(&self, alt: &Alt, dress: Dress) -> String {
        let role = if self.links.is_some() { Role::Links } else { Role::Image };
        let (width, height) = (self.base.width, self.base.height);
        let mut svg = Svg::begin("map", width, role, alt, dress);
        hatch(&mut svg);
        let sea = svg.start("rect").word("class", "map-sea").word("fill", "none");
        sea.number("width", width).number("height", height).empty();
        let outlines = svg.start("g").number("stroke-width", 0.6).word("stroke-linejoin", "round");
        outlines.word("fill-rule", "evenodd").open();
        svg.start("path").word("class", "map-land map-border").word("d", &self.base.surroundings).empty();
        let shown = |member: &&Member| !member.path.is_empty() || member.dot.is_some();
        let mut members: Vec<&Member> = self.base.members.iter().filter(shown).collect();
        members.sort_by_key(|member| (member.dot.is_some(), self.is_here(member)));
        for member in members {
            self.linked(&mut svg, member, |svg| match member.dot {
                None if self.is_here(member) => self.highlight(svg, member),
                None => self.outline(svg, member),
                Some(dot) => self.dot(svg, member, dot),
            });
        }
        svg.finish(height)
    }

    fn is_here(&self, member: &Member) -> bool {
        self.here == Some(member.iso3.as_str())
    }

    fn linked(&self, svg: &mut Svg, member: &Member, draw: impl FnOnce(&mut Svg)) {
        match self.links.and_then(|links| links(&member.iso3)) {
            Some(link) => {
                svg.start("a").word("href", &link.href).open();
                svg.start("title").content(&link.label);
                draw(svg);
                svg.close();
            }
            None => draw(svg),
        }
    }

    /// Starts an element in these classes and the colour of its member: the class, or hatching where there is no estimate.
    fn filled<'s, 'a>(
        &self,
        svg: &'s mut Svg<'a>,
        name: &'static str,
        classes: &str,
        member: &Member,
    ) -> Element<'s, 'a> {
        match self.classes.get(&member.iso3) {
            Some(class) => svg.start(name).word("class", format!("{classes} {}", class.css()).trim_start()),
            None => {
                let hatch = format!("url(#{}-hatch)", svg.id());
                let element = svg.start(name).word("fill", &hatch);
                if classes.is_empty() { element } else { element.word("class", classes) }
            }
        }
    }

    /// What can be seen of a country.
    fn outline(&self, svg: &mut Svg, member: &Member) {
        if !member.path.is_empty() {
            self.filled(svg, "path", "map-border", member).word("d", &member.path).empty();
        }
    }

    /// A country too small to be seen: what there is of its outline, a dot, and a ring when the page is about it.
    fn dot(&self, svg: &mut Svg, member: &Member, (x, y): Pixel) {
        self.outline(svg, member);
        let dot = self.filled(svg, "circle", "map-border map-dot", member).number("stroke-width", 0.8);
        dot.number("cx", x).number("cy", y).number("r", DOT).empty();
        if self.is_here(member) {
            ring(svg, (x, y), 2.0 * DOT);
        }
    }

    /// The country the page is about: a light line outside a dark one, so that it stands out on every shade and in greyscale.
    /// The path has its own fill and takes its stroke from where it is used.
    fn highlight(&self, svg: &mut Svg, member: &Member) {
        let id = format!("{}-here", svg.id());
        svg.start("g").word("class", HALO).number("stroke-width", 3.6).open();
        self.filled(svg, "path", "", member).word("id", &id).word("d", &member.path).empty();
        svg.close();
        let border = svg.start("use").word("class", "map-here").number("stroke-width", 1.2);
        border.word("href", &format!("#{id}")).empty();
        if let Some((centre, radius)) = member.ring {
            ring(svg, centre, radius);
        }
    }
}

/// Draws the eye to a place: dark between two light lines.
fn ring(svg: &mut Svg, (x, y): Pixel, radius: f64) {
    for (class, width) in [(HALO, 3.6), ("map-here", 1.6)] {
        let ring = svg.start("circle").word("class", class).word("fill", "none").number("stroke-width", width);
        ring.number("cx", x).number("cy", y).number("r", radius).empty();
    }
}

/// Hatching for "no estimate": told from every shade by its pattern, also in greyscale.
fn hatch(svg: &mut Svg) {
    let id = format!("{}-hatch", svg.id());
    let pattern = svg.start("pattern").word("id", &id).word("patternUnits", "userSpaceOnUse");
    pattern.number("width", 5.0).number("height", 5.0).word("patternTransform", "rotate(45)").open();
    svg.rect("map-none", (0.0, 0.0), (5.0, 5.0));
    svg.line("map-border", 2.0, (1.0, 0.0), (1.0, 5.0));
    svg.close();
}

#[cfg(test)]
mod tests {
    use super::atlas::tests::world;
    use super::base::tests::eca;
    use super::*;

    const ALT: Alt = Alt { id: "map", title: "Prevalence", desc: "By country" };

    fn draw(members: &[&str], here: &str, links: Option<&Links>) -> String {
        let base = world().prepare(&eca(members), 700.0).expect("all are in the atlas");
        let classes =
            members.iter().zip(1..).filter_map(|(iso3, number)| Some(((*iso3).to_owned(), Class::new(number)?)));
        Map { base: &base, classes: &classes.collect(), here: Some(here), links }.draw(&ALT, Dress::Page)
    }

    /// Where each of these stands in the text; all of them are there.
    fn order(svg: &str, parts: &[&str]) -> Vec<usize> {
        parts.iter().map(|part| svg.find(part).unwrap_or_else(|| panic!("no {part} in the map"))).collect()
    }

    #[test]
    fn every_member_has_its_class_and_one_without_estimate_is_hatched() {
        let svg = draw(&["KAZ", "UZB", "KGZ", "TJK", "TKM", "MNE"], "", None);
        for class in ["class-1", "class-2", "class-3", "class-4", "class-5"] {
            assert_eq!(svg.matches(&format!("class=\"map-border {class}\"")).count(), 1, "{class}");
        }
        assert_eq!(svg.matches("fill=\"url(#map-hatch)\"").count(), 1);
        assert!(!svg.contains("map-here") && !svg.contains("style") && !svg.contains("NaN"));
    }

    #[test]
    fn the_country_the_page_is_about_covers_its_neighbours_and_dots_cover_all() {
        let at =
            order(&draw(&["MLT", "KAZ", "RUS"], "KAZ", None), &["map-land", "class-3", "id=\"map-here\"", "class-1"]);
        assert!(at.is_sorted(), "{at:?}");
        let at = order(&draw(&["MLT", "KAZ", "LIE"], "MLT", None), &["class-2", "class-3", "class-1", "map-here"]);
        assert!(at.is_sorted(), "{at:?}");
    }

    #[test]
    fn a_linked_country_has_an_address_and_a_name() {
        let links = |iso3: &str| {
            (iso3 != "MLT").then(|| Link { href: format!("/kk/{iso3}?a&b"), label: format!("{iso3}: <11.1>") })
        };
        let svg = draw(&["KAZ", "MLT"], "", Some(&links));
        assert!(svg.contains(
            "<a href=\"/kk/KAZ?a&amp;b\"><title>KAZ: &lt;11.1&gt;</title><path class=\"map-border class-1\""
        ));
        assert_eq!((svg.matches("<a ").count(), svg.matches("role=\"group\"").count()), (1, 1));
    }

    #[test]
    fn a_country_outside_the_frame_is_no_empty_link() {
        let links = |iso3: &str| Some(Link { href: iso3.to_owned(), label: iso3.to_owned() });
        assert_eq!(draw(&["KAZ", "NZL"], "NZL", Some(&links)).matches("<a ").count(), 1);
    }

    #[test]
    fn the_same_map_is_the_same_bytes() {
        let map = || draw(&["KAZ", "MLT", "RUS", "FRA"], "FRA", None);
        assert_eq!(map(), map());
    }
}
