/** What is measured: one definition for both lanes. */
@NullMarked
package io.github.patchlane.core.metrics;

import org.jspecify.annotations.NullMarked;
