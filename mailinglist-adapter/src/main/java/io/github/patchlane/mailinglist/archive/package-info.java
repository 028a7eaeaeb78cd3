/**
 * Mail archives of every common kind as raw mails, each with the place it lies at; nothing is
 * decoded here.
 */
@NullMarked
package io.github.patchlane.mailinglist.archive;

import org.jspecify.annotations.NullMarked;
