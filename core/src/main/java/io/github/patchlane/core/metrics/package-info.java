/** What is measured: each metric one definition and one class, the same for both lanes. */
@NullMarked
package io.github.patchlane.core.metrics;

import org.jspecify.annotations.NullMarked;
