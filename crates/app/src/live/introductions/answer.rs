//! How a request ends: with a yes, a no, a private no, taken back, or without an answer.

use super::{LONGEST_MESSAGE, is_hidden_from, letter};
use crate::boxed;
use crate::live::introduction_state::{self as states, Step, after};
use crate::live::node::Node;
use crate::live::outbox;
use crate::live::refusal::Refusal;
use crate::live::who::Who;
use pul_store::tables::{Exclusion, Introduction, IntroductionState};
use pul_store::{Actor, Kept, Order, Query};

/// Says yes: what each side consented to be opened to whom it meets is open to the other now.
///
/// # Errors
/// `forbidden`; `missing`; `introduction-state`.
#[boxed]
pub async fn accept(node: &Node, who: &Who, id: &str, answer: &str) -> Result<(), Refusal> {
    answer_with(node, who, id, Step::Accept, answer).await
}

/// Says no, openly.
///
/// # Errors
/// As [`accept`].
#[boxed]
pub async fn decline(node: &Node, who: &Who, id: &str, answer: &str) -> Result<(), Refusal> {
    answer_with(node, who, id, Step::Decline, answer).await
}

/// Says no in private and wants no further request: the requester sees one without an answer.
///
/// # Errors
/// As [`accept`].
#[boxed]
pub async fn veto(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    answer_with(node, who, id, Step::Veto, "").await
}

async fn answer_with(node: &Node, who: &Who, id: &str, step: Step, answer: &str) -> Result<(), Refusal> {
    let account = who.writer()?.clone();
    if answer.chars().count() > LONGEST_MESSAGE {
        return Err(Refusal::field("answer", "message"));
    }
    let mut write = node.write(who, step.word()).await?;
    let kept = write.get::<Introduction>(id).await?.filter(|kept| who.speaks_for(&kept.row.to));
    let kept = kept.filter(|kept| !is_hidden_from(who, &kept.row));
    let Kept { mut row, version } = kept.ok_or_else(|| Refusal::missing("introduction"))?;
    let seen = states::seen_by_asked(&row, node.now());
    row.state = after(seen, step).ok_or_else(|| Refusal::state("introduction-state", seen.as_str()))?;
    (row.answered, row.answered_by) = (Some(node.now()), Some(account));
    row.answer = Some(answer.trim().to_owned()).filter(|text| !text.is_empty());
    write.update(&row, version).await?;
    if step == Step::Veto {
        let veto = Exclusion { party: row.to.clone(), other: row.from.clone(), since: node.now() };
        write.insert_if_absent(&veto).await?;
    } else {
        let letter = letter(node, step.word(), &row);
        outbox::post_to_party(node, &mut write, &row.from, letter).await?;
    }
    node.commit(write).await?;
    Ok(())
}

/// Takes a request back.
///
/// # Errors
/// `missing`; `introduction-state`.
#[boxed]
pub async fn withdraw(node: &Node, who: &Who, id: &str) -> Result<(), Refusal> {
    who.writer()?;
    let mut write = node.write(who, Step::Withdraw.word()).await?;
    let kept = write.get::<Introduction>(id).await?.filter(|kept| who.speaks_for(&kept.row.from));
    let Kept { mut row, version } = kept.ok_or_else(|| Refusal::missing("introduction"))?;
    let seen = states::seen_by_requester(&row, node.now());
    row.state =
        after(seen, Step::Withdraw).ok_or_else(|| Refusal::state("introduction-state", seen.as_str()))?;
    write.update(&row, version).await?;
    node.commit(write).await?;
    Ok(())
}

/// Ends requests that nobody answered in time; how many. Their requesters are told, whether
/// nobody answered or somebody did in private.
pub(crate) async fn expire(node: &Node) -> Result<u64, Refusal> {
    let waiting = [IntroductionState::Requested, IntroductionState::Vetoed];
    let due = Query::new().one_of("state", waiting).below("expires", node.now());
    let mut write = node.write_as(&Actor::system(Step::Expire.word())).await?;
    let found = write.find::<Introduction>(&due.order("expires", Order::Asc).limit(300)).await?;
    let count = found.len() as u64;
    for Kept { mut row, version } in found {
        row.state = IntroductionState::Expired;
        write.update(&row, version).await?;
        outbox::post_to_party(node, &mut write, &row.from.clone(), letter(node, Step::Expire.word(), &row))
            .await?;
    }
    node.commit(write).await?;
    Ok(count)
}
