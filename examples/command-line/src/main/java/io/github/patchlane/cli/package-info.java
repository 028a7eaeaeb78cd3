/**
 * The {@code patchlane} command: each subcommand a class, what they share in {@link
 * io.github.patchlane.cli.Session}.
 */
@NullMarked
package io.github.patchlane.cli;

import org.jspecify.annotations.NullMarked;
