//! Migrations: forward only, each in one transaction, the same text for both engines.

use crate::boxed;
use crate::canonical::hex;
use crate::engine::{Dialect, Tx};
use crate::{Error, Kind, Store, Value, tables};
use sha2::{Digest, Sha256};

/// The lock that lets one node migrate at a time on PostgreSQL: "pul mig" as a number.
const LOCK: i64 = 0x0070_756c_206d_6967;

/// A step of the schema. Once released it is never edited; a change is a further step.
struct Migration {
    name: &'static str,
    statements: &'static [&'static [&'static str]],
}

/// Every step, in order. The number of a step is its place, from 1.
const ALL: &[Migration] = &[
    Migration { name: "first", statements: tables::FIRST },
    Migration { name: "missions", statements: tables::MISSIONS },
    Migration { name: "mission-days", statements: tables::MISSION_DAYS },
    Migration { name: "mission-offers", statements: tables::MISSION_OFFERS },
];

/// How many steps this program knows.
pub const SCHEMA: i64 = ALL.len() as i64;

impl Migration {
    fn sum(&self) -> String {
        let mut sum = Sha256::new();
        for statement in self.statements.iter().flat_map(|group| group.iter()) {
            sum.update(statement.as_bytes());
            sum.update(b"\n");
        }
        hex(&sum.finalize())
    }
}

/// Steps the database has had, by number, with their sums.
#[boxed]
async fn had(tx: &mut Tx) -> Result<Vec<(i64, String)>, Error> {
    let rows = tx.ask("SELECT number, sum FROM migration ORDER BY number", &[], &[Kind::Int, Kind::Text]);
    Ok(rows.await?.into_iter().map(|row| (row[0].int(), row[1].text().to_owned())).collect())
}

fn check(had: &[(i64, String)]) -> Result<(), Error> {
    let found = had.last().map_or(0, |(number, _)| *number);
    let known = |(number, sum): &(i64, String)| {
        usize::try_from(number - 1).ok().and_then(|i| ALL.get(i)).is_some_and(|m| m.sum() == *sum)
    };
    let differs = found <= SCHEMA && !had.iter().all(known);
    if found > SCHEMA || differs {
        return Err(Error::Schema { found, known: SCHEMA, differs });
    }
    Ok(())
}

impl Store {
    /// Brings the tables up to what this program knows; the names of the steps taken. Safe to call from
    /// many nodes at once.
    ///
    /// # Errors
    /// [`Error::Schema`] when the database is newer than the program, or one of its steps differs.
    #[boxed]
    pub async fn migrate(&self) -> Result<Vec<&'static str>, Error> {
        let mut tx = self.engine.begin().await?;
        let dialect = tx.dialect();
        if dialect == Dialect::Postgres {
            // Another node's migration may take its time.
            tx.run("SET LOCAL lock_timeout = 0", &[]).await?;
            tx.run(&format!("SELECT pg_advisory_xact_lock({LOCK})"), &[]).await?;
        }
        let made = "CREATE TABLE IF NOT EXISTS migration (number BIGINT NOT NULL PRIMARY KEY, name TEXT NOT NULL, \
                    sum TEXT NOT NULL)";
        tx.run(&dialect.definition(made), &[]).await?;
        let had = had(&mut tx).await?;
        check(&had)?;
        let mut taken = Vec::new();
        for (number, step) in (1..).zip(ALL).skip(had.len()) {
            for statement in step.statements.iter().flat_map(|group| group.iter()) {
                tx.run(&dialect.definition(statement), &[]).await?;
            }
            let row = [Value::Int(number), Value::from(step.name), Value::from(step.sum())];
            tx.run("INSERT INTO migration (number, name, sum) VALUES ($1, $2, $3)", &row).await?;
            taken.push(step.name);
        }
        tx.commit().await?;
        Ok(taken)
    }

    /// Whether the tables are those this program knows; nothing is changed.
    ///
    /// # Errors
    /// [`Error::Schema`] when they are older, newer or differ.
    #[boxed]
    pub async fn check_schema(&self) -> Result<(), Error> {
        let made = match self.engine.dialect() {
            Dialect::Sqlite => "SELECT count(*) FROM sqlite_master WHERE name = 'migration'",
            Dialect::Postgres => {
                "SELECT count(*) FROM pg_tables WHERE tablename = 'migration' AND schemaname = current_schema()"
            }
        };
        let mut tx = self.engine.snapshot().await?;
        let there = tx.ask(made, &[], &[Kind::Int]).await?;
        let had = if there[0][0].int() > 0 { had(&mut tx).await? } else { Vec::new() };
        check(&had)?;
        if had.len() < ALL.len() {
            let found = had.last().map_or(0, |(number, _)| *number);
            return Err(Error::Schema { found, known: SCHEMA, differs: false });
        }
        Ok(())
    }
}
