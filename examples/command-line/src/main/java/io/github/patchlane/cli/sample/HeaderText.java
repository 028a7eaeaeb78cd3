package io.github.patchlane.cli.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.patchlane.core.contribution.Person;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** Header values as the wire wants them: folded, and encoded where they are not ASCII. */
final class HeaderText {
  private static final int WIDTH = 78;
  private static final int ENCODED_BYTES = 45;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

  private HeaderText() {}

  static String date(Instant at, ZoneOffset zone) {
    return DATE.format(at.atOffset(zone));
  }

  /** "Name: words", folded at its spaces. */
  static String folded(String name, String value) {
    StringBuilder out = new StringBuilder(name).append(':');
    int column = out.length();
    for (String word : value.split(" ", -1)) {
      if (column + 1 + word.length() > WIDTH && column > name.length() + 1) {
        out.append('\n');
        column = 0;
      }
      out.append(' ').append(word);
      column += 1 + word.length();
    }
    return out.append('\n').toString();
  }

  static String words(String text) {
    if (ascii(text)) {
      return text;
    }
    List<String> encoded = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    text.codePoints()
        .forEach(
            point -> {
              String next = Character.toString(point);
              if ((piece + next).getBytes(UTF_8).length > ENCODED_BYTES) {
                encoded.add(encodedWord(piece.toString()));
                piece.setLength(0);
              }
              piece.append(next);
            });
    encoded.add(encodedWord(piece.toString()));
    return String.join(" ", encoded);
  }

  static String address(Person person) {
    return phrase(person.name()) + " <" + person.email() + ">";
  }

  static String addresses(List<Person> people) {
    return String.join(", ", people.stream().map(HeaderText::address).toList());
  }

  static boolean ascii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  private static String phrase(String name) {
    if (!ascii(name)) {
      return words(name);
    }
    return name.matches("[A-Za-z0-9 '-]*") ? name : '"' + name + '"';
  }

  private static String encodedWord(String text) {
    return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=";
  }
}
