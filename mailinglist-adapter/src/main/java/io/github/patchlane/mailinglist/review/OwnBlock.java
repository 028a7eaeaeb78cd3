package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.mailinglist.review.MailText.Line;
import java.util.ArrayList;
import java.util.List;

/**
 * What the sender wrote between two quotes.
 *
 * @param from its first line
 * @param to behind its last line
 * @param last whether no quote follows
 */
record OwnBlock(int from, int to, boolean last, List<Paragraph> paragraphs) {
  static List<OwnBlock> of(MailText text, Person sender) {
    List<OwnBlock> blocks = new ArrayList<>();
    int line = 0;
    while (line < text.size()) {
      if (text.is(line, Line.QUOTE)) {
        line++;
        continue;
      }
      int end = line;
      boolean any = false;
      while (end < text.size() && !text.is(end, Line.QUOTE)) {
        any |= text.is(end, Line.OWN) || text.is(end, Line.TAG);
        end++;
      }
      if (any) {
        blocks.add(block(text, line, end, sender));
      }
      line = end;
    }
    return blocks;
  }

  private static OwnBlock block(MailText text, int from, int to, Person sender) {
    boolean last = to == text.size();
    if (!last) {
      Attribution.drop(text, from, to);
    }
    Courtesies.dropGreeting(text, from, to);
    if (last || !text.is(from - 1, Line.QUOTE)) {
      Courtesies.dropClosing(text, from, to, sender);
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    int line = from;
    while (line < to) {
      if (!text.says(line)) {
        line++;
        continue;
      }
      int end = line;
      boolean tagged = false;
      while (end < to && text.says(end)) {
        tagged |= text.is(end, Line.TAG);
        end++;
      }
      String words = text.join(line, end, Line.OWN);
      paragraphs.add(new Paragraph(line, end, hasWord(words) ? words : "", tagged));
      line = end;
    }
    return new OwnBlock(from, to, last, List.copyOf(paragraphs));
  }

  private static boolean hasWord(String words) {
    return letters(words) || words.contains(":)") || words.contains("?");
  }

  private static boolean letters(String words) {
    int c;
    for (int i = 0; i < words.length(); i += Character.charCount(c)) {
      c = words.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        return true;
      }
    }
    return false;
  }

  /** Whether there are words besides trailers. */
  boolean says() {
    for (Paragraph paragraph : paragraphs) {
      if (!paragraph.words().isEmpty()) {
        return true;
      }
    }
    return false;
  }

  boolean tagged() {
    for (Paragraph paragraph : paragraphs) {
      if (paragraph.tagged()) {
        return true;
      }
    }
    return false;
  }
}
