//! What kind of file it is. Only its own first bytes say: neither its name nor what the browser calls it counts.

use crate::Unfit;

/// A kind of file that is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// ISO/IEC 10918-1.
    Jpeg,
    /// ISO/IEC 15948.
    Png,
    /// ISO 32000.
    Pdf,
}

impl Form {
    /// The kind of a file.
    ///
    /// # Errors
    /// [`Unfit::Empty`], [`Unfit::Unknown`].
    pub fn of(file: &[u8]) -> Result<Self, Unfit> {
        match file {
            [] => Err(Unfit::Empty),
            [0xff, 0xd8, 0xff, ..] => Ok(Self::Jpeg),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Ok(Self::Png),
            [b'%', b'P', b'D', b'F', b'-', ..] => Ok(Self::Pdf),
            _ => Err(Unfit::Unknown),
        }
    }
}
