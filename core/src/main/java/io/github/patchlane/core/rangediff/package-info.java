/** What became of each patch of a series from one revision to the next. */
@NullMarked
package io.github.patchlane.core.rangediff;

import org.jspecify.annotations.NullMarked;
