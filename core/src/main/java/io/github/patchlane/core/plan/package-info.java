/** Plan, then act: what will be written to the outside, and what became of it, never twice. */
@NullMarked
package io.github.patchlane.core.plan;

import org.jspecify.annotations.NullMarked;
