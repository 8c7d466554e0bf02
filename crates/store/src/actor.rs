//! Who changes something.

/// Who changes something, and what they do, in the words of the use case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// `account:…`, `token:…`, `system` or `public`. Never a name or an e-mail: it cannot be erased.
    pub who: String,
    /// `introduction-accepted`, `post-published` … the code of what is done.
    pub doing: String,
}

impl Actor {
    /// An actor by its code.
    pub fn new(who: &str, doing: &str) -> Actor {
        Actor { who: who.to_owned(), doing: doing.to_owned() }
    }

    /// Someone signed in.
    pub fn account<K>(id: &pul_domain::Id<K>, doing: &str) -> Actor {
        Actor::new(&format!("account:{id}"), doing)
    }

    /// The system itself: sweeps, imports, first content.
    pub fn system(doing: &str) -> Actor {
        Actor::new("system", doing)
    }

    /// The same actor doing something else.
    pub fn doing(&self, doing: &str) -> Actor {
        Actor::new(&self.who, doing)
    }
}
