/** What a project asks of a change before it lands: who maintains which paths. */
@NullMarked
package io.github.patchlane.core.policy;

import org.jspecify.annotations.NullMarked;
