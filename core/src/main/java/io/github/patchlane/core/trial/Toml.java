package io.github.patchlane.core.trial;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The small part of TOML that a protocol needs: comments, {@code [tables]}, and keys with a string,
 * a number, a date or a list of strings, which may run over several lines. Whatever this reads,
 * every TOML reader reads so.
 */
final class Toml {
  private final String[] lines;
  private final Map<String, TomlValue> values = new LinkedHashMap<>();
  private String table = "";
  private int line;

  private Toml(String text) {
    lines = text.split("\r?\n", -1);
  }

  /** By their full names, {@code table.key}, in the order of the file. */
  static Map<String, TomlValue> parse(String text) {
    Toml toml = new Toml(text.startsWith("\uFEFF") ? text.substring(1) : text);
    toml.read();
    return toml.values;
  }

  private void read() {
    while (line < lines.length) {
      String content = lines[line].strip();
      line++;
      if (content.startsWith("[")) {
        table = header(content) + ".";
      } else if (!content.isEmpty() && content.charAt(0) != '#') {
        pair(content);
      }
    }
  }

  private String header(String content) {
    int end = content.indexOf(']');
    if (end < 0 || !isComment(content.substring(end + 1)) || !isKey(content.substring(1, end))) {
      throw problem("a table is written [name]: " + content);
    }
    return content.substring(1, end).strip();
  }

  private void pair(String content) {
    int equals = content.indexOf('=');
    if (equals < 0 || !isKey(content.substring(0, equals))) {
      throw problem("expected key = value, a [table] or a # comment: " + content);
    }
    String key = table + content.substring(0, equals).strip();
    int start = line;
    TomlValue value = value(start, content.substring(equals + 1).strip());
    TomlValue before = values.putIfAbsent(key, value);
    if (before != null) {
      throw new ProtocolException(
          start, key + " was given in line " + before.line() + " already; keep one of them");
    }
  }

  private TomlValue value(int start, String content) {
    if (content.startsWith("[")) {
      return list(start, content.substring(1));
    }
    if (content.startsWith("\"") || content.startsWith("'")) {
      int end = closing(content);
      requireEnd(content.substring(end + 1));
      return new TomlValue.Text(start, unescaped(content.substring(0, end + 1)));
    }
    int comment = content.indexOf('#');
    String bare = (comment < 0 ? content : content.substring(0, comment)).strip();
    if (isDate(bare)) {
      return new TomlValue.Text(start, bare);
    }
    try {
      return new TomlValue.Figure(start, new BigDecimal(bare.replace("_", "")));
    } catch (NumberFormatException e) {
      throw problem(
          (bare.isEmpty() ? "a value is missing" : "not a number or a date: " + bare)
              + "; put text in \"quotes\"");
    }
  }

  private TomlValue list(int start, String first) {
    List<String> texts = new ArrayList<>();
    String rest = first;
    boolean comma = true;
    while (true) {
      rest = rest.strip();
      if (rest.isEmpty() || rest.charAt(0) == '#') {
        if (line >= lines.length) {
          throw new ProtocolException(start, "the list is never closed with ]");
        }
        rest = lines[line];
        line++;
      } else if (rest.charAt(0) == ']') {
        requireEnd(rest.substring(1));
        return new TomlValue.Texts(start, texts);
      } else if (rest.charAt(0) == ',' && !comma) {
        comma = true;
        rest = rest.substring(1);
      } else if (comma && (rest.charAt(0) == '"' || rest.charAt(0) == '\'')) {
        int end = closing(rest);
        texts.add(unescaped(rest.substring(0, end + 1)));
        rest = rest.substring(end + 1);
        comma = false;
      } else {
        throw problem("a list is written [\"one\", \"two\"]; cannot read " + rest);
      }
    }
  }

  private int closing(String content) {
    char quote = content.charAt(0);
    for (int i = 1; i < content.length(); i++) {
      if (content.charAt(i) == '\\' && quote == '"') {
        i++;
      } else if (content.charAt(i) == quote) {
        return i;
      }
    }
    throw problem("the text is never closed with " + quote + ": " + content);
  }

  private String unescaped(String quoted) {
    String inner = quoted.substring(1, quoted.length() - 1);
    if (quoted.charAt(0) == '\'' || inner.indexOf('\\') < 0) {
      return inner;
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < inner.length(); i++) {
      char sign = inner.charAt(i);
      if (sign == '\\') {
        i++;
        switch (inner.charAt(i)) {
          case '"' -> text.append('"');
          case '\\' -> text.append('\\');
          case 't' -> text.append('\t');
          default -> throw problem("of escapes only \\\" \\\\ and \\t are read: " + quoted);
        }
      } else {
        text.append(sign);
      }
    }
    return text.toString();
  }

  private void requireEnd(String rest) {
    if (!isComment(rest)) {
      throw problem("nothing may follow a value but a # comment: " + rest.strip());
    }
  }

  private static boolean isComment(String rest) {
    return rest.isBlank() || rest.strip().startsWith("#");
  }

  private static boolean isKey(String text) {
    String key = text.strip();
    return !key.isEmpty()
        && key.chars()
            .allMatch(c -> c == '-' || c == '_' || (c < 128 && Character.isLetterOrDigit(c)));
  }

  /** {@code 2026-03-01}, with or without a time. */
  private static boolean isDate(String text) {
    return text.length() >= 10
        && text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && text.chars().limit(4).allMatch(Character::isDigit);
  }

  private ProtocolException problem(String message) {
    return new ProtocolException(line, message);
  }
}
