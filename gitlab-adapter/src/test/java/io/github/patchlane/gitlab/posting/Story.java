package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.DiffHunk;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.LineKind;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.Standing;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.MessageText.Passage;
import io.github.patchlane.core.source.Obstacle;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.source.Posting.Branch;
import io.github.patchlane.core.source.Posting.BranchPatch;
import io.github.patchlane.core.source.Posting.Round;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** An invented contribution, made from a seed, with commits in a real repository. */
final class Story {
  static final List<String> HOSTILE =
      List.of(
          "/close",
          "/merge",
          "looks fine\n/approve\n/assign @root",
          "ask @root or @all, see #1 and !1, ~bug %1.0 &2 $3",
          "this Fixes #1 and closes https://git.example.org/a/b/-/issues/1",
          "```\n/close\n```\n~~~\n/close\n~~~\n>>>\n/close\n>>>",
          "<details>\n/close\n</details>\n<!-- patchlane:v1 mid=<x> rev=1 part=text -->",
          "bisected to 0123456789abcdef, [vulnerability:7]",
          "wrap\r/close\r\n/close\u2028/close",
          "    if (x)\n/close\n\treturn;");

  private static final Instant START = Instant.parse("2024-02-05T10:00:00Z");
  private static final Person ANN = new Person("Ann Author", "ann@example.org");
  private static final List<Person> REVIEWERS =
      List.of(
          new Person("Bob Builder", "bob@example.org"),
          new Person("Cyd @root Cooper", "cyd@example.org"),
          new Person("", "dot@example.org"));

  private final Random dice;
  private final String name;
  private final InventedRepository repository;
  private final List<Round> rounds = new ArrayList<>();
  private final List<ReviewEvent> events = new ArrayList<>();
  private final List<Landing> landings = new ArrayList<>();
  private final Map<SourceId, MessageText> texts = new LinkedHashMap<>();
  private final List<SourceId> mails = new ArrayList<>();
  private int hour;

  private Story(long seed, InventedRepository repository) {
    this.dice = new Random(seed);
    this.name = "story" + seed;
    this.repository = repository;
  }

  /** The same posting for the same seed, its commits added to the repository. */
  static Posting of(long seed, Path repository) throws IOException {
    try (InventedRepository opened = InventedRepository.open(repository)) {
      return new Story(seed, opened).tell();
    }
  }

  private Posting tell() throws IOException {
    int versions = 1 + dice.nextInt(3);
    int patches = 1 + dice.nextInt(3);
    boolean rfc = dice.nextInt(4) == 0;
    int unapplied = versions > 1 && dice.nextInt(4) == 0 ? dice.nextInt(versions) : -1;
    for (int v = 1; v <= versions; v++) {
      round(v, patches, rfc && v == 1, v - 1 == unapplied);
      int replies = 1 + dice.nextInt(4);
      for (int r = 0; r < replies; r++) {
        reply();
      }
    }
    end();
    List<Revision> revisions = rounds.stream().map(Round::revision).toList();
    Contribution contribution =
        new Contribution(
            ContributionId.ofMail(new MessageId(name + "-v1-0@example.org")),
            Lane.MAILING_LIST,
            "mend @root's parser, see #1 of " + name,
            ANN,
            START,
            Standing.of(revisions, events, landings).state(),
            revisions,
            events.stream().sorted(ReviewEvent.BY_TIME).toList(),
            landings);
    return new Posting(contribution, rounds, texts);
  }

  private Instant later() {
    hour += 1 + dice.nextInt(5);
    return START.plusSeconds(hour * 3600L);
  }

  private void round(int version, int count, boolean rfc, boolean unapplied) throws IOException {
    Instant at = later();
    MessageId cover = new MessageId(name + "-v" + version + "-0@example.org");
    List<Patch> patches = new ArrayList<>();
    List<PatchContent> contents = new ArrayList<>();
    List<BranchPatch> commits = new ArrayList<>();
    String parent = repository.base();
    for (int i = 1; i <= count; i++) {
      MessageId id = new MessageId(name + "-v" + version + "-" + i + "@example.org");
      String message = "part " + i + " of " + name + "\n\nNeeded for more.\n\nSigned-off-by: Ann\n";
      InventedRepository.Made made = repository.commit(parent, message, ANN, at, dice);
      parent = made.commit();
      UnifiedDiff diff = UnifiedDiff.parse(made.diff());
      patches.add(
          new Patch(
              i,
              OptionalInt.of(count),
              id,
              "part " + i + " of " + name,
              ANN,
              diff.patchId(),
              NetChange.of(diff),
              diff.stat()));
      contents.add(new PatchContent(id, ANN, Optional.of(at), message, made.diff()));
      commits.add(new BranchPatch(id, new CommitId(made.commit())));
      texts.put(id, text(id, Optional.of(cover), ANN, at, List.of(words("Changes: none."))));
    }
    Revision revision =
        new Revision(
            version,
            "v" + version,
            rfc ? Revision.Kind.RFC : Revision.Kind.PROPOSAL,
            at,
            Optional.of(cover),
            Optional.empty(),
            patches,
            List.of(),
            new Evidence(Evidence.Kind.POSTING, 1, "posted"));
    texts.put(
        cover, text(cover, Optional.empty(), ANN, at, List.of(words("Cover.\n\n" + hostile()))));
    events.add(new ReviewEvent.RevisionPosted(act(ANN, at, version, Optional.empty(), cover)));
    rounds.add(
        new Round(
            revision,
            contents,
            unapplied
                ? Optional.empty()
                : Optional.of(new Branch(new CommitId(repository.base()), commits)),
            unapplied
                ? Optional.of(new Obstacle.NoBase("lib/a.c: hunk 1: does not fit"))
                : Optional.empty(),
            version > 1
                ? Optional.of("1:  aaaaaaa ! 1:  bbbbbbb part 1\n/close")
                : Optional.empty()));
    mails.clear();
    mails.add(cover);
    patches.forEach(p -> mails.add(p.id()));
  }

  private void reply() {
    Round round = rounds.get(rounds.size() - 1);
    int version = round.revision().number();
    Instant at = later();
    Person by = REVIEWERS.get(dice.nextInt(REVIEWERS.size()));
    SourceId parent = mails.get(dice.nextInt(mails.size()));
    MessageId id =
        new MessageId(
            name + "-reply-" + hour + (dice.nextInt(5) == 0 ? "--><x" : "") + "@example.org");
    PatchContent on = round.patches().get(dice.nextInt(round.patches().size()));
    List<Passage> passages = new ArrayList<>();
    int comments = dice.nextInt(3);
    for (int i = 0; i < comments; i++) {
      Optional<LineAnchor> anchor = Optional.of(anchor(on));
      passages.add(new Passage("> +\tquoted", "On this line.\n" + hostile(), anchor));
      events.add(
          new ReviewEvent.Commented(act(by, at, version, Optional.of(on.id()), id), anchor, true));
    }
    switch (dice.nextInt(5)) {
      case 0 -> {
        Trailer tag = new Trailer("Reviewed-by", by.toString());
        round
            .patches()
            .forEach(
                p ->
                    events.add(
                        new ReviewEvent.Approved(
                            act(by, at, version, Optional.of(p.id()), id), Optional.of(tag))));
        passages.add(words(tag.line()));
      }
      case 1 ->
          events.add(
              new ReviewEvent.Checked(
                  new Act(
                      at, new Actor(by, true), OptionalInt.of(version), Optional.of(on.id()), id),
                  "build, and test",
                  Optional.of(dice.nextBoolean())));
      default -> passages.add(words("In general.\n\n" + hostile()));
    }
    if (events.stream().noneMatch(e -> e.act().source().equals(id))) {
      events.add(
          new ReviewEvent.Commented(
              act(by, at, version, Optional.of(on.id()), id), Optional.empty(), false));
    }
    texts.put(id, text(id, Optional.of(parent), by, at, passages));
    mails.add(id);
  }

  private void end() {
    Instant at = later();
    Round last = rounds.get(rounds.size() - 1);
    MessageId id = new MessageId(name + "-end@example.org");
    switch (dice.nextInt(4)) {
      case 0 ->
          last.patches()
              .forEach(
                  p ->
                      landings.add(
                          new Landing(
                              p.id(),
                              new CommitId(repository.base()),
                              at,
                              new Evidence(Evidence.Kind.PATCH_ID, 1, "equal"))));
      case 1 -> {
        events.add(
            new ReviewEvent.Closed(
                act(ANN, at, last.revision().number(), Optional.empty(), id),
                ReviewEvent.Closed.Reason.WITHDRAWN));
        texts.put(id, text(id, Optional.of(mails.get(0)), ANN, at, List.of(words("I drop it."))));
      }
      default -> {}
    }
  }

  private LineAnchor anchor(PatchContent patch) {
    FileDiff file = UnifiedDiff.parse(patch.diff()).files().get(0);
    DiffHunk hunk = file.hunks().get(dice.nextInt(file.hunks().size()));
    int wanted = dice.nextInt(hunk.size());
    int oldLine = hunk.oldStart();
    int newLine = hunk.newStart();
    for (int i = 0; i < wanted; i++) {
      oldLine += hunk.kind(i) == LineKind.ADDED ? 0 : 1;
      newLine += hunk.kind(i) == LineKind.REMOVED ? 0 : 1;
    }
    return hunk.kind(wanted) == LineKind.REMOVED
        ? new LineAnchor(patch.id(), file.path(), oldLine, LineAnchor.Side.OLD)
        : new LineAnchor(patch.id(), file.path(), newLine, LineAnchor.Side.NEW);
  }

  private String hostile() {
    return HOSTILE.get(dice.nextInt(HOSTILE.size()));
  }

  private static Passage words(String text) {
    return new Passage("", text, Optional.empty());
  }

  private static MessageText text(
      SourceId id, Optional<SourceId> answers, Person by, Instant at, List<Passage> passages) {
    return new MessageText(id, answers, by, at, "Re: " + id.value(), passages);
  }

  private static Act act(
      Person by, Instant at, int revision, Optional<SourceId> on, MessageId source) {
    return new Act(at, new Actor(by, false), OptionalInt.of(revision), on, source);
  }
}
