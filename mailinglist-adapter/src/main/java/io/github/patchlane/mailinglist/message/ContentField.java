package io.github.patchlane.mailinglist.message;

import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParameterList;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * A {@code Content-Type} or {@code Content-Disposition}: a value and parameters. Angus reads it,
 * with parameters in pieces or in charsets (RFC 2231); what Angus refuses is picked apart by hand,
 * as far as it goes.
 */
final class ContentField {
  /** A field longer than any in earnest is not handed to a parser that is not ours. */
  private static final int LONGEST = 8_192;

  private final String text;
  private final String value;
  private final Optional<ParameterList> parameters;

  private ContentField(String text, String value, Optional<ParameterList> parameters) {
    this.text = text;
    this.value = value.toLowerCase(Locale.ROOT);
    this.parameters = parameters;
  }

  /**
   * Reads a content type.
   *
   * @param folded the field, empty where there is none
   * @param fallback the value where the field has none that can be one
   */
  static ContentField type(String folded, String fallback) {
    String text = unfolded(folded);
    if (text.isEmpty()) {
      return new ContentField("", fallback, Optional.empty());
    }
    try {
      ContentType parsed = new ContentType(text);
      return new ContentField(
          text, parsed.getBaseType(), Optional.ofNullable(parsed.getParameterList()));
    } catch (ParseException | RuntimeException e) {
      String value = beforeParameters(text);
      return new ContentField(text, value.indexOf('/') > 0 ? value : fallback, Optional.empty());
    }
  }

  /**
   * Reads a disposition.
   *
   * @param folded the field, empty where there is none
   */
  static ContentField disposition(String folded) {
    String text = unfolded(folded);
    if (text.isEmpty()) {
      return new ContentField("", "", Optional.empty());
    }
    try {
      ContentDisposition parsed = new ContentDisposition(text);
      return new ContentField(
          text, parsed.getDisposition(), Optional.ofNullable(parsed.getParameterList()));
    } catch (ParseException | RuntimeException e) {
      return new ContentField(text, beforeParameters(text), Optional.empty());
    }
  }

  /** In lower case, as {@code text/plain} or {@code attachment}. */
  String value() {
    return value;
  }

  /**
   * A parameter as written, empty where there is none.
   *
   * @param name in lower case
   */
  String parameter(String name) {
    return parameters
        .map(list -> Optional.ofNullable(list.get(name)).orElse(""))
        .orElseGet(() -> picked(name));
  }

  private String picked(String name) {
    String lower = text.toLowerCase(Locale.ROOT);
    int at = lower.indexOf(name + '=');
    while (at > 0 && "; \t".indexOf(lower.charAt(at - 1)) < 0) {
      at = lower.indexOf(name + '=', at + 1);
    }
    if (at < 0) {
      return "";
    }
    int start = at + name.length() + 1;
    char quote = start < text.length() && text.charAt(start) == '"' ? '"' : ';';
    start += quote == '"' ? 1 : 0;
    int end = text.indexOf(quote, start);
    return text.substring(start, end < 0 ? text.length() : end).strip();
  }

  private static String beforeParameters(String text) {
    int end = 0;
    while (end < text.length() && "; \t".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }

  private static String unfolded(String folded) {
    String text = folded.indexOf('\n') < 0 ? folded : folded.replace('\n', ' ');
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
