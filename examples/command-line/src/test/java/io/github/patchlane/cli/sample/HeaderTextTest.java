package io.github.patchlane.cli.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Person;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class HeaderTextTest {
  @Test
  void encodesANameThatIsNotAscii() {
    assertEquals(
        "=?UTF-8?B?U8O4cmVu?= <s@example.org>",
        HeaderText.address(new Person("Søren", "s@example.org")));
  }

  @Test
  void foldsAtSpacesOnly() {
    assertEquals(
        "Subject: " + "x".repeat(60) + "\n " + "y".repeat(30) + "\n",
        HeaderText.folded("Subject", "x".repeat(60) + " " + "y".repeat(30)));
  }

  @Test
  void writesDatesInTheSendersZone() {
    assertEquals(
        "Mon, 6 Jan 2025 09:05:00 +0100",
        HeaderText.date(Instant.parse("2025-01-06T08:05:00Z"), ZoneOffset.ofHours(1)));
  }

  @Test
  void quotedPrintableKeepsTextReadableAndBlanksAtLineEnds() {
    assertEquals("a =3D b\n--=20\n=C3=A9\n", QuotedPrintable.encode("a = b\n-- \né\n"));
  }
}
