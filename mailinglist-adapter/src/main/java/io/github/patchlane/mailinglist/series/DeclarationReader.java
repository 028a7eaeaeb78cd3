package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds {@link Declarations} in a patch's or cover's text. Only lines that could hold one are
 * looked at closely.
 */
final class DeclarationReader {
  private static final Pattern VERSION_WORD =
      Pattern.compile(
          "\\b(v\\d+|rfc\\s*v?\\d*|version|versions|previous|previously|earlier|prior|supersedes?|superseded|series|obsoletes?|resend)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FOOTNOTE = Pattern.compile("\\[[\\w.]{1,4}\\]:?\\s*");
  private static final Pattern VERSION_BEFORE =
      Pattern.compile("(?is).*\\b(v\\d+|previous version|rfc)[^\\w]{0,4}$");
  private static final int MOST_FOOTNOTES = 100;
  private static final Pattern OTHER_RELATION =
      Pattern.compile(
          "\\b(depends?|dependenc\\w*|based|on top|prerequisites?|requires?|follow\\w*|applies|reported|report|closes|fix\\w*|suggest\\w*|discuss\\w*|comment\\w*|review\\w*|see also|similar|kernel|companion)\\b",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private Optional<String> changeId = Optional.empty();
  private Optional<CommitId> base = Optional.empty();
  private final List<MessageId> earlier = new ArrayList<>();
  private int nextLink = -1;
  private final Map<String, Boolean> footnotes = new HashMap<>();

  private DeclarationReader(String text) {
    this.text = text;
  }

  static Declarations read(String text) {
    DeclarationReader reader = new DeclarationReader(text);
    reader.readLines();
    if (reader.changeId.isEmpty() && reader.base.isEmpty() && reader.earlier.isEmpty()) {
      return Declarations.NONE;
    }
    return new Declarations(
        reader.changeId, reader.base, reader.earlier.stream().distinct().toList());
  }

  private void readLines() {
    int before = 0;
    int beforeEnd = 0;
    int at = 0;
    while (at < text.length()) {
      int eol = text.indexOf('\n', at);
      int end = eol < 0 ? text.length() : eol;
      if (mayDeclare(at, end)) {
        readLine(text.substring(at, end).strip(), text.substring(before, beforeEnd));
      }
      if (end > at && !isBlank(at, end)) {
        before = at;
        beforeEnd = end - at > 300 ? at : end;
      }
      at = end + 1;
    }
  }

  /** A diff's lines and quoted lines declare nothing. */
  private boolean mayDeclare(int start, int end) {
    if (end - start < 8 || end - start > 2000) {
      return false;
    }
    char first = text.charAt(start);
    if (first == '+' || first == '>' || first == '@') {
      return false;
    }
    if (first == 'c'
        || first == 'C'
        || first == 'b'
        || first == 'B'
        || first == 's'
        || first == 'S') {
      return true;
    }
    return linkBehind(start) < end;
  }

  /** Where the next address stands; remembered, lest every line search the whole text for one. */
  private int linkBehind(int start) {
    if (nextLink < start) {
      int found = text.indexOf("://", start);
      nextLink = found < 0 ? text.length() : found;
    }
    return nextLink;
  }

  private boolean isBlank(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private void readLine(String line, String before) {
    String lower =
        line.length() > 20
            ? line.substring(0, 20).toLowerCase(Locale.ROOT)
            : line.toLowerCase(Locale.ROOT);
    if (lower.startsWith("change-id:")) {
      String id = line.substring(10).strip();
      if (changeId.isEmpty() && id.length() > 8 && id.indexOf(' ') < 0 && id.indexOf('-') > 0) {
        changeId = Optional.of(id);
      }
    } else if (lower.startsWith("base-commit:")) {
      String hash = line.substring(12).strip();
      if (base.isEmpty() && CommitId.isValid(hash)) {
        base = Optional.of(new CommitId(hash));
      }
    } else if (lower.startsWith("supersedes:")) {
      earlier.addAll(MessageId.namedIn(line.substring(11)));
    } else if (line.contains("://")) {
      readLink(line, before);
    }
  }

  /**
   * {@code - Link to v1: URL}, {@code v2: URL}, or an address alone under {@code Changes since v2}.
   */
  private void readLink(String line, String before) {
    int address = Math.max(0, line.indexOf("http"));
    String words = line.substring(0, address);
    boolean footnote = words.startsWith("[") && FOOTNOTE.matcher(words).matches();
    if (footnote) {
      String mark = words.substring(0, words.indexOf(']') + 1);
      // the mail is searched once for each of its first footnotes
      boolean known = footnotes.containsKey(mark) || footnotes.size() < MOST_FOOTNOTES;
      if (!known || !footnotes.computeIfAbsent(mark, this::declaredElsewhere)) {
        return;
      }
    } else {
      String context =
          words.isBlank() || words.strip().equals("-") || words.strip().equals("*")
              ? before
              : words;
      if (!VERSION_WORD.matcher(context).find() || OTHER_RELATION.matcher(context).find()) {
        return;
      }
    }
    earlier.addAll(MessageId.namedIn(line.substring(address)));
  }

  /** {@code Changes since v1 [1]:} makes the address behind {@code [1]} a declared link. */
  private boolean declaredElsewhere(String mark) {
    int at = text.indexOf(mark);
    while (at >= 0) {
      String near = text.substring(Math.max(0, at - 30), at);
      String words = near.substring(near.lastIndexOf('\n') + 1);
      if (VERSION_BEFORE.matcher(words).matches()) {
        return true;
      }
      at = text.indexOf(mark, at + 1);
    }
    return false;
  }
}
