#!/bin/sh
# For a nightly job: fails, saying which, when a newcomer has waited over a week for a first answer.
# Usage: guard.sh SOURCE...
set -eu
exec ${PATCHLANE:-patchlane} latency "$@" \
  --format junit --fail-if 'newcomer time-to-first-response.max > 7d'
