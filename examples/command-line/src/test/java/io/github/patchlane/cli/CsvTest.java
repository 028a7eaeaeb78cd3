package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void noFieldIsAFormula() {
    for (String sign : List.of("=", "+", "-", "@", "\t=", "\r=", " =", "\u0000=", "\n@")) {
      String field = Csv.field(sign + "cmd|' /C calc'!A0");
      assertEquals('\'', field.charAt(0), field);
    }
  }

  @Test
  void separatorsAreQuotedAndControlCharactersAreBlanks() {
    assertEquals("\"a, \"\"b\"\"\"", Csv.field("a, \"b\""));
    assertEquals("two lines", Csv.field("two\nlines\r"));
    assertEquals("plain", Csv.field("plain"));
    assertEquals("", Csv.field(""));
  }
}
