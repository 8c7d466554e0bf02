//! What can go wrong in a use case, for a person and for a script.

use pul_domain::Findings;
use std::fmt;
use std::path::PathBuf;

/// Why a use case ended without its result.
#[derive(Debug)]
pub enum Error {
    /// A file could not be read or written.
    File {
        /// Which.
        path: PathBuf,
        /// What was being done: `read` or `write`.
        doing: &'static str,
        /// What the system said.
        why: std::io::Error,
    },
    /// An input has faults; nothing was done with it.
    Faults(Findings),
    /// An input whose findings were told already is refused as a whole.
    Refused {
        /// What was refused.
        what: String,
        /// What to do about it.
        cure: String,
    },
    /// Something asked for is not there.
    Missing {
        /// What, in words.
        what: String,
        /// What to do about it.
        cure: String,
    },
    /// A result does not come out as it was, or the checker disagrees with it.
    Differs(Vec<String>),
}

impl Error {
    /// A file that could not be read.
    pub fn read(path: impl Into<PathBuf>, why: std::io::Error) -> Error {
        Error::File { path: path.into(), doing: "read", why }
    }

    /// A file that could not be written.
    pub fn write(path: impl Into<PathBuf>, why: std::io::Error) -> Error {
        Error::File { path: path.into(), doing: "write", why }
    }

    /// Exit status for a script: 1 the input has faults or a result differs, 2 usage
    /// (given by the command line itself), 3 a thing is missing, 4 a file cannot be used.
    pub fn exit_status(&self) -> u8 {
        match self {
            Error::Faults(_) | Error::Refused { .. } | Error::Differs(_) => 1,
            Error::Missing { .. } => 3,
            Error::File { .. } => 4,
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::File { path, doing, why } => write!(f, "cannot {doing} {}: {why}", path.display()),
            Error::Faults(findings) => {
                for finding in findings {
                    writeln!(f, "{finding}")?;
                }
                let faults = findings.count(pul_domain::Severity::Fault);
                write!(f, "{faults} fault(s); nothing was done")
            }
            Error::Refused { what, cure } | Error::Missing { what, cure } => write!(f, "{what}. {cure}"),
            Error::Differs(lines) => f.write_str(&lines.join("\n")),
        }
    }
}

impl std::error::Error for Error {}
