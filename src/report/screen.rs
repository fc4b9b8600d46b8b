//! For whom a text is set: the language of its reader, and how wide the screen is.

use super::table::{Table, WIDTH, wrap};
use crate::{language::Language, say};

/// The screen, or the file, that a text is set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// The language of the reader.
    pub language: Language,
    width: usize,
    /// Whether tables keep all their columns, however wide they are.
    whole: bool,
}

impl Screen {
    /// A screen of this width, in characters as displayed.
    pub fn new(language: Language, width: usize) -> Self {
        Self { language, width, whole: false }
    }

    /// A file: as wide as a usual screen.
    pub fn of_file(language: Language) -> Self {
        Self::new(language, WIDTH)
    }

    /// The same, where tables keep all their columns if `whole`.
    pub fn with_whole_tables(self, whole: bool) -> Self {
        Self { whole, ..self }
    }

    /// Whether tables keep all their columns, and say all they can.
    pub fn is_whole(self) -> bool {
        self.whole
    }

    /// Its width.
    pub fn width(self) -> usize {
        self.width
    }

    /// A paragraph, indented by two spaces.
    pub fn paragraph(self, text: &str) -> String {
        self.wrap(text, "  ")
    }

    /// A paragraph with this indent.
    pub fn wrap(self, text: &str, indent: &str) -> String {
        wrap(text, self.width, indent)
    }

    /// A heading after an empty line.
    pub(super) fn section(self, title: &str) -> String {
        format!("\n{}", self.wrap(title, ""))
    }

    /// A table; where there is no room for some columns, how many.
    pub fn table(self, table: &Table) -> String {
        let (text, missing) = table.fit(if self.whole { usize::MAX } else { self.width });
        match missing {
            0 => text,
            n => text + &self.paragraph(&say!(self.language, "terminal-columns-left-out", n = n)),
        }
    }

    /// The rows of a table, without its heading.
    pub(super) fn rows(self, table: &Table) -> String {
        let mut bare = table.clone();
        bare.columns.iter_mut().for_each(|(name, _)| name.clear());
        let text = self.table(&bare);
        text.split_once('\n').map_or_else(String::new, |(_, rows)| rows.to_owned())
    }
}
