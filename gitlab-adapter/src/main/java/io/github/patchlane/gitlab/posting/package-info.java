/** Contributions posted to GitLab: what becomes a branch, a merge request, a thread, a note. */
@NullMarked
package io.github.patchlane.gitlab.posting;

import org.jspecify.annotations.NullMarked;
