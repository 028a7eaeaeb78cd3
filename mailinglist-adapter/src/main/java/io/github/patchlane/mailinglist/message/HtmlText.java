package io.github.patchlane.mailinglist.message;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * An HTML mail as the plain text its writer saw: tags dropped, entities decoded, block quotations
 * marked with {@code >}, preformatted text kept as it is. No browser; one pass, nothing refused.
 */
final class HtmlText {
  private static final int DEEPEST_QUOTE = 10;
  private static final int LONGEST_ENTITY = 12;

  private static final Set<String> BLOCKS =
      Set.of(
          "p", "div", "tr", "li", "table", "ul", "ol", "dl", "dt", "dd", "hr", "h1", "h2", "h3",
          "h4", "h5", "h6", "body", "section");
  private static final Set<String> UNSEEN = Set.of("script", "style", "head", "title");

  private static final Map<String, String> ENTITIES =
      Map.ofEntries(
          Map.entry("nbsp", " "),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("amp", "&"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("copy", "©"),
          Map.entry("hellip", "…"),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("szlig", "ß"),
          Map.entry("eacute", "é"),
          Map.entry("egrave", "è"));

  private final String html;
  private final StringBuilder out = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int quotes;
  private int preformatted;

  private HtmlText(String html) {
    this.html = html;
  }

  static String plain(String html) {
    return new HtmlText(html).plain();
  }

  private String plain() {
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      if (c == '<' && isTag(at)) {
        at = tag(at);
      } else if (c == '&') {
        at = entity(at);
      } else {
        character(c);
        at++;
      }
    }
    if (line.length() > 0) {
      endLine();
    }
    return out.toString();
  }

  private boolean isTag(int at) {
    char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
    return next == '/' || next == '!' || next == '?' || Character.isLetter(next);
  }

  /** Returns where the text goes on; a tag that never ends takes the rest. */
  private int tag(int open) {
    if (html.startsWith("<!--", open)) {
      int end = html.indexOf("-->", open + 4);
      return end < 0 ? html.length() : end + 3;
    }
    int close = html.indexOf('>', open);
    if (close < 0) {
      return html.length();
    }
    boolean ends = html.charAt(open + 1) == '/';
    int nameEnd = open + (ends ? 2 : 1);
    int nameStart = nameEnd;
    while (nameEnd < close && Character.isLetterOrDigit(html.charAt(nameEnd))) {
      nameEnd++;
    }
    String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
    if (UNSEEN.contains(name) && !ends) {
      return afterUnseen(name, close + 1);
    }
    apply(name, ends);
    return close + 1;
  }

  private int afterUnseen(String name, int from) {
    for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
      if (html.regionMatches(true, at + 2, name, 0, name.length())) {
        int close = html.indexOf('>', at);
        return close < 0 ? html.length() : close + 1;
      }
    }
    return from;
  }

  private void apply(String name, boolean ends) {
    switch (name) {
      case "br" -> endLine();
      case "blockquote" -> {
        breakLine();
        quotes = Math.max(0, quotes + (ends ? -1 : 1));
      }
      case "pre" -> {
        breakLine();
        preformatted = Math.max(0, preformatted + (ends ? -1 : 1));
      }
      default -> {
        if (BLOCKS.contains(name)) {
          breakLine();
        }
        if (name.equals("p") && ends) {
          endLine();
        }
      }
    }
  }

  private int entity(int at) {
    int limit = Math.min(html.length(), at + LONGEST_ENTITY);
    int end = at + 1;
    while (end < limit && html.charAt(end) != ';' && html.charAt(end) > ' ') {
      end++;
    }
    if (end == limit || html.charAt(end) != ';') {
      line.append('&');
      return at + 1;
    }
    String name = html.substring(at + 1, end);
    line.append(
        name.startsWith("#") ? numeric(name) : ENTITIES.getOrDefault(name, '&' + name + ';'));
    return end + 1;
  }

  private static String numeric(String name) {
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code =
          hex ? Integer.parseInt(name.substring(2), 16) : Integer.parseInt(name.substring(1));
      return code == 0xa0 ? " " : Character.toString(code);
    } catch (IllegalArgumentException e) {
      return '&' + name + ';';
    }
  }

  private void character(char c) {
    if (preformatted > 0) {
      if (c == '\n') {
        endLine();
      } else if (c != '\r') {
        line.append(c);
      }
    } else if (c > ' ') {
      line.append(c);
    } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }

  private void breakLine() {
    if (!line.toString().isBlank()) {
      endLine();
    }
    line.setLength(0);
  }

  private void endLine() {
    out.append("> ".repeat(Math.min(quotes, DEEPEST_QUOTE)));
    out.append(preformatted > 0 ? line : line.toString().stripTrailing()).append('\n');
    line.setLength(0);
  }
}
