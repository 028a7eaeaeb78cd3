/**
 * Whether one way of review serves better than another: a protocol fixed beforehand, contributions
 * matched to their like, one answer that may be "cannot tell yet". Start at {@link
 * io.github.patchlane.core.trial.Trial}.
 */
@NullMarked
package io.github.patchlane.core.trial;

import org.jspecify.annotations.NullMarked;
