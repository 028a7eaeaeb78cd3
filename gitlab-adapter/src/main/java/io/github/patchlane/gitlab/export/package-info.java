/** The archive of a project export: its tar, its lines of JSON, its git bundle. */
@NullMarked
package io.github.patchlane.gitlab.export;

import org.jspecify.annotations.NullMarked;
