//! The life of a post: draft, in review, published, expired; refused and withdrawn on the way.

use pul_store::tables::PostState;

/// What may happen to a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Its party changes what it says.
    Edit,
    /// Its party hands it in.
    Submit,
    /// An organiser lets it be published.
    Approve,
    /// An organiser sends it back with a reason.
    Refuse,
    /// Its party takes it back.
    Withdraw,
    /// Its party says that it still holds.
    Renew,
    /// Its time has run out.
    Expire,
}

impl Step {
    /// Every step.
    pub const ALL: [Step; 7] =
        [Step::Edit, Step::Submit, Step::Approve, Step::Refuse, Step::Withdraw, Step::Renew, Step::Expire];

    /// Its word in the log.
    pub fn word(self) -> &'static str {
        match self {
            Step::Edit => "post-edited",
            Step::Submit => "post-submitted",
            Step::Approve => "post-published",
            Step::Refuse => "post-refused",
            Step::Withdraw => "post-withdrawn",
            Step::Renew => "post-renewed",
            Step::Expire => "post-expired",
        }
    }
}

/// The state after a step; none where the state does not allow it.
///
/// A published post that is edited goes back to review: what was approved is what is shown.
pub fn after(state: PostState, step: Step) -> Option<PostState> {
    use PostState::{Draft, Expired, InReview, Published, Refused, Withdrawn};
    match (state, step) {
        (Draft | Refused | Expired | Withdrawn, Step::Edit) => Some(Draft),
        (InReview | Published, Step::Edit) => Some(InReview),
        (Draft | Refused | Withdrawn, Step::Submit) => Some(InReview),
        (InReview, Step::Approve) => Some(Published),
        (InReview, Step::Refuse) => Some(Refused),
        (Draft | InReview | Published | Refused | Expired, Step::Withdraw) => Some(Withdrawn),
        (Published | Expired, Step::Renew) => Some(Published),
        (Published, Step::Expire) => Some(Expired),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_life() {
        let mut text = String::new();
        for state in PostState::ALL {
            let steps = Step::ALL.into_iter().filter_map(|step| {
                let next = after(*state, step)?;
                Some(format!("{step:?} → {}", next.as_str()))
            });
            let line = format!("{}: {}", state.as_str(), steps.collect::<Vec<_>>().join(", "));
            text = text + line.trim_end() + "\n";
        }
        insta::assert_snapshot!(text, @"
        draft: Edit → draft, Submit → in-review, Withdraw → withdrawn
        in-review: Edit → in-review, Approve → published, Refuse → refused, Withdraw → withdrawn
        refused: Edit → draft, Submit → in-review, Withdraw → withdrawn
        published: Edit → in-review, Withdraw → withdrawn, Renew → published, Expire → expired
        expired: Edit → draft, Withdraw → withdrawn, Renew → published
        withdrawn: Edit → draft, Submit → in-review
        ");
    }
}
