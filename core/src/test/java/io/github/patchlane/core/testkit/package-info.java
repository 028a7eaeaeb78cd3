/** What tests of core and of any adapter share: builders and contracts. */
@NullMarked
package io.github.patchlane.core.testkit;

import org.jspecify.annotations.NullMarked;
