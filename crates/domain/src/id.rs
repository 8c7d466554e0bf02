//! Ids that cannot be mixed: a skill's id is not a role's, though both are text.

use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

/// The longest id, in bytes. Longer ones are refused at the door.
pub const LONGEST: usize = 120;

/// An id of one kind of thing; `K` is a marker and is never stored.
///
/// Ordered bytewise, which is the order every tie is broken by. Cloning is cheap.
#[derive(Serialize, Deserialize)]
#[serde(try_from = "String", into = "String", bound = "")]
pub struct Id<K>(Arc<str>, PhantomData<fn() -> K>);

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidId {
    /// The text, cut to a length fit to print.
    pub text: String,
}

impl fmt::Display for InvalidId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is not an id: an id is 1 to {LONGEST} bytes of letters, digits and . _ : - without spaces",
            self.text
        )
    }
}

impl std::error::Error for InvalidId {}

impl<K> Id<K> {
    /// Reads an id: 1 to 120 bytes, letters, digits and `. _ : -`.
    ///
    /// # Errors
    /// [`InvalidId`] when the text is anything else.
    pub fn new(text: &str) -> Result<Self, InvalidId> {
        let fits = !text.is_empty()
            && text.len() <= LONGEST
            && text.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | ':' | '-'));
        if fits {
            Ok(Id(Arc::from(text), PhantomData))
        } else {
            Err(InvalidId { text: text.chars().take(60).collect() })
        }
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<K> TryFrom<String> for Id<K> {
    type Error = InvalidId;
    fn try_from(text: String) -> Result<Self, InvalidId> {
        Id::new(&text)
    }
}

impl<K> std::str::FromStr for Id<K> {
    type Err = InvalidId;
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        Id::new(text)
    }
}

impl<K> From<Id<K>> for String {
    fn from(id: Id<K>) -> String {
        id.0.as_ref().to_owned()
    }
}

impl<K> Clone for Id<K> {
    fn clone(&self) -> Self {
        Id(Arc::clone(&self.0), PhantomData)
    }
}
impl<K> PartialEq for Id<K> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<K> Eq for Id<K> {}
impl<K> PartialOrd for Id<K> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<K> Ord for Id<K> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<K> std::hash::Hash for Id<K> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<K> Borrow<str> for Id<K> {
    fn borrow(&self) -> &str {
        &self.0
    }
}
impl<K> fmt::Debug for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&*self.0, f)
    }
}
impl<K> fmt::Display for Id<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! kinds {
    ($($marker:ident $alias:ident $doc:literal;)*) => {
        /// Markers of the kinds of id.
        pub mod kind { $(#[doc = $doc] pub enum $marker {})* }
        $(#[doc = $doc] pub type $alias = Id<kind::$marker>;)*
    };
}

kinds! {
    Party PartyId "Id of a party.";
    Post PostId "Id of a post (an ask or an offer).";
    Skill SkillId "Id of a skill of the pack.";
    Role RoleId "Id of a role of the pack.";
    Side SideId "Id of a side of the corridor.";
    City CityId "Id of a city of the pack.";
    Source SourceId "Id of a source of the pack.";
    Sector SectorId "Id of a sector of the pack.";
    Certification CertificationId "Id of a certification a party may hold.";
    Registration RegistrationId "Id of a registration with a public body.";
    Mission MissionId "Id of a mission.";
    Venue VenueId "Id of a venue of a mission.";
    Delegate DelegateId "Id of a person a party sends to a mission.";
    Wish WishId "Id of a wish to meet.";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_an_id() {
        assert!(SkillId::new("next-js").is_ok());
        assert!(SkillId::new("").is_err());
        assert!(SkillId::new("two words").is_err());
        assert!(SkillId::new(&"x".repeat(121)).is_err());
        assert!(serde_json::from_str::<SkillId>("\"<b>\"").is_err());
    }
}
