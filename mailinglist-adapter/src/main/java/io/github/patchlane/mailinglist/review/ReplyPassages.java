package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.source.MessageText.Passage;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.review.MailText.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A reply cut into what it says and what it says that of: the same lines that {@link ReplyEvents}
 * speaks of, with the words.
 */
public final class ReplyPassages {
  private final MailText text;
  private final Map<Integer, LineAnchor> anchors;
  private final List<Passage> passages = new ArrayList<>();

  private ReplyPassages(MailText text, Map<Integer, LineAnchor> anchors) {
    this.text = text;
    this.anchors = anchors;
  }

  /**
   * The passages from top to bottom. Greetings, "wrote:" lines, signatures and copies of what was
   * answered are left out; a mail of nothing else is one passage, as it stands.
   */
  public static List<Passage> of(Message mail, Target target) {
    MailText text = MailText.of(mail.text());
    List<OwnBlock> blocks = OwnBlock.of(text, mail.from());
    Map<Integer, QuotedComment> comments = QuoteReader.byBlock(text, blocks);
    Map<Integer, LineAnchor> anchors = new HashMap<>();
    Iterator<Optional<LineAnchor>> places =
        Anchors.locate(List.copyOf(comments.values()), target).iterator();
    for (int block : comments.keySet()) {
      places.next().ifPresent(place -> anchors.put(block, place));
    }
    return new ReplyPassages(text, anchors).read();
  }

  private List<Passage> read() {
    int line = 0;
    int quote = 0;
    while (line < text.size()) {
      if (text.is(line, Line.QUOTE)) {
        line++;
        continue;
      }
      int end = line;
      while (end < text.size() && !text.is(end, Line.QUOTE)) {
        end++;
      }
      if (says(line, end)) {
        passages.add(
            new Passage(
                quoted(quote, line), words(line, end), Optional.ofNullable(anchors.get(line))));
        quote = end;
      }
      line = end;
    }
    return passages.isEmpty()
        ? List.of(new Passage("", text.text().strip(), Optional.empty()))
        : List.copyOf(passages);
  }

  private boolean says(int from, int to) {
    for (int i = from; i < to; i++) {
      if (isKept(i) && !text.blank(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isKept(int line) {
    return text.says(line) || text.is(line, Line.PROPOSED) || text.is(line, Line.BLANK);
  }

  private String words(int from, int to) {
    StringBuilder words = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (isKept(i)) {
        words.append(text.content(i)).append('\n');
      }
    }
    return withoutBlankEnds(words.toString());
  }

  private String quoted(int from, int to) {
    StringBuilder lines = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (text.is(i, Line.QUOTE)) {
        lines.append("> ".repeat(text.depth(i))).append(text.content(i)).append('\n');
      }
    }
    return withoutBlankEnds(lines.toString());
  }

  /** Leading blanks of the first line with words stay: it may be code. */
  private static String withoutBlankEnds(String lines) {
    String text = lines.stripTrailing();
    int start = 0;
    for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      start = text.charAt(i) == '\n' ? i + 1 : start;
    }
    return text.substring(start);
  }
}
