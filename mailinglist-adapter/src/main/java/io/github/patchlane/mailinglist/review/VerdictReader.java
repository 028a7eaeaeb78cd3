package io.github.patchlane.mailinglist.review;

import io.github.patchlane.mailinglist.review.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds decisions in own words. Errs on the side of silence: a false "applied" ends a review. */
final class VerdictReader {
  /** Nobody decides so often in one mail; what comes after is not looked at. */
  private static final int MOST = 32;

  private static final Pattern HEX =
      Pattern.compile("(?<![\\w/.-])[0-9a-f]{7,40}(?![\\w.-]*[g-zG-Z@])");
  private static final Pattern COMMIT_URL =
      Pattern.compile(
          "/(?:c|commit|commits)/(?:\\?id=)?([0-9a-f]{7,40})\\b|[?;&](?:id|h)=([0-9a-f]{7,40})\\b");
  private static final Pattern NACK =
      Pattern.compile(
          "^(?:so\\s+|but\\s+|a\\s+|big\\s+|hard\\s+|strong\\s+|again\\s+|still\\s+|sorry,?\\s+|that's\\s+a\\s+|it's\\s+a\\s+|this\\s+is\\s+a\\s+|i\\s+|i'll\\s+|i\\s+have\\s+to\\s+|let me\\s+)*NA[CK]?K(?:\\b(?!-)(?![a-z])\\s*(?:$|[.!,:;(-]|to\\b|for\\b|from\\b|on\\b|this\\b|because\\b|the (?:patch|series|whole)\\b|it\\b|until\\b|unless\\b|as\\b|by\\b|with\\b|until\\b|again\\b))|(?<!self-)\\bNA[CK]?K from me\\b|\\bI(?: am|'m)? (?:strongly |hereby |also )?NA[CK]?K(?:-?ing)?\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DROP =
      Pattern.compile(
          "\\b(?:please|pls|plz|kindly|just|you can|let's|so|but)\\s+(?:just\\s+)?(?:ignore|disregard|drop|discard|scrap|skip|abandon|forget(?: about)?|do not apply|don'?t apply|don'?t merge|do not merge)\\s+(?:about\\s+)?"
              + "(?:(?:this|the|my|these|those|that)\\s+(?:\\w+\\s+)?(?:patch(?:es)?|series|patchset|(?:e-?)?mail(?!\\s+i\\b)|thread|version|submission|one|v\\d+|set|request|pr)\\b|it\\b\\W*$|this\\b\\W*$|them\\b\\W*$|patch\\b|v\\d+)"
              + "|^\\W*(?:ignore|disregard|drop|scrap) (?:this|it)(?: (?:patch|one|series))?\\W*$"
              + "|\\bself[- ]na[ck]?k\\b|\\bna[ck]?k(?:ing)? (?:to )?(?:my own|myself)\\b"
              + "|\\b(?:i|we)(?:'d like to| would like to| want to|'ll|'m| will| am| hereby)*\\s+(?:withdraw|withdrawing|withdrew|retract|retracting|abandon|abandoning|dropping|drop)\\s+(?:this|the|my|these)\\s+(?:\\w+\\s+)?(?:patch(?:es)?|series|patchset|submission|proposal|set|one)\\b"
              + "|\\b(?:patch|series|patchset)\\s+(?:is\\s+|was\\s+)?(?:hereby\\s+)?withdrawn\\b");
  private static final List<String> DROP_STEMS =
      List.of(
          "ignore",
          "disregard",
          "drop",
          "discard",
          "scrap",
          "skip",
          "abandon",
          "forget",
          "t apply",
          "t merge",
          "nack",
          "nak",
          "withdr",
          "retract");
  private static final Pattern AGAIN =
      Pattern.compile(
          "\\bv\\d+\\b|\\bre-?send\\w*|\\bre-?sent\\b|\\bre-?spin\\w*|\\bnew version|\\bnext version|\\bresubmit\\w*|\\bre-?post\\w*|\\bupdated (?:patch|version)|\\bcorrect(?:ed)? (?:patch|version|one)");
  private static final Pattern SUPERSEDED =
      Pattern.compile(
          "\\bsuperseded\\s+(?:by|with)\\b|\\b(?:is|was|been|are)\\s+superseded\\b|\\breplaced by (?:the |this |my )?(?:patch|series|patchset|v\\d)|^\\W*superseded\\b");

  private static final String REJECTED = "rejected: ";

  private VerdictReader() {}

  static List<Verdict> read(MailText text, List<OwnBlock> blocks) {
    List<Verdict> found = new ArrayList<>();
    List<String> prose = new ArrayList<>();
    for (OwnBlock block : blocks) {
      for (Paragraph paragraph : block.paragraphs()) {
        if (!paragraph.words().isEmpty()) {
          prose.add(paragraph.words());
        }
      }
    }
    for (int i = 0; i < prose.size(); i++) {
      if (VerdictStems.in(prose.get(i))) {
        paragraph(prose, i, found);
      }
    }
    return found.isEmpty() ? List.of() : mergeListed(text, found);
  }

  private static void paragraph(List<String> prose, int index, List<Verdict> found) {
    List<String> sentences = Words.sentences(prose.get(index));
    for (String sentence : sentences) {
      if (found.size() >= MOST) {
        return;
      }
      if (sentence.length() > 500) {
        continue;
      }
      String low = sentence.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
      Optional<Kind> kind = kindOf(sentence, low, prose);
      if (kind.isPresent()
          && found.stream().noneMatch(v -> v.kind() == kind.get() && kind.get() != Kind.ACCEPTED)) {
        List<String> commits = kind.get() == Kind.ACCEPTED ? commits(prose, index) : List.of();
        Scope scope = ScopePhrase.find(sentence).orElse(new Scope.Answered());
        found.add(new Verdict(kind.get(), scope, sentence, commits));
      }
    }
  }

  private static Optional<Kind> kindOf(String sentence, String low, List<String> prose) {
    if (Words.containsAny(low, DROP_STEMS) && DROP.matcher(low).find()) {
      // A promise to send it again, in this or the next words, ends a revision, not the effort.
      boolean again =
          prose.stream().limit(20).anyMatch(p -> AGAIN.matcher(p.toLowerCase(Locale.ROOT)).find());
      return again ? Optional.empty() : Optional.of(Kind.WITHDRAWN);
    }
    if ((low.contains("superseded") || low.contains("replaced by"))
        && SUPERSEDED.matcher(low).find()
        && !low.endsWith("?")) {
      return Optional.of(Kind.SUPERSEDED);
    }
    // as Patchlane says it of a merge request that was closed
    boolean rejected = low.startsWith(REJECTED);
    if (rejected || ((low.contains("nak") || low.contains("nack")) && isNack(sentence))) {
      return Optional.of(Kind.NACK);
    }
    return Acceptance.in(low) ? Optional.of(Kind.ACCEPTED) : Optional.empty();
  }

  private static boolean isNack(String sentence) {
    Matcher m = NACK.matcher(sentence);
    // In prose only the capitals are the verdict; "nak" is also what a device answers.
    return m.find()
        && (m.group().contains("NA") || m.group().startsWith("Na") || sentence.length() < 12)
        && !sentence.endsWith("?");
  }

  /** Ids in the same words and the two paragraphs behind them. */
  private static List<String> commits(List<String> prose, int index) {
    List<String> found = new ArrayList<>();
    for (int i = index; i < Math.min(prose.size(), index + 3); i++) {
      String words = prose.get(i);
      Matcher url = COMMIT_URL.matcher(words);
      while (url.find()) {
        add(found, url.group(1) == null ? url.group(2) : url.group(1));
      }
      Matcher m = HEX.matcher(words);
      while (m.find()) {
        add(found, m.group());
      }
    }
    return found;
  }

  private static void add(List<String> found, String hex) {
    boolean digit = hex.chars().anyMatch(Character::isDigit);
    boolean letter = hex.chars().anyMatch(Character::isLetter);
    boolean known = found.stream().anyMatch(f -> f.startsWith(hex) || hex.startsWith(f));
    if (digit && letter && !known && found.size() < 64) {
      found.add(hex);
    }
  }

  /** A thank-you mail as b4 writes it lists what was taken: {@code [2/3] its subject}. */
  private static List<Verdict> mergeListed(MailText text, List<Verdict> found) {
    Verdict first = found.get(0);
    if (first.kind() != Kind.ACCEPTED || !(first.scope() instanceof Scope.Answered)) {
      return List.copyOf(found);
    }
    List<Integer> listed = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      if (text.at(i, 0) == '[' && text.kind(i) == MailText.Line.OWN) {
        Matcher m = LISTED.matcher(text.content(i));
        if (m.lookingAt() && Integer.parseInt(m.group(1)) > 0) {
          listed.add(Integer.parseInt(m.group(1)));
        }
      }
    }
    if (listed.isEmpty()) {
      return List.copyOf(found);
    }
    List<Verdict> merged = new ArrayList<>(found);
    merged.set(
        0, new Verdict(Kind.ACCEPTED, new Scope.Patches(listed), first.words(), first.commits()));
    return List.copyOf(merged);
  }

  private static final Pattern LISTED = Pattern.compile("\\[(\\d{1,3})/\\d{1,3}\\]\\s");
}
