package io.github.patchlane.mailinglist.review;

import io.github.patchlane.mailinglist.review.Verdict.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds decisions in own words. Errs on the side of silence: a false "applied" ends a review. */
final class VerdictReader {
  private static final Set<String> TAKEN =
      Set.of("applied", "queued", "merged", "pushed", "committed", "picked", "pulled");

  /** What may stand before the verb: a sentence with any other word speaks of something else. */
  private static final Set<String> BEFORE =
      Set.copyOf(
          Arrays.asList(
              ("thanks thank you great ok okay good lgtm looks look to me nice fine all both whole"
                      + " entire the this these your set series patch patches patchset patch-set fix fixes rest remaining"
                      + " and now so i i've ive we we've have has been was were just also finally"
                      + " already rebased fixed with minor small edits edit fixup fixups changes change tweaks of"
                      + " first two three four last it hence therefore amended squashed tweaked tested built"
                      + " obviously obvious correct since then one commit commits code work cleanup"
                      + " a lot very much for as is in well done sure yes perfect awesome cool reviewed acked"
                      + " applied merged pushed queued anyway ah hi hello again patience patiently reviewing"
                      + " review reviews got they're them too simple trivial enough typo typos up formatted"
                      + " formatting whitespace cherry-picked everything same no objections objection"
                      + " away go ahead went which version latest new by myself tag my added rb"
                      + " fyi contribution patchseries fixing finding update updated subject message"
                      + " that's that looking seems ran all's pull request")
                  .split(" ", -1)));

  private static final Pattern SPLIT = Pattern.compile("[\\s,;:()\"*_]+|[.!?]+(?=\\s|$)|\\s-+\\s");
  private static final Pattern AFTER_BAD =
      Pattern.compile(
          "^\\W*(?:cleanly|locally|on my|by git|your (?:suggestion|comment|proposal|change request)|the (?:suggestion|comment|proposed|suggested|same change|same fix)|suggestions?|that suggestion|only if|only when|upon|(?:a |the |another |my |some )?(?:fix|follow)|if\\b|before\\b"
              + "|(?:the |this |these |your |both )?(?:patch(?:es)?|series|patchset|it|them|on top[^.]*)\\s*(?:,\\s*)?(?:and|but)\\s+(?:i\\s+)?(?:ran|run|tested|tried|got|saw|see|built|rebuilt|compiled|booted|still|the (?:test|issue|bug)|it))");
  private static final Pattern RUNS =
      Pattern.compile("\\b(?:still|fail\\w*|crash\\w*|panic|oops|reproduce\\w*)\\b");
  private static final Pattern UPSTREAM =
      Pattern.compile(
          "\\b(?:in|into|to|by|since)\\s+(?:the\\s+)?(?:mainline|upstream|linus|kernel|linux|glibc|v?[2-9]\\.\\d+|stable)\\b");
  private static final Pattern HEX =
      Pattern.compile("(?<![\\w/.-])[0-9a-f]{7,40}(?![\\w.-]*[g-zG-Z@])");
  private static final Pattern COMMIT_URL =
      Pattern.compile(
          "/(?:c|commit|commits)/(?:\\?id=)?([0-9a-f]{7,40})\\b|[?;&](?:id|h)=([0-9a-f]{7,40})\\b");
  private static final Pattern NACK =
      Pattern.compile(
          "^(?:so\\s+|but\\s+|a\\s+|big\\s+|hard\\s+|strong\\s+|again\\s+|still\\s+|sorry,?\\s+|that's\\s+a\\s+|it's\\s+a\\s+|this\\s+is\\s+a\\s+|i\\s+|i'll\\s+|i\\s+have\\s+to\\s+|let me\\s+)*NA[CK]?K(?:\\b(?!-)(?![a-z])\\s*(?:$|[.!,:;(-]|to\\b|for\\b|from\\b|on\\b|this\\b|because\\b|the (?:patch|series|whole)\\b|it\\b|until\\b|unless\\b|as\\b|by\\b|with\\b|until\\b|again\\b))|(?<!self-)\\bNA[CK]?K from me\\b|\\bI (?:strongly )?NA[CK]?K\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern DROP =
      Pattern.compile(
          "\\b(?:please|pls|plz|kindly|just|you can|let's|so|but)\\s+(?:just\\s+)?(?:ignore|disregard|drop|discard|scrap|skip|abandon|forget(?: about)?|do not apply|don'?t apply|don'?t merge|do not merge)\\s+(?:about\\s+)?"
              + "(?:(?:this|the|my|these|those|that)\\s+(?:\\w+\\s+)?(?:patch(?:es)?|series|patchset|mail|email|e-mail|thread|version|submission|one|v\\d+|set|request|pr)\\b|it\\b\\W*$|this\\b\\W*$|them\\b\\W*$|patch\\b|v\\d+)"
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
          "n't ",
          "do not ",
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
      if (mayDecide(prose.get(i))) {
        paragraph(prose, i, found);
      }
    }
    return found.isEmpty() ? List.of() : mergeListed(text, found);
  }

  private static boolean mayDecide(String words) {
    for (int i = 0; i + 2 < words.length(); i++) {
      if (i > 0 && Character.isLetterOrDigit(words.charAt(i - 1))) {
        continue;
      }
      switch (words.charAt(i) | 32) {
        case 'a' -> {
          if (starts(words, i, "applied") || starts(words, i, "abandon")) {
            return true;
          }
        }
        case 'n' -> {
          if (starts(words, i, "nak") || starts(words, i, "nack")) {
            return true;
          }
        }
        case 'd' -> {
          if (starts(words, i, "drop")
              || starts(words, i, "disc")
              || starts(words, i, "disreg")
              || starts(words, i, "don't ")) {
            return true;
          }
        }
        case 'm', 'p', 'q', 'c', 'i', 's', 'w', 'r', 'f' -> {
          if (starts(words, i, "merged")
              || starts(words, i, "pushed")
              || starts(words, i, "queued")
              || starts(words, i, "committed")
              || starts(words, i, "picked")
              || starts(words, i, "pulled")
              || starts(words, i, "ignore")
              || starts(words, i, "superseded")
              || starts(words, i, "scrap")
              || starts(words, i, "withdr")
              || starts(words, i, "retract")
              || starts(words, i, "replaced by")
              || starts(words, i, "forget")) {
            return true;
          }
        }
        default -> {
          // No verdict begins with it.
        }
      }
    }
    return false;
  }

  private static boolean starts(String words, int at, String stem) {
    if (at + stem.length() > words.length()) {
      return false;
    }
    for (int i = 0; i < stem.length(); i++) {
      char c = words.charAt(at + i);
      if (c != stem.charAt(i) && Character.toLowerCase(c) != stem.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static void paragraph(List<String> prose, int index, List<Verdict> found) {
    List<String> sentences = Words.sentences(prose.get(index));
    for (String sentence : sentences) {
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
    if (mayDrop(low) && DROP.matcher(low).find()) {
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
    if ((low.contains("nak") || low.contains("nack")) && isNack(sentence)) {
      return Optional.of(Kind.NACK);
    }
    return accepts(low) ? Optional.of(Kind.ACCEPTED) : Optional.empty();
  }

  private static boolean mayDrop(String low) {
    return DROP_STEMS.stream().anyMatch(low::contains);
  }

  private static boolean isNack(String sentence) {
    Matcher m = NACK.matcher(sentence);
    // In prose only the capitals are the verdict; "nak" is also what a device answers.
    return m.find()
        && (m.group().contains("NA") || m.group().startsWith("Na") || sentence.length() < 12)
        && !sentence.endsWith("?");
  }

  static boolean accepts(String low) {
    if (low.endsWith("?")) {
      return false;
    }
    if (TAKEN.stream().noneMatch(low::contains)) {
      return false;
    }
    if (clauseAccepts(low)) {
      return true;
    }
    // "To speed this up, I merged it": what is done stands behind the comma.
    int comma = low.lastIndexOf(", ");
    return comma > 0
        && Arrays.stream(SPLIT.split(low.substring(0, comma), -1)).noneMatch(WAITS::contains)
        && clauseAccepts(low.substring(comma + 2));
  }

  private static final Set<String> WAITS =
      Set.of(
          "if",
          "once",
          "when",
          "after",
          "until",
          "unless",
          "before",
          "whether",
          "while",
          "since",
          "because",
          "although",
          "not",
          "isn't",
          "hasn't",
          "haven't",
          "wasn't",
          "don't",
          "didn't");

  private static boolean clauseAccepts(String low) {
    String[] words = SPLIT.split(low, -1);
    for (int i = 0; i < words.length; i++) {
      if (!TAKEN.contains(words[i])) {
        continue;
      }
      if (words[i].equals("picked")
          && (i + 1 == words.length
              || !(words[i + 1].equals("up") || i == 0 || words[i - 1].equals("i")))) {
        continue;
      }
      String rest = low.substring(low.indexOf(words[i]) + words[i].length());
      if (AFTER_BAD.matcher(rest).find()) {
        return false;
      }
      if (leadsUp(words, i, rest)) {
        boolean passive =
            i > 0 && Set.of("was", "been", "were", "is", "are").contains(words[i - 1]);
        boolean thanks = low.contains("thank");
        boolean elsewhere =
            UPSTREAM.matcher(rest).find()
                && !thanks
                && (passive || (rest.length() < 40 && !rest.contains("next")));
        boolean test = RUNS.matcher(rest).find() && !thanks;
        return !elsewhere && !test;
      }
    }
    return false;
  }

  private static boolean leadsUp(String[] words, int verb, String rest) {
    int strange = 0;
    boolean thanks = false;
    for (int i = 0; i < verb; i++) {
      String word = words[i];
      thanks |= word.startsWith("thank") || word.equals("hi") || word.equals("ok");
      boolean number =
          !word.isEmpty()
              && (Character.isDigit(word.charAt(0)) || word.matches("v\\d+(?:\\.\\d+)?|#\\d+"));
      if (!word.isEmpty() && !number && !BEFORE.contains(word)) {
        strange++;
      }
    }
    if (strange == 0) {
      // "It was applied", "the fix is merged" tell of the past; "patch was applied" decides.
      boolean told =
          verb >= 2
              && (words[verb - 1].equals("was")
                  || words[verb - 1].equals("is")
                  || words[verb - 1].equals("were"));
      return !told
          || Arrays.stream(words, 0, verb)
              .anyMatch(w -> w.startsWith("patch") || w.equals("series") || w.startsWith("thank"));
    }
    // "I've added your changes and pushed": whatever was done before, the deed ends it.
    boolean self = words[0].equals("i") || words[0].equals("i've") || words[0].equals("we");
    if (self
        && words[verb - 1].equals("and")
        && (rest.isBlank() || !Character.isLetterOrDigit(rest.strip().charAt(0)))) {
      return Arrays.stream(words, 0, verb).noneMatch(WAITS::contains);
    }
    // "Thanks Ann, applied": a name.
    if (strange <= 2 && thanks && verb <= 8) {
      return Arrays.stream(words, 0, verb).noneMatch(VerdictReader::hedges);
    }
    return false;
  }

  private static boolean hedges(String word) {
    return Set.of(
                "not",
                "can",
                "could",
                "should",
                "would",
                "will",
                "must",
                "may",
                "might",
                "if",
                "once",
                "when",
                "after",
                "before",
                "until",
                "unless",
                "be",
                "being",
                "need",
                "needs",
                "without",
                "never",
                "how",
                "cannot",
                "gets",
                "get",
                "why",
                "what",
                "whether",
                "who",
                "did",
                "does",
                "do",
                "yet",
                "i'll",
                "you",
                "because",
                "that",
                "which",
                "wasn't",
                "isn't",
                "hasn't",
                "haven't",
                "to",
                "whichever",
                "where",
                "than",
                "or",
                "i'd",
                "kernel",
                "upstream")
            .contains(word)
        || word.endsWith("n't");
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
