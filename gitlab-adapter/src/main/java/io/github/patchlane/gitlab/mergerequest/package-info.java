/**
 * Merge requests as GitLab keeps them, in records of our own, and the one translation of a merge
 * request into a contribution.
 */
@NullMarked
package io.github.patchlane.gitlab.mergerequest;

import org.jspecify.annotations.NullMarked;
