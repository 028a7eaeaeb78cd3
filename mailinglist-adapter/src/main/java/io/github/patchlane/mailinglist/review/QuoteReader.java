package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.mailinglist.review.MailText.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** Finds own words under quoted lines, and what of the quote is needed to place them. */
final class QuoteReader {
  /** A quoted line from this length on may have been broken by the mail client. */
  private static final int BREAKABLE = 60;

  private static final int MAX_JOINED = 3;
  private static final int MAX_LOOKED_AT = 400;
  private static final int MAX_COMMENTS = 500;
  private static final Pattern CONCLUDES =
      Pattern.compile(
          "\\b(?:lgtm|looks? (?:good|fine|ok|great|okay|correct|sane|sensible|reasonable|nice|right)|otherwise|the rest|thanks?|thank you|applied|merged|pushed|queued|reviewed|acked|tested"
              + "|feel free|you (?:can|may) add|with (?:that|this|those|these|the)|nice (?:work|cleanup|job)|good (?:catch|job|work)|apart from|other than|besides|fwiw|anyway|for (?:this|the|patch(?:es)?))\\b",
          Pattern.CASE_INSENSITIVE);

  /** Begins a remark on the whole at the end of a mail. */
  private static final Pattern OVERALL =
      Pattern.compile(
          "(?:overall|otherwise|apart from|other than|besides|the rest|all in all|in general|in summary|anyway|with (?:that|this|these|those))\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PRAISE =
      Pattern.compile(
          "(?:lgtm|looks (?:good|fine|ok|okay)(?: to me)?|thanks?(?: a lot| you)?(?: for .{1,40})?)\\W*",
          Pattern.CASE_INSENSITIVE);

  private final MailText text;
  private final int patchDepth;

  private QuoteReader(MailText text) {
    this.text = text;
    this.patchDepth = patchDepth(text);
  }

  static List<QuotedComment> read(MailText text, List<OwnBlock> blocks) {
    return List.copyOf(byBlock(text, blocks).values());
  }

  /** The same, from top to bottom, by the line at which the block of words begins. */
  static Map<Integer, QuotedComment> byBlock(MailText text, List<OwnBlock> blocks) {
    if (blocks.isEmpty()
        || blocks.stream().noneMatch(b -> b.from() > 0 && text.is(b.from() - 1, Line.QUOTE))) {
      return Map.of();
    }
    QuoteReader reader = new QuoteReader(text);
    HunkCount count = new HunkCount(text, reader.patchDepth);
    Map<Integer, QuotedComment> found = new LinkedHashMap<>();
    for (OwnBlock block : blocks) {
      if (block.from() > 0 && found.size() < MAX_COMMENTS && comments(block)) {
        count.advanceTo(block.from());
        reader.comment(block, count).ifPresent(comment -> found.put(block.from(), comment));
      }
    }
    return found;
  }

  /** Whether a block says something on the lines above it, not only on the whole. */
  private static boolean comments(OwnBlock block) {
    boolean closing = block.last() || block.tagged();
    for (Paragraph paragraph : block.paragraphs()) {
      String words = paragraph.words();
      if (!words.isEmpty() && !(closing && concludes(words, block.tagged()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean concludes(String words, boolean tagged) {
    int count = Words.count(words);
    // a question asks about the lines above it, whatever words it has
    if (words.endsWith("?")) {
      return false;
    }
    if (tagged && count <= 14 && CONCLUDES.matcher(words).find()) {
      return true;
    }
    return PRAISE.matcher(words).matches()
        || (count <= 16 && OVERALL.matcher(words).lookingAt())
        || Words.sentences(words).stream()
            .allMatch(
                s -> Acceptance.in(s.toLowerCase(Locale.ROOT)) || PRAISE.matcher(s).matches());
  }

  /** How deep the patch is quoted: where most lines look like a diff; 0 where none do. */
  private static int patchDepth(MailText text) {
    int[] score = new int[101];
    for (int i = 0; i < text.size(); i++) {
      int depth = text.depth(i);
      if (depth == 0 || text.blank(i)) {
        continue;
      }
      char c = text.at(i, 0);
      if (c == '+' || (c == '-' && text.at(i, 1) != ' ' && text.at(i, 1) != '-')) {
        score[depth] += 2;
      } else if (c == '-') {
        score[depth] += text.startsWith(i, "--- a/") ? 4 : 0;
      } else if (c == '@' || c == 'd') {
        score[depth] += text.startsWith(i, "@@ -") || text.startsWith(i, "diff --git ") ? 6 : 0;
      }
    }
    int best = 0;
    for (int depth = 1; depth < score.length; depth++) {
      if (score[depth] > score[best]) {
        best = depth;
      }
    }
    return best;
  }

  private Optional<QuotedComment> comment(OwnBlock block, HunkCount count) {
    int last = block.from() - 1;
    QuotedLines.Builder above = new QuotedLines.Builder();
    OptionalInt joined = OptionalInt.empty();
    boolean first = true;
    boolean header = false;
    int stop = Math.max(0, last - MAX_LOOKED_AT);
    for (int i = last; i >= stop && !above.full(); i--) {
      if (!isPatchLine(i)) {
        if (isStray(i)) {
          addJoined(above, i);
        }
        continue;
      }
      if (isQuotedSignature(i)) {
        break;
      }
      if (isHunkHeader(i)) {
        if (above.isEmpty()) {
          header = true;
          continue;
        }
        break;
      }
      if (isFileHeader(i)) {
        header |= above.isEmpty();
        break;
      }
      if (first) {
        joined = joinedWithOwn(block, i);
        first = false;
      }
      // Nearest first: the line itself, then the other ways to read it.
      add(above, i);
      addJoined(above, i);
    }
    QuotedLines lines = above.build();
    if (lines.size() == 0 && !header) {
      return Optional.empty();
    }
    return Optional.of(
        new QuotedComment(
            header ? QuotedLines.NONE : lines, count.path(), count.hunk(), count.place(), joined));
  }

  private boolean isPatchLine(int i) {
    return text.is(i, Line.QUOTE)
        && !text.blank(i)
        && (patchDepth == 0 || text.depth(i) == patchDepth);
  }

  /** The broken-off end of a long quoted line: less deep, or not quoted at all. */
  private boolean isStray(int i) {
    if (patchDepth == 0
        || i == 0
        || text.blank(i)
        || text.depth(i) >= patchDepth
        || !isPatchLine(i - 1)) {
      return false;
    }
    boolean alone = text.depth(i) > 0 || i + 1 >= text.size() || text.is(i + 1, Line.QUOTE);
    return alone && text.length(i - 1) >= BREAKABLE - 10;
  }

  private OptionalInt joinedWithOwn(OwnBlock block, int quoted) {
    int own = block.from();
    boolean adjacent = quoted == own - 1 && !text.blank(own);
    boolean single = own + 1 >= block.to() || text.blank(own + 1);
    if (!adjacent || !single || text.length(quoted) < BREAKABLE - 10) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(DiffIndex.hashOf(content(quoted) + ' ' + text.content(own)));
  }

  private void add(QuotedLines.Builder above, int i) {
    char marker = marker(i);
    String content = content(i);
    above.add(content, marker);
    if (content.length() > 72) {
      addSegments(above, content);
    }
  }

  /** Several lines of a diff that a mail client flowed into one, last first. */
  private static void addSegments(QuotedLines.Builder above, String content) {
    int end = content.length();
    for (int i = end - 2; i > 0; i--) {
      char c = content.charAt(i);
      if ((c == '+' || c == '-')
          && content.charAt(i - 1) == ' '
          && (content.charAt(i + 1) == '\t'
              || Character.isLetterOrDigit(content.charAt(i + 1))
              || content.charAt(i + 1) == ' '
              || content.charAt(i + 1) == '}')) {
        above.add(content.substring(i + 1, end), c);
        end = i - 1;
      }
    }
    if (end < content.length()) {
      above.add(content.substring(0, end), ' ');
    }
  }

  /** The line as the end of one that began above it. */
  private void addJoined(QuotedLines.Builder above, int i) {
    if (text.is(i, Line.QUOTE) && marker(i) != ' ' && text.depth(i) == patchDepth) {
      return;
    }
    StringBuilder joined = new StringBuilder(text.content(i).strip());
    for (int k = 1; k < MAX_JOINED && i - k >= 0; k++) {
      int start = i - k;
      if (!text.is(start, Line.QUOTE)
          || text.blank(start)
          || text.length(start) < (k == 1 ? BREAKABLE - 10 : 40)) {
        return;
      }
      boolean begins =
          marker(start) != ' ' || text.at(start, 0) == ' ' || text.at(start, 0) == '\t';
      joined.insert(0, ' ').insert(0, begins ? content(start) : text.content(start));
      above.add(joined.toString(), marker(start));
      if (marker(start) != ' ') {
        return;
      }
    }
  }

  private char marker(int i) {
    char c = text.at(i, 0);
    return c == '+' || c == '-' ? c : ' ';
  }

  private String content(int i) {
    String whole = text.content(i);
    return whole.isEmpty() || marker(i) == ' ' ? whole : whole.substring(1);
  }

  private boolean isHunkHeader(int i) {
    return text.startsWith(i, "@@ ");
  }

  private boolean isFileHeader(int i) {
    return switch (text.at(i, 0)) {
      case '+' -> text.startsWith(i, "+++ ") && isPath(i);
      case '-' -> text.startsWith(i, "--- ") && isPath(i);
      case 'd' -> text.startsWith(i, "diff --git ");
      case 'i' -> text.startsWith(i, "index ") && text.contains(i, "..");
      default -> false;
    };
  }

  private boolean isPath(int i) {
    return text.contains(i, "/") || text.contains(i, ".");
  }

  /** {@code -- } and what follows it in the quoted mail. */
  private boolean isQuotedSignature(int i) {
    if (text.length(i) != 2 || !text.startsWith(i, "--")) {
      return false;
    }
    int next = i + 1;
    while (next < text.size() && text.blank(next) && text.is(next, Line.QUOTE)) {
      next++;
    }
    return next >= text.size()
        || !text.is(next, Line.QUOTE)
        || (marker(next) == ' ' && text.at(next, 0) != ' ');
  }
}
