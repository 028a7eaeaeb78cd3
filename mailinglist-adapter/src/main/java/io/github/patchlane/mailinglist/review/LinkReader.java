package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.mailinglist.review.MailText.Line;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the mails that own words name, by an archive's address or by message-id. */
final class LinkReader {
  private static final int LIMIT = 8;
  private static final Pattern ADDRESS =
      Pattern.compile("https?://[^\\s<>\"]+?/([^\\s<>\"/]+(?:@|%40)[^\\s<>\"/#?]+)");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:message-id:?|\\bid:|\\bmid:)\\s*<?([^\\s<>]+@[^\\s<>]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern CLOSING = Pattern.compile("[.,;:)\\]>]+$");

  private LinkReader() {}

  static List<MessageId> read(MailText text, List<OwnBlock> blocks) {
    List<MessageId> found = new ArrayList<>();
    for (OwnBlock block : blocks) {
      for (int i = block.from(); i < block.to() && found.size() < LIMIT; i++) {
        if ((text.is(i, Line.OWN) || text.is(i, Line.TAG))
            && text.length(i) < 2000
            && mayName(text, i)) {
          String content = text.content(i);
          collect(ADDRESS.matcher(content), found);
          String low = content.toLowerCase(Locale.ROOT);
          if (low.contains("id:") || low.contains("message-id")) {
            collect(NAMED.matcher(content), found);
          }
        }
      }
    }
    return found;
  }

  /** Whether there is an {@code @}, plain or encoded, or the start of an address. */
  private static boolean mayName(MailText text, int line) {
    for (int i = 0; i < text.length(line); i++) {
      char c = text.at(line, i);
      if (c == '@'
          || (c == ':' && text.at(line, i + 1) == '/' && text.at(line, i + 2) == '/')
          || (c == '%' && text.at(line, i + 1) == '4' && text.at(line, i + 2) == '0')) {
        return true;
      }
    }
    return false;
  }

  private static void collect(Matcher m, List<MessageId> into) {
    while (m.find()) {
      String id = CLOSING.matcher(decode(m.group(1))).replaceAll("");
      if (!id.isBlank() && !id.startsWith("<") && id.indexOf('\n') < 0 && id.indexOf('\r') < 0) {
        MessageId link = new MessageId(id);
        if (!into.contains(link)) {
          into.add(link);
        }
      }
    }
  }

  private static String decode(String id) {
    if (id.indexOf('%') < 0) {
      return id;
    }
    try {
      return URLDecoder.decode(id.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return id;
    }
  }
}
