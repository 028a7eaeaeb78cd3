package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.cli.RealLanes.Carried;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.BaseFinding;
import io.github.patchlane.core.git.BaseOptions;
import io.github.patchlane.core.git.BaseQuestion;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.plan.PlanText;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.core.plan.StepOutcome.Done;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.source.Posting.Branch;
import io.github.patchlane.core.source.Posting.Round;
import io.github.patchlane.core.testkit.ScratchGit;
import io.github.patchlane.gitlab.GitLabProject;
import io.github.patchlane.gitlab.posting.GitLabTarget;
import io.github.patchlane.mailinglist.MailingList;
import io.github.patchlane.mailinglist.compose.ComposeOptions;
import io.github.patchlane.mailinglist.delivery.MailTarget;
import io.github.patchlane.mailinglist.delivery.MboxDelivery;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three hundred contributions of a real list, revisions and reviews included, on the stand-in, and
 * back again. {@code -Dpatchlane.data} names the folder of ltp-list.git and ltp.git, {@code
 * -Dpatchlane.conversions} how many are carried.
 */
@Tag("real-data")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealConversionTest {
  private static final int MANY = Integer.getInteger("patchlane.conversions", 300);
  private static final String DISCUSSION = "diff-discussion";

  @TempDir private static Path scratch;

  private RealLanes lanes;
  private MailingList list;
  private Map<SourceId, byte[]> mails;
  private Path mbox;
  private List<Carried> carried;
  private List<Carried> returned;
  private List<Carried> onward;

  @BeforeAll
  void carryThereAndBackAndThereAgain() {
    RealLanes.assumeTheyAreThere();
    mails = RealLanes.mails(RealLanes.LIST);
    list = MailingList.open(RealLanes.LIST.toString());
    lanes = new RealLanes(scratch);
    lanes.addProject("project");
    List<Contribution> all = RealLanes.contributions(list);
    Path commits = lanes.commits("commits.git");
    try (GitLabTarget target = lanes.target("project", commits)) {
      carried = RealLanes.carry(list, RealLanes.chosen(all, MANY), all, commits, target);
    }
    mbox = scratch.resolve("returned.mbox");
    try (GitLabProject project = lanes.read("project");
        MailTarget target = new MailTarget(MboxDelivery.open(mbox), ComposeOptions.DEFAULT)) {
      Harvest harvest = project.read();
      assertEquals(List.of(), harvest.problems());
      List<Contribution> requests = harvest.contributions();
      returned =
          RealLanes.carry(project, requests, requests, lanes.commits("returned.git"), target);
    }
    lanes.addProject("second");
    Path again = lanes.commits("onward.git");
    try (MailingList series = MailingList.open(mbox.toString());
        GitLabTarget target = lanes.target("second", again)) {
      List<Contribution> read = series.read().contributions();
      onward = RealLanes.carry(series, read, read, again, target);
    }
  }

  @AfterAll
  void close() {
    if (lanes != null) {
      list.close();
      lanes.close();
    }
  }

  private Stream<Carried> arrived() {
    return carried.stream().filter(one -> !one.plan().isEmpty());
  }

  @Test
  void everyApplicableRevisionHasTheCommitsThatGitAmMakes() {
    ScratchGit git = new ScratchGit(scratch.resolve("am"), lanes.repository("project"));
    ScratchGit server = new ScratchGit(scratch.resolve("server"), lanes.repository("project"));
    List<String> wrong = new ArrayList<>();
    int revisions = 0;
    int patches = 0;
    for (Carried one : arrived().toList()) {
      one.reports().stream().filter(r -> !r.done()).map(PlanText::text).forEach(wrong::add);
      for (Round round : one.posting().revisions()) {
        if (round.branch().isEmpty()) {
          continue;
        }
        Branch branch = round.branch().get();
        // what it depends on lies between the base and its own commits
        String base = branch.commits().get(0).commit().value() + "^";
        String made = git.am(base, mails(round)).map(head -> "ok").orElse("git am -3 refuses");
        List<String> expected = git.commits(base, "HEAD");
        List<String> actual = server.commits(base, branch.head().value());
        revisions++;
        patches += actual.size();
        if (!made.equals("ok") || !expected.equals(actual)) {
          wrong.add(
              one.plan().id()
                  + " "
                  + round.revision().label()
                  + ": "
                  + made
                  + "\n"
                  + expected
                  + "\nnot\n"
                  + actual);
        }
      }
    }
    System.err.printf(
        "%d chosen, %d arrived, %d revisions, %d commits, %d not as git am -3 makes them%n",
        carried.size(), arrived().count(), revisions, patches, wrong.size());
    assertEquals(List.of(), wrong);
  }

  private List<byte[]> mails(Round round) {
    return round.patches().stream().map(PatchContent::id).map(mails::get).toList();
  }

  @Test
  void whatBecameNoBranchIsRefusedByGitAm() {
    ScratchGit git = new ScratchGit(scratch.resolve("refused"), RealLanes.PROJECT);
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> reasons = new TreeMap<>();
    try (GitRepository repository = GitRepository.open(RealLanes.PROJECT.toString())) {
      for (Carried one : carried) {
        for (Round round : one.posting().revisions()) {
          if (round.branch().isPresent() || !isWhole(round)) {
            continue;
          }
          BaseFinding finding =
              repository.findBase(BaseQuestion.of(round.revision(), list), BaseOptions.DEFAULT);
          if (!(finding instanceof BaseFinding.Found base)) {
            reasons.merge("no base", 1, Integer::sum);
            continue;
          }
          List<byte[]> all = new ArrayList<>();
          base.prerequisites().forEach(id -> all.add(mails.get(id)));
          all.addAll(mails(round));
          String at = base.commit().value();
          boolean taken =
              git.am(at, all).isPresent()
                  && git.commits(at, "HEAD").size() > base.prerequisites().size();
          reasons.merge(taken ? "git takes it" : "git refuses it", 1, Integer::sum);
          if (taken) {
            wrong.add(one.plan().id() + " " + round.revision().label() + ": " + round.obstacle());
          }
        }
      }
    }
    System.err.println(
        "no branch: "
            + reasons
            + "; without any: "
            + carried.stream().filter(one -> one.plan().isEmpty()).count());
    assertEquals(List.of(), wrong);
  }

  private static boolean isWhole(Round round) {
    return !round.patches().isEmpty()
        && round.revision().missing().isEmpty()
        && round.patches().size() == round.revision().patches().size();
  }

  @Test
  void everyReplyIsThereOnce() {
    Map<String, Integer> there = new HashMap<>();
    lanes
        .gitlab()
        .state()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("<!-- patchlane:v1 "))
        .forEach(line -> there.merge(line, 1, Integer::sum));
    int replies = 0;
    List<String> wrong = new ArrayList<>();
    for (Carried one : arrived().toList()) {
      Set<SourceId> own = postings(one.posting());
      for (MessageText text : one.posting().texts().values()) {
        if (!own.contains(text.id())) {
          replies++;
          List<String> markers =
              one.plan().steps().stream()
                  .filter(step -> step.key().endsWith(" " + text.id().value()))
                  .flatMap(step -> Stream.ofNullable(step.payload().get("marker")))
                  .toList();
          if (markers.isEmpty() || !markers.stream().allMatch(m -> there.getOrDefault(m, 0) == 1)) {
            wrong.add(text.id() + ": " + markers);
          }
        }
      }
    }
    System.err.println(replies + " replies, " + wrong.size() + " not there once");
    assertEquals(List.of(), wrong);
    assertEquals(
        Set.of(1), Set.copyOf(there.values()), () -> "a marker stands more than once: " + there);
  }

  private static Set<SourceId> postings(Posting posting) {
    return posting.contribution().revisions().stream()
        .flatMap(revision -> revision.postings())
        .collect(Collectors.toSet());
  }

  @Test
  void commentsStandOnTheirLines() {
    int anchored = 0;
    int onLines = 0;
    int withoutBranch = 0;
    for (Carried one : arrived().toList()) {
      Set<String> threads = threadsOnLines(one);
      Map<SourceId, Boolean> branches = new HashMap<>();
      for (Round round : one.posting().revisions()) {
        for (Patch patch : round.revision().patches()) {
          branches.merge(patch.id(), round.branch().isPresent(), Boolean::logicalOr);
        }
      }
      for (MessageText text : one.posting().texts().values()) {
        List<LineAnchor> anchors =
            text.passages().stream().flatMap(p -> p.anchor().stream()).distinct().toList();
        for (int i = 0; i < anchors.size(); i++) {
          if (branches.getOrDefault(anchors.get(i).patch(), false)) {
            anchored++;
            onLines += threads.contains("line-" + (i + 1) + " " + text.id().value()) ? 1 : 0;
          } else {
            withoutBranch++;
          }
        }
      }
    }
    System.err.printf(
        "%d comments on lines, %d placed; %d more on revisions without a branch%n",
        anchored, onLines, withoutBranch);
    assertTrue(onLines >= 0.95 * anchored, onLines + " of " + anchored);
  }

  /** The steps whose words stand in a thread on a line, as the server answered. */
  private static Set<String> threadsOnLines(Carried one) {
    Set<String> found = new HashSet<>();
    for (StepReport report : one.reports()) {
      Step step = report.step();
      boolean begins =
          step.action().equals(DISCUSSION) && ((Done) report.outcome()).remarks().isEmpty();
      if (begins || found.contains(step.payload().getOrDefault("thread", ""))) {
        found.add(step.key());
      }
    }
    return found;
  }

  @Test
  void noTextIsInForce() {
    assertEquals(List.of(), lanes.gitlab().quickActionsRun());
    assertEquals(List.of(), lanes.gitlab().pings());
    assertEquals(List.of(), lanes.gitlab().closedIssues());
  }

  /** The rounds that are versions of the branch: what did not move it is none. */
  private static List<Round> versions(Posting posting) {
    List<Round> versions = new ArrayList<>();
    for (Round round : posting.revisions()) {
      boolean moves =
          versions.isEmpty()
              || !versions
                  .get(versions.size() - 1)
                  .branch()
                  .map(Branch::head)
                  .equals(round.branch().map(Branch::head));
      if (round.branch().isPresent() && moves) {
        versions.add(round);
      }
    }
    return versions;
  }

  private static List<List<String>> commits(ScratchGit server, Posting posting) {
    return versions(posting).stream()
        .map(round -> round.branch().orElseThrow())
        .map(b -> server.commits(b.commits().get(0).commit().value() + "^", b.head().value()))
        .toList();
  }

  /** The mails of each round's patches. */
  private static List<List<SourceId>> patchMails(Carried toMail) {
    Map<String, List<SourceId>> rounds = new LinkedHashMap<>();
    for (Step step : toMail.plan().steps()) {
      String[] words = step.key().split(" ", -1);
      if (words[0].equals("post") && words[2].equals("patch")) {
        rounds
            .computeIfAbsent(words[1], name -> new ArrayList<>())
            .add(new MessageId(step.field("message-id")));
      }
    }
    return List.copyOf(rounds.values());
  }

  @Test
  void aSeriesComesBackFromItsMergeRequest() {
    Map<String, Carried> byPage = new HashMap<>();
    returned.forEach(
        one -> {
          String id = one.posting().contribution().id().value();
          byPage.put(id.substring(id.lastIndexOf('!') + 1), one);
        });
    Map<SourceId, byte[]> sent = RealLanes.mails(mbox);
    ScratchGit server = new ScratchGit(scratch.resolve("went"), lanes.repository("project"));
    ScratchGit git = new ScratchGit(scratch.resolve("back"), lanes.repository("project"));
    List<String> wrong = new ArrayList<>();
    int patches = 0;
    for (Carried one : arrived().toList()) {
      Optional<Carried> back = Optional.ofNullable(byPage.get(one.result("open", "iid")));
      List<List<SourceId>> rounds = back.map(RealConversionTest::patchMails).orElse(List.of());
      List<Round> versions = versions(one.posting());
      List<List<String>> expected = commits(server, one.posting());
      List<List<String>> actual = new ArrayList<>();
      for (int i = 0; i < Math.min(rounds.size(), versions.size()); i++) {
        Branch branch = versions.get(i).branch().orElseThrow();
        String base = branch.commits().get(0).commit().value() + "^";
        // what it depends on was sent with it, as its branch holds that too
        List<SourceId> mailed = rounds.get(i);
        int own = branch.commits().size();
        List<byte[]> bytes =
            mailed.subList(Math.max(0, mailed.size() - own), mailed.size()).stream()
                .map(sent::get)
                .toList();
        actual.add(
            git.am(base, bytes).isPresent() ? git.commits(base, "HEAD") : List.of("refused"));
        patches += own;
      }
      if (!expected.equals(actual) || rounds.size() != versions.size()) {
        wrong.add(
            one.plan().id()
                + ", "
                + versions.size()
                + " versions, came back as "
                + rounds.size()
                + ":\n"
                + actual
                + "\nnot\n"
                + expected);
      }
    }
    System.err.printf(
        "%d series there and back, %d patches, %d series not as they went%n",
        arrived().count(), patches, wrong.size());
    assertEquals(List.of(), wrong);
  }

  /** Each patch as the commit has it against what the list's reader finds in its mail. */
  @Test
  void everyPatchIsReadFromItsMailAsItWas() {
    List<String> wrong = new ArrayList<>();
    int patches = 0;
    try (MailingList series = MailingList.open(mbox.toString())) {
      for (Carried one : returned) {
        List<String> expected =
            one.posting().revisions().stream()
                .flatMap(round -> round.patches().stream())
                .map(RealConversionTest::whole)
                .toList();
        List<String> actual =
            patchMails(one).stream()
                .flatMap(List::stream)
                .map(mail -> series.content(mail).map(RealConversionTest::whole).orElse("none"))
                .toList();
        patches += expected.size();
        if (!expected.equals(actual)) {
          wrong.add(one.plan().id() + ":\n" + actual + "\nnot\n" + expected);
        }
      }
    }
    System.err.printf("%d patches read from mails, %d series differ%n", patches, wrong.size());
    assertEquals(List.of(), wrong);
  }

  private static String whole(PatchContent patch) {
    return patch.author()
        + "\n"
        + patch.authoredAt().map(at -> at.atOffset(patch.authorZone())).orElseThrow()
        + "\n"
        + patch.message().strip()
        + "\n"
        + new String(patch.diff(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aMergeRequestComesBackFromItsSeries() {
    Map<ContributionId, Carried> byMail = new HashMap<>();
    onward.forEach(one -> byMail.put(one.posting().contribution().id(), one));
    ScratchGit first = new ScratchGit(scratch.resolve("first"), lanes.repository("project"));
    ScratchGit second = new ScratchGit(scratch.resolve("second"), lanes.repository("second"));
    List<String> wrong = new ArrayList<>();
    for (Carried one : returned) {
      MessageId opening = new MessageId(one.plan().steps().get(0).field("message-id"));
      Optional<Carried> again = Optional.ofNullable(byMail.get(ContributionId.ofMail(opening)));
      List<List<String>> expected =
          one.posting().revisions().stream()
              .map(
                  round ->
                      first.commits(
                          round.revision().base().orElseThrow().value(),
                          round.patches().get(round.patches().size() - 1).id().value()))
              .toList();
      List<List<String>> actual = again.map(a -> commits(second, a.posting())).orElse(List.of());
      if (!expected.equals(actual)) {
        wrong.add(one.plan().id() + ":\n" + actual + "\nnot\n" + expected);
      }
    }
    System.err.printf(
        "%d merge requests to mail and back, %d not as they were%n", returned.size(), wrong.size());
    assertEquals(List.of(), wrong);
  }
}
