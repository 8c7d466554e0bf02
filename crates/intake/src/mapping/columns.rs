//! The columns a mapping reads, each numbered once.

/// Numbers columns in the order they are first named.
#[derive(Debug, Default)]
pub(super) struct Columns(pub Vec<String>);

impl Columns {
    /// The number of a column.
    pub fn number(&mut self, name: &str) -> usize {
        let name = name.trim();
        match self.0.iter().position(|known| known == name) {
            Some(at) => at,
            None => {
                self.0.push(name.to_owned());
                self.0.len() - 1
            }
        }
    }
}
