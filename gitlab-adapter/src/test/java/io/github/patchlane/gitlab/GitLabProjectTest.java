package io.github.patchlane.gitlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.UnreadableSourceException;
import io.github.patchlane.core.testkit.SourceStory;
import io.github.patchlane.gitlab.rest.Answer;
import io.github.patchlane.gitlab.rest.Call;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.Fault;
import io.github.patchlane.gitlab.standin.GitLabStandIn;
import io.github.patchlane.gitlab.standin.StandInProject;
import io.github.patchlane.gitlab.standin.StandInUser;
import io.github.patchlane.gitlab.testkit.AlteringWire;
import io.github.patchlane.gitlab.testkit.StoryGit;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitLabProjectTest {
  @TempDir private Path directory;
  private StoryServer server;

  @BeforeEach
  void tell() {
    server = new StoryServer(directory).told();
    server.gitlab.resetRequests();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private GitLabProject open(LiveOptions live) {
    return open(server.address(), server.token(), live);
  }

  private static GitLabProject open(ProjectAddress address, AccessToken token, LiveOptions live) {
    return GitLabProject.open(
        address, token, GitLabReadOptions.DEFAULT, live.withPause(duration -> {}));
  }

  private List<Contribution> read() {
    try (GitLabProject project = open(LiveOptions.DEFAULT)) {
      return project.read().contributions();
    }
  }

  @Test
  void aMinimalTimelineCostsThreeRequests() {
    for (int i = 3; i <= 120; i++) {
      server.open(server.carol, "topic-" + i, server.git.typo, "no. " + i);
    }
    server.gitlab.resetRequests();
    try (GitLabProject project = open(LiveOptions.DEFAULT.withWorkers(8))) {
      assertEquals(120, project.read().contributions().size());
      assertEquals(1 + 2 + 3 * 120, project.requestsMade());
      assertEquals(1 + 2 + 3 * 120, server.gitlab.apiRequests());
    }
  }

  @Test
  void aSecondReadingAsksForWhatChangedOnly() {
    try (GitLabProject project = open(LiveOptions.DEFAULT)) {
      Harvest first = project.read();
      assertEquals(1 + 1 + 3 * 2, project.requestsMade());
      assertEquals(first, project.read());
      assertEquals(1 + 1 + 3 * 2 + 1, project.requestsMade());

      server.at(300);
      server.post(server.bob, 2, "notes", Map.of("body", "Thanks."));
      Harvest third = project.read();
      assertEquals(1 + 1 + 3 * 2 + 1 + 1 + 3, project.requestsMade());
      assertEquals(first.contributions().get(0), third.contributions().get(0));
      assertEquals("commented", third.contributions().get(1).events().get(1).type());
      assertEquals(StoryServer.hours(300), third.newest().orElseThrow());
    }
  }

  @Test
  void noFaultOfTheServerChangesWhatIsRead() {
    List<Contribution> quiet = read();
    for (long seed = 1; seed <= 6; seed++) {
      server
          .gitlab
          .faults()
          .seeded(
              seed,
              0.4,
              Fault.THROTTLED,
              Fault.LIMITED,
              Fault.SERVER_ERROR,
              Fault.UNAVAILABLE,
              Fault.BAD_GATEWAY);
      assertEquals(quiet, read(), "seed " + seed);
      server.gitlab.faults().clear();
    }
    assertFalse(server.gitlab.faults().fired().isEmpty());
  }

  @Test
  void lostAndDroppedAnswersAreAskedForAgain() {
    List<Contribution> quiet = read();
    server.gitlab.faults().at(2, Fault.LOST_RESPONSE);
    server.gitlab.faults().at(4, Fault.DROPPED);
    assertEquals(quiet, read());
  }

  @Test
  void aRenamedProjectIsFollowedAndGoesByItsNewName() {
    ProjectAddress before = server.address();
    server.project.rename("story/novel");
    try (GitLabProject project = open(before, server.token(), LiveOptions.DEFAULT)) {
      List<Contribution> moved = project.read().contributions();
      assertEquals(server.address().contribution(1), moved.get(0).id());
    }
  }

  @Test
  void aProjectInNestedGroupsOfAGitLabUnderAPathIsFound() {
    List<Contribution> plain = read();
    GitLabStandIn under = GitLabStandIn.startUnder("/dev/gitlab");
    try (StoryServer nested =
            new StoryServer(under, "story/old/tales/book", directory.resolve("nested")).told();
        GitLabProject project =
            open(
                nested.address(),
                nested.token(),
                LiveOptions.DEFAULT.withCache(directory.resolve("nested-cache.git")))) {
      String page = under.url().replace("http://", "") + "/story/old/tales/book";
      nested.gitlab.resetRequests();
      List<Contribution> read = project.read().contributions();
      assertEquals("gitlab:" + page + "!1", read.get(0).id().value());
      assertEquals(2, read.get(0).newest().patches().size());
      assertEquals(plain.get(0).title(), read.get(0).title());
      // above GitLab somebody else answered twice
      assertEquals(nested.gitlab.apiRequests() + 2, project.requestsMade());
    }
  }

  @Test
  void aMergeRequestFromAForkHasItsPatches() {
    Path copy = directory.resolve("copy.git");
    StandInUser dan = server.gitlab.publicUser("dan", "Dan", "dan@example.org");
    server.project.open();
    StandInProject fork =
        server.gitlab.fork(server.project, "dan/book", copy).member(dan, AccessLevel.OWNER);
    server.at(200);
    CommitId change =
        server.git.git.commit(
            Optional.of(server.git.base),
            "Dan",
            StoryServer.hours(199),
            "docs: say more",
            Map.of("docs/start.txt", "Welcome, all.\n"));
    server.gitlab.as(dan).push(fork, "more", change.value());
    server
        .gitlab
        .as(dan)
        .post(
            "/projects/" + fork.id() + "/merge_requests",
            Map.of(
                "source_branch",
                "more",
                "target_branch",
                "main",
                "target_project_id",
                server.project.id(),
                "title",
                "docs: say more"));
    LiveOptions live = LiveOptions.DEFAULT.withCache(directory.resolve("cache.git"));
    try (GitLabProject project = open(live)) {
      Contribution more = project.read().contributions().get(2);
      assertEquals("Dan", more.submitter().name());
      assertEquals(List.of("docs: say more"), subjects(more.newest()));
      assertTrue(project.content(more.newest().patches().get(0).id()).isPresent());
    }
  }

  private static List<String> subjects(Revision revision) {
    return revision.patches().stream().map(Patch::subject).toList();
  }

  @Test
  void whatIsCommittedOnTheServerItselfIsARoundAndARebaseThereIsNone() {
    server.at(150);
    CommitId suggestion =
        server.git.git.commit(
            Optional.of(server.git.second.get(1)),
            "Bob",
            StoryServer.hours(150),
            "Apply 1 suggestion(s) to 1 file(s)\n\nCo-authored-by: Bob <bob@example.org>",
            Map.of("docs/start.txt", "Wellcome.\n", "lib/parser.c", "struct parser;\n"));
    server.gitlab.as(server.bob).push(server.project, "topic-1", suggestion.value());
    server.at(160);
    CommitId main =
        server.git.git.commit(
            Optional.of(server.git.base),
            "Max",
            StoryServer.hours(155),
            "unrelated",
            Map.of(
                "lib/parser.c",
                "struct parser {\n\tint line;\n};\n",
                "lib/table.c",
                "\n".repeat(9) + "int rows(struct table *t)\n{\n\treturn 0;\n}\n",
                "docs/start.txt",
                "Wellcome.\n",
                "docs/other.txt",
                "Other.\n"));
    server.gitlab.as(server.bob).push(server.project, "main", main.value());
    CommitId rebased =
        server.git.git.commit(
            Optional.of(main),
            "Carol",
            StoryServer.hours(160),
            SourceStory.TYPO.subject(),
            Map.of(
                "lib/parser.c",
                "struct parser {\n\tint line;\n};\n",
                "lib/table.c",
                "\n".repeat(9) + "int rows(struct table *t)\n{\n\treturn 0;\n}\n",
                "docs/start.txt",
                "Welcome.\n",
                "docs/other.txt",
                "Other.\n"));
    server.gitlab.as(server.carol).push(server.project, "topic-2", rebased.value());
    LiveOptions live = LiveOptions.DEFAULT.withCache(directory.resolve("cache.git"));
    try (GitLabProject project = open(live)) {
      List<Contribution> read = project.read().contributions();
      Revision suggested = read.get(0).newest();
      assertEquals(3, suggested.number());
      assertEquals("Apply 1 suggestion(s) to 1 file(s)", subjects(suggested).get(2));
      assertEquals(
          "Bob",
          read.get(0).events().get(read.get(0).events().size() - 1).act().by().person().name());
      assertEquals(
          List.of(Revision.Kind.PROPOSAL, Revision.Kind.REFRESH),
          read.get(1).revisions().stream().map(Revision::kind).toList());
    }
  }

  @Test
  void profilesAreAskedForOnceAndWhereNothingElseTellsTheAddress() {
    GitLabProject older =
        GitLabProject.open(
            server.address(),
            server.token(),
            GitLabReadOptions.DEFAULT,
            LiveOptions.DEFAULT
                .withEverything(true)
                .withCache(directory.resolve("cache.git"))
                .withPause(duration -> {}),
            wire -> new AlteringWire(wire, GitLabProjectTest::withoutAddresses));
    try (GitLabProject project = older) {
      Contribution names = project.read().contributions().get(0);
      assertEquals("bob@example.org", names.events().get(1).act().by().person().email());
      // the commits tell who Ann and Carol are
      assertEquals(1, server.gitlab.requests().get("user"));
      server.at(300);
      server.post(server.bob, 2, "notes", Map.of("body", "Thanks."));
      project.read();
      assertEquals(1, server.gitlab.requests().get("user"));
    }
  }

  private static Answer withoutAddresses(Call call, Answer answer) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    return call.path().startsWith("users/")
        ? answer
        : new Answer(
            answer.status(),
            Map.of("content-type", "application/json"),
            body.replaceAll("\"public_email\":\"[^\"]*\",", "").getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void withoutGitVersionsAreRoundsWhosePatchesAreUnknown() {
    Contribution names = read().get(0);
    assertEquals(2, names.revisions().size());
    assertTrue(names.revisions().stream().allMatch(r -> r.patches().isEmpty()));
    assertEquals("lib/parser.c", names.events().get(1).anchor().orElseThrow().path());
  }

  @Test
  void commitsAreFetchedBesideACloneThatIsNotWrittenTo() throws Exception {
    Path clone = directory.resolve("clone.git");
    new StoryGit(clone).close();
    LiveOptions live = LiveOptions.DEFAULT.withCanonical(clone);
    List<Path> before = files(clone);
    try (GitLabProject project = open(live)) {
      Contribution names = project.read().contributions().get(0);
      assertEquals(2, names.newest().patches().size());
      assertEquals(server.git.first.get(0), names.events().get(1).anchor().orElseThrow().patch());
    }
    assertEquals(before, files(clone));
  }

  private static List<Path> files(Path folder) throws java.io.IOException {
    try (var walk = java.nio.file.Files.walk(folder)) {
      return walk.sorted().toList();
    }
  }

  @Test
  void aCommitThatIsGoneIsAProblemAndTheRestIsRead() {
    LiveOptions live = LiveOptions.DEFAULT.withCache(directory.resolve("cache.git"));
    String lost = "0123456789012345678901234567890123456789";
    try (GitLabProject project =
        GitLabProject.open(
            server.address(),
            server.token(),
            GitLabReadOptions.DEFAULT,
            live,
            wire ->
                new AlteringWire(
                    wire,
                    (call, answer) -> replaced(answer, server.git.first.get(1).value(), lost)))) {
      Harvest harvest = project.read();
      assertEquals(List.of(), harvest.contributions().get(0).revisions().get(0).patches());
      assertEquals(2, harvest.contributions().get(0).newest().patches().size());
      assertEquals(
          List.of(
              "the repository no longer gives commit "
                  + lost
                  + ", the head of the version pushed 2024-03-04T09:00:00Z; the patches of that"
                  + " version are unknown"),
          harvest.problems().stream().map(Problem::reason).toList());
    }
  }

  private static Answer replaced(Answer answer, String from, String to) {
    String body = new String(answer.body(), StandardCharsets.UTF_8);
    return new Answer(
        answer.status(),
        Map.of("content-type", "application/json"),
        body.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void theWordsOfDescriptionsAndNotesCanBeAskedFor() {
    try (GitLabProject project = open(LiveOptions.DEFAULT)) {
      Contribution names = project.read().contributions().get(0);
      MessageText comment = project.text(names.events().get(1).act().source()).orElseThrow();
      assertEquals("Could it be const?", comment.passages().get(0).text());
      assertEquals(names.events().get(1).anchor(), comment.passages().get(0).anchor());
      assertEquals(
          names.title(),
          project.text(names.revisions().get(0).cover().orElseThrow()).orElseThrow().subject());
      assertTrue(project.text(new WebAddress("https://example.org/never")).isEmpty());
    }
  }

  @Test
  void whatCannotBeReadIsSaidInOneLineWithoutTheToken() {
    AccessToken wrong = new AccessToken("glpat-not-a-token-of-anybody");
    StandInErrors errors = new StandInErrors();
    errors.add(server.address(), wrong);
    errors.add(
        ProjectAddress.parse(server.gitlab.url() + "/no/such").orElseThrow(), server.token());
    errors.add(ProjectAddress.parse("http://no-such-host.invalid/a/b").orElseThrow(), wrong);
    errors.add(ProjectAddress.parse("http://localhost:1/a/b").orElseThrow(), wrong);

    assertEquals(4, errors.messages.size());
    assertTrue(errors.messages.get(0).contains("does not accept the token (401)"));
    assertTrue(errors.messages.get(1).contains("no such project"));
    assertTrue(errors.messages.get(2).contains("no such host: no-such-host.invalid"));
    assertTrue(errors.messages.get(3).contains("nobody answers at http://localhost:1"));
    errors.messages.forEach(m -> assertFalse(m.contains("\n"), m));
    assertFalse(errors.everything.toString().contains("glpat-"), "a token is in a stack trace");
    server.gitlab.forgive();
  }

  private static final class StandInErrors {
    final List<String> messages = new java.util.ArrayList<>();
    final StringWriter everything = new StringWriter();

    void add(ProjectAddress address, AccessToken token) {
      try (GitLabProject project = open(address, token, LiveOptions.DEFAULT)) {
        UnreadableSourceException thrown =
            assertThrows(UnreadableSourceException.class, project::read);
        messages.add(thrown.getMessage());
        thrown.printStackTrace(new PrintWriter(everything, true));
        everything.append(token.toString()).append(project.name());
      }
    }
  }

  @Test
  void everythingIsAskedForOnDemand() {
    server.at(100);
    server.project.pipeline(server.git.second.get(1).value(), "topic-1", "success");
    try (GitLabProject project = open(LiveOptions.DEFAULT.withEverything(true))) {
      List<String> types =
          project.read().contributions().get(0).events().stream().map(e -> e.type()).toList();
      assertEquals(
          List.of(
              "revision-posted",
              "commented",
              "commented",
              "revision-posted",
              "approved",
              "checked"),
          types);
    }
  }
}
