package io.github.patchlane.gitlab.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.gitlab.written.WrittenText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WrittenTextTest {
  private static final String SIGNS = "\\`*_{}[]<>&@#!~%$^|/-+=;:?'\"().,aB0 ";

  @Test
  void wordsComeBackAsTheyWereWritten() {
    String text = "/close what @root says,\nsee #1 and **this** one\n\nFixes: 0123456789ab";

    assertEquals(text, WrittenText.plain(Harmless.prose(text)));
  }

  @Test
  void columnsComeBackAsTheyWereWritten() {
    String text = "Look:\n\n  a |  b\n\t<pre> &amp; &lt;\n@@ -1 +1 @@\n\nthat is all";

    assertEquals(text, WrittenText.plain(Harmless.prose(text)));
  }

  @Test
  void linesOfAnySignsComeBackAsTheyWereWritten() {
    Random dice = new Random(20250106);
    for (int round = 0; round < 5000; round++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        StringBuilder word = new StringBuilder("w");
        for (int n = dice.nextInt(6); n > 0; n--) {
          char sign = SIGNS.charAt(dice.nextInt(SIGNS.length()));
          word.append(sign == ' ' ? 'x' : sign);
        }
        words.add(word.toString());
      }
      String line = String.join(" ", words);

      assertEquals(line, WrittenText.plain(Harmless.prose(line)));
    }
  }

  @Test
  void theMarkerIsNotShown() {
    Marker marker = Marker.of(new MessageId("a@example.org"), 1, "text");

    assertEquals("words", WrittenText.plain(marker.under("words")));
  }

  @Test
  void theFirstVerbatimTextIsFoundAndOthersAreNot() {
    String text = "a\n\n" + Harmless.verbatim("f.c\n-<x>") + "\n\n" + Harmless.verbatim("other");

    assertEquals("f.c\n-<x>", WrittenText.firstVerbatim(text));
    assertEquals("", WrittenText.firstVerbatim("none"));
  }
}
