package io.github.patchlane.mailinglist.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every form of subject that lists are known to carry, read whole. */
class SubjectLineTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[PATCH] add a thing                               | tagged v1 -/- | add a thing",
        "[PATCH 1/3] add a thing                           | tagged v1 1/3 | add a thing",
        "[PATCH v2 0/3] add a thing                        | tagged v2! 0/3 | add a thing",
        "[PATCHv3 1/2] add a thing                         | tagged v3! 1/2 | add a thing",
        "[PATCH V2] add a thing                            | tagged v2! -/- | add a thing",
        "[RFC PATCH v4 2/7] add a thing                    | tagged rfc v4! 2/7 | add a thing",
        "[PATCH RFC 1/2] add a thing                       | tagged rfc v1 1/2 | add a thing",
        "[RESEND PATCH v2] add a thing                     | tagged resend v2! -/- | add a thing",
        "[PATCH v5.1 3/7] add a thing                      | tagged v5.1! 3/7 | add a thing",
        "[PATCH 3/n] add a thing                           | tagged v1 3/n | add a thing",
        "[PATCH 1 of 2] add a thing                        | tagged v1 1/2 | add a thing",
        "[PATCH1/8] add a thing                            | tagged v1 1/8 | add a thing",
        "[net,v2,1/2] add a thing                          | tagged v2! 1/2 +net | add a thing",
        "[PATCH for-4.20 v3 2/9] add a thing               | tagged v3! 2/9 +for-4.20 | add a thing",
        "[XEN PATCH v2] add a thing                        | tagged v2! -/- +XEN | add a thing",
        "[PATCH net-next v2 01/12] add a thing             | tagged v2! 1/12 +net-next | add a thing",
        "[LTP] [PATCH v3 1/4] add a thing                  | tagged v3! 1/4 +LTP | add a thing",
        "[COMMITTED] add a thing                           | tagged committed v1 -/- | add a thing",
        "[LTP] [COMMITTED][PATCH 1/1] add a thing          | tagged committed v1 1/1 +LTP | add a thing",
        "[PATCH] add a thing (v2)                          | tagged v2! -/- | add a thing",
        "[PATCH 1/2 v3] add a thing                        | tagged v3! 1/2 | add a thing",
        "[PATCH v2, 1/3] add a thing                       | tagged v2! 1/3 | add a thing",
        "[PULL 0/5] add a thing                            | tagged pull v1 0/5 | add a thing",
        "[GIT PULL] add a thing                            | tagged pull v1 -/- +GIT | add a thing",
        "[LTP] [v2 PATCH 1/3] crypto: add a thing          | tagged v2! 1/3 +LTP | crypto: add a thing",
        "[V3 0/5] add a thing                              | tagged v3! 0/5 | add a thing",
        "[PATCH 6.1.y 05/18] add a thing                   | tagged v1 5/18 +6.1.y | add a thing",
        "[PATCH v2 8/8] [RFC] add a thing                  | tagged rfc v2! 8/8 | add a thing",
        "[PATCH 1/1 1/1] add a thing                       | tagged v1 1/1 | add a thing",
        "[PATCHv2 resend 2/4] add a thing                  | tagged resend v2! 2/4 | add a thing",
        "[PATCH v3-resend 2/4] add a thing                 | tagged resend v3! 2/4 | add a thing",
        "[PATCH] swapoff0[12]: add a thing                 | tagged v1 -/- | swapoff0[12]: add a thing",
        "[PATCH] ref: add a thing                          | tagged v1 -/- | ref: add a thing",
        "[LTP] [linux-next:master] [mm/vma] c2eb: broken   | untagged v1 -/- +LTP +linux-next:master +mm/vma | c2eb: broken",
        "[LTP] [ANNOUNCE] a release                        | untagged v1 -/- +LTP +ANNOUNCE | a release",
        "no bracket at all                                 | untagged v1 -/- | no bracket at all",
        "Re: [PATCH 1/3] add a thing                       | reply tagged v1 1/3 | add a thing",
        "[LTP] Re: [PATCH 1/3] add a thing                 | reply tagged v1 1/3 +LTP | add a thing",
        "RE: AW: [PATCH] add a thing                       | reply tagged v1 -/- | add a thing",
        "Re[2]: [PATCH] add a thing                        | reply tagged v1 -/- | add a thing",
        "答复: [PATCH] add a thing                           | reply tagged v1 -/- | add a thing",
        "[LTP] 回复：[PATCH] add a thing                      | reply tagged v1 -/- +LTP | add a thing",
        "Subject: [PATCH 2/3] add a thing                  | tagged v1 2/3 | add a thing",
        "Fwd: [PATCH] add a thing                          | forward tagged v1 -/- | add a thing",
        "Ping: [PATCH v2 0/2] add a thing                  | reply tagged v2! 0/2 | add a thing",
        "Ping\u00b2: [PATCH] add a thing                       | reply tagged v1 -/- | add a thing",
        "RE: Ping\u00b2: Re: [PATCH] add a thing               | reply tagged v1 -/- | add a thing",
        "ping Re: [PATCH v4 0/2] add a thing               | reply tagged v4! 0/2 | add a thing",
        "Ping? Re: [PATCH] add a thing                     | reply tagged v1 -/- | add a thing",
        "[PING][PATCH v3] add a thing                      | reply tagged v3! -/- | add a thing",
        "[ping] Re: [XEN PATCH] add a thing                | reply tagged v1 -/- +XEN | add a thing",
        "[for-4.18] Re: [PATCH v2] add a thing             | reply tagged v2! -/- +for-4.18 | add a thing",
        "Ping: add a thing                                 | untagged v1 -/- | Ping: add a thing",
        "[PATCH] ping: add a thing                         | tagged v1 -/- | ping: add a thing",
        "[PATCH-for-4.17] add a thing                      | tagged v1 -/- +for-4.17 | add a thing",
        "[PATCH-for-4.2? v2 1/2] add a thing               | tagged v2! 1/2 +for-4.2? | add a thing",
        "[PATCH-next v3] add a thing                       | tagged v3! -/- +next | add a thing",
        "[patchwork-notice] add a thing                    | untagged v1 -/- +patchwork-notice | add a thing",
        "[PATCH][4.17] add a thing                         | tagged v1 -/- +4.17 | add a thing",
        "[XEN][PATCH v10 03/20] add a thing                | tagged v10! 3/20 +XEN | add a thing",
        "[for-4.13 v2 2/3] add a thing                     | tagged v2! 2/3 +for-4.13 | add a thing",
        "[PATCH v3a 1/2] add a thing                       | tagged v3.1! 1/2 | add a thing",
        "[PATCH v4l 1/2] add a thing                       | tagged v1 1/2 +v4l | add a thing",
        "[Xen-devel] [OSSTEST PATCH 57/60] add a thing     | tagged v1 57/60 +Xen-devel +OSSTEST | add a thing",
        "[PATCH unclosed                                   | untagged v1 -/- | [PATCH unclosed",
        "[] empty bracket                                  | untagged v1 -/- | empty bracket",
        "[PATCH 7/3] more than there are                   | tagged v1 7/n | more than there are",
        "[PATCH v99999999999 1/2] absurd version           | tagged v1 1/2 +v99999999999 | absurd version",
        "[PATCH 12345/99999] absurd place                  | tagged v1 -/- +12345/99999 | absurd place",
      })
  void readsTheTagWhereverItsPartsStand(String subject, String facts, String title) {
    SubjectLine line = SubjectLine.parse(subject);
    assertEquals(facts + " | " + title, facts(line) + " | " + line.title());
  }

  @Test
  void foldsAndDoubleBlanksInTheTitleAreOneBlank() {
    assertEquals("add a thing", SubjectLine.parse("[PATCH] add\n\t a   thing").title());
  }

  private static String facts(SubjectLine s) {
    StringBuilder facts = new StringBuilder();
    facts.append(s.reply() ? "reply " : "").append(s.forward() ? "forward " : "");
    facts.append(s.tagged() ? "tagged " : "untagged ");
    facts.append(s.pull() ? "pull " : "").append(s.rfc() ? "rfc " : "");
    facts.append(s.resend() ? "resend " : "").append(s.committed() ? "committed " : "");
    facts.append(s.label()).append(s.version().isPresent() ? "! " : " ");
    facts.append(s.index().isPresent() ? Integer.toString(s.index().getAsInt()) : "-").append('/');
    facts.append(
        s.total().isPresent()
            ? Integer.toString(s.total().getAsInt())
            : s.index().isPresent() ? "n" : "-");
    s.others().forEach(other -> facts.append(" +").append(other));
    return facts.toString();
  }
}
