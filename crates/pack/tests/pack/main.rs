//! Packs in, findings and answers out.

mod answers;
mod broken;
mod closure;
mod corridor;
mod mini;
mod mutation;
