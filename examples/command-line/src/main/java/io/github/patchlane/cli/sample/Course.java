package io.github.patchlane.cli.sample;

import io.github.patchlane.cli.sample.Plan.Fate;
import io.github.patchlane.cli.sample.SampleTruth.Kind;
import io.github.patchlane.core.contribution.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Takes one contribution through its plan, from the first posting to its end. */
final class Course {
  private final World world;
  private final Poster poster;
  private final Reviewer reviewer;
  private final Lander lander;
  private final Effort effort;
  private final boolean restartsAfterRfc;

  Course(World world, Poster poster, Reviewer reviewer, Lander lander, Effort effort) {
    this.world = world;
    this.poster = poster;
    this.reviewer = reviewer;
    this.lander = lander;
    this.effort = effort;
    restartsAfterRfc = effort.author.habit() != Habit.CHANGE_ID && world.dice.chance(0.4);
  }

  void open() throws IOException {
    effort.label = new Label(1, effort.oddity() == Oddity.RFC_FIRST, false, "");
    poster.post(effort);
    noises();
    if (effort.oddity() == Oddity.RESEND) {
      world.agenda.at(
          world.agenda.later(effort.author, Duration.ofDays(17), 0.2),
          () -> {
            effort.label = effort.label.resent();
            poster.post(effort);
            reviews(1);
          });
      return;
    }
    switch (effort.plan.fate()) {
      case IGNORED -> ping(0.4);
      case SILENT -> landLater(Duration.ofDays(2));
      default -> reviews(1);
    }
  }

  private void reviews(int round) {
    boolean last = round == effort.plan.rounds() && !effort.plan.rerolls();
    boolean unanimous = last && landing();
    List<Member> reviewers = new ArrayList<>();
    Member first =
        effort.author.equals(effort.maintainer)
            ? world.anotherOldHand(effort.author, effort.maintainer)
            : effort.maintainer;
    reviewers.add(first);
    if (world.dice.chance(0.4)) {
      reviewers.add(world.anotherOldHand(effort.author, first));
    }
    Instant done = world.agenda.now();
    for (Member member : reviewers) {
      Instant at = world.agenda.later(member, Duration.ofHours(22), 1.3);
      done = at.isAfter(done) ? at : done;
      world.agenda.at(
          at,
          () -> {
            if (unanimous) {
              reviewer.approve(effort, member);
            } else {
              reviewer.criticise(effort, member);
            }
          });
    }
    world.agenda.at(done.plusSeconds(1), () -> afterReviews(round));
  }

  private void afterReviews(int round) {
    Member author = effort.author;
    if (round < effort.plan.rounds()) {
      world.agenda.at(
          world.agenda.later(author, Duration.ofDays(5), 0.9), () -> nextRound(round + 1));
      return;
    }
    if (effort.plan.rerolls()) {
      world.agenda.at(world.agenda.later(author, Duration.ofHours(30), 0.9), this::reroll);
      return;
    }
    end();
  }

  private void nextRound(int round) throws IOException {
    List<PatchDraft> drafts = effort.drafts;
    for (int i = 0; i < drafts.size(); i++) {
      PatchDraft draft = drafts.get(i);
      if (i == round % drafts.size() || world.dice.chance(0.4)) {
        draft = draft.reworked(world.dice, world.code, world.words);
      }
      if (world.dice.chance(0.85)) {
        draft = draft.withTags(List.copyOf(effort.given(i)));
      }
      drafts.set(i, draft);
    }
    if (effort.oddity() == Oddity.GROWING && round == 2) {
      drafts.add(world.ideas.patch(effort.part, world.master()));
    }
    if (effort.oddity() == Oddity.RETITLED && round == 2) {
      String stem = drafts.get(0).title().replaceFirst(":.*", ": ");
      effort.title = world.words.uniqueTitle(stem + "rework the " + world.words.noun());
      drafts.set(0, drafts.get(0).titled(effort.title));
    }
    boolean restarts = restartsAfterRfc && effort.oddity() == Oddity.RFC_FIRST;
    effort.label = Label.of(restarts ? round - 1 : round);
    poster.post(effort);
    noises();
    reviews(round);
  }

  private void reroll() throws IOException {
    int number = effort.label.number();
    effort.label =
        effort.oddity() == Oddity.DOT_REVISION
            ? new Label(number, false, false, ".1")
            : Label.of(number + 1);
    int index = world.dice.below(effort.drafts.size());
    poster.reroll(effort, index);
    if (!landing()) {
      end();
      return;
    }
    Member maintainer =
        effort.author.equals(effort.maintainer)
            ? world.anotherOldHand(effort.author, effort.maintainer)
            : effort.maintainer;
    world.agenda.at(
        world.agenda.later(maintainer, Duration.ofHours(22), 1.2),
        () -> {
          reviewer.tag(effort, maintainer, index);
          end();
        });
  }

  private void end() {
    Member author = effort.author;
    switch (effort.plan.fate()) {
      case LANDED, PARTLY_LANDED, SQUASHED, SILENT -> landLater(Duration.ofDays(3));
      case DECLINED ->
          world.agenda.at(
              world.agenda.later(effort.maintainer, Duration.ofDays(2), 1),
              () -> {
                reviewer.refuse(effort, refuser());
                effort.state = State.DECLINED;
              });
      case WITHDRAWN ->
          world.agenda.at(
              world.agenda.later(author, Duration.ofDays(2), 1),
              () -> {
                reviewer.say(
                    effort,
                    author,
                    Kind.WITHDRAWN,
                    Prose.wrap(
                        "Please drop this, I withdraw the "
                            + (effort.drafts.size() == 1 ? "patch. " : "series. ")
                            + world.prose.sentence()));
                effort.state = State.WITHDRAWN;
              });
      case STALLED, IGNORED -> ping(0.25);
    }
  }

  private Member refuser() {
    return effort.author.equals(effort.maintainer)
        ? world.cast.anotherMaintainer(effort.author)
        : effort.maintainer;
  }

  private boolean landing() {
    Fate fate = effort.plan.fate();
    return fate == Fate.LANDED
        || fate == Fate.PARTLY_LANDED
        || fate == Fate.SQUASHED
        || fate == Fate.SILENT;
  }

  private void landLater(Duration median) {
    world.agenda.at(world.agenda.later(effort.maintainer, median, 1.1), () -> lander.land(effort));
  }

  private void ping(double chance) {
    if (world.dice.chance(chance)) {
      world.agenda.at(
          world.agenda.later(effort.author, Duration.ofDays(14), 0.3),
          () ->
              reviewer.say(
                  effort,
                  effort.author,
                  Kind.PING,
                  List.of(world.dice.pick(List.of("Ping?", "Gentle ping.", "Any news on this?")))));
    }
  }

  /** What answers without having read: the build bot, and someone on holiday. */
  private void noises() {
    if (world.dice.chance(0.45)) {
      boolean passed = world.dice.chance(0.8);
      String words = passed ? "Build status: PASS" : "Build status: FAIL";
      world.agenda.at(
          world.agenda.now().plus(Duration.ofMinutes(world.dice.between(6, 95))),
          () ->
              reviewer.say(
                  effort,
                  world.cast.bot(),
                  Kind.BOT,
                  List.of(
                      words,
                      "https://ci.example.org/thornbill/" + world.dice.between(10_000, 99_999),
                      "",
                      "This is an automated message.")));
    }
    if (world.dice.chance(0.04)) {
      Member away = world.anotherOldHand(effort.author, effort.maintainer);
      world.agenda.at(
          world.agenda.now().plusSeconds(world.dice.between(20, 90)),
          () ->
              reviewer.say(
                  effort,
                  away,
                  Kind.AUTO_REPLY,
                  List.of("I am out of the office and will read your mail when I am back.")));
    }
  }
}
