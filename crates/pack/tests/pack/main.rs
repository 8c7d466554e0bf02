//! Packs in, findings and answers out.

mod answers;
mod broken;
mod corridor;
mod mini;
mod mutation;
