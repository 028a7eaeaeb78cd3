package io.github.patchlane.core.jsonl;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.testkit.ContributionSourceContract;
import io.github.patchlane.core.testkit.SourceStory;
import io.github.patchlane.core.testkit.SourceStory.StoryPatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;

/** The story as lines that {@link ContributionWriter} wrote. */
class JsonLinesContractTest extends ContributionSourceContract {
  private static final Person ANN = new Person("Ann", "ann@example.org");
  private static final Person BOB = new Person("Bob", "bob@example.org");
  private static final Person CAROL = new Person("Carol", "carol@example.org");

  @TempDir Path folder;

  @Override
  protected ContributionSource open() throws IOException {
    return write("story.jsonl", lines());
  }

  @Override
  protected ContributionSource openInAnotherOrder(long seed) throws IOException {
    List<String> shuffled = lines();
    Collections.shuffle(shuffled, new Random(seed));
    return write("shuffled.jsonl", shuffled);
  }

  @Override
  protected ContributionSource openDamaged() throws IOException {
    List<String> damaged = lines();
    damaged.add(1, "{\"schema\":\"patchlane.contribution/1\",");
    return write("damaged.jsonl", damaged);
  }

  private ContributionSource write(String name, List<String> lines) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    return JsonLinesSource.of(file);
  }

  private static List<String> lines() {
    return new ArrayList<>(
        List.of(ContributionWriter.line(names()), ContributionWriter.line(typo())));
  }

  private static Contribution names() {
    Instant opened = SourceStory.OPENED;
    Instant again = opened.plus(Duration.ofDays(2));
    LineAnchor second = new LineAnchor(id("v1-1"), "lib/parser.c", 3, LineAnchor.Side.NEW);
    Optional<Trailer> reviewed = Optional.of(new Trailer("Reviewed-by", BOB.toString()));
    Instant approved = opened.plus(Duration.ofDays(3));
    List<ReviewEvent> events =
        new ArrayList<>(
            List.of(
                new ReviewEvent.RevisionPosted(act(opened, ANN, 1, "v1-0")),
                new ReviewEvent.Commented(
                    on(act(opened.plus(Duration.ofHours(6)), BOB, 1, "comment"), "v1-1"),
                    Optional.of(second),
                    true),
                new ReviewEvent.Commented(
                    act(opened.plus(Duration.ofHours(7)), ANN, 1, "answer"),
                    Optional.empty(),
                    false),
                new ReviewEvent.RevisionPosted(act(again, ANN, 2, "v2-0")),
                new ReviewEvent.Approved(on(act(approved, BOB, 2, "consent"), "v2-1"), reviewed),
                new ReviewEvent.Approved(on(act(approved, BOB, 2, "consent"), "v2-2"), reviewed)));
    return contribution(
        SourceStory.TITLE,
        ANN,
        opened,
        List.of(
            revision(1, opened, "v1", ANN, SourceStory.revisions().get(0)),
            revision(2, again, "v2", ANN, SourceStory.revisions().get(1))),
        events);
  }

  private static Contribution typo() {
    Instant opened = SourceStory.TYPO_OPENED;
    return contribution(
        SourceStory.TYPO.subject(),
        CAROL,
        opened,
        List.of(revision(1, opened, "typo", CAROL, List.of(SourceStory.TYPO))),
        List.of(new ReviewEvent.RevisionPosted(act(opened, CAROL, 1, "typo-1"))));
  }

  private static Contribution contribution(
      String title,
      Person submitter,
      Instant opened,
      List<Revision> revisions,
      List<ReviewEvent> events) {
    return new Contribution(
        new ContributionId("mail:" + revisions.get(0).patches().get(0).id().value()),
        Lane.MAILING_LIST,
        title,
        submitter,
        opened,
        State.OPEN,
        revisions,
        events,
        List.of());
  }

  private static Revision revision(
      int number, Instant at, String name, Person author, List<StoryPatch> story) {
    List<Patch> patches = new ArrayList<>();
    for (StoryPatch patch : story) {
      int index = patches.size() + 1;
      UnifiedDiff diff = UnifiedDiff.parse(patch.diff().getBytes(StandardCharsets.UTF_8));
      patches.add(
          new Patch(
              index,
              OptionalInt.of(story.size()),
              id(name + "-" + index),
              patch.subject(),
              author,
              diff.patchId(),
              NetChange.of(diff),
              diff.stat()));
    }
    return new Revision(
        number,
        "v" + number,
        Revision.Kind.PROPOSAL,
        at,
        story.size() > 1 ? Optional.of(id(name + "-0")) : Optional.empty(),
        Optional.empty(),
        patches,
        List.of(),
        new Evidence(Evidence.Kind.POSTING, 1, "posted as such"));
  }

  private static Act act(Instant at, Person by, int revision, String source) {
    return new Act(
        at, new Actor(by, false), OptionalInt.of(revision), Optional.empty(), id(source));
  }

  private static Act on(Act act, String posting) {
    return new Act(act.at(), act.by(), act.revision(), Optional.of(id(posting)), act.source());
  }

  private static SourceId id(String name) {
    return new MessageId(name + "@example.org");
  }
}
