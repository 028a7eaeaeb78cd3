/** From what one lane holds to what another takes: contributions with their commits and words. */
@NullMarked
package io.github.patchlane.core.conversion;

import org.jspecify.annotations.NullMarked;
