package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Utf8WriterTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void writesWhatAPrintWriterIsGiven() {
    PrintWriter writer = new PrintWriter(new Utf8Writer(out));
    writer.print("J\u00fcrgen ");
    writer.append("abc", 1, 2).print('\u20ac');
    writer.printf("%s%n", "\ud83d\ude00");
    writer.flush();
    assertEquals("J\u00fcrgen b\u20ac\ud83d\ude00" + System.lineSeparator(), written());
  }

  @Test
  void joinsACharacterThatComesInTwoHalves() throws IOException {
    try (Utf8Writer writer = new Utf8Writer(out)) {
      writer.write('\ud83d');
      writer.write('\ude00');
      writer.write("a\ud83d");
      writer.write("\ude00b");
    }
    assertEquals("\ud83d\ude00a\ud83d\ude00b", written());
  }

  @Test
  void aHalfThatStaysAloneIsAQuestionMark() throws IOException {
    try (Utf8Writer writer = new Utf8Writer(out)) {
      writer.write("a\ud83dz");
      writer.write("\ud83d");
    }
    assertEquals("a?z?", written());
  }

  private String written() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
