//! What people hand in becomes posts and skills, with findings.
//!
//! Three doors: a table (CSV, Excel, JSON Lines) through a [`Mapping`], canonical posts as
//! JSON Lines, and running text ([`words`]). All take bytes or text and return values;
//! nothing here touches a disk, a clock or chance. Whatever is handed in, the answer is
//! values and [findings](pul_domain::Finding), never a panic.
//!
//! `docs/import.md` is the manual of the first two, `docs/skills-from-words.md` of the third.

mod import;
mod mapping;
mod table;
pub mod words;

pub use import::{Event, Imported, Importer, Summary, Taken, check_post, import, import_posts};
pub use mapping::{Mapping, TakeAs};
pub use table::{Format, Input, LARGEST_FIELD};
pub use words::{Mention, Words, read_role, read_skills};
