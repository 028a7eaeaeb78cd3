package io.github.patchlane.core.rangediff;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A text by its lines, whose ends are left out. */
final class TextLines {
  private final byte[] text;
  private final int[] starts;

  TextLines(byte[] text) {
    this.text = text;
    int count = 0;
    for (byte b : text) {
      count += b == '\n' ? 1 : 0;
    }
    starts = new int[count + 1];
    int line = 1;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        starts[line++] = i + 1;
      }
    }
  }

  int size() {
    return starts.length - 1;
  }

  /** UTF-8 where it is that, else ISO-8859-1. */
  String line(int i) {
    ByteBuffer bytes = ByteBuffer.wrap(text, starts[i], starts[i + 1] - 1 - starts[i]);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return new String(
          text, starts[i], starts[i + 1] - 1 - starts[i], StandardCharsets.ISO_8859_1);
    }
  }
}
