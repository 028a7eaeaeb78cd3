/** Mails joined by what they answer. */
@NullMarked
package io.github.patchlane.mailinglist.thread;

import org.jspecify.annotations.NullMarked;
