#!/bin/sh
# Open contributions whose change nobody has spoken about yet: no comment on the diff, no verdict.
# Usage: unreviewed.sh SOURCE...
set -eu
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
${PATCHLANE:-patchlane} list "$@" --format jsonl >"$lines"
jq -r 'select(.state == "open")
  | select(.submitter.email as $own
      | [.events[] | select(.substantive and .by.email != $own and (.by.bot | not))] == [])
  | [.openedAt[:10], .submitter.name, .title] | @tsv' "$lines"
