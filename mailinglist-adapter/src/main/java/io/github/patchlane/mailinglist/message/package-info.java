/** One mail, decoded: headers, who and when, and its parts, each in its own charset. */
@NullMarked
package io.github.patchlane.mailinglist.message;

import org.jspecify.annotations.NullMarked;
