package io.github.patchlane.core.contribution;

/** x. */
public record MessageId(String value) {}
