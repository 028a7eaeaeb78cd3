/** The smallest programs that embed Patchlane; the README shows parts of them. */
@NullMarked
package io.github.patchlane.examples;

import org.jspecify.annotations.NullMarked;
