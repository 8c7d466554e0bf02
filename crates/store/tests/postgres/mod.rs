//! A PostgreSQL server for tests: the one `PUL_POSTGRES` names, or one that is started here from the
//! system's package and goes away with the process, however it ends.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

/// A server. Its databases are made on demand, each for one test.
pub struct Server {
    /// URL of a database on it, which others are made from.
    url: String,
    own: Option<Own>,
}

/// A server that this process started.
struct Own {
    folder: PathBuf,
    bin: PathBuf,
    /// Ends the server and removes its folder when its input closes.
    _keeper: Child,
}

/// Runs as the unprivileged user that PostgreSQL asks for; as whoever we are unless we are root.
fn unprivileged(program: &Path) -> Command {
    let root = std::fs::metadata("/proc/self").is_ok_and(|m| std::os::unix::fs::MetadataExt::uid(&m) == 0);
    if !root {
        return Command::new(program);
    }
    let mut command = Command::new("runuser");
    command.args(["-u", "postgres", "--"]).arg(program);
    command
}

/// The newest installed server.
fn installed() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let number = |p: &PathBuf| p.file_name().and_then(|n| n.to_str()).and_then(|n| n.parse::<u32>().ok());
    let newest = versions.flatten().map(|e| e.path()).max_by_key(number)?;
    Some(newest.join("bin")).filter(|bin| bin.join("initdb").exists())
}

/// State and parent of a process.
fn standing(id: &str) -> Option<(String, String)> {
    let stat = std::fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    let (_, rest) = stat.rsplit_once(") ")?;
    let mut words = rest.split(' ').map(str::to_owned);
    Some((words.next()?, words.next()?))
}

fn alive(id: &str) -> bool {
    standing(id).is_some_and(|(state, _)| state != "Z" && state != "X")
}

fn children(parent: &str) -> Vec<String> {
    let all = std::fs::read_dir("/proc").into_iter().flatten().flatten();
    let ids = all.filter_map(|entry| entry.file_name().into_string().ok());
    ids.filter(|id| standing(id).is_some_and(|(_, of)| of == parent)).collect()
}

impl Server {
    /// Starts a server in a folder of its own, reached by a socket there alone. None when no PostgreSQL is
    /// installed.
    pub fn start() -> Option<Server> {
        let bin = installed()?;
        static STARTED: AtomicU32 = AtomicU32::new(0);
        let name = format!("pul-pg-{}-{}", std::process::id(), STARTED.fetch_add(1, Ordering::Relaxed));
        // A socket's path is limited to some 100 bytes, so it cannot lie in the build's folder.
        let folder = std::env::temp_dir().join(name);
        let data = folder.join("data");
        let made = unprivileged(Path::new("mkdir")).args(["-m", "700"]).arg(&folder).status().ok()?;
        assert!(made.success(), "the folder of the server is made");
        let initdb = unprivileged(&bin.join("initdb"))
            .args(["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "-D"])
            .arg(&data)
            .stdout(Stdio::null())
            .status()
            .ok()?;
        assert!(initdb.success(), "initdb succeeds");
        let settings = format!(
            "listen_addresses = ''\nunix_socket_directories = '{}'\nmax_connections = 200\nshared_buffers = 32MB\n",
            folder.display()
        );
        let mut tee = unprivileged(Path::new("tee"))
            .arg("-a")
            .arg(data.join("postgresql.conf"))
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .ok()?;
        tee.stdin.take()?.write_all(settings.as_bytes()).ok()?;
        assert!(tee.wait().ok()?.success(), "the settings are written");
        let keeper = Command::new("sh")
            .arg("-c")
            .arg("read _; kill -QUIT $(head -1 \"$0/data/postmaster.pid\" 2>/dev/null) 2>/dev/null; sleep 0.3; rm -rf \"$0\"")
            .arg(&folder)
            .stdin(Stdio::piped())
            .spawn()
            .ok()?;
        let url = format!("postgres://postgres@localhost/postgres?host={}", folder.display());
        let server = Server { url, own: Some(Own { folder, bin, _keeper: keeper }) };
        server.up();
        Some(server)
    }

    /// The server of this process: started once, or named by `PUL_POSTGRES`.
    #[allow(dead_code, reason = "each program that shares this file uses part of it")]
    pub fn shared() -> Option<&'static Server> {
        static SHARED: OnceLock<Option<Server>> = OnceLock::new();
        let found = SHARED.get_or_init(|| match std::env::var("PUL_POSTGRES") {
            Ok(url) => Some(Server { url, own: None }),
            Err(_) => Server::start(),
        });
        found.as_ref()
    }

    fn own(&self) -> &Own {
        self.own.as_ref().expect("a server that this process started")
    }

    fn pg_ctl(&self, arguments: &[&str]) {
        let own = self.own();
        let done = unprivileged(&own.bin.join("pg_ctl"))
            .arg("-D")
            .arg(own.folder.join("data"))
            .args(["-s", "-l"])
            .arg(own.folder.join("log"))
            .args(arguments)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        let told = || std::fs::read_to_string(own.folder.join("log")).unwrap_or_default();
        assert!(done.is_ok_and(|status| status.success()), "pg_ctl {arguments:?} fails:\n{}", told());
    }

    /// Starts it again after it was stopped or killed.
    pub fn up(&self) {
        self.pg_ctl(&["start", "-w", "-t", "60"]);
    }

    /// Stops it, in order.
    #[allow(dead_code, reason = "each program that shares this file uses part of it")]
    pub fn down(&self) {
        self.pg_ctl(&["stop", "-m", "fast", "-w"]);
    }

    /// Kills it as a loss of power would, and waits until all of it is gone.
    #[allow(dead_code, reason = "each program that shares this file uses part of it")]
    pub fn kill(&self) {
        let file = self.own().folder.join("data/postmaster.pid");
        let pid = std::fs::read_to_string(&file).expect("the server runs");
        let pid = pid.lines().next().unwrap_or_default().trim().to_owned();
        let signal = |how: &str, id: &str| {
            let _ = Command::new("kill").args([how, id]).stderr(Stdio::null()).status();
        };
        // Stopped first, it cannot have another child between the list and the kill.
        signal("-STOP", &pid);
        let mut all = children(&pid);
        all.push(pid);
        all.iter().for_each(|id| signal("-9", id));
        let end = Instant::now() + Duration::from_secs(20);
        while all.iter().any(|id| alive(id)) && Instant::now() < end {
            std::thread::sleep(Duration::from_millis(10));
        }
        // Whoever should reap the dead may be slow, and the server takes a dead process for a running one.
        for name in [file, self.own().folder.join(".s.PGSQL.5432.lock")] {
            std::fs::remove_file(&name).expect("the file that names the server goes");
        }
    }

    /// Folder of a server that this process started; its user may write there.
    #[allow(dead_code, reason = "each program that shares this file uses part of it")]
    pub fn folder(&self) -> &Path {
        &self.own().folder
    }

    /// Runs statements on the server, one by one.
    pub fn run(&self, statements: &[&str]) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let work = async {
            let mut connection = <sqlx::PgConnection as sqlx::Connection>::connect(&self.url).await?;
            for sql in statements {
                sqlx::Executor::execute(&mut connection, sqlx::AssertSqlSafe(*sql)).await?;
            }
            Ok::<(), sqlx::Error>(())
        };
        runtime.block_on(work).expect("the server does it");
    }

    /// Waits until the server has done with every client of ours: one that was killed may have sent a last
    /// statement, which is done after its end.
    #[allow(dead_code, reason = "each program that shares this file uses part of it")]
    pub fn settle(&self) {
        self.run(&["DO $$ BEGIN \
            WHILE EXISTS (SELECT FROM pg_stat_activity WHERE application_name = 'pul') LOOP \
            PERFORM pg_sleep(0.01), pg_stat_clear_snapshot(); END LOOP; END $$"]);
    }

    /// URL of a new, empty database.
    pub fn database(&self) -> String {
        self.database_with("")
    }

    /// URL of a new, empty database made with these words of `CREATE DATABASE`.
    pub fn database_with(&self, words: &str) -> String {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let name = format!("pul_{}_{}", std::process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let (address, more) = self.url.split_once('?').unwrap_or((&self.url, ""));
        let (server, _) = address.rsplit_once('/').expect("PUL_POSTGRES ends with the name of a database");
        self.run(&[&format!("CREATE DATABASE {name} {words}")]);
        if more.is_empty() { format!("{server}/{name}") } else { format!("{server}/{name}?{more}") }
    }
}
