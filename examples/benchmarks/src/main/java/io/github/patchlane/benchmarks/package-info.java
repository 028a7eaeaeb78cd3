/** Speed as a ratio against a named floor in the same run, on archives of real size. */
@NullMarked
package io.github.patchlane.benchmarks;

import org.jspecify.annotations.NullMarked;
