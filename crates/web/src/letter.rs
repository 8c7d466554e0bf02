//! Letters in words: the same text plain and as a page, in the language of whoever gets it.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use pul_app::live::mailer::{Mail, Worded, Words};
use pul_locale::{Direction, Language, Length, Locale, Value};
use pul_paper::escape;
use std::sync::Arc;

/// What puts letters into words for a system at an address (without a slash at its end).
pub fn words(address: &str) -> Words {
    let address = address.to_owned();
    Arc::new(move |mail| compose(&address, mail))
}

/// One letter in words.
pub fn compose(address: &str, mail: &Mail) -> Worded {
    let language = Language::ALL.into_iter().find(|l| l.code() == mail.language.as_str());
    let locale = Locale::new(language.unwrap_or(Language::English));
    let letter = Letter { locale, address, mail };
    Worded { subject: letter.say("subject", locale), text: letter.text(), html: letter.html() }
}

/// Values that are quoted below the words, with the message that leads to them.
const QUOTED: [(&str, &str); 2] = [("message", "letter-message"), ("reason", "letter-reason")];

struct Letter<'a> {
    locale: Locale,
    address: &'a str,
    mail: &'a Mail,
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
        let values: [(&str, Value); 6] = [
            ("n", minutes.into()),
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

    fn text(&self) -> String {
        let locale = self.locale;
        let mut parts = vec![locale.say("letter-hello", &[]), self.say("text", locale)];
        for (lead, quoted) in self.quoted() {
            let lines: Vec<String> = quoted.lines().map(|line| format!("> {line}")).collect();
            parts.push(format!("{lead}\n{}", lines.join("\n")));
        }
        parts.push(format!("{}:\n{}", self.say("action", locale), self.link()));
        parts.push(format!("--\n{}", locale.say("letter-why", &[("address", self.address.into())])));
        parts.join("\n\n") + "\n"
    }

    /// Mail programs know neither sheets nor much of HTML 5: a narrow column, styles on each part.
    fn html(&self) -> String {
        let locale = self.locale.with_isolates();
        let language = locale.language();
        let (direction, font) = match language.direction() {
            Direction::Rtl => ("rtl", "'Noto Nastaliq Urdu','Noto Naskh Arabic',serif"),
            Direction::Ltr => ("ltr", "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"),
        };
        let height = if direction == "rtl" { "2.1" } else { "1.5" };
        let (subject, link) = (escape(&self.say("subject", self.locale)), escape(&self.link()));
        let mut body = format!(
            "<p>{}</p><p>{}</p>",
            escape(&locale.say("letter-hello", &[])),
            escape(&self.say("text", locale))
        );
        for (lead, quoted) in self.quoted() {
            let lines: Vec<String> = quoted.lines().map(escape).collect();
            body.push_str(&format!(
                "<p>{}</p><blockquote dir=\"auto\" style=\"margin:0;padding:0 16px;border-inline-start:3px solid #c9d3cf\">{}</blockquote>",
                escape(&lead),
                lines.join("<br>")
            ));
        }
        format!(
            "<!doctype html><html lang=\"{tag}\" dir=\"{direction}\"><head><meta charset=\"utf-8\">\
             <meta name=\"viewport\" content=\"width=device-width\"><title>{subject}</title></head>\
             <body style=\"margin:0;padding:24px 12px;background:#f4f6f5;color:#17221e;font:16px/{height} {font}\">\
             <div style=\"max-width:560px;margin:0 auto;padding:24px;background:#fff\">{body}\
             <p style=\"margin:28px 0\"><a href=\"{link}\" style=\"display:inline-block;padding:12px 22px;\
             background:#0b5d45;color:#fff;text-decoration:none\">{action}</a></p>\
             <p style=\"font-size:14px\">{hint}<br><a href=\"{link}\" dir=\"ltr\" style=\"color:#0b5d45;word-break:break-all\">{link}</a></p>\
             <p style=\"font-size:14px;color:#51605a\">{why}</p></div></body></html>",
            tag = language.tag(),
            action = escape(&self.say("action", locale)),
            hint = escape(&locale.say("letter-link", &[])),
            why = escape(&locale.say("letter-why", &[("address", self.address.into())])),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pul_app::live::records::MailState;
    use pul_domain::{Id, LanguageCode, Private};

    /// Every letter the use cases write.
    const CODES: [&str; 18] = [
        "sign-in",
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
        "mission-wish-accepted",
        "mission-wish-declined",
        "mission-wish-cancelled",
        "mission-wish-expired",
        "mission-published",
        "mission-withdrawn",
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
            let other = compose("https://pul.example", &mail("unheard-of", language)).subject;
            for code in CODES {
                let worded = compose("https://pul.example", &mail(code, language));
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
        let worded = compose("https://pul.example", &mail("introduction-requested", "en"));
        assert!(!worded.html.contains("<script") && !worded.html.contains("<b>"));
        assert!(worded.html.contains("&lt;script&gt;"));
    }

    #[test]
    fn urdu_reads_from_the_right() {
        let worded = compose("https://pul.example", &mail("sign-in", "ur"));
        assert!(worded.html.starts_with("<!doctype html><html lang=\"ur-PK\" dir=\"rtl\">"));
        assert!(worded.text.contains("https://pul.example/ur/sign-in/link?secret=5ec7e7"));
    }
}
