/**
 * Patches as posted: the subject grammar, the assembly of series and the links between revisions.
 */
@NullMarked
package io.github.patchlane.mailinglist.series;

import org.jspecify.annotations.NullMarked;
