package io.github.patchlane.core.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** The lines of a text, compared without their ends: a mail does not keep those. */
final class FileLines {
  private final byte[] text;
  private final int[] starts;

  FileLines(byte[] text) {
    this.text = text;
    List<Integer> found = new ArrayList<>();
    for (int at = 0; at < text.length; at++) {
      if (at == 0 || text[at - 1] == '\n') {
        found.add(at);
      }
    }
    found.add(text.length);
    this.starts = found.stream().mapToInt(Integer::intValue).toArray();
  }

  byte[] text() {
    return text;
  }

  int size() {
    return starts.length - 1;
  }

  boolean isBinary() {
    for (int i = 0; i < Math.min(text.length, 8_000); i++) {
      if (text[i] == 0) {
        return true;
      }
    }
    return false;
  }

  /** Where these lines stand one after the other, nearest to that place; counted from 0. */
  OptionalInt nearest(List<byte[]> lines, int place) {
    int furthest = Math.max(size(), place);
    for (int distance = 0; distance <= furthest; distance++) {
      if (hasAt(lines, place - distance)) {
        return OptionalInt.of(place - distance);
      }
      if (hasAt(lines, place + distance)) {
        return OptionalInt.of(place + distance);
      }
    }
    return OptionalInt.empty();
  }

  private boolean hasAt(List<byte[]> lines, int place) {
    if (place < 0 || place + lines.size() > size()) {
      return false;
    }
    for (int i = 0; i < lines.size(); i++) {
      byte[] line = lines.get(i);
      int start = starts[place + i];
      int end = withoutEnd(text, start, starts[place + i + 1]);
      if (!Arrays.equals(text, start, end, line, 0, withoutEnd(line, 0, line.length))) {
        return false;
      }
    }
    return true;
  }

  private static int withoutEnd(byte[] bytes, int start, int end) {
    int last = end;
    while (last > start && (bytes[last - 1] == '\n' || bytes[last - 1] == '\r')) {
      last--;
    }
    return last;
  }
}
