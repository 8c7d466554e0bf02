use super::*;
use std::path::Path;

fn told(file: &str, environment: &[(&str, &str)]) -> Read {
    let environment = environment.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
    read(&Sources {
        file: Some(("pul.toml", file)),
        environment: &environment,
        command: &[],
        secret: &|path: &Path| match path.to_str() {
            Some("/run/secrets/mail") => Ok("  hunter2 \nmore\n".to_owned()),
            _ => Err(std::io::ErrorKind::NotFound.into()),
        },
    })
}

fn findings(read: &Read) -> String {
    read.findings.iter().map(|f| format!("{f}\n")).collect()
}

#[test]
fn nothing_said_is_a_whole_configuration() {
    let read = told("", &[]);
    let configuration = read.configuration.expect("the defaults have no fault");
    assert_eq!(configuration.settings, Settings::default());
    assert_eq!(configuration.mail, MailRoute::Nowhere);
    assert!(read.findings.is_empty());
}

#[test]
fn every_fault_is_told_at_once() {
    let file = "listen = \"eighty\"\nlisen = 1\nworkers = 65\n\
                [mail]\nsend = \"smtp\"\nserver = \"gopher://x\"\nfrom = \"me\"\n\
                [tls]\nkey = \"k.pem\"\n[oidc]\nissuer = \"ftp://x\"\nclient = \"pul\"\n\
                [sign_in]\nlink = \"a while\"\norganisers = [\"no\"]\nopen = { a = 1 }\n";
    let environment = [
        ("PUL_DATABASE", "mysql://root:secret@x"),
        ("PUL_TRUSTED_PROXIES", "10.0.0.1, ten"),
        ("PUL_MAIL_PASSWORD_FILE", "/nowhere"),
        ("PUL_PORT", "80"),
        ("PUL_LOG_LEVEL", "loud"),
        ("PUL_METRICS_TOKEN", "a"),
        ("PUL_METRICS_TOKEN_FILE", "b"),
    ];
    let read = told(file, &environment);
    assert!(read.configuration.is_none());
    let mut told: Vec<String> = read.findings.iter().map(|f| format!("{} {}", f.place, f.code)).collect();
    told.sort();
    insta::assert_snapshot!(told.join("\n"), @r"
    environment [PUL_DATABASE] value
    environment [PUL_LOG_LEVEL] value
    environment [PUL_MAIL_PASSWORD_FILE] file
    environment [PUL_METRICS_TOKEN_FILE] twice
    environment [PUL_PORT] unknown-variable
    environment [PUL_TRUSTED_PROXIES] value
    pul.toml:1 [listen] value
    pul.toml:11 [oidc.issuer] value
    pul.toml:14 [sign_in.link] value
    pul.toml:15 [sign_in.organisers] value
    pul.toml:16 [sign_in.open] value
    pul.toml:2 unknown-key
    pul.toml:3 [workers] value
    pul.toml:6 [mail.server] value
    pul.toml:7 [mail.from] value
    pul.toml:9 [tls.key] half
    ");
    let unknown = read.findings.iter().find(|f| f.code == "unknown-key").expect("one is unknown");
    assert_eq!(
        (&*unknown.cause, &*unknown.cure),
        ("There is no key lisen.", "Write listen, or take it out.")
    );
    assert!(!findings(&read).contains("secret@x"), "the address of a database may hold a password");
}

#[test]
fn text_that_is_not_toml_is_told_by_line() {
    let read = told("workers = 3\nmail = [\n", &[]);
    assert!(read.configuration.is_none());
    let first = read.findings.iter().next().expect("a finding");
    assert_eq!((first.code.as_str(), first.place.line.is_some()), ("toml", true));
}

#[test]
fn the_environment_comes_before_the_file_and_secrets_come_from_files() {
    let file = "workers = 3\naddress = \"https://pul.example.org/\"\ntrusted_proxies = [\"10.0.0.1\", \"fd00::8\"]\n\
                [mail]\nsend = \"smtp\"\nserver = \"smtp://mail.example.org\"\nuser = \"pul\"\n\
                password = \"in the file\"\nfrom = \"Pul <pul@example.org>\"\n";
    let read = told(file, &[("PUL_WORKERS", "4"), ("PUL_MAIL_PASSWORD_FILE", "/run/secrets/mail")]);
    let configuration = read.configuration.as_ref().expect("it has no fault");
    assert_eq!(configuration.workers, 4);
    assert_eq!(configuration.settings.address, "https://pul.example.org");
    let MailRoute::Smtp { server, .. } = &configuration.mail else { panic!("letters go by a server") };
    let (user, password) = server.credentials.as_ref().expect("somebody signs in");
    assert_eq!((user.as_str(), password.open_with_consent().as_str()), ("pul", "hunter2"));
    assert!(!format!("{configuration:?}").contains("hunter2"));
}

#[test]
fn the_reference_reads_back_and_hides_secrets() {
    let read = told(
        "database = \"postgres://pul:hush@db/pul\"\n[metrics]\ntoken = \"hush\"\n",
        &[("PUL_WORKERS", "3")],
    );
    let text = reference(&read.values);
    assert!(!text.contains("hush"), "{text}");
    for line in [
        "database = \"▇▇▇\"  # from pul.toml:1; default \"sqlite:pul.db\"",
        "workers = 3  # from PUL_WORKERS; default 2",
    ] {
        assert!(text.lines().any(|l| l == line), "{line} in:\n{text}");
    }
    let again = told(&reference(&told("", &[]).values), &[]);
    assert!(again.findings.is_empty() && again.configuration.is_some(), "{}", findings(&again));
}
