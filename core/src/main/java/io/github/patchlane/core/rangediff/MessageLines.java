package io.github.patchlane.core.rangediff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A commit message as git shows it: no blank lines around it, no blanks at the ends of its lines.
 */
record MessageLines(List<String> lines) {
  MessageLines {
    lines = List.copyOf(lines);
  }

  static MessageLines of(String message) {
    List<String> lines = new ArrayList<>();
    int at = 0;
    while (at < message.length()) {
      int next = message.indexOf('\n', at);
      int end = next < 0 ? message.length() : next;
      String line = message.substring(at, trimmed(message, at, end));
      if (!line.isEmpty() || !lines.isEmpty()) {
        lines.add(line);
      }
      at = end + 1;
    }
    int size = lines.size();
    while (size > 0 && lines.get(size - 1).isEmpty()) {
      size--;
    }
    return new MessageLines(lines.subList(0, size));
  }

  private static int trimmed(String message, int start, int end) {
    int to = end;
    while (to > start && " \t\r\n".indexOf(message.charAt(to - 1)) >= 0) {
      to--;
    }
    return to;
  }

  /** All of the first paragraph, on one line. */
  String title() {
    return lines.stream().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining(" "));
  }
}
