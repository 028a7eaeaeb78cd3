/**
 * The sample that ships with the command: an invented project, its mailing list and its git
 * repository, written by a seeded generator that also says what it meant.
 */
@NullMarked
package io.github.patchlane.cli.sample;

import org.jspecify.annotations.NullMarked;
