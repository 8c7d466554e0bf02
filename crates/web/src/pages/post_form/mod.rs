//! A post as fields of a form, and fields as a post.

mod keep;
mod read;
mod terms;
mod write;

pub(crate) use keep::keep_unasked;
pub(crate) use read::read;
pub(crate) use terms::{KINDS, MONEY};
pub(crate) use write::fields_of;

use pul_domain::{Importance, RateUnit};

/// Units of a rate with their words.
pub(crate) const UNITS: [(&str, RateUnit); 5] = [
    ("hour", RateUnit::Hour),
    ("day", RateUnit::Day),
    ("month", RateUnit::Month),
    ("year", RateUnit::Year),
    ("fixed", RateUnit::Fixed),
];
/// Importances with their words.
pub(crate) const IMPORTANCES: [(&str, Importance); 3] =
    [("must", Importance::Must), ("should", Importance::Should), ("nice", Importance::Nice)];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ask::Fields;
    use pul_domain::PartyId;
    use pul_pack::Pack;

    fn pack() -> Pack {
        pul_app::library::load(None).unwrap().pack
    }

    #[test]
    fn a_form_and_its_post_say_the_same() {
        let (pack, party) = (pack(), PartyId::new("p").unwrap());
        let text = "direction=ask&kind=mentorship&t-topics=sales%2C+export&t-hours_per_month=4&title=Growth\
            &skill=Rust&level=4&importance=should&skill=&level=3&importance=must&people=2&hours=20\
            &rate=1%2C234.5&currency=CAD&unit=month&from=2027-01-01&until=2027-06-30&language-en=b2";
        let (post, findings) = read(&Fields::parse(text.as_bytes()), &pack, &party);
        assert!(!findings.has_faults(), "{findings:?}");
        let post = post.unwrap();
        let (again, _) = read(&fields_of(&post, ""), &pack, &party);
        assert_eq!(again, Some(post));
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let (pack, party) = (pack(), PartyId::new("p").unwrap());
        let text = "skill=zzqq&people=many&rate=x&currency=CAD&unit=hour&from=2027-02-01&until=2027-01-01";
        let (_, findings) = read(&Fields::parse(text.as_bytes()), &pack, &party);
        let fields: Vec<String> = findings.iter().filter_map(|f| f.place.field.clone()).collect();
        insta::assert_snapshot!(fields.join(" "), @"people rate skill until");
    }
}
