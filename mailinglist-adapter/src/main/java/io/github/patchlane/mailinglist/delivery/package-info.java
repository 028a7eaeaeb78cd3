/** Composed mails on their way: into an mbox, a maildir, or to people by SMTP. */
@NullMarked
package io.github.patchlane.mailinglist.delivery;

import org.jspecify.annotations.NullMarked;
