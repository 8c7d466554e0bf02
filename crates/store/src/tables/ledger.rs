//! The tables of the store itself: the log with its contents, and the queue of jobs.

/// The log is read onwards, by record and by actor; the queue by what is due.
pub(super) const CREATE: &[&str] = &[
    "CREATE TABLE log (position BIGINT NOT NULL PRIMARY KEY, at BIGINT NOT NULL, who TEXT NOT NULL, \
     doing TEXT NOT NULL, act TEXT NOT NULL, tbl TEXT NOT NULL, id TEXT NOT NULL, \
     before_hash TEXT NOT NULL, after_hash TEXT NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)",
    "CREATE INDEX log_tbl_id ON log (tbl, id, position)",
    "CREATE INDEX log_who ON log (who, position)",
    "CREATE TABLE log_payload (position BIGINT NOT NULL PRIMARY KEY, salt TEXT NOT NULL, \
     before TEXT NOT NULL, after TEXT NOT NULL)",
    "CREATE TABLE job (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, \
     due BIGINT NOT NULL, attempts BIGINT NOT NULL, most BIGINT NOT NULL, worker TEXT NOT NULL, \
     lease BIGINT NOT NULL, ended BIGINT NOT NULL, problem TEXT NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX job_due ON job (due, id) WHERE state IN ('waiting', 'running')",
    "CREATE INDEX job_state ON job (state, due, id)",
];
