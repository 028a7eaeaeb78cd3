/** The ports that every lane implements, and how reading reports what it could not read. */
@NullMarked
package io.github.patchlane.core.source;

import org.jspecify.annotations.NullMarked;
