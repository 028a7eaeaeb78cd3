package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.contribution.MessageId;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Mails named in running text, in angle brackets or as the address of a page in a mail archive:
 * {@code https://lore.kernel.org/r/ID}, {@code https://patchwork.example.org/patch/ID/}. Any path
 * segment with an {@code @} in it is taken for a message-id: no other page is named so.
 */
public final class MessageLinks {
  private MessageLinks() {}

  /** The message-ids in the text, in order. */
  public static List<MessageId> in(String text) {
    List<MessageId> found = new ArrayList<>();
    for (String word : text.split("[\\s<>\"]+", -1)) {
      int scheme = word.indexOf("://");
      String candidates = scheme < 0 ? word : word.substring(scheme + 3);
      for (String segment : candidates.split("[/#?]", -1)) {
        addId(segment, found);
      }
    }
    return found;
  }

  private static void addId(String segment, List<MessageId> found) {
    String id = decode(segment);
    while (!id.isEmpty() && ".,;:)]'".indexOf(id.charAt(id.length() - 1)) >= 0) {
      id = id.substring(0, id.length() - 1);
    }
    while (!id.isEmpty() && "('[".indexOf(id.charAt(0)) >= 0) {
      id = id.substring(1);
    }
    int at = id.indexOf('@');
    if (at > 0
        && at < id.length() - 1
        && id.chars().noneMatch(Character::isWhitespace)
        && id.indexOf('<') < 0
        && id.indexOf('>') < 0) {
      found.add(new MessageId(id));
    }
  }

  private static String decode(String segment) {
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
