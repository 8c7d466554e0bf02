//! A letter as a page.

use super::Letter;
use pul_locale::Direction;
use pul_paper::escape;

impl Letter<'_> {
    /// Mail programs know neither sheets nor much of HTML 5: a narrow column, styles on each part.
    pub(super) fn html(&self) -> String {
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
        for line in self.meetings(locale) {
            body.push_str(&format!("<p>{}</p>", escape(&line)));
        }
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
