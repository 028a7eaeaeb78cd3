package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A mail's own name and the names of what it answers. */
final class MessageIds {
  /** RFC 5322's longest line: no program makes a longer name in earnest. */
  private static final int LONGEST = 998;

  /** What is kept of a thread's past; the nearest are what places a mail. */
  private static final int MOST_REFERENCES = 100;

  private static final String MADE_UP = "@no-message-id.invalid";

  private MessageIds() {}

  /**
   * The mail's Message-ID, the first usable one where there are several. A mail without one is
   * named by the hash of its {@code From}, {@code Date}, {@code Subject} and body, which the same
   * mail has in every archive: relays' fields, line ends and trailing blank lines do not count.
   */
  static MessageId own(HeaderBlock header, Damage damage) {
    for (Slice field : header.allRaw("message-id")) {
      String value = HeaderText.folded(field);
      List<String> ids = bracketed(value);
      Optional<MessageId> id =
          ids.isEmpty() ? usable(HeaderText.collapse(value)) : usable(ids.get(0));
      if (id.isPresent()) {
        return id.get();
      }
    }
    damage.note("no usable Message-ID; one was made from the mail's content");
    return new MessageId(contentHash(header) + MADE_UP);
  }

  /**
   * What the mail answers, nearest first: {@code In-Reply-To} as it stands, then {@code References}
   * from its end. Broken pieces, repetitions, the mail itself and addresses of the mail's people
   * (old programs wrote them into {@code In-Reply-To}) are left out.
   */
  static List<MessageId> answered(HeaderBlock header, MessageId own, List<Person> people) {
    Set<String> found = new LinkedHashSet<>();
    for (Slice field : header.allRaw("in-reply-to")) {
      String value = HeaderText.folded(field);
      List<String> ids = bracketed(value);
      if (ids.isEmpty() && value.indexOf('@') > 0 && value.indexOf(' ') < 0) {
        ids = List.of(value);
      }
      found.addAll(ids);
    }
    people.forEach(person -> found.remove(person.email()));
    for (Slice field : header.allRaw("references")) {
      // The end is the near end: what is beyond the longest value is cut off in front.
      int start = Math.max(field.start, field.end - HeaderBlock.LONGEST_VALUE);
      List<String> ids = bracketed(HeaderText.folded(field.from(start)));
      Collections.reverse(ids);
      found.addAll(ids);
    }
    found.remove(own.value());
    List<MessageId> answered = new ArrayList<>();
    for (String id : found) {
      if (answered.size() < MOST_REFERENCES) {
        usable(id).ifPresent(answered::add);
      }
    }
    return answered;
  }

  /** All that stands between a pair of angle brackets; an open bracket without its pair is cut. */
  private static List<String> bracketed(String value) {
    List<String> ids = new ArrayList<>();
    int open = -1;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '<') {
        open = i;
      } else if (c == '>' && open >= 0) {
        String id = HeaderText.collapse(value.substring(open + 1, i)).replace(" ", "");
        if (!id.isEmpty() && !id.endsWith("@")) {
          ids.add(id);
        }
        open = -1;
      }
    }
    return ids;
  }

  private static Optional<MessageId> usable(String id) {
    boolean usable = !id.isEmpty() && id.length() <= LONGEST;
    for (int i = 0; i < id.length() && usable; i++) {
      char c = id.charAt(i);
      boolean plain = c > ' ' && c < 0x7f && c != '<' && c != '>';
      usable = plain || (c >= 0xa0 && !Character.isWhitespace(c));
    }
    return usable ? Optional.of(new MessageId(id)) : Optional.empty();
  }

  private static String contentHash(HeaderBlock header) {
    MessageDigest sha1 = sha1();
    for (String name : List.of("from", "date", "subject")) {
      sha1.update(header.folded(name).getBytes(StandardCharsets.UTF_8));
      sha1.update((byte) '\n');
    }
    Slice body = header.body();
    int end = body.end;
    while (end > body.start && (body.array[end - 1] == '\n' || body.array[end - 1] == '\r')) {
      end--;
    }
    int line = body.start;
    while (line < end) {
      int lineEnd = body.to(end).indexOf((byte) '\n', line);
      int textEnd = lineEnd > line && body.array[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
      sha1.update(body.array, line, textEnd - line);
      sha1.update((byte) '\n');
      line = lineEnd + 1;
    }
    return HexFormat.of().formatHex(sha1.digest());
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-1", e);
    }
  }
}
