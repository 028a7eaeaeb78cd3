package io.github.patchlane.cli.sample;

import io.github.patchlane.cli.sample.SampleTruth.How;
import io.github.patchlane.cli.sample.SampleTruth.Kind;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;

/** Maintainers at work: patches become commits on the canonical branch. */
final class Lander {
  private final World world;
  private final Reviewer reviewer;

  Lander(World world, Reviewer reviewer) {
    this.world = world;
    this.reviewer = reviewer;
  }

  void land(Effort effort) throws IOException {
    Plan.Fate fate = effort.plan.fate();
    int count = effort.drafts.size();
    int landing = fate == Plan.Fate.PARTLY_LANDED ? world.dice.between(1, count - 1) : count;
    int edited = world.dice.chance(0.15) ? world.dice.below(landing) : -1;
    boolean linked = world.dice.chance(linkHabit(effort.part));
    for (int i = 0; i < landing; i++) {
      if (fate == Plan.Fate.SQUASHED && i == 0) {
        squash(effort, linked);
        i++;
        continue;
      }
      PatchDraft draft = effort.posted.get(i).draft();
      if (i == edited) {
        draft = draft.reworked(world.dice, world.code, world.words);
      }
      Snapshot before = world.master();
      Snapshot after = draft.apply(before);
      ObjectId commit = commit(effort, after, draft, List.of(i), linked, i == edited);
      boolean same = content(Diffs.between(before, after)).equals(content(effort.posted.get(i)));
      record(effort, i, commit, same ? How.AS_POSTED : How.EDITED, linked);
    }
    effort.state = landing < count ? State.PARTLY_LANDED : State.LANDED;
    if (fate != Plan.Fate.SILENT && world.dice.chance(0.65)) {
      String words =
          landing < count
              ? "Applied patches 1 to " + landing + ", the rest needs another round."
              : effort.maintainer.equals(effort.author)
                  ? world.dice.pick(List.of("Pushed.", "Pushed, thanks for the reviews."))
                  : world.dice.pick(
                      List.of("Applied, thanks.", "Pushed, thanks!", "Queued, thanks."));
      world.agenda.at(
          world.agenda.now().plus(Duration.ofMinutes(world.dice.between(2, 90))),
          () -> reviewer.say(effort, effort.maintainer, Kind.APPLIED, List.of(words)));
    }
  }

  private void squash(Effort effort, boolean linked) throws IOException {
    PatchDraft first = effort.posted.get(0).draft();
    PatchDraft second = effort.posted.get(1).draft();
    Snapshot tree = second.apply(first.apply(world.master()));
    List<String> message = new ArrayList<>(first.message());
    message.addAll(second.message());
    PatchDraft both = new PatchDraft(first.title(), message, first.edits(), first.tags());
    ObjectId commit = commit(effort, tree, both, List.of(0, 1), linked, false);
    record(effort, 0, commit, How.SQUASHED, linked);
    record(effort, 1, commit, How.SQUASHED, linked);
  }

  private ObjectId commit(
      Effort effort,
      Snapshot tree,
      PatchDraft draft,
      List<Integer> patches,
      boolean linked,
      boolean edited)
      throws IOException {
    List<String> message = new ArrayList<>(List.of(draft.title(), ""));
    message.addAll(draft.message());
    message.add("Signed-off-by: " + effort.author.person());
    Set<String> tags = new LinkedHashSet<>(draft.tags());
    patches.forEach(i -> tags.addAll(effort.given(i)));
    message.addAll(tags);
    if (linked) {
      for (int i : patches) {
        message.add("Link: " + PatchText.ARCHIVE + effort.posted.get(i).id().value());
      }
    }
    if (edited) {
      message.add("[" + effort.maintainer.login() + ": " + world.words.verb() + " it earlier]");
    }
    if (!effort.maintainer.equals(effort.author)) {
      message.add("Signed-off-by: " + effort.maintainer.person());
    }
    Instant now = world.agenda.now().plusSeconds(patches.get(0));
    Instant written = effort.posted.get(patches.get(0)).mail().sent();
    ObjectId commit =
        world.history.commit(tree, effort.author, written, effort.maintainer, now, message);
    world.advance(tree);
    return commit;
  }

  private void record(Effort effort, int patch, ObjectId commit, How how, boolean linked) {
    effort.landings.add(
        new SampleTruth.Landing(
            effort.posted.get(patch).id(),
            new CommitId(commit.name()),
            world.agenda.now().plusSeconds(how == How.SQUASHED ? 0 : patch),
            how,
            linked));
  }

  /** How often this part's maintainer lets a tool add {@code Link:} trailers. */
  private static double linkHabit(Subsystem part) {
    return switch (part) {
      case CORE -> 0.9;
      case ARCH -> 0.5;
      case DRIVERS, TOOLS -> 0;
    };
  }

  private static List<String> content(PatchMail patch) {
    return content(patch.diff().stream());
  }

  private static List<String> content(List<FileDiff> diffs) {
    return content(diffs.stream().flatMap(diff -> diff.lines().stream()));
  }

  /** What a patch says of its files, wherever in them. */
  private static List<String> content(Stream<DiffLine> lines) {
    return lines.filter(DiffLine::content).map(line -> line.path() + line.text()).toList();
  }
}
