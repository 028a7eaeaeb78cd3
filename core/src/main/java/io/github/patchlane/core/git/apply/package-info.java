/**
 * Turns diffs into trees as {@code git apply} and {@code git am -3} do, without a work tree. Inside
 * core: the package is not exported and shows JGit.
 *
 * <p>Paths here are raw: one char for each byte of the name, whatever its charset.
 */
@NullMarked
package io.github.patchlane.core.git.apply;

import org.jspecify.annotations.NullMarked;
