package io.github.patchlane.mailinglist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.source.Harvest;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists made to cost more than they hold: twice the mails may take about twice the time. */
@Tag("fuzz")
class HostileListTest {
  private static final String DIFF =
      """
      diff --git a/x.c b/x.c
      --- a/x.c
      +++ b/x.c
      @@ -1 +1 @@
      -old
      +new %d
      """;

  @Test
  void aReplyChainTwentyThousandDeepIsOneConversation() {
    IntFunction<List<String>> list =
        n ->
            IntStream.range(0, n)
                .mapToObj(
                    i -> i == 0 ? patch(0, "[PATCH] one", "") : reply(i, i - 1, "Re: [PATCH] one"))
                .toList();
    Harvest harvest = Growth.assertNearLinear(list, ReadingWhole::harvest, 20_000);
    assertEquals(1, harvest.contributions().size());
    assertEquals(20_000, harvest.contributions().get(0).events().size());
  }

  @Test
  void fiftyThousandRepliesToOneMailAreReadInOneGo() {
    IntFunction<List<String>> list =
        n ->
            IntStream.range(0, n)
                .mapToObj(
                    i -> i == 0 ? patch(0, "[PATCH] one", "") : reply(i, 0, "Re: [PATCH] one"))
                .toList();
    Harvest harvest = Growth.assertNearLinear(list, ReadingWhole::harvest, 50_000);
    assertEquals(50_000, harvest.contributions().get(0).events().size());
  }

  @Test
  void repliesWithoutReferencesFindTheirPatchAmongManyOfOneSubject() {
    IntFunction<List<String>> list =
        n ->
            IntStream.range(0, n)
                .mapToObj(
                    i ->
                        i % 2 == 0
                            ? patch(i, "[PATCH] one", "")
                            : mail(i, "Re: [PATCH] one", "", "I like it.\n"))
                .toList();
    Growth.assertNearLinear(list, ReadingWhole::harvest, 20_000);
  }

  @Test
  void everyPatchOfALongSeriesIsAnswered() {
    IntFunction<List<String>> list =
        n ->
            IntStream.range(0, n)
                .mapToObj(
                    i ->
                        i % 2 == 0
                            ? patch(i, "[PATCH %d/%d] t%d".formatted(i / 2 + 1, n / 2, i), ref(0))
                            : reply(i, i - 1, "Re: [PATCH] t"))
                .toList();
    Harvest harvest = Growth.assertNearLinear(list, ReadingWhole::harvest, 9_998);
    assertEquals(1, harvest.contributions().size());
  }

  @Test
  void eachOfManyMailsClaimsToOpenASeriesOfNearlyTenThousand() {
    IntFunction<List<String>> list =
        n ->
            IntStream.range(0, n)
                .mapToObj(i -> patch(i, "[PATCH 1/9999] t%d".formatted(i), ""))
                .toList();
    Harvest harvest = Growth.assertNearLinear(list, ReadingWhole::harvest, 20_000);
    assertTrue(
        harvest.contributions().stream()
            .flatMap(c -> c.revisions().stream())
            .allMatch(r -> r.missing().size() < 1000));
  }

  @Test
  void manyPatchesOfOneTitleByOneAuthorAreLinkedInLinearTime() {
    IntFunction<List<String>> list =
        n -> IntStream.range(0, n).mapToObj(i -> patch(i, "[PATCH] one", "")).toList();
    Growth.assertNearLinear(list, ReadingWhole::harvest, 20_000);
  }

  @Test
  void manyVersionsOfOneTitleByOneAuthorAreLinkedInLinearTime() {
    IntFunction<List<String>> list =
        n ->
            IntStream.range(0, n)
                .mapToObj(i -> patch(i, "[PATCH v%d] one".formatted(i % 999 + 1), ""))
                .toList();
    Growth.assertNearLinear(list, ReadingWhole::harvest, 20_000);
  }

  @Test
  void oneSeriesSentAgainAndAgainIntoOneThread() {
    IntFunction<List<String>> list =
        n ->
            IntStream.range(0, n)
                .mapToObj(
                    i ->
                        patch(
                            i,
                            "[PATCH %d/2] t%d".formatted(i % 2 + 1, i % 2),
                            i == 0 ? "" : ref(0)))
                .toList();
    Growth.assertNearLinear(list, ReadingWhole::harvest, 4_000);
  }

  @Test
  void patchesInAChainEachAnswerTheOneBefore() {
    IntFunction<List<String>> list =
        n ->
            IntStream.range(0, n)
                .mapToObj(
                    i ->
                        patch(
                            i, "[PATCH v%d] one".formatted(i % 900 + 1), i == 0 ? "" : ref(i - 1)))
                .toList();
    Growth.assertNearLinear(list, ReadingWhole::harvest, 8_000);
  }

  @Test
  void subjectsThatHashAlikeAreKeptApart() {
    // "Aa" and "BB" have one hash code, so all words of n such syllables have
    IntFunction<List<String>> list =
        n ->
            IntStream.range(0, n)
                .mapToObj(
                    i -> {
                      StringBuilder title = new StringBuilder("[PATCH] ");
                      for (int bit = 0; bit < 16; bit++) {
                        title.append((i >> bit & 1) == 0 ? "Aa" : "BB");
                      }
                      return patch(i, title.toString(), "");
                    })
                .toList();
    Harvest harvest = Growth.assertNearLinear(list, ReadingWhole::harvest, 16_000);
    assertTrue(harvest.contributions().size() > 1);
  }

  private static String ref(int other) {
    return "In-Reply-To: <%d@x.example>\n".formatted(other);
  }

  private static String patch(int id, String subject, String fields) {
    return mail(id, subject, fields, "words\n---\n" + DIFF.formatted(id));
  }

  private static String reply(int id, int to, String subject) {
    return mail(id, subject, ref(to), "> +new\nWhy %d?\n".formatted(id));
  }

  private static String mail(int id, String subject, String fields, String body) {
    return """
        Message-ID: <%d@x.example>
        From: Ann Writer <ann@x.example>
        Date: Tue, %d Jan 2024 %02d:%02d:%02d +0000
        Subject: %s
        %s
        %s"""
        .formatted(
            id, 1 + id / 86400, id / 3600 % 24, id / 60 % 60, id % 60, subject, fields, body);
  }
}
