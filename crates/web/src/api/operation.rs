//! One operation of the API: its address, what it takes, what it gives, and its handler.

use crate::site::Site;
use axum::handler::Handler;
use axum::routing::{MethodRouter, delete as on_delete, get as on_get, post as on_post, put as on_put};

/// Who may call it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// Anybody; a token shows more.
    Public,
    /// A token that may read.
    Read,
    /// A token that may write.
    Write,
    /// A token of an organiser that may organise.
    Organise,
}

/// The type of a parameter of the query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Takes {
    /// Text of at most so many characters.
    Text(u32),
    /// A whole number between two.
    Number(u32, u32),
    /// One of these.
    OneOf(&'static [&'static str]),
    /// `true` or `false`.
    Bool,
}

/// A parameter of the query.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Parameter {
    pub name: &'static str,
    pub takes: Takes,
    pub required: bool,
    pub says: &'static str,
}

/// An operation.
pub(crate) struct Operation {
    pub method: &'static str,
    pub path: &'static str,
    pub id: &'static str,
    pub says: &'static str,
    pub group: &'static str,
    pub access: Access,
    pub queries: Vec<Parameter>,
    /// Schema of the body.
    pub body: Option<&'static str>,
    /// Whether the body is a file.
    pub file: bool,
    /// Status and schema of what it gives.
    pub gives: (u16, Option<&'static str>),
    pub csv: bool,
    pub if_match: bool,
    pub route: MethodRouter<Site>,
}

fn operation(method: &'static str, path: &'static str, route: MethodRouter<Site>) -> Operation {
    Operation {
        method,
        path,
        id: "",
        says: "",
        group: "",
        access: Access::Public,
        queries: Vec::new(),
        body: None,
        file: false,
        gives: (200, None),
        csv: false,
        if_match: false,
        route,
    }
}

/// Reads something.
pub(crate) fn get<H: Handler<T, Site>, T: 'static>(path: &'static str, handler: H) -> Operation {
    operation("get", path, on_get(handler))
}

/// Makes or does something.
pub(crate) fn post<H: Handler<T, Site>, T: 'static>(path: &'static str, handler: H) -> Operation {
    operation("post", path, on_post(handler))
}

/// Puts something in the place of what is there.
pub(crate) fn put<H: Handler<T, Site>, T: 'static>(path: &'static str, handler: H) -> Operation {
    operation("put", path, on_put(handler))
}

/// Removes something.
pub(crate) fn delete<H: Handler<T, Site>, T: 'static>(path: &'static str, handler: H) -> Operation {
    operation("delete", path, on_delete(handler)).gives(204, None)
}

impl Operation {
    /// Its id and what it does.
    pub fn named(mut self, id: &'static str, says: &'static str) -> Self {
        (self.id, self.says) = (id, says);
        self.group = id.split_once('.').map_or(id, |(group, _)| group);
        self
    }

    pub fn access(mut self, access: Access) -> Self {
        self.access = access;
        self
    }

    pub fn query(mut self, name: &'static str, takes: Takes, says: &'static str) -> Self {
        self.queries.push(Parameter { name, takes, required: false, says });
        self
    }

    pub fn needs(mut self, name: &'static str, takes: Takes, says: &'static str) -> Self {
        self.queries.push(Parameter { name, takes, required: true, says });
        self
    }

    /// It gives a list by pages.
    pub fn paged(self) -> Self {
        self.query("after", Takes::Text(500), "The cursor `next` of the page before; none for the first.")
            .query("limit", Takes::Number(1, 200), "Most items on a page; 50 where none is told.")
    }

    /// Its list is also given as CSV, by `Accept: text/csv` or `format=csv`.
    pub fn csv(mut self) -> Self {
        self.csv = true;
        self.query("format", Takes::OneOf(&["json", "csv"]), "`csv` for a table, whatever `Accept` says.")
    }

    pub fn body(mut self, schema: &'static str) -> Self {
        self.body = Some(schema);
        self
    }

    pub fn file(mut self) -> Self {
        self.file = true;
        self
    }

    pub fn gives(mut self, status: u16, schema: Option<&'static str>) -> Self {
        self.gives = (status, schema);
        self
    }

    /// It changes what was read, and is told which version that was by `If-Match`.
    pub fn if_match(mut self) -> Self {
        self.if_match = true;
        self
    }
}
