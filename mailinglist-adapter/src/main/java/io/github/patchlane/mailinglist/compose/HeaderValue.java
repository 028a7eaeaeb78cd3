package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Header fields from values that strangers chose: no line break of theirs gets through. */
final class HeaderValue {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

  private HeaderValue() {}

  /** RFC 5322's form of an instant. */
  static String date(OffsetDateTime at) {
    return DATE.format(at);
  }

  /** Running text, encoded where it is not ASCII, folded after the field's name. */
  static String text(String name, String text) {
    try {
      String safe = oneLine(text);
      String value = isAscii(safe) ? safe : MimeUtility.encodeText(safe, "UTF-8", "Q");
      return MimeUtility.fold(name.length() + 2, value);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }

  /** Addresses, folded after the field's name; those that are none are left out. */
  static String addresses(String name, List<Person> people) {
    InternetAddress[] addresses =
        people.stream()
            .filter(p -> isAddress(p.email()))
            .map(HeaderValue::address)
            .toArray(InternetAddress[]::new);
    String folded = InternetAddress.toString(addresses, name.length() + 2);
    return folded == null ? "" : folded;
  }

  static InternetAddress address(Person person) {
    try {
      return new InternetAddress(person.email(), oneLine(person.name()), "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
  }

  /** Whether mail can be sent there at all: one {@code @}, nothing that ends a field. */
  static boolean isAddress(String email) {
    int at = email.indexOf('@');
    return at > 0
        && at == email.lastIndexOf('@')
        && at < email.length() - 1
        && email.getBytes(StandardCharsets.UTF_8).length == email.length()
        && email.chars().allMatch(c -> c > ' ' && c < 127 && "<>,;:\"()[]\\".indexOf(c) < 0);
  }

  /** Message-ids, one a line: programs cut other forms short. */
  static String ids(List<MessageId> ids) {
    return String.join("\n ", ids.stream().map(HeaderValue::id).toList());
  }

  static String id(MessageId id) {
    return '<' + id.value().replaceAll("[\\s<>]", "") + '>';
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
