package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
  @Test
  void escapesLineEndsAndTurnedDirectionsBecomeBlanks() {
    assertEquals(
        " [31mred  a b c d e f gr\u00fcn \ud83d\ude00",
        TerminalText.of(
            "\u001b[31mred\r\na\0b\u009bc\u202ed\u2028e\u200bf gr\u00fcn \ud83d\ude00"));
  }

  @Test
  void halfACharacterIsABlank() {
    assertEquals("a b", TerminalText.of("a\ud83db"));
  }
}
