package io.github.patchlane.gitlab.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuickActionsTest {
  @Test
  void aCommandAtTheStartOfALineRunsAndLeavesTheText() {
    QuickActions.Extracted extracted = QuickActions.extract("Thanks.\n/label ~bug \n\nBye.  \n");
    assertEquals(
        new QuickActions.Extracted(
            "Thanks.\nBye.", List.of(new QuickActions.Command("label", "~bug"))),
        extracted);
  }

  static List<String> names() {
    return QuickActions.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void everyKnownCommandRunsInAnyCase(String name) {
    String text = "/" + name.toUpperCase(java.util.Locale.ROOT);
    assertEquals(
        List.of(new QuickActions.Command(name, "")), QuickActions.extract(text).commands());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\n/close\n```",
        "`\n/close\n`",
        "<pre>\n/close\n</pre>",
        ">>>\n/close\n>>>",
        "\\/close",
        "&#47;close",
        " /close",
        "see /close",
        "/closed",
        "/unknown",
      })
  void whatStandsElsewhereDoesNotRun(String text) {
    assertEquals(new QuickActions.Extracted(text, List.of()), QuickActions.extract(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "~~~\n/close\n~~~",
        "````\n/close\n````",
        "    code\n\n/close",
        "<pre>text\n/close\n</pre>",
        "> quoted\n/close",
        "x\r\n/close\r\n",
        "x\n\r/close",
        "```\n/close\n``` \n",
        "<!--\n/close\n-->",
        "a `b`\n/close\n`c`",
      })
  void whatLooksProtectedMayRunAllTheSame(String text) {
    assertEquals(
        List.of(new QuickActions.Command("close", "")), QuickActions.extract(text).commands());
  }
}
