package io.github.patchlane.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A list of five mails, three contributions, one of them open, and one damaged mail on request. */
final class Fixture {
  /** Ann's fix was reviewed and sent again; Bob's series got no answer; Carol's came last. */
  static final String MAILS =
      mail(
              "fix",
              "Ann",
              "Mon, 04 Mar 2024 09:00:00 +0000",
              "[PATCH] fix it",
              "",
              patch("a.c", "int x;"))
          + mail(
              "re",
              "Bob",
              "Mon, 04 Mar 2024 15:00:00 +0000",
              "Re: [PATCH] fix it",
              "In-Reply-To: <fix@example.org>\n",
              "> @@ -1,2 +1,3 @@\n>  before\n> +int x;\n\nWhy not y?\n")
          + mail(
              "fix2",
              "Ann",
              "Wed, 06 Mar 2024 09:00:00 +0000",
              "[PATCH v2] fix it",
              "",
              patch("a.c", "int y;"))
          + mail(
              "mend",
              "Bob",
              "Thu, 07 Mar 2024 09:00:00 +0000",
              "[PATCH] =?UTF-8?Q?mend=1B=5B31m_that=2C_=22caf=C3=A9=22?=",
              "",
              patch("b.c", "z"))
          + mail(
              "carol",
              "Carol",
              "Sat, 04 May 2024 09:00:00 +0000",
              "[PATCH] start",
              "",
              patch("c.c", "c"));

  /** A reply to what is not there: a problem, and nothing else. */
  static final String STRAY =
      mail(
          "stray",
          "Dan",
          "Fri, 08 Mar 2024 09:00:00 +0000",
          "Re: [PATCH] lost",
          "In-Reply-To: <lost@example.org>\n",
          "So what?\n");

  private Fixture() {}

  static Path write(Path folder, String name, String text) {
    try {
      return Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String mail(
      String id, String name, String date, String subject, String headers, String body) {
    return """
    From list@example.org Mon Mar  4 09:00:00 2024
    From: %2$s <%3$s@example.org>
    Date: %4$s
    Message-ID: <%1$s@example.org>
    Subject: %5$s
    %6$s
    %7$s
    """
        .formatted(id, name, name.toLowerCase(java.util.Locale.ROOT), date, subject, headers, body);
  }

  private static String patch(String path, String line) {
    return """
    It was broken.
    ---
    diff --git a/%1$s b/%1$s
    --- a/%1$s
    +++ b/%1$s
    @@ -1,2 +1,3 @@
     before
    +%2$s
     after
    """
        .formatted(path, line);
  }
}
