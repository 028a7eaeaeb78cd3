/** A contribution of either lane as mails: patches that {@code git am} applies, and replies. */
@NullMarked
package io.github.patchlane.mailinglist.compose;

import org.jspecify.annotations.NullMarked;
