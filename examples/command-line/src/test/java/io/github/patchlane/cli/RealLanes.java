package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.conversion.Postings;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.plan.StepOutcome.Done;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.ContributionTarget;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.GitLabProject;
import io.github.patchlane.gitlab.GitLabReadOptions;
import io.github.patchlane.gitlab.LiveOptions;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.posting.GitLabTarget;
import io.github.patchlane.gitlab.posting.PostingOptions;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.GitLabStandIn;
import io.github.patchlane.gitlab.standin.StandInUser;
import io.github.patchlane.mailinglist.MailingList;
import io.github.patchlane.mailinglist.archive.Archive;
import io.github.patchlane.mailinglist.archive.Archives;
import io.github.patchlane.mailinglist.archive.RawMail;
import io.github.patchlane.mailinglist.message.MessageParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;

/** A real list and its project on one side, a stand-in with copies of the project on the other. */
final class RealLanes implements AutoCloseable {
  private static final Path DATA = Path.of(System.getProperty("patchlane.data", ""));
  static final Path LIST = DATA.resolve("ltp-list.git");
  static final Path PROJECT = DATA.resolve("ltp.git");

  private final Path scratch;
  private final GitLabStandIn gitlab = GitLabStandIn.start();
  private final StandInUser bot = gitlab.user("bridge", "Bridge", "bridge@example.org");

  /** A contribution that was carried: what was to be done, and what became of it. */
  record Carried(Posting posting, Plan plan, List<StepReport> reports) {
    /** What the server called a thing that a step made. */
    String result(String step, String name) {
      return reports.stream()
          .filter(report -> report.step().key().equals(step))
          .map(report -> ((Done) report.outcome()).result().get(name))
          .findFirst()
          .orElseThrow();
    }
  }

  RealLanes(Path scratch) {
    this.scratch = scratch;
    gitlab.user("root", "Root", "root@example.org");
  }

  static void assumeTheyAreThere() {
    Assumptions.assumeTrue(
        Files.isDirectory(LIST) && Files.isDirectory(PROJECT),
        "skipped: needs ltp-list.git and ltp.git in -Dpatchlane.data");
  }

  GitLabStandIn gitlab() {
    return gitlab;
  }

  /** The repository of a project of the stand-in. */
  Path repository(String name) {
    return scratch.resolve(name + ".git");
  }

  ProjectAddress project(String name) {
    return ProjectAddress.parse(gitlab.url() + "/group/" + name).orElseThrow();
  }

  /** Gives the stand-in one more project, equal to the real one. */
  void addProject(String name) {
    FolderCopy.make(PROJECT, repository(name));
    gitlab.project("group/" + name, repository(name)).member(bot, AccessLevel.OWNER);
  }

  /**
   * Reads a project of the stand-in. The real repository is a shallow one, which no GitLab's is: it
   * is fetched into a copy that knows where its history ends.
   */
  GitLabProject read(String name) {
    return GitLabProject.open(
        project(name),
        new AccessToken(bot.token()),
        GitLabReadOptions.DEFAULT,
        LiveOptions.DEFAULT.withCache(commits("cache-of-" + name)).withPause(pause -> {}));
  }

  /** A bare repository to spare, with what the real project holds. */
  Path commits(String name) {
    Path commits = scratch.resolve(name);
    try (GitRepository canonical = GitRepository.open(PROJECT.toString())) {
      canonical.borrow(commits);
    }
    return commits;
  }

  GitLabTarget target(String name, Path commits) {
    return GitLabTarget.open(
        project(name),
        PostingOptions.into("master").withArchive("https://lists.example.org/r/"),
        commits,
        new AccessToken(bot.token()),
        pause -> {});
  }

  /** All that the list holds, what landed known to have landed. */
  static List<Contribution> contributions(MailingList list) {
    List<Contribution> all = list.read().contributions();
    try (GitRepository canonical = GitRepository.open(PROJECT.toString())) {
      return LandedContributions.apply(
          all,
          canonical.landings(
              LandedContributions.candidates(all),
              LandedContributions.mentions(all),
              LandingOptions.asOf(Instant.MAX)));
    }
  }

  /** So many of those that were talked about, spread over the time. */
  static List<Contribution> chosen(List<Contribution> all, int many) {
    List<Contribution> talked =
        all.stream()
            .filter(c -> c.revisions().stream().anyMatch(r -> !r.patches().isEmpty()))
            .filter(c -> c.events().size() > c.revisions().size())
            .toList();
    int every = Math.max(1, talked.size() / many);
    return IntStream.range(0, talked.size())
        .filter(i -> i % every == 0)
        .mapToObj(talked::get)
        .limit(many)
        .toList();
  }

  static List<Carried> carry(
      ContributionSource source,
      List<Contribution> chosen,
      List<Contribution> all,
      Path commits,
      ContributionTarget target) {
    try (GitRepository repository = GitRepository.open(commits.toString())) {
      Postings postings = new Postings(source, repository, chosen, all);
      Outside outside = target.outside();
      List<Carried> carried = new ArrayList<>();
      for (Contribution contribution : chosen) {
        Posting posting = postings.of(contribution);
        Plan plan = target.plan(posting);
        PlanRun run = new PlanRun(Journal.inMemory(), pause -> {}, report -> {});
        carried.add(new Carried(posting, plan, run.run(plan, outside)));
      }
      return carried;
    }
  }

  /** The bytes of every mail of an archive. */
  static Map<SourceId, byte[]> mails(Path source) {
    Map<SourceId, byte[]> mails = new HashMap<>();
    try (Archive archive = Archives.open(source.toString())) {
      archive.forEach(
          reading -> {
            if (reading instanceof Reading.Parsed<RawMail> mail) {
              byte[] bytes = mail.value().bytes();
              MessageParser.quickId(bytes).ifPresent(id -> mails.putIfAbsent(id, bytes));
            }
          });
    }
    return mails;
  }

  @Override
  public void close() {
    gitlab.close();
  }
}
