package io.github.patchlane.core.contribution;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds message-ids in text and in the addresses of mail archives. */
final class NamedMails {
  private NamedMails() {}

  static List<MessageId> in(String text) {
    List<MessageId> found = new ArrayList<>();
    for (String word : text.split("[\\s<>\"]+", -1)) {
      int scheme = word.indexOf("://");
      if (scheme < 0) {
        addId(word, found);
      } else {
        for (String segment : word.substring(scheme + 3).split("[/?&=#]", -1)) {
          addId(unescaped(segment), found);
        }
      }
    }
    return found;
  }

  private static void addId(String word, List<MessageId> found) {
    int start = 0;
    int end = word.length();
    while (start < end && "('[".indexOf(word.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && ".,;:)]'".indexOf(word.charAt(end - 1)) >= 0) {
      end--;
    }
    String id = word.substring(start, end);
    int at = id.indexOf('@');
    if (at > 0
        && at < id.length() - 1
        && id.indexOf('<') < 0
        && id.indexOf('>') < 0
        && id.chars().noneMatch(Character::isWhitespace)) {
      found.add(new MessageId(id));
    }
  }

  private static String unescaped(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // a stray percent sign: the segment stands for itself
      return segment;
    }
  }
}
