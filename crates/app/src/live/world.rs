//! The example world in a store: parties, published posts, a mission, and one account for each role.

mod fair;

use super::accounts::DemoRole;
use super::chance::{Chance, new_id};
use super::refusal::{Refusal, RefusalKind};
use jiff::{SignedDuration, Timestamp};
use pul_domain::{Id, LanguageCode, Party, PartyId, Post, Private};
use pul_matching::Index;
use pul_pack::Pack;
use pul_store::tables::{
    Account, AccountState, Audience, Consent, MemberLevel, Membership, PartyRow, PartyState, PostRow,
    PostState, PrivateField, Role,
};
use pul_store::{Actor, Query, Record, Store};
use pul_testkit::World;
use std::collections::{BTreeMap, BTreeSet};

/// Rows written in one transaction.
const AT_ONCE: usize = 500;
/// One post in so many waits for review, so that there is something to review.
const IN_REVIEW: usize = 250;
/// Asks looked at for one that shows well.
const LOOKED_AT: usize = 60;

/// Fills an empty store with a world. `post_days` is how long its posts stay published.
///
/// # Errors
/// `exists` for a store that has parties already; what the store refuses.
pub async fn load(
    store: &Store,
    pack: &Pack,
    world: &World,
    now: Timestamp,
    chance: &dyn Chance,
    post_days: i64,
) -> Result<(), Refusal> {
    if store.count::<PartyRow>(&Query::new()).await? > 0 {
        return Err(Refusal::new(RefusalKind::Conflict, "exists").value("what", "party"));
    }
    let shown = members(pack, world, now);
    let filling = Filling { store, now };
    let named = |party: &PartyId| shown.values().any(|p| p == party);
    filling.put(world.parties.iter().map(|p| party(p, now, named(&p.id)))).await?;
    let expires = now + SignedDuration::from_hours(24 * post_days.max(1));
    let asks = world.asks.iter().map(|ask| Post::Ask(Box::new(ask.clone())));
    let offers = world.offers.iter().map(|offer| Post::Offer(Box::new(offer.clone())));
    let posts = asks.chain(offers).enumerate().map(|(nth, post)| {
        let waits = nth % IN_REVIEW == IN_REVIEW - 1 && !named(&post.common().party);
        row(post, waits, now, expires)
    });
    filling.put(posts).await?;
    let guest = |role: DemoRole| shown.get(role.name());
    filling.fair(world, [guest(DemoRole::Asker), guest(DemoRole::Offerer)]).await?;
    filling.accounts(&shown, chance).await
}

/// The parties the demonstration's members speak for: an asker with a full list, and the
/// offerer it is best matched with.
fn members(pack: &Pack, world: &World, now: Timestamp) -> BTreeMap<&'static str, PartyId> {
    let day = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let index = Index::build(pack, &world.offers, day);
    let lists = world.asks.iter().take(LOOKED_AT).map(|ask| (ask, index.top(ask, 5)));
    let full = lists.filter(|(_, list)| list.matches.len() == 5);
    let best = full.max_by_key(|(_, list)| list.matches.first().map(|m| m.score));
    let mut found = BTreeMap::new();
    let offerer = |list: &pul_domain::Shortlist| {
        let id = &list.matches.first()?.offer;
        world.offers.iter().find(|o| o.common.id == *id).map(|o| o.common.party.clone())
    };
    if let Some((ask, list)) = best {
        found.insert(DemoRole::Asker.name(), ask.common.party.clone());
        found.extend(offerer(&list).map(|party| (DemoRole::Offerer.name(), party)));
    }
    found
}

fn party(party: &Party, now: Timestamp, claimed: bool) -> PartyRow {
    let open = |field, to| (field, Consent { to, since: now });
    PartyRow {
        party: Party { email: Some(Private::new(format!("{}@example.org", party.id))), ..party.clone() },
        state: PartyState::Active,
        merged_into: None,
        about: String::new(),
        website: None,
        phone: None,
        consents: BTreeMap::from([
            open(PrivateField::Email, Audience::Introduced),
            open(PrivateField::Rate, Audience::Members),
            open(PrivateField::References, Audience::Introduced),
        ]),
        claimed,
        import: None,
        created: now,
        changed: now,
    }
}

fn row(post: Post, waits: bool, now: Timestamp, expires: Timestamp) -> PostRow {
    PostRow {
        post,
        state: if waits { PostState::InReview } else { PostState::Published },
        brief: String::new(),
        reason: None,
        by: None,
        reviewed_by: None,
        import: None,
        created: now,
        submitted: Some(now),
        published: (!waits).then_some(now),
        expires: (!waits).then_some(expires),
        changed: now,
    }
}

struct Filling<'a> {
    store: &'a Store,
    now: Timestamp,
}

impl Filling<'_> {
    async fn put<R: Record>(&self, rows: impl Iterator<Item = R>) -> Result<(), Refusal> {
        let mut rows = rows.peekable();
        while rows.peek().is_some() {
            let mut write = self.store.write(&Actor::system("world-loaded"), self.now).await?;
            for row in rows.by_ref().take(AT_ONCE) {
                write.insert(&row).await?;
            }
            write.commit().await?;
        }
        Ok(())
    }

    async fn accounts(
        &self,
        shown: &BTreeMap<&'static str, PartyId>,
        chance: &dyn Chance,
    ) -> Result<(), Refusal> {
        let mut write = self.store.write(&Actor::system("world-loaded"), self.now).await?;
        for role in DemoRole::ALL {
            let id = Id::new(&new_id(chance, self.now)).map_err(Refusal::internal)?;
            let roles = match role {
                DemoRole::Organiser => BTreeSet::from([Role::Organiser]),
                DemoRole::Analyst => BTreeSet::from([Role::Analyst]),
                DemoRole::Asker | DemoRole::Offerer => BTreeSet::new(),
            };
            let account = Account {
                id,
                email: Private::new(role.email()),
                name: role.name().to_owned(),
                language: LanguageCode::ENGLISH,
                roles,
                state: AccountState::Active,
                created: self.now,
                preferences: Default::default(),
            };
            write.insert(&account).await?;
            if let Some(party) = shown.get(role.name()) {
                let (account, level) = (account.id, MemberLevel::Owner);
                let party = party.clone();
                write.insert(&Membership { account, party, level, since: self.now }).await?;
            }
        }
        write.commit().await?;
        Ok(())
    }
}
