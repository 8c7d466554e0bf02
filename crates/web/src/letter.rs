//! Letters in words: the same text plain and as a page, in the language of whoever gets it.

mod html;
mod meetings;

pub(crate) use meetings::{REMIND, host};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use pul_app::live::mailer::{Mail, Worded, Words};
use pul_app::live::missions::Carried;
use pul_calendar::Mailbox;
use pul_locale::{Language, Length, Locale, Value};
use std::sync::Arc;

/// What puts letters into words for a system at an address (without a slash at its end). `from` is who sends them, and
/// so whoever invites by the calendar messages they bring: `Pul <pul@example.org>`.
pub fn words(address: &str, from: Option<&str>) -> Words {
    let (address, organiser) = (address.to_owned(), from.and_then(meetings::organiser));
    Arc::new(move |mail| compose(&address, organiser.as_ref(), mail))
}

/// One letter in words. Without somebody who invites it brings no calendar message.
pub fn compose(address: &str, organiser: Option<&Mailbox>, mail: &Mail) -> Worded {
    let language = Language::ALL.into_iter().find(|l| l.code() == mail.language.as_str());
    let locale = Locale::new(language.unwrap_or(Language::English));
    let letter = Letter { locale, address, mail, carried: meetings::carried(mail) };
    let carried = letter.carried.as_ref();
    Worded {
        subject: letter.say("subject", locale),
        text: letter.text(),
        html: letter.html(),
        calendar: carried.and_then(|c| meetings::calendar(mail, c, (address, organiser), locale)),
    }
}

/// Values that are quoted below the words, with the message that leads to them.
const QUOTED: [(&str, &str); 2] = [("message", "letter-message"), ("reason", "letter-reason")];

struct Letter<'a> {
    locale: Locale,
    address: &'a str,
    mail: &'a Mail,
    carried: Option<Carried>,
}

impl Letter<'_> {
    fn value(&self, name: &str) -> &str {
        self.mail.values.get(name).map_or("", |value| value.open_with_consent().as_str())
    }

    /// A message of this letter; that of any letter where a newer node wrote one not known here.
    fn say(&self, part: &str, locale: Locale) -> String {
        let day = self.value("expires").parse::<Timestamp>().ok();
        let day =
            day.map(|at| locale.date(at.to_zoned(TimeZone::UTC).date(), Length::Long)).unwrap_or_default();
        // A line break in a subject would begin another header.
        let plain = |name: &str| self.value(name).split_whitespace().collect::<Vec<_>>().join(" ");
        let minutes = self.value("minutes").parse::<i64>().unwrap_or(0);
        let when = self.carried.as_ref().map(|carried| meetings::when(carried, locale)).unwrap_or_default();
        let values: [(&str, Value); 7] = [
            ("n", minutes.into()),
            ("when", when.into()),
            ("day", day.into()),
            ("from", plain("from").into()),
            ("to", plain("to").into()),
            ("title", plain("title").into()),
            ("address", self.address.into()),
        ];
        let own = format!("letter-{}-{part}", self.mail.code);
        locale.try_say(&own, &values).unwrap_or_else(|| locale.say(&format!("letter-other-{part}"), &values))
    }

    /// Where its button leads.
    fn link(&self) -> String {
        let code = self.mail.code.as_str();
        let path = match code {
            "sign-in" => format!("/sign-in/link?secret={}", self.value("secret")),
            "post-published" => format!("/posts/{}/matches", self.value("post")),
            _ if code.starts_with("post-") => format!("/posts/{}", self.value("post")),
            "mission-published" | "mission-offer" => format!("/missions/{}/timetable", self.value("mission")),
            _ if self.carried.is_some() => {
                format!("/missions/{}/timetable?party={}", self.value("mission"), self.value("party"))
            }
            "member-added" => format!("/parties/{}", self.value("party")),
            _ if code.starts_with("mission-wish-") => format!("/missions/{}/wishes", self.value("mission")),
            _ if code.starts_with("mission-") => format!("/missions/{}", self.value("mission")),
            _ if code.starts_with("introduction-") => "/introductions".to_owned(),
            _ => "/".to_owned(),
        };
        format!("{}/{}{path}", self.address, self.locale.language().code())
    }

    fn quoted(&self) -> Vec<(String, &str)> {
        let told = QUOTED.iter().map(|(name, lead)| (self.locale.say(lead, &[]), self.value(name)));
        told.filter(|(_, text)| !text.trim().is_empty()).collect()
    }

    fn meetings(&self, locale: Locale) -> Vec<String> {
        self.carried.as_ref().map(|carried| meetings::lines(carried, locale)).unwrap_or_default()
    }

    fn text(&self) -> String {
        let locale = self.locale;
        let mut parts = vec![locale.say("letter-hello", &[]), self.say("text", locale)];
        parts.extend(self.meetings(locale));
        for (lead, quoted) in self.quoted() {
            let lines: Vec<String> = quoted.lines().map(|line| format!("> {line}")).collect();
            parts.push(format!("{lead}\n{}", lines.join("\n")));
        }
        parts.push(format!("{}:\n{}", self.say("action", locale), self.link()));
        parts.push(format!("--\n{}", locale.say("letter-why", &[("address", self.address.into())])));
        parts.join("\n\n") + "\n"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pul_app::live::records::MailState;
    use pul_domain::{Id, LanguageCode, Private};

    /// Every letter the use cases write.
    const CODES: [&str; 27] = [
        "sign-in",
        "invitation",
        "member-added",
        "introduction-requested",
        "introduction-accepted",
        "introduction-declined",
        "introduction-withdrawn",
        "introduction-expired",
        "post-published",
        "post-refused",
        "post-expiring",
        "post-expired",
        "mission-invited",
        "mission-wish-requested",
        "mission-wish-proposed",
        "mission-wish-accepted",
        "mission-wish-declined",
        "mission-wish-cancelled",
        "mission-wish-expired",
        "mission-published",
        "mission-withdrawn",
        "mission-offer",
        "mission-meeting-planned",
        "mission-meeting-moved",
        "mission-meeting-cancelled",
        "mission-tomorrow",
        "mission-after",
    ];

    fn mail(code: &str, language: &str) -> Mail {
        let values = [
            ("secret", "5ec7e7"),
            ("minutes", "15"),
            ("from", "Maple <b>Health</b>"),
            ("to", "انڈس سافٹ"),
            ("message", "Hello\n<script>alert(1)</script>"),
            ("title", "Django\r\nBcc: all@example.org"),
            ("post", "p1"),
            ("expires", "2026-12-01T00:00:00Z"),
        ];
        Mail {
            id: Id::new("m1").expect("an id"),
            to: Private::new("amina@example.org".into()),
            language: LanguageCode::new(language).expect("a language"),
            code: code.into(),
            values: values.map(|(name, value)| (name.to_owned(), Private::new(value.to_owned()))).into(),
            state: MailState::Waiting,
            problem: None,
            created: Timestamp::UNIX_EPOCH,
            sent: None,
        }
    }

    #[test]
    fn every_letter_has_its_own_words_in_every_language() {
        for language in ["en", "fr", "ur"] {
            let other = compose("https://pul.example", None, &mail("unheard-of", language)).subject;
            for code in CODES {
                let worded = compose("https://pul.example", None, &mail(code, language));
                assert_ne!(worded.subject, other, "{code} in {language}");
                for text in [&worded.subject, &worded.text, &worded.html] {
                    assert!(
                        !text.contains("letter-") && !text.contains("{$"),
                        "{code} in {language}: {text}"
                    );
                }
                assert!(!worded.subject.contains(['\r', '\n']), "{code} in {language}");
                assert!(
                    worded.text.contains(&format!("https://pul.example/{language}/")),
                    "{code} in {language}"
                );
            }
        }
    }

    #[test]
    fn what_people_wrote_is_only_text() {
        let worded = compose("https://pul.example", None, &mail("introduction-requested", "en"));
        assert!(!worded.html.contains("<script") && !worded.html.contains("<b>"));
        assert!(worded.html.contains("&lt;script&gt;"));
    }

    #[test]
    fn a_letter_about_a_meeting_brings_it_to_the_calendar() {
        let carried = r#"{"mission":{"format":"pul-mission/1","id":"spring","title":"Spring",
            "venues":[{"id":"hall","name":"Hall","zone":"America/Toronto","area":"toronto","tables":2,"grids":[]}],
            "attendees":[
             {"party":"maple","name":"Maple <b>","role":"buyer","zone":"America/Toronto","delegates":["maple-1"]},
             {"party":"indus","name":"Indus","role":"supplier","zone":"Asia/Karachi","delegates":["indus-1"]}],
            "wishes":[{"id":"w1","parties":["maple","indus"],"value":90,"state":"accepted"}]},
            "change":{"delegate":"indus-1","lost":[],"moved":[],"gained":[{"wish":"w1","venue":"hall","table":2,
             "start":"2027-02-16T14:00:00Z","end":"2027-02-16T14:30:00Z","delegates":["maple-1","indus-1"]}]},
            "person":"Bilal","version":3,"stamp":"2027-01-10T12:00:00Z"}"#;
        let mut letter = mail("mission-meeting-planned", "en");
        letter.values.insert("meetings".into(), Private::new(carried.into()));
        let organiser = meetings::organiser("Pul <pul@example.org>");
        let worded = compose("https://pul.example", organiser.as_ref(), &letter);
        let calendar = worded.calendar.expect("a message for the calendar");
        assert_eq!(calendar.method, "REQUEST");
        let unfolded = calendar.text.replace("\r\n ", "");
        for line in [
            "METHOD:REQUEST",
            "UID:w1.spring@pul.example",
            "SEQUENCE:3",
            "DTSTART;TZID=Asia/Karachi:20270216T190000",
            "ORGANIZER;CN=\"Pul\":mailto:pul@example.org",
            "ATTENDEE;CN=\"Bilal\";ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:amina@example.org",
        ] {
            assert!(unfolded.contains(line), "{line} in:\n{unfolded}");
        }
        let text = worded.text.replace(['\u{a0}', '\u{202f}'], " ");
        assert!(
            text.contains("7:00 p.m. PKT (UTC+05:00)") && text.contains("9:00 a.m. EST (UTC−05:00)"),
            "{text}"
        );
        assert!(worded.html.contains("Maple &lt;b&gt;") && !worded.html.contains("<b>"));
        assert_eq!(compose("https://pul.example", None, &letter).calendar, None, "nobody invites");
    }

    #[test]
    fn urdu_reads_from_the_right() {
        let worded = compose("https://pul.example", None, &mail("sign-in", "ur"));
        assert!(worded.html.starts_with("<!doctype html><html lang=\"ur-PK\" dir=\"rtl\">"));
        assert!(worded.text.contains("https://pul.example/ur/sign-in/link?secret=5ec7e7"));
    }
}
