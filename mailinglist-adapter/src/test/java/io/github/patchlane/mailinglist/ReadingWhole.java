package io.github.patchlane.mailinglist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.jsonl.ContributionReader;
import io.github.patchlane.core.jsonl.ContributionWriter;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.mailinglist.message.MessageParser;
import io.github.patchlane.mailinglist.message.ParsedMail;

/** The whole reading of mails that lie in memory: what the door does, without an archive. */
final class ReadingWhole {
  private final MailStore store = new MailStore(ReadOptions.DEFAULT);
  private int next;

  /** Mails of characters that are one byte each. */
  static Harvest harvest(Iterable<String> latin1) {
    ReadingWhole reading = new ReadingWhole();
    latin1.forEach(mail -> reading.add(mail.getBytes(ISO_8859_1)));
    return reading.harvest();
  }

  void add(byte[] mail) {
    ParsedMail parsed = MessageParser.parse(mail, new Position("invented", "byte " + next++));
    store.add(
        parsed.message().map(message -> MailDigest.of(message, store.identities())),
        parsed.problems());
  }

  Harvest harvest() {
    return new ListAssembly(store, ReadOptions.DEFAULT).read().harvest();
  }

  /** Every contribution can be written as a line of JSON and read back as it was. */
  static void assertWritable(Harvest harvest) {
    for (Contribution contribution : harvest.contributions()) {
      String line = ContributionWriter.line(contribution);
      assertEquals(
          new Reading.Parsed<>(contribution),
          ContributionReader.read(line, new Position("line", "1")),
          line);
    }
  }
}
