package io.github.patchlane.mailinglist.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FromLineTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "From ann@example.org Mon Jan  1 10:20:30 2024",
        "From ann at example.org  Mon Jan  1 10:20:30 2024",
        "From mboxrd@z Thu Jan  1 00:00:00 1970",
        "From - Mon Jan 01 10:20:30 2024",
        "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001",
        "From ann@example.org Mon Jan  1 10:20 2024",
        "From ann@example.org Mon Jan  1 10:20:30 CET 2024",
        "From ann@example.org Mon Jan  1 10:20:30 MET DST 1996",
        "From ann@example.org Mon Jan  1 10:20:30 2024 +0100",
        "From ann@example.org Mon Jan  1 10:20:30 2024\r",
        "From \"Ann B\"@example.org Mon Jan  1 10:20:30 2024",
      })
  void takesForASeparator(String line) {
    assertEquals(true, FromLine.is(line.getBytes(ISO_8859_1), 0, line.length()), line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From here on, things went well",
        "From Monday Jan was away",
        "From: ann@example.org",
        ">From ann@example.org Mon Jan  1 10:20:30 2024",
        "From ann@example.org Mon, 1 Jan 2024 10:20:30 +0000",
        "From ann@example.org Mon Jan  1 10:20:30",
        "From ann@example.org Mon Jan  x 10:20:30 2024",
        "From ann@example.org Mon Jan  1 1020 2024",
        "From ann@example.org",
        "From ",
      })
  void takesForText(String line) {
    assertEquals(false, FromLine.is(line.getBytes(ISO_8859_1), 0, line.length()), line);
  }
}
