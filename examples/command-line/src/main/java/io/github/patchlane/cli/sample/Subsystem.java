package io.github.patchlane.cli.sample;

import java.util.Arrays;

/** The four parts of the invented project, each with a maintainer of its own. */
enum Subsystem {
  CORE("core/ include/ docs/ MAINTAINERS README Makefile"),
  ARCH("arch/"),
  DRIVERS("drivers/"),
  TOOLS("tools/");

  private final String prefixes;

  Subsystem(String prefixes) {
    this.prefixes = prefixes;
  }

  String[] prefixes() {
    return prefixes.split(" ", -1);
  }

  boolean owns(String path) {
    return Arrays.stream(prefixes()).anyMatch(path::startsWith);
  }
}
