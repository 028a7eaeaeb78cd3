/** JSON from elsewhere, read without trust. */
@NullMarked
package io.github.patchlane.gitlab.json;

import org.jspecify.annotations.NullMarked;
