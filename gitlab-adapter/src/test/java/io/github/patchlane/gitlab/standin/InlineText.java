package io.github.patchlane.gitlab.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The runs of plain text within one block: without code spans, links, tags and comments, with
 * entities decoded, and with every escaped sign of a reference made harmless.
 */
final class InlineText {
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  private static final String SIGNS = "@#!$&~%^";
  private static final Set<String> HIDING = Set.of("pre", "code", "a");
  private static final Pattern AUTOLINK =
      Pattern.compile("<(?:[A-Za-z][A-Za-z0-9+.\\-]+:[^<>\\s]*|[^\\s<>@]+@[^\\s<>@]+)>");
  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)(?:\\s[^>]*)?/?>");
  private static final Pattern BARE_LINK = Pattern.compile("(?:https?://|www\\.)[^\\s<]+");
  private static final Pattern LINK =
      Pattern.compile("!?\\[(?:[^\\[\\]\\\\]|\\\\.)*\\]\\((?:[^()\\\\]|\\\\.)*\\)");
  private static final Pattern ENTITY =
      Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]+));");
  private static final Map<String, String> NAMED =
      Map.of(
          "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "commat", "@", "num", "#", "excl", "!",
          "dollar", "$", "percnt", "%", "nbsp", "\u00a0");

  private final String text;
  private final boolean markdown;
  private final List<String> runs = new ArrayList<>();
  private final StringBuilder run = new StringBuilder();
  private int hidden;
  private int at;

  private InlineText(String text, boolean markdown) {
    this.text = text;
    this.markdown = markdown;
  }

  static List<String> markdown(String block) {
    return new InlineText(block, true).read();
  }

  static List<String> html(String block) {
    return new InlineText(block, false).read();
  }

  private List<String> read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (markdown && c == '\\') {
        escape();
      } else if (markdown && c == '`') {
        code();
      } else if (c == '<') {
        tag();
      } else if (c == '&') {
        entity();
      } else if (markdown && (c == '[' || c == '!') && skip(LINK)) {
        cut();
      } else if ((c == 'h' || c == 'w') && skip(BARE_LINK)) {
        cut();
      } else {
        show(String.valueOf(c));
        at++;
      }
    }
    cut();
    return runs;
  }

  private void escape() {
    if (at + 1 < text.length() && PUNCTUATION.indexOf(text.charAt(at + 1)) >= 0) {
      char escaped = text.charAt(at + 1);
      show(SIGNS.indexOf(escaped) >= 0 ? "\0" : String.valueOf(escaped));
      at += 2;
    } else {
      show("\\");
      at++;
    }
  }

  private void code() {
    int length = ticks(at);
    int from = at + length;
    while (from < text.length()) {
      int next = text.indexOf('`', from);
      if (next < 0) {
        break;
      }
      int closing = ticks(next);
      if (closing == length) {
        cut();
        at = next + closing;
        return;
      }
      from = next + closing;
    }
    show("`".repeat(length));
    at += length;
  }

  private int ticks(int from) {
    int to = from;
    while (to < text.length() && text.charAt(to) == '`') {
      to++;
    }
    return to - from;
  }

  private void tag() {
    if (text.startsWith("<!--", at)) {
      int end = text.indexOf("-->", at + 4);
      if (end >= 0 || !markdown) {
        cut();
        at = end < 0 ? text.length() : end + 3;
        return;
      }
    }
    if (markdown && skip(AUTOLINK)) {
      cut();
      return;
    }
    Matcher tag = TAG.matcher(text).region(at, text.length());
    if (!tag.lookingAt()) {
      show("<");
      at++;
      return;
    }
    cut();
    if (HIDING.contains(tag.group(1).toLowerCase(Locale.ROOT))) {
      hidden = Math.max(0, hidden + (text.charAt(at + 1) == '/' ? -1 : 1));
    }
    at = tag.end();
  }

  private void entity() {
    Matcher entity = ENTITY.matcher(text).region(at, text.length());
    if (!entity.lookingAt()) {
      show("&");
      at++;
      return;
    }
    if (entity.group(1) != null) {
      show(decoded(Integer.parseInt(entity.group(1))));
    } else if (entity.group(2) != null) {
      show(decoded(Integer.parseInt(entity.group(2), 16)));
    } else {
      show(NAMED.getOrDefault(entity.group(3), "\0"));
    }
    at = entity.end();
  }

  private static String decoded(int code) {
    return code > 0 && Character.isValidCodePoint(code) ? Character.toString(code) : "\ufffd";
  }

  private boolean skip(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (matcher.lookingAt()) {
      at = matcher.end();
      return true;
    }
    return false;
  }

  private void show(String shown) {
    if (hidden == 0) {
      run.append(shown);
    }
  }

  private void cut() {
    if (run.length() > 0) {
      runs.add(run.toString());
      run.setLength(0);
    }
  }
}
