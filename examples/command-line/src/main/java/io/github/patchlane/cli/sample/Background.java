package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.MessageId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What else a list carries: questions, announcements, pull requests. */
final class Background {
  private final World world;

  Background(World world) {
    this.world = world;
  }

  void schedule(Instant start, Duration length) {
    long months = Math.max(1, length.toDays() / 30);
    for (int month = 0; month < months; month++) {
      Instant opens = start.plus(Duration.ofDays(30L * month));
      int rc = month;
      at(opens, () -> announce(rc));
      at(opens, this::pull);
      at(opens, this::question);
      at(opens, this::question);
    }
  }

  private void at(Instant opens, Agenda.Act act) {
    world.agenda.at(opens.plus(Duration.ofMinutes(world.dice.below(30 * 24 * 60))), act);
  }

  private void announce(int rc) throws IOException {
    Member core = world.cast.maintainer(Subsystem.CORE);
    List<String> body = new ArrayList<>(List.of("All,", "", "the next candidate is tagged.", ""));
    body.addAll(world.prose.paragraph(3));
    send(core, "[ANNOUNCE] Thornbill 4.20-rc" + (rc + 1), List.of(), body);
  }

  private void pull() throws IOException {
    Member drivers = world.cast.maintainer(Subsystem.DRIVERS);
    List<String> body =
        List.of(
            "The following changes since commit " + world.history.head().name() + ":",
            "",
            "  are available in the Git repository at:",
            "",
            "  https://git.example.org/thornbill/drivers.git tags/drivers-" + world.dice.below(999),
            "",
            "for you to fetch changes up to " + world.dice.hex(40) + ".",
            "",
            drivers.person().name() + " (2):",
            "      " + world.prose.sentence(),
            "      " + world.prose.sentence());
    send(drivers, "[GIT PULL] drivers: updates", List.of(), body);
  }

  private void question() throws IOException {
    Member asker =
        world.dice.pick(world.dice.chance(0.6) ? world.cast.newcomers() : world.cast.regulars());
    List<String> body = new ArrayList<>(List.of("Hello,", ""));
    body.addAll(world.prose.paragraph(4));
    String topic = world.words.verb() + " a " + world.words.noun() + " from a guest";
    Mail asked = send(asker, "How to " + topic + "?", List.of(), body);
    if (world.dice.chance(0.75)) {
      Member helper = world.anotherOldHand(asker, asker);
      world.agenda.at(
          world.agenda.later(helper, Duration.ofHours(12), 1),
          () -> {
            List<String> answer = new ArrayList<>();
            answer.add(asker.person().name() + " wrote:");
            asked.body().forEach(line -> answer.add(ReviewText.quote(line)));
            answer.add("");
            answer.addAll(world.prose.paragraph(2));
            send(helper, asked.replySubject(), asked.thread(), answer);
          });
    }
  }

  private Mail send(Member from, String subject, List<MessageId> above, List<String> body)
      throws IOException {
    Instant now = world.agenda.now();
    Mail mail = Mail.plain(world.ids.reply(from, now), from, now, subject, above, List.of(), body);
    world.unrelated.add(mail.id());
    world.deliver(mail);
    return mail;
  }
}
