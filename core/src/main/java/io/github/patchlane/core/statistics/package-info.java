/** How: survival curves, tests and intervals. Knows nothing of patches and can be used alone. */
@NullMarked
package io.github.patchlane.core.statistics;

import org.jspecify.annotations.NullMarked;
