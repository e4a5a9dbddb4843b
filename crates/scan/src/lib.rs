//! What is attached becomes pictures: a photograph or a PDF comes in, and what can be seen of it comes out, page by page.
//!
//! Nothing else of the file is kept: no script, no form, no link, no hidden layer, no place or camera or author. A page is a JPEG of at most
//! [`LONGEST`] pixels a side. This is how Dangerzone (Freedom of the Press Foundation) makes papers of strangers safe to open.
//!
//! | question | answer |
//! | --- | --- |
//! | what kind of file it is | [`form`] |
//! | a photograph or a scan | [`photo`] |
//! | the pages of a PDF | [`paper`] |
//! | the same in a process of its own | [`wall`] |

pub mod form;
mod paper;
mod photo;
pub mod wall;

use form::Form;

/// The longest side of a page, in pixels: an A4 page at 190 dots per inch, so that a stamp can be read.
pub const LONGEST: u32 = 2_200;
/// The most pages of a file.
pub const PAGES: usize = 30;
/// The most bytes of a file: a photograph of fifty million dots has up to twenty million.
pub const BYTES: usize = 24 << 20;
/// The most pixels of a photograph: telephones make up to 50 million as a rule, and each takes four bytes to look at.
pub const PIXELS: u64 = 64_000_000;
/// The quality of the pictures: what is written by hand on a form stays readable, and a page is some 400 kB.
const QUALITY: u8 = 82;

/// A page as a picture: JPEG.
pub type Page = Vec<u8>;

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Nothing in it.
    #[error("empty")]
    Empty,
    /// Neither JPEG, PNG nor PDF.
    #[error("unknown")]
    Unknown,
    /// It begins as one of them and cannot be read.
    #[error("damaged")]
    Damaged,
    /// It asks for a passphrase.
    #[error("locked")]
    Locked,
    /// More than [`BYTES`] or [`PIXELS`].
    #[error("too-large")]
    TooLarge,
    /// More than [`PAGES`].
    #[error("too-many-pages")]
    TooManyPages,
    /// It took more time or memory than is given to any file.
    #[error("too-slow")]
    TooSlow,
}

impl Unfit {
    /// All.
    pub const ALL: [Self; 7] =
        [Self::Empty, Self::Unknown, Self::Damaged, Self::Locked, Self::TooLarge, Self::TooManyPages, Self::TooSlow];

    /// Reads the code that it shows itself by.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unfit| unfit.to_string() == code)
    }
}

/// The pages of a file, in order. May take seconds and some hundred megabytes, and a file that was made to do harm may make it panic: see
/// [`wall`].
///
/// # Errors
/// The reason why nothing is taken.
pub fn pages(file: &[u8]) -> Result<Vec<Page>, Unfit> {
    if file.len() > BYTES {
        return Err(Unfit::TooLarge);
    }
    match Form::of(file)? {
        Form::Jpeg => Ok(vec![photo::page(file, image::ImageFormat::Jpeg)?]),
        Form::Png => Ok(vec![photo::page(file, image::ImageFormat::Png)?]),
        Form::Pdf => paper::pages(file),
    }
}
