/** What every part of Patchlane shares: the root of its exceptions. */
@NullMarked
package io.github.patchlane.core;

import org.jspecify.annotations.NullMarked;
