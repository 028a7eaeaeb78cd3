/** What happens to a contribution: comments, approvals, verdicts, landings, in one timeline. */
@NullMarked
package io.github.patchlane.core.review;

import org.jspecify.annotations.NullMarked;
