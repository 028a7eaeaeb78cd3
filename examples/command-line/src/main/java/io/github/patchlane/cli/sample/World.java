package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.MessageId;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What everyone in the story shares: the tree, the list, the clock, the dice. */
final class World {
  final Dice dice;
  final Words words;
  final Prose prose;
  final CodeText code;
  final Ideas ideas;
  final MessageIds ids;
  final Cast cast;
  final Agenda agenda;
  final ProjectHistory history;
  final List<MessageId> unrelated = new ArrayList<>();
  private final Postbox postbox;
  private Snapshot master;

  World(SampleOptions options, Postbox postbox, ProjectHistory history) {
    dice = new Dice(options.seed());
    words = new Words(new Dice(dice.seed()));
    prose = new Prose(new Dice(dice.seed()), words);
    code = new CodeText(new Dice(dice.seed()), words);
    ideas = new Ideas(dice, words, prose, code, options.realSize() ? 7 : 1);
    ids = new MessageIds(new Dice(dice.seed()));
    cast = Cast.assemble(new Dice(dice.seed()), Math.max(1, options.contributions() / 20));
    agenda = new Agenda(dice, options.start().atStartOfDay(ZoneOffset.UTC).toInstant());
    this.postbox = postbox;
    this.history = history;
    master = Codebase.build(new Dice(dice.seed()), words, prose, cast);
  }

  void deliver(Mail mail) throws IOException {
    postbox.deliver(mail);
  }

  Snapshot master() {
    return master;
  }

  void advance(Snapshot tree) {
    master = tree;
  }

  /** Someone of the old hands who is none of the given. */
  Member anotherOldHand(Member one, Member two) {
    while (true) {
      Member drawn = dice.pick(cast.oldHands());
      if (!drawn.equals(one) && !drawn.equals(two)) {
        return drawn;
      }
    }
  }
}
