/** What is proposed: contributions, their revisions and patches, and who stands behind them. */
@NullMarked
package io.github.patchlane.core.contribution;

import org.jspecify.annotations.NullMarked;
