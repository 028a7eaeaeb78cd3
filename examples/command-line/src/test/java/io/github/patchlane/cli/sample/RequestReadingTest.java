package io.github.patchlane.cli.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.gitlab.GitLabExport;
import io.github.patchlane.gitlab.GitLabReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the export's reader finds is what the generator meant. */
class RequestReadingTest {
  @TempDir static Path directory;
  private static SampleTruth truth;
  private static Harvest harvest;
  private static List<Contribution> read;

  @BeforeAll
  static void read() {
    truth = SampleProject.write(directory.resolve("one"), SampleOptions.standard());
    Path sample = directory.resolve("one");
    try (GitLabExport export =
            GitLabExport.open(sample.resolve(SampleProject.EXPORT), GitLabReadOptions.DEFAULT);
        GitRepository project =
            GitRepository.open(sample.resolve(SampleProject.PROJECT).toString())) {
      harvest = export.read();
      read =
          LandedContributions.apply(
              harvest.contributions(),
              project.landings(
                  LandedContributions.candidates(harvest.contributions()),
                  LandedContributions.mentions(harvest.contributions()),
                  LandingOptions.asOf(truth.asOf())));
    }
  }

  private record Facts(
      String title,
      Person author,
      State state,
      Set<String> landed,
      int comments,
      List<Person> approvals) {}

  @Test
  void everyRequestIsReadAsItWasMeantAndNothingIsDamaged() {
    assertEquals(List.of(), harvest.problems());
    assertEquals(truth.requests().size(), read.size());
    for (int i = 0; i < read.size(); i++) {
      SampleTruth.Request request = truth.requests().get(i);
      assertEquals(
          List.of(meant(request)),
          read.stream()
              .filter(c -> c.id().value().endsWith("!" + request.iid()))
              .map(RequestReadingTest::found)
              .toList());
    }
  }

  private static Facts meant(SampleTruth.Request request) {
    return new Facts(
        request.title(),
        request.author(),
        request.state(),
        names(request.landed()),
        request.comments(),
        request.approvals());
  }

  private static Facts found(Contribution contribution) {
    return new Facts(
        contribution.title(),
        contribution.submitter(),
        contribution.state(),
        names(contribution.landings().stream().map(l -> l.commit()).toList()),
        (int)
            contribution.events().stream()
                .filter(e -> e instanceof ReviewEvent.Commented c && c.anchor().isPresent())
                .count(),
        contribution.events().stream()
            .filter(ReviewEvent.Approved.class::isInstance)
            .map(e -> e.act().by().person())
            .toList());
  }

  private static Set<String> names(List<CommitId> commits) {
    Set<String> names = new HashSet<>();
    commits.forEach(commit -> names.add(commit.value()));
    return names;
  }

  @Test
  void requestsOfEveryEndAreThere() {
    Set<State> states = new HashSet<>();
    truth.requests().forEach(request -> states.add(request.state()));

    assertEquals(Set.of(State.OPEN, State.LANDED, State.DECLINED, State.WITHDRAWN), states);
    assertEquals(30, truth.requests().size());
    assertTrue(truth.requests().stream().anyMatch(SampleTruth.Request::draft));
    assertTrue(truth.requests().stream().anyMatch(request -> request.heads().size() > 2));
    assertTrue(truth.requests().stream().mapToInt(SampleTruth.Request::comments).sum() > 30);
  }

  @Test
  void everyVersionsPatchesAreInTheBundle() {
    for (Contribution contribution : read) {
      assertTrue(
          contribution.revisions().stream().noneMatch(r -> r.patches().isEmpty()),
          contribution.id().value());
    }
  }

  @Test
  void theListsPeopleTakePart() {
    Set<Person> onTheList = new HashSet<>();
    truth.contributions().forEach(c -> onTheList.add(c.author()));
    long known = truth.requests().stream().filter(r -> onTheList.contains(r.author())).count();

    assertTrue(known > truth.requests().size() / 2, known + " known authors");
  }

  @Test
  void theSameOptionsGiveTheSameBytes() throws IOException {
    SampleProject.write(directory.resolve("two"), SampleOptions.standard());

    assertArrayEquals(
        Files.readAllBytes(directory.resolve("one").resolve(SampleProject.EXPORT)),
        Files.readAllBytes(directory.resolve("two").resolve(SampleProject.EXPORT)));
  }
}
