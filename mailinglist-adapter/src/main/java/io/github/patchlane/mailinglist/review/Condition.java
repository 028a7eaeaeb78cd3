package io.github.patchlane.mailinglist.review;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether consent hangs on something that is still to be done, by the words that lead to it. */
final class Condition {
  private static final String DONE =
      "(?:fix\\w*|address\\w*|chang\\w*|correct\\w*|remov\\w*|updat\\w*|resolv\\w*|adjust\\w*|add(?:ed|ing|s)|done|dropp\\w*|drop|delet\\w*"
          + "|renam\\w*|fold\\w*|squash\\w*|sort\\w*|clean\\w*|amend\\w*|tweak\\w*|modif\\w*|replac\\w*|mov(?:e|ed|ing)|rework\\w*"
          + "|made|split|reverted|restored|swapped|insert(?:ed|ing)|aligned|re-?phrased|re-?ordered|confirmed"
          + "|clarif\\w*|taken care|in place|incorporated|implemented|applied|rebas\\w*|repair\\w*|reword\\w*|expand\\w*|mention\\w*|documented|handled"
          + "|combined|rectified|tidied|dealt with)";
  private static final String NOUN =
      "(?:changes?|fix(?:es|up|ups)?|nits?|nitpicks?|corrections?|adjustments?|updates?|tweaks?|comments?|typos?|suggestions?|modifications?|remarks?|issues?|minor things?)";

  private static final Pattern NEVER =
      Pattern.compile(
          "\\bwith or without\\b|\\bwhether or not\\b|\\beven if\\b|\\bwith (?:that|this) said\\b|\\bwith (?:the|that|this|your) \\w*\\s?explanation\\b"
              + "|\\beither way\\b|\\bregardless\\b|\\bno need to (?:change|resend|fix)\\b|\\bnot a blocker\\b|\\bup to you\\b");
  private static final Pattern OPEN =
      Pattern.compile(
          "\\bwith\\b(?:(?!\\b(?:which|who|we|i|they|commit(?! (?:message|msg|title|subject|description|log|ref)))\\b)[^.?!,;]){0,60}?\\b"
              + DONE
              + "\\b"
              + "|\\bwith (?:that|this|these|those|the|such|a|one|some|my|all|above|your|following|mentioned|suggested|below|few|tiny|minor|small|other)\\b(?:(?!\\bthat\\b)[^.?!,:]){0,50}?\\b"
              + NOUN
              + "\\b"
              + "|\\bwith (?:(?:either|any|one|all|both|some) (?:of )?)?(?:that|this|these|those|them|it|the above)\\s*[,:]?\\s*(?:$|you (?:can|may)|feel free|please|add|i'?m happy)"
              + "|\\b(?:once|after|when|as soon as|assuming|provided|providing|as long as|so long as|only if|unless|until)\\b(?:(?!, (?:which|who|but|since|because|so)\\b)[^.?!]){0,100}?\\b(?:"
              + DONE
              + "|"
              + NOUN
              + "|passes|works|merged|tested|explained|agree\\w*|lands?|landed)\\b"
              + "|\\bif (?:you|that|this|it|these|those|the|they|we|someone|somebody|nobody|no one|so)\\b[^.?!]{0,100}?\\b(?:"
              + DONE
              + "|fix|add|change|address|update|make|do|use|agree|objects?|say so|passes|works|confirmed|tested)\\b"
              + "|\\bpending (?:the|that|this|these|those|a|an|some|any|your|my)\\b|\\bsubject to\\b|\\bmodulo\\b|\\bon (?:the )?condition\\b|\\bconditional(?:ly)?\\b|\\bprovided (?:that|of course)\\b|\\bassuming (?:that|you|the|it|this)\\b"
              + "|\\bafter (?:that|this|these|those)\\b[^.?!]{0,30}(?:$|you (?:can|may)|feel free)");
  private static final Pattern CONCEDES =
      Pattern.compile("[\\s,;(]*(?:but|albeit|yet|though|although|however|just)\\b");
  private static final Pattern ONLY = Pattern.compile("\\b(?:only|provided|unless)\\b");

  /** Without "fixed" or the like it is about what stands further down in the mail. */
  private static final Pattern REMARK =
      Pattern.compile(
          "\\bwith (?:just |only |perhaps |but )?(?:a|an|one|two|three|some|a few|few|several|a couple of) (?:(?!"
              + DONE
              + "\\b)[\\w/-]+ ){0,3}?"
              + NOUN
              + "\\b(?![^.?!]{0,200}\\b"
              + DONE
              + "\\b)");

  /** The same before a tag, where it says that the remark is yet to come. */
  private static final Pattern ANNOUNCED =
      Pattern.compile(REMARK.pattern() + "(?=\\W{1,3}(?:see )?(?:below|inline)\\b)");

  private static final java.util.List<String> STEMS =
      java.util.List.of(
          "with",
          "once",
          "after",
          "when",
          "as soon",
          "assum",
          "provid",
          "as long",
          "so long",
          "only if",
          "unless",
          "until",
          "if ",
          "subject",
          "pending",
          "modulo",
          "condition");

  private Condition() {}

  /** Whether the words before a tag, or around one in prose, make it hang on something. */
  static boolean in(String words) {
    if (words.isEmpty()) {
      return false;
    }
    String low = plain(words);
    boolean announces = low.contains("below") || low.contains("inline");
    return hangs(announces ? ANNOUNCED.matcher(low).replaceAll(" ") : low);
  }

  /**
   * Whether the words behind a tag do. "With one nit:" announces a remark there, and "but ..."
   * tells what its giver thinks of what they consented to.
   */
  static boolean behind(String words) {
    if (words.isEmpty()) {
      return false;
    }
    String low = plain(words);
    Matcher opening = CONCEDES.matcher(low);
    if (opening.lookingAt()) {
      return ONLY.matcher(low).find() && hangs(low);
    }
    return hangs(REMARK.matcher(low).replaceAll(" "));
  }

  private static String plain(String words) {
    return words.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private static boolean hangs(String low) {
    if (!Words.containsAny(low, STEMS)) {
      return false;
    }
    return !NEVER.matcher(low).find() && OPEN.matcher(Concession.without(low)).find();
  }
}
