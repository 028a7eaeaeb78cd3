/**
 * Unified diffs as text: files, hunks, lines, and the ids and sizes computed from them. Knows no
 * repository.
 */
@NullMarked
package io.github.patchlane.core.diff;

import org.jspecify.annotations.NullMarked;
