/** An embedded GitLab to test against: merge requests in memory, branches in a real repository. */
@NullMarked
package io.github.patchlane.gitlab.standin;

import org.jspecify.annotations.NullMarked;
