package io.github.patchlane.mailinglist.review;

import java.util.Locale;
import java.util.regex.Pattern;

/** Whether consent hangs on something that is still to be done, by the words that lead to it. */
final class Condition {
  private static final String DONE =
      "(?:fix\\w*|address\\w*|chang\\w*|correct\\w*|remov\\w*|updat\\w*|resolv\\w*|adjust\\w*|add(?:ed|ing|s)|done|dropp\\w*|drop|delet\\w*"
          + "|renam\\w*|fold\\w*|squash\\w*|sort\\w*|clean\\w*|amend\\w*|tweak\\w*|modif\\w*|replac\\w*|mov(?:e|ed|ing)|rework\\w*"
          + "|clarif\\w*|taken care|in place|incorporated|implemented|applied|rebas\\w*|repair\\w*|reword\\w*|expand\\w*|mention\\w*|documented|handled)";
  private static final String NOUN =
      "(?:changes?|fix(?:es|up|ups)?|nits?|nitpicks?|corrections?|adjustments?|updates?|tweaks?|comments?|typos?|suggestions?|modifications?|remarks?|issues?|minor things?)";

  private static final Pattern NEVER =
      Pattern.compile(
          "\\bwith or without\\b|\\bwhether or not\\b|\\beven if\\b|\\bwith (?:that|this) said\\b|\\bwith (?:the|that|this|your) \\w*\\s?explanation\\b"
              + "|\\beither way\\b|\\bregardless\\b|\\bno need to (?:change|resend|fix)\\b|\\bnot a blocker\\b|\\bup to you\\b");
  private static final Pattern OPEN =
      Pattern.compile(
          "\\bwith\\b(?:(?!\\b(?:which|who|we|i|they|commit)\\b)[^.?!,;]){0,60}?\\b"
              + DONE
              + "\\b"
              + "|\\bwith (?:that|this|these|those|the|such|a|one|some|my|all|above|your|following|mentioned|suggested|below|few|tiny|minor|small|other)\\b[^.?!,:]{0,50}?\\b"
              + NOUN
              + "\\b"
              + "|\\bwith (?:that|this|these|those|it|the above)\\s*[,:]?\\s*(?:$|you (?:can|may)|feel free|please|add|i'?m happy)"
              + "|\\b(?:once|after|when|as soon as|assuming|provided|providing|as long as|so long as|only if|unless|until)\\b(?:(?!, (?:which|who|but|since|because|so)\\b)[^.?!]){0,100}?\\b(?:"
              + DONE
              + "|"
              + NOUN
              + "|passes|works|merged|tested|explained|agree\\w*|lands?|landed)\\b"
              + "|\\bif (?:you|that|this|it|these|those|the|they|we|someone|somebody|nobody|no one|so)\\b[^.?!]{0,100}?\\b(?:"
              + DONE
              + "|fix|add|change|address|update|make|do|use|agree|objects?|say so|passes|works|confirmed|tested)\\b"
              + "|\\bsubject to\\b|\\bmodulo\\b|\\bon (?:the )?condition\\b|\\bconditional(?:ly)?\\b|\\bprovided that\\b|\\bassuming (?:that|you|the|it|this)\\b"
              + "|\\bafter (?:that|this|these|those)\\b[^.?!]{0,30}(?:$|you (?:can|may)|feel free)");
  private static final Pattern POLITE =
      Pattern.compile(
          "\\bif (?:you|we) (?:want|like|wish|need|prefer|care|respin|re-?send|re-?spin|send|post|re-?post|end up|decide|happen|do (?:a |another )?(?:re-?spin|re-?send|v\\d)|do (?:re-?spin|re-?send))\\b[^,.:;]*"
              + "|\\bif (?:it|this|that)(?:'s| is| helps| matters| makes| counts)?(?: still)? (?:not too late|useful|helps?|of (?:any )?(?:help|use)|any help|needed|necessary|worth|matters|counts)\\b[^,.:;]*"
              + "|\\bif there(?:'s| is| will be| are)? (?:a |an |another |no |any )[^,.:;]*|\\bif (?:needed|necessary|possible|required|desired)\\b|\\bif i(?:'m| am| may| understand| read| remember| got)?\\b[^,.:;]*");

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
          "modulo",
          "condition");

  private Condition() {}

  static boolean in(String lead) {
    if (lead.isEmpty()) {
      return false;
    }
    String low = lead.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    if (!Words.containsAny(low, STEMS)) {
      return false;
    }
    if (!NEVER.matcher(low).find()) {
      String plain = POLITE.matcher(low).replaceAll(" ").strip();
      return OPEN.matcher(plain).find();
    }
    return false;
  }
}
