//! How a paper is printed.

/// The size of the sheet.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sheet {
    /// 210 × 297 mm: Pakistan and most of the world.
    #[default]
    A4,
    /// 8.5 × 11 in: Canada.
    Letter,
}

impl Sheet {
    /// Its name in CSS.
    pub(crate) fn css(self) -> &'static str {
        match self {
            Sheet::A4 => "A4",
            Sheet::Letter => "letter",
        }
    }

    /// Its name in typst.
    #[cfg(feature = "pdf")]
    pub(crate) fn typst(self) -> &'static str {
        match self {
            Sheet::A4 => "a4",
            Sheet::Letter => "us-letter",
        }
    }
}

/// The style of Urdu letters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Hand {
    /// What readers of Urdu expect. Text copied or searched out of such a PDF is garbled,
    /// because a glyph there is often a part of a letter.
    #[default]
    Nastaliq,
    /// Plainer and denser; copies and searches cleanly.
    Naskh,
}

/// How a document is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Print {
    /// The sheet.
    pub sheet: Sheet,
    /// The style of Urdu letters.
    pub hand: Hand,
}
