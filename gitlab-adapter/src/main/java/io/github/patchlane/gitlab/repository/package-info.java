/** The commits behind merge requests: fetched, or unpacked, and looked at by name. */
@NullMarked
package io.github.patchlane.gitlab.repository;

import org.jspecify.annotations.NullMarked;
