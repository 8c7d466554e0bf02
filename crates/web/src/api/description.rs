//! The description of the API: OpenAPI 3.1, made of the operations themselves.

use super::operation::{Access, Operation, Parameter, Takes};
use super::{BASE, operations};
use axum::Json;
use axum::response::IntoResponse;
use serde_json::{Map, Value, json};
use std::sync::LazyLock;

/// What bodies and answers look like (JSON Schema 2020-12).
const SCHEMAS: &str = include_str!("schemas.json");

static DESCRIPTION: LazyLock<Value> = LazyLock::new(description);

/// Serves it.
pub(crate) async fn serve() -> impl IntoResponse {
    Json(&*DESCRIPTION)
}

fn description() -> Value {
    let mut paths: Map<String, Value> = Map::new();
    for operation in operations() {
        let path = paths.entry(operation.path.to_owned()).or_insert_with(|| json!({}));
        path[operation.method] = told(&operation);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Pul",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Firms, talent, capital and research of two countries find each other, see what a deal costs, meet, and prove what came of it. Words of refusals come in the language of Accept-Language (en, fr, ur).",
            "license": { "name": "MIT OR Apache-2.0", "identifier": "MIT OR Apache-2.0" },
        },
        "servers": [{ "url": BASE }],
        "paths": paths,
        "components": {
            "schemas": serde_json::from_str::<Value>(SCHEMAS).unwrap_or_default(),
            "responses": responses(),
            "securitySchemes": {
                "token": { "type": "http", "scheme": "bearer", "description": "A token with the scope the operation names: read, write or organise." }
            },
        },
    })
}

/// The refusals there are, by status.
const REFUSALS: &[(u16, &str)] = &[
    (400, "The request makes no sense as it stands."),
    (401, "A token is needed, or the one shown does not hold."),
    (403, "The caller may not, or the token's scopes do not allow it."),
    (404, "There is none, or none the caller may see."),
    (409, "The state of the thing does not allow it."),
    (412, "It has changed since the version named in If-Match. Nothing was overwritten."),
    (413, "The body is larger than is taken."),
    (415, "The body is not of the media type that is taken."),
    (422, "The values have faults, each told among the findings."),
    (428, "If-Match is missing."),
    (429, "Too often; Retry-After says when to come back."),
    (503, "The database is away or full. Nothing was done."),
];

fn responses() -> Value {
    let problem = json!({ "application/problem+json": { "schema": schema("Problem") } });
    let all = REFUSALS.iter().map(|(status, says)| {
        (format!("Refused{status}"), json!({ "description": says, "content": problem }))
    });
    Value::Object(all.collect())
}

fn schema(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

fn told(operation: &Operation) -> Value {
    let mut it = json!({
        "operationId": operation.id,
        "summary": operation.says,
        "tags": [operation.group],
        "parameters": parameters(operation),
        "responses": answers(operation),
    });
    it["security"] = match operation.access {
        Access::Public => json!([{}, { "token": [] }]),
        Access::Read | Access::Write | Access::Organise => json!([{ "token": [] }]),
    };
    if let Some(name) = operation.body {
        it["requestBody"] =
            json!({ "required": true, "content": { "application/json": { "schema": schema(name) } } });
    } else if operation.file {
        let bytes = json!({ "schema": { "type": "string", "format": "binary" } });
        it["requestBody"] = json!({ "required": true, "content": { "application/octet-stream": bytes } });
    }
    it
}

fn parameters(operation: &Operation) -> Value {
    let mut all: Vec<Value> = Vec::new();
    for name in operation.path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}')) {
        all.push(json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string", "minLength": 1, "maxLength": 200 } }));
    }
    all.extend(operation.queries.iter().map(query));
    if operation.if_match {
        all.push(json!({ "name": "If-Match", "in": "header", "required": true, "description": "The version that was read, as its ETag.",
            "schema": { "type": "string", "pattern": "^\"[1-9][0-9]{0,8}\"$" } }));
    }
    if operation.method == "post" && operation.access != Access::Public {
        all.push(json!({ "name": "Idempotency-Key", "in": "header", "required": false,
            "description": "Sent again within a day with the same body, the call is answered as it was the first time and not done twice.",
            "schema": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,100}$" } }));
    }
    Value::Array(all)
}

fn query(parameter: &Parameter) -> Value {
    let schema = match parameter.takes {
        Takes::Text(most) => json!({ "type": "string", "maxLength": most }),
        Takes::Number(least, most) => json!({ "type": "integer", "minimum": least, "maximum": most }),
        Takes::OneOf(words) => json!({ "type": "string", "enum": words }),
        Takes::Bool => json!({ "type": "boolean" }),
    };
    json!({ "name": parameter.name, "in": "query", "required": parameter.required, "description": parameter.says, "schema": schema })
}

fn answers(operation: &Operation) -> Value {
    let (status, gives) = operation.gives;
    let mut good = json!({ "description": operation.says });
    if let Some(name) = gives {
        good["content"] = json!({ "application/json": { "schema": schema(name) } });
        if operation.csv {
            good["content"]["text/csv"] = json!({ "schema": { "type": "string" } });
        }
    }
    let mut all = Map::from_iter([(status.to_string(), good)]);
    let takes_path = operation.path.contains('{');
    let takes_body = operation.body.is_some() || operation.file;
    for (status, _) in REFUSALS {
        let may = match status {
            401 => true,
            403 => operation.access != Access::Public,
            404 => takes_path || operation.method != "get" || operation.id == "pack.parameters",
            409 => operation.method != "get" || operation.id.starts_with("quotes.of-pair"),
            412 | 428 => operation.if_match,
            413 | 415 => takes_body,
            422 => operation.method != "get" || operation.id == "pack.parameters",
            _ => true,
        };
        if may {
            all.insert(
                status.to_string(),
                json!({ "$ref": format!("#/components/responses/Refused{status}") }),
            );
        }
    }
    Value::Object(all)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_schema_named_is_there_and_every_one_there_is_named() {
        let text = DESCRIPTION.to_string();
        let schemas = DESCRIPTION["components"]["schemas"].as_object().expect("the schemas are JSON");
        let there: BTreeSet<&str> = schemas.keys().map(String::as_str).collect();
        let named: BTreeSet<&str> =
            text.split("#/components/schemas/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(named, there);
    }

    #[test]
    fn every_operation_has_an_id_of_its_own_and_says_what_it_does() {
        let all = operations();
        let ids: BTreeSet<&str> = all.iter().map(|o| o.id).collect();
        assert_eq!(ids.len(), all.len());
        assert!(all.iter().all(|o| !o.says.is_empty() && !o.group.is_empty()));
    }
}
