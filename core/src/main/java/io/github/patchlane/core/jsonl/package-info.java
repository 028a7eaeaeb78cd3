/** Contributions as JSON lines, out and in again, each line one contribution, whole. */
@NullMarked
package io.github.patchlane.core.jsonl;

import org.jspecify.annotations.NullMarked;
