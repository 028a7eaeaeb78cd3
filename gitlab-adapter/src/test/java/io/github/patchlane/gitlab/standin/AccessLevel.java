package io.github.patchlane.gitlab.standin;

/** What a member may do in a project, with GitLab's own numbers. */
public enum AccessLevel {
  GUEST(10),
  REPORTER(20),
  DEVELOPER(30),
  MAINTAINER(40),
  OWNER(50);

  private final int number;

  AccessLevel(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  boolean atLeast(AccessLevel other) {
    return number >= other.number;
  }
}
