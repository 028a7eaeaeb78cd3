package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.conversion.Postings;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.plan.PlanText;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.posting.GitLabTarget;
import io.github.patchlane.gitlab.posting.PostingOptions;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.GitLabStandIn;
import io.github.patchlane.gitlab.standin.StandInUser;
import io.github.patchlane.mailinglist.MailingList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hundred contributions of a real list, revisions and reviews included, on the stand-in. */
@Tag("real-data")
class RealConversionTest {
  private static final int MANY = Integer.getInteger("patchlane.conversions", 300);

  @TempDir Path scratch;

  private int arrived;
  private int notApplicable;
  private int anchored;
  private int onLines;
  private int replies;
  private int repliesThere;

  @Test
  void theyArriveWhole() throws IOException {
    String data = System.getProperty("patchlane.data", "");
    Path archive = Path.of(data, "ltp-list.git");
    Path project = Path.of(data, "ltp.git");
    Assumptions.assumeTrue(
        !data.isEmpty() && Files.exists(archive) && Files.exists(project),
        "patchlane.data names no directory with ltp-list.git and ltp.git");
    Path commits = scratch.resolve("commits.git");
    Path server = scratch.resolve("server.git");
    copy(project, server);
    try (MailingList list = MailingList.open(archive.toString());
        GitRepository canonical = GitRepository.open(project.toString());
        GitLabStandIn gitlab = GitLabStandIn.start()) {
      StandInUser bot = gitlab.user("bridge", "Bridge", "bridge@example.org");
      gitlab.user("root", "Root", "root@example.org");
      gitlab.project("group/project", server).member(bot, AccessLevel.OWNER);
      List<Contribution> all = list.read().contributions();
      all =
          LandedContributions.apply(
              all,
              canonical.landings(
                  LandedContributions.candidates(all),
                  LandedContributions.mentions(all),
                  LandingOptions.asOf(Instant.MAX)));
      List<Contribution> chosen = chosen(all);
      canonical.borrow(commits);
      try (GitRepository repository = GitRepository.open(commits.toString());
          GitLabTarget target =
              GitLabTarget.open(
                  ProjectAddress.parse(gitlab.url() + "/group/project").orElseThrow(),
                  PostingOptions.into("master").withArchive("https://lists.example.org/r/"),
                  commits,
                  new AccessToken(bot.token()),
                  pause -> {})) {
        Postings postings = new Postings(list, repository, chosen, all);
        var outside = target.outside();
        for (Contribution contribution : chosen) {
          Posting posting = postings.of(contribution);
          Plan plan = target.plan(posting);
          assertEquals(plan, target.plan(posting));
          if (plan.isEmpty()) {
            notApplicable++;
            continue;
          }
          List<StepReport> reports =
              new PlanRun(Journal.inMemory(), pause -> {}, report -> {}).run(plan, outside);
          check(posting, plan, reports);
        }
      }
      System.err.printf(
          "%d chosen, %d arrived, %d no revision applies; %d anchored comments, %d on lines;"
              + " %d replies, %d there once; quick actions %s, pings %s, closed %s%n",
          chosen.size(),
          arrived,
          notApplicable,
          anchored,
          onLines,
          replies,
          repliesThere,
          gitlab.quickActionsRun(),
          gitlab.pings(),
          gitlab.closedIssues());
      assertEquals(chosen.size(), arrived + notApplicable);
      assertEquals(replies, repliesThere);
      assertEquals(List.of(), gitlab.quickActionsRun());
      assertEquals(List.of(), gitlab.pings());
      assertTrue(onLines >= 0.95 * anchored, onLines + " of " + anchored);
    }
  }

  /** Those with the most talk and the most revisions among every third, so that much is tried. */
  private static List<Contribution> chosen(List<Contribution> all) {
    List<Contribution> talked =
        all.stream()
            .filter(c -> c.revisions().stream().anyMatch(r -> !r.patches().isEmpty()))
            .filter(c -> c.events().size() > c.revisions().size())
            .toList();
    int every = Math.max(1, talked.size() / MANY);
    return java.util.stream.IntStream.range(0, talked.size())
        .filter(i -> i % every == 0)
        .mapToObj(talked::get)
        .limit(MANY)
        .toList();
  }

  private void check(Posting posting, Plan plan, List<StepReport> reports) {
    List<String> undone = reports.stream().filter(r -> !r.done()).map(PlanText::text).toList();
    assertEquals(List.of(), undone);
    arrived++;
    reports.stream()
        .filter(
            r ->
                !((io.github.patchlane.core.plan.StepOutcome.Done) r.outcome()).remarks().isEmpty())
        .forEach(r -> System.err.println(plan.id() + PlanText.text(r)));
    plan.remarks().stream().filter(r -> r.startsWith("a comment on")).forEach(System.err::println);
    for (MessageText text : posting.texts().values()) {
      boolean own =
          posting.contribution().revisions().stream()
              .flatMap(r -> r.postings())
              .anyMatch(text.id()::equals);
      if (own) {
        continue;
      }
      replies++;
      long parts =
          plan.steps().stream().filter(s -> s.key().endsWith(" " + text.id().value())).count();
      repliesThere += parts > 0 ? 1 : 0;
      long anchors = text.passages().stream().flatMap(p -> p.anchor().stream()).distinct().count();
      boolean versioned =
          posting.revisions().stream()
              .filter(r -> r.branch().isPresent())
              .flatMap(r -> r.revision().patches().stream())
              .anyMatch(
                  p ->
                      text.passages().stream()
                          .flatMap(x -> x.anchor().stream())
                          .anyMatch(a -> a.patch().equals(p.id())));
      if (versioned) {
        anchored += (int) anchors;
        onLines +=
            (int)
                plan.steps().stream()
                    .filter(
                        s ->
                            s.key().startsWith("line-")
                                && s.key().endsWith(" " + text.id().value()))
                    .filter(
                        s ->
                            s.action().equals("diff-discussion")
                                || (s.action().equals("reply") && onLine(plan, s.field("thread"))))
                    .count();
      }
    }
  }

  private static boolean onLine(Plan plan, String key) {
    return plan.steps().stream()
        .anyMatch(s -> s.key().equals(key) && s.action().equals("diff-discussion"));
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path there = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(there);
        } else {
          Files.copy(file, there);
        }
      }
    }
  }
}
