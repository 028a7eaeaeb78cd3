/** The mailing list lane. {@link io.github.patchlane.mailinglist.MailingList} is the door. */
@NullMarked
package io.github.patchlane.mailinglist;

import org.jspecify.annotations.NullMarked;
