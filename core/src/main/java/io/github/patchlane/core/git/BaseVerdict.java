package io.github.patchlane.core.git;

import io.github.patchlane.core.git.BaseFinding.Found;
import java.util.List;
import java.util.stream.Collectors;

/** Puts what was found in words and numbers. */
final class BaseVerdict {
  /** So many files are named; the mismatches name them all. */
  private static final int NAMED = 3;

  private BaseVerdict() {}

  static BaseFinding given(BaseAttempt attempt) {
    return found(attempt, BaseEvidence.GIVEN, 1, "given" + mismatches(attempt));
  }

  /**
   * @param lost how many patches that the sender named were never posted
   */
  static BaseFinding declared(BaseAttempt attempt, int lost) {
    String missing =
        lost == 0 ? "" : "; " + lost + " of the patches that the sender names were not found";
    double confidence = attempt.unmet().isEmpty() && lost == 0 ? 0.99 : 0.7;
    return found(
        attempt,
        BaseEvidence.BASE_COMMIT,
        confidence,
        "the sender names it" + behind(attempt) + missing + mismatches(attempt));
  }

  /**
   * @param declared whether the sender named a commit, which then is not here
   */
  static BaseFinding searched(BaseAttempt attempt, boolean declared) {
    String prefix = declared ? "the commit that the sender names is not here; " : "";
    if (attempt.commit().isEmpty()) {
      return new BaseFinding.Unknown(prefix + "no commit from before the posting is within reach");
    }
    int telling = attempt.needs().telling();
    int met = telling - attempt.tellingUnmet();
    if (met == 0) {
      boolean elsewhere = telling > 0 && attempt.there().isEmpty();
      String why =
          telling == 0
              ? "the patches do not say which files they were made from"
              : elsewhere
                  ? "none of the files is here, as if meant for another repository"
                  : "no file is as the patches were made from";
      return found(
          attempt,
          BaseEvidence.DATE,
          telling == 0 ? 0.5 : elsewhere ? 0.01 : 0.2,
          prefix + why + ", so the newest commit before the posting" + mismatches(attempt));
    }
    boolean whole = attempt.unmet().isEmpty();
    double share = (double) met / telling;
    double confidence =
        whole ? (attempt.before().isEmpty() ? 0.98 : 0.95) : Math.max(0.1, 0.8 * share);
    String files =
        met == telling
            ? (telling == 1 ? "the one file is" : "all " + telling + " files are")
            : met + " of " + telling + " files are";
    return found(
        attempt,
        BaseEvidence.BLOBS,
        Math.round(100 * confidence) / 100.0,
        prefix + files + " as the patches were made from" + behind(attempt) + mismatches(attempt));
  }

  private static String behind(BaseAttempt attempt) {
    int patches = attempt.before().size();
    return patches == 0
        ? ""
        : ", behind " + patches + (patches == 1 ? " posted patch" : " posted patches");
  }

  private static String mismatches(BaseAttempt attempt) {
    List<BaseMismatch> all = attempt.mismatches();
    if (all.isEmpty()) {
      return "";
    }
    String rest = all.size() > NAMED ? " and " + (all.size() - NAMED) + " more" : "";
    return all.stream()
        .limit(NAMED)
        .map(BaseMismatch::toString)
        .collect(Collectors.joining("; ", "; ", rest));
  }

  private static BaseFinding found(
      BaseAttempt attempt, BaseEvidence evidence, double confidence, String reason) {
    return new Found(
        attempt.commit().orElseThrow(),
        evidence,
        confidence,
        reason,
        attempt.mismatches(),
        attempt.prerequisites());
  }
}
