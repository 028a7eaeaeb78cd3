#!/bin/sh
# How many contributions opened in each month, and how many of them landed so far.
# Usage: opened-by-month.sh SOURCE... --repo REPOSITORY
set -eu
lines=$(mktemp)
trap 'rm -f "$lines"' EXIT
${PATCHLANE:-patchlane} list "$@" --format jsonl >"$lines"
jq -rs 'group_by(.openedAt[:7])[]
  | [.[0].openedAt[:7], length, (map(select(.state == "landed")) | length)] | @tsv' "$lines"
