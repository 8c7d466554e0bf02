#!/usr/bin/env bash
# Holds the API against its own description: calls made up from it meet no error of the server,
# and every answer is one that the description tells. Usage: schemathesis.sh PUL
set -euo pipefail
pul=$(realpath "$1")
folder=$(mktemp -d)
port=$((20000 + RANDOM % 20000))
export PUL_DATABASE="sqlite:$folder/pul.db" PUL_LISTEN="127.0.0.1:$port" PUL_ADDRESS="http://127.0.0.1:$port"
export PUL_REQUESTS_A_SECOND=100000 PUL_REQUESTS_AT_ONCE=100000 PUL_SIGN_IN_ORGANISERS=organiser@example.org
"$pul" migrate >/dev/null
"$pul" serve >"$folder/log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -rf "$folder"' EXIT
token=$("$pul" token organiser@example.org --scope read --scope write --scope organise)
for _ in $(seq 60); do curl -sf "$PUL_ADDRESS/ready" >/dev/null && break; sleep 0.5; done
python3 "$(dirname "$0")/narrowed.py" "$PUL_ADDRESS" "$token" "$folder/narrowed.json"
# First whatever the description allows, then calls about things that are there.
for description in "$PUL_ADDRESS/api/v1/openapi.json" "$folder/narrowed.json"; do
  "${SCHEMATHESIS:-schemathesis}" run "$description" --url "$PUL_ADDRESS/api/v1" \
    --header "Authorization: Bearer $token" --exclude-operation-id me.erase \
    --phases examples,fuzzing --max-examples "${EXAMPLES:-20}" --seed 7 --workers 1 --no-color \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance,response_headers_conformance
done
