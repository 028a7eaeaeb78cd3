package io.github.patchlane.cli.sample;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Tells the whole story once: who sends what when, and what becomes of it. */
final class Story {
  private final SampleOptions options;
  private final Postbox postbox;
  private final World world;
  private final Poster poster;
  private final Reviewer reviewer;
  private final Lander lander;
  private final Requests requests;
  private final List<Effort> efforts = new ArrayList<>();

  Story(SampleOptions options, Postbox postbox, ProjectHistory history) {
    this.options = options;
    this.postbox = postbox;
    world = new World(options, postbox, history);
    poster = new Poster(world);
    reviewer = new Reviewer(world);
    lander = new Lander(world, reviewer);
    requests = new Requests(world, options);
  }

  /** Runs from the first day to the last. */
  SampleTruth tell() throws IOException {
    Instant start = options.start().atStartOfDay().toInstant(ZoneOffset.UTC);
    Duration length = Duration.ofDays(options.days());
    prehistory(start);
    List<Oddity> odd =
        world.dice.shuffled(
            Arrays.stream(Oddity.values()).filter(kind -> kind != Oddity.NONE).toList());
    for (int i = 0; i < options.contributions(); i++) {
      Oddity oddity = i % 2 == 0 ? Oddity.NONE : odd.get(i / 2 % odd.size());
      Member author = author();
      Instant day =
          start.plusSeconds((long) (length.toSeconds() * (i + 0.5) / options.contributions()));
      Instant at = world.agenda.settle(author, day.plusSeconds(world.dice.below(86_400)));
      world.agenda.at(at, () -> open(author, oddity));
    }
    new Background(world).schedule(start, length);
    requests.schedule(start, length);
    Instant end = start.plus(length);
    world.agenda.runUntil(end);
    return new SampleTruth(
        end,
        efforts.stream().map(Effort::truth).toList(),
        world.unrelated,
        postbox.mails(),
        requests.truth());
  }

  /** What GitLab keeps of the merge requests; for when the story is told. */
  ProjectExport export() {
    return new ProjectExport(requests.all(), requests.users());
  }

  private void open(Member author, Oddity drawn) throws IOException {
    Plan plan = Plan.draw(world.dice, author, drawn);
    Subsystem part = world.dice.pick(List.of(Subsystem.values()));
    List<PatchDraft> drafts = new ArrayList<>();
    for (int i = 0; i < plan.patches(); i++) {
      PatchDraft draft = world.ideas.patch(part, world.master());
      if (drawn == Oddity.ENCODED_SUBJECT) {
        draft = draft.titled(draft.title() + " – à la carte");
      }
      drafts.add(draft);
    }
    String title =
        plan.patches() == 1
            ? drafts.get(0).title()
            : world.words.uniqueTitle(
                part.prefixes()[0].replace("/", ": ")
                    + world.words.verb()
                    + " "
                    + world.words.noun()
                    + "s and "
                    + world.words.noun()
                    + "s");
    Effort effort =
        new Effort(
            author, part, world.cast.maintainer(part), plan, title, world.dice.hex(12), drafts);
    efforts.add(effort);
    new Course(world, poster, reviewer, lander, effort).open();
  }

  private Member author() {
    int draw = world.dice.below(100);
    if (draw < 22) {
      return world.dice.pick(world.cast.newcomers());
    }
    return draw < 40
        ? world.cast.maintainer(world.dice.pick(List.of(Subsystem.values())))
        : world.dice.pick(world.cast.regulars());
  }

  /** A few commits of the year before, so that the old hands are known to the repository. */
  private void prehistory(Instant start) throws IOException {
    List<Member> hands = world.cast.oldHands();
    Snapshot whole = world.master();
    List<Map.Entry<String, SourceFile>> files = List.copyOf(whole.files().entrySet());
    Snapshot tree = Snapshot.empty();
    for (int i = 0; i < hands.size(); i++) {
      int from = files.size() * i / hands.size();
      int to = files.size() * (i + 1) / hands.size();
      for (var file : files.subList(from, to)) {
        tree = tree.with(file.getKey(), file.getValue());
      }
      Member hand = hands.get(i);
      Instant at = start.minus(Duration.ofDays(200 - 12L * i));
      world.history.commit(
          tree,
          hand,
          at,
          world.cast.maintainer(Subsystem.CORE),
          at.plusSeconds(7200),
          List.of(
              "Import " + files.get(from).getKey() + " and its neighbours",
              "",
              "Signed-off-by: " + hand.person()));
    }
  }
}
