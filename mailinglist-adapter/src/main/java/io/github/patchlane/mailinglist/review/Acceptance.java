package io.github.patchlane.mailinglist.review;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether a sentence says that its writer took the patch. */
final class Acceptance {
  private static final Set<String> TAKEN =
      Set.of("applied", "queued", "merged", "pushed", "committed", "picked", "pulled");

  /** What may stand before the verb: a sentence with any other word speaks of something else. */
  private static final Set<String> BEFORE =
      Set.copyOf(
          Arrays.asList(
              ("thanks thank you great ok okay good lgtm looks look to me nice fine all both whole complete"
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
          "^[^.]{0,40}\\bas (?:a )?(?:new|separate) (?:patch|series|version|v\\d)|^\\W*(?:cleanly|locally|on my|by git|your (?:suggestion|comment|proposal|change request)|the (?:suggestion|comment|proposed|suggested|same change|same fix)|suggestions?|that suggestion|only if|only when|upon|(?:a |the |another |my |some )?(?:fix|follow)|if\\b|before\\b"
              + "|(?:the |this |these |your |both )?(?:patch(?:es)?|series|patchset|it|them|on top[^.]*)\\s*(?:,\\s*)?(?:and|but)\\s+(?:i\\s+)?(?:ran|run|tested|tried|got|saw|see|built|rebuilt|compiled|booted|still|the (?:test|issue|bug)|it))");
  private static final Pattern RUNS =
      Pattern.compile("\\b(?:still|fail\\w*|crash\\w*|panic|oops|reproduce\\w*)\\b");
  private static final Pattern UPSTREAM =
      Pattern.compile(
          "\\b(?:in|into|to|by|since)\\s+(?:the\\s+)?(?:mainline|upstream|linus|kernel|linux|glibc|v?[2-9]\\.\\d+|stable)\\b");
  private static final Pattern TAKES =
      Pattern.compile(
          "\\s+(?:it|them|(?:the|this|both|all|your) (?:\\w+ )?(?:patch|patches|series))\\b");
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

  private static final Set<String> HEDGES =
      Set.of(
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
          "upstream");

  private static final Set<String> PASSIVE = Set.of("was", "been", "were", "is", "are");
  private static final Pattern NUMBER = Pattern.compile("v\\d+(?:\\.\\d+)?|#\\d+");

  private Acceptance() {}

  /**
   * @param low the sentence in lower case
   */
  static boolean in(String low) {
    if (low.endsWith("?")) {
      return false;
    }
    if (!mentionsTaking(low)) {
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

  private static boolean mentionsTaking(String low) {
    for (String verb : TAKEN) {
      if (low.contains(verb)) {
        return true;
      }
    }
    return false;
  }

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
        boolean passive = i > 0 && PASSIVE.contains(words[i - 1]);
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
          !word.isEmpty() && (Character.isDigit(word.charAt(0)) || NUMBER.matcher(word).matches());
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
        && (rest.isBlank()
            || !Character.isLetterOrDigit(rest.strip().charAt(0))
            || TAKES.matcher(rest).lookingAt())) {
      return Arrays.stream(words, 0, verb).noneMatch(WAITS::contains);
    }
    // "Thanks Ann, applied": a name.
    if (strange <= 2 && thanks && verb <= 8) {
      return Arrays.stream(words, 0, verb).noneMatch(Acceptance::hedges);
    }
    return false;
  }

  private static boolean hedges(String word) {
    return HEDGES.contains(word) || word.endsWith("n't");
  }
}
