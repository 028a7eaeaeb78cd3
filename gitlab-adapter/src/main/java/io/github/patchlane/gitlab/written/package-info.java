/** Texts as this module writes them on GitLab, and what they say. */
@NullMarked
package io.github.patchlane.gitlab.written;

import org.jspecify.annotations.NullMarked;
