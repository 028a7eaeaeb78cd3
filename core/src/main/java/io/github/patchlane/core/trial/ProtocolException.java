package io.github.patchlane.core.trial;

import io.github.patchlane.core.PatchlaneException;

/** A protocol that cannot be read; the message names the line and how to mend it. */
public final class ProtocolException extends PatchlaneException {
  private static final long serialVersionUID = 1L;

  private final int line;

  ProtocolException(int line, String message) {
    super("line " + line + ": " + message);
    this.line = line;
  }

  /** Counted from 1. */
  public int line() {
    return line;
  }
}
