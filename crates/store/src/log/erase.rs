//! Taking content out of the log.

use super::Act;
use crate::boxed;
use crate::{Error, Kind, Refusal, Value, Write};

impl Write {
    /// Removes what the log holds of these entries' content, before and after; that they happened stays,
    /// and the chain still verifies. The erasure is an entry itself, which names the positions.
    ///
    /// # Errors
    /// [`Error::Refused`] when one of them is not in the log, or is an erasure itself.
    #[boxed]
    pub async fn erase(&mut self, positions: &[i64]) -> Result<(), Error> {
        self.sound()?;
        let mut positions = positions.to_vec();
        positions.sort_unstable();
        positions.dedup();
        for at in &positions {
            let sql = "SELECT act FROM log WHERE position = $1";
            let rows = self.ask(sql, &[Value::Int(*at)], &[Kind::Text]).await?;
            let act = rows.first().and_then(|row| row.first()).map_or("", Value::text);
            if act.is_empty() || act == Act::Erase.as_str() {
                let why = Refusal::NotErasable;
                return Err(Error::Refused { table: "log", id: at.to_string(), why });
            }
            self.run("DELETE FROM log_payload WHERE position = $1", &[Value::Int(*at)]).await?;
        }
        if !positions.is_empty() {
            let list: Vec<String> = positions.iter().map(i64::to_string).collect();
            let body = format!("[{}]", list.join(","));
            self.draft(Act::Erase, "log", String::new(), None, Some(body));
        }
        Ok(())
    }
}
