package io.github.patchlane.mailinglist.review;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What sounds like a condition on consent and is none: courtesy, wishes, offers, assumptions. */
final class Concession {
  private static final Pattern POLITE =
      Pattern.compile(
          "\\bif (?:you|we) (?:want|like|wish|need|prefer|care|respin|re-?send|re-?spin|send|post|re-?post|end up|decide|happen|do (?:a |another )?(?:re-?spin|re-?send|v\\d)|do (?:re-?spin|re-?send))\\b[^,.:;]*"
              + "|\\bif (?:it|this|that)(?:'s| is| helps| matters| makes| counts)?(?: still)? (?:not too late|useful|helps?|of (?:any )?(?:help|use)|any help|needed|necessary|worth|matters|counts)\\b[^,.:;]*"
              + "|\\bif there(?:'s| is| will be| are)? (?:a |an |another |no |any )[^,.:;]*|\\bif (?:needed|necessary|possible|required|desired)\\b|\\bif i(?:'m| am| may| understand| read| remember| got)?\\b[^,.:;]*");

  /** "Preferably with", "perhaps with one more", "with the request that": a wish. */
  private static final Pattern WISH =
      Pattern.compile(
          "\\b(?:and |also )?(?:preferably|ideally|perhaps|maybe|possibly)\\b,?(?: as [^,.;:]{0,30},)?\\s+(?:also )?with\\b[^.;:]*"
              + "|\\bwith (?:the|a|an|my|one) (?:\\w+ )?(?:request|caveat|restriction|understanding|remark|note|hope|wish|reservation)\\b[^.;:]*");

  /** "With the message adjusted preferably". */
  private static final Pattern WISH_BEHIND =
      Pattern.compile(
          "\\bwith\\b(?:(?!\\bwith\\b)[^.?!,;:]){0,120}?\\b(?:preferably|ideally|perhaps|maybe|possibly)\\b[^.?!,;:]*");

  /** "I'm fine with that", "with your latest changes": about what is there already. */
  private static final Pattern CONTENT =
      Pattern.compile(
          "\\b(?:ok|okay|fine|happy|cool|comfortable|agreed?) with (?:that|this|it|these|those|(?:the|your)(?: \\w+)? (?:changes?|patch(?:es)?|series|fix|approach|code))\\b(?! \\w+ed\\b)"
              + "|\\bwith (?:the |your |these )?(?:latest|recent) (?:changes|fixes|updates|version)\\b(?! \\w+ed\\b)");

  /** "Assuming it was tested": about what is, not about what is to be done. */
  private static final Pattern BELIEF =
      Pattern.compile(
          "\\bassuming\\b[^.?!]{0,80}?\\b(?:was|were|has been|have been|indeed|is (?:correct|right|true|fine|intended))\\b[^.?!]*"
              + "|\\bassuming (?:that )?(?:you|he|she|they|somebody|someone)(?: have|'ve| has| had| did)?(?: already)? (?:tested|checked|verified|measured|ran|run|tried)\\b[^.?!]*");

  private static final Pattern DOUBT =
      Pattern.compile(
          "\\b(?:wonder\\w*|unsure|uncertain|not sure|not certain|curious|(?:don'?t|do not|didn'?t|did not|can'?t|cannot) (?:know|tell|recall|remember|see|say))\\s+(?:if|whether)\\b[^,.:;]*");

  /** "Can be done while committing", "I'm happy to fix it on commit". */
  private static final Pattern OFFER =
      Pattern.compile(
          "(?<!\\byou )\\b(?:can|could|will|would|may|might|i'll|i'd|i'm|happy|glad|easy|easily|fine|let me)\\b[^.?!]{0,80}?"
              + "\\b(?:while|when|on|upon|during|at|before) (?:the |i |i'm )?(?:commit|apply|push|merg)\\w*");

  /** "With the fixes handled on commit": somebody will. */
  private static final Pattern ENTRUSTED =
      Pattern.compile(
          "\\b(?:fixed|handled|adjusted|done|made|addressed|dropped|updated|corrected|changed|taken care of)\\b[\\w ,(]{0,20}?\\b(?:while|on|upon|during) commit\\w*"
              + "|\\byou (?:fix|adjust|address|drop|update|correct|change|take care of)\\b[^.?!;]{0,60}?\\b(?:while|when|on|upon|during) (?:commit|apply|push|merg)\\w*");

  private static final Pattern NO_OFFER =
      Pattern.compile(
          "\\b(?:not|\\w+n't|never|uncertain|unsure)\\b[^.?!]{0,60}\\bcommit|\\bunless\\b");

  private static final List<String> TAKING = List.of("commit", "apply", "push", "merg");

  private Concession() {}

  /**
   * Whether whoever commits would make the change that is asked for, so that nothing is left to
   * wait for.
   */
  static boolean offered(String words) {
    String low = words.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
    return Words.containsAny(low, TAKING)
        && (OFFER.matcher(low).find() || ENTRUSTED.matcher(low).find())
        && !NO_OFFER.matcher(low).find();
  }

  /** The words, in lower case, that are left when those are taken out. */
  static String without(String low) {
    String left = POLITE.matcher(low).replaceAll(" ");
    if (low.contains("with")) {
      left = CONTENT.matcher(left).replaceAll(" ");
      left = WISH_BEHIND.matcher(WISH.matcher(left).replaceAll(" ")).replaceAll(" ");
    }
    if (low.contains("assuming")) {
      left = BELIEF.matcher(left).replaceAll(" ");
    }
    return DOUBT.matcher(left).replaceAll(" ").strip();
  }
}
