//! The command line of Pul.

fn main() {}
