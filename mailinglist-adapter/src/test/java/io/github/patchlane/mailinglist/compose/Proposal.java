package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A merge request of tests, put together round by round. */
public final class Proposal {
  public static final Person ANN = new Person("Ann Author", "ann@example.org");
  public static final Person RAY = new Person("Ray Reviewer", "ray@example.org");
  public static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
  static final String PAGE = "https://gitlab.example.org/group/project/-/merge_requests/12";

  private final List<Posting.Round> rounds = new ArrayList<>();
  private final String subject;
  private final int number;
  private final Map<SourceId, MessageText> texts = new LinkedHashMap<>();
  private final List<ReviewEvent> events = new ArrayList<>();

  public Proposal() {
    this("pump", 12);
  }

  /** One of another title and number. */
  public Proposal(String subject, int number) {
    this.subject = subject;
    this.number = number;
  }

  /** A patch as a commit would be read: the id tells its subject's digits apart. */
  public static PatchContent patch(int number, String message, String diff) {
    return new PatchContent(
        commit(number),
        ANN,
        Optional.of(START.minusSeconds(86_400L * number)),
        ZoneOffset.ofHours(2),
        message,
        diff.getBytes(StandardCharsets.UTF_8));
  }

  static CommitId commit(int number) {
    return new CommitId("%040x".formatted(0xabc000 + number));
  }

  public Proposal round(String description, PatchContent... contents) {
    return round(rounds.size() + 1, Revision.Kind.PROPOSAL, description, contents);
  }

  /** A push that changes nothing but the commits' names. */
  Proposal again(PatchContent... contents) {
    return round(rounds.size(), Revision.Kind.REFRESH, "", contents);
  }

  private Proposal round(
      int number, Revision.Kind kind, String description, PatchContent... contents) {
    Instant at = START.plusSeconds(3600L * (rounds.size() + 1));
    SourceId cover = new WebAddress(PAGE + "?round=" + number);
    List<Patch> patches = new ArrayList<>();
    for (PatchContent content : contents) {
      UnifiedDiff diff = UnifiedDiff.parse(content.diff());
      patches.add(
          new Patch(
              patches.size() + 1,
              OptionalInt.of(contents.length),
              content.id(),
              content.message().lines().findFirst().orElse(""),
              content.author(),
              diff.patchId(),
              Optional.empty(),
              diff.stat()));
    }
    Revision revision =
        new Revision(
            number,
            "v" + number,
            kind,
            at,
            Optional.of(cover),
            Optional.empty(),
            patches,
            List.of(),
            new Evidence(Evidence.Kind.POSTING, 1.0, "a version"));
    texts.putIfAbsent(
        cover, new MessageText(cover, Optional.empty(), ANN, at, "", passages(description)));
    rounds.add(
        new Posting.Round(
            revision, List.of(contents), Optional.empty(), Optional.empty(), Optional.empty()));
    return this;
  }

  public static List<MessageText.Passage> passages(String text) {
    return List.of(new MessageText.Passage("", text, Optional.empty()));
  }

  public Proposal says(
      Person who, String note, Optional<SourceId> answers, MessageText.Passage... passages) {
    SourceId id = new WebAddress(PAGE + "#note_" + note);
    Instant at = START.plusSeconds(3600L * (rounds.size() + 1) + texts.size());
    texts.put(id, new MessageText(id, answers, who, at, "", List.of(passages)));
    return this;
  }

  public Proposal text(MessageText text) {
    texts.put(text.id(), text);
    return this;
  }

  public Proposal event(ReviewEvent event) {
    events.add(event);
    return this;
  }

  public Posting posting() {
    List<Revision> revisions = rounds.stream().map(Posting.Round::revision).toList();
    Contribution contribution =
        new Contribution(
            new ContributionId("gitlab:gitlab.example.org/group/project!" + number),
            Lane.MERGE_REQUEST,
            "teach the " + subject + " to stop",
            ANN,
            revisions.get(0).postedAt(),
            State.OPEN,
            revisions,
            events,
            List.of());
    return new Posting(contribution, rounds, texts);
  }
}
