package io.github.patchlane.mailinglist.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.Reading;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongMailTest {
  private static final String FROM = "From ann@example.org Mon Jan  1 10:20:30 2024\n";

  @Test
  void cutsALongMailSaysSoAndReadsTheNextOne() {
    for (String unit : List.of("x", "line\n", "\n", "From \n", ">From x\n")) {
      String mail = "Message-ID: <1@x>\nSubject: one\n\n" + unit.repeat(200_000) + "end\n";
      String mbox = FROM + mail + "\n" + FROM + "Subject: two\n\n2\n\n";
      List<Reading<RawMail>> found = split(in(mbox), 1000);
      Position first = new Position("a", "byte 0");
      Position second = new Position("a", "byte " + (FROM.length() + mail.length() + 1));
      byte[] kept = Arrays.copyOf(mail.getBytes(ISO_8859_1), 1000);
      byte[] unquoted = unit.startsWith(">") ? FromQuoting.undo(kept, false) : kept;
      int length = mail.length() - (kept.length - unquoted.length);
      String reason =
          "the mail is " + length + " bytes long; only the first " + unquoted.length + " were used";
      assertEquals(
          List.of(
              new Reading.Parsed<>(new RawMail(unquoted, first)),
              new Reading.Rejected<RawMail>(
                  new Problem(Problem.Kind.DAMAGED, first, "1@x", "one", reason)),
              new Reading.Parsed<>(
                  new RawMail("Subject: two\n\n2\n".getBytes(ISO_8859_1), second))),
          found,
          unit);
    }
  }

  @Test
  void keepsAMailOfJustTheLimit() {
    String mail = "Subject: one\n\n" + "x".repeat(985) + "\n";
    assertEquals(
        List.of(
            new Reading.Parsed<>(
                new RawMail(mail.getBytes(ISO_8859_1), new Position("a", "byte 0")))),
        split(in(FROM + mail + "\n"), 1000));
  }

  @Test
  void holdsALineOfTwoHundredMegabytesWithinTheLimit() {
    long line = 200L << 20;
    InputStream mbox =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    in(FROM + "Subject: one\n\n"),
                    new Repeated((byte) 'x', line),
                    in("\n\n" + FROM + "Subject: two\n\n2\n"))));
    assertEquals(
        List.of(RawMail.MAX_BYTES, -1, "Subject: two\n\n2\n".length()),
        split(mbox, RawMail.MAX_BYTES).stream()
            .map(r -> r instanceof Reading.Parsed<RawMail> p ? p.value().bytes().length : -1)
            .toList());
  }

  private static List<Reading<RawMail>> split(InputStream in, int limit) {
    List<Reading<RawMail>> found = new ArrayList<>();
    new MboxSplitter(in, 0, limit, offset -> new Position("a", "byte " + offset))
        .forEach(found::add);
    return found;
  }

  private static InputStream in(String text) {
    return new ByteArrayInputStream(text.getBytes(ISO_8859_1));
  }

  private static final class Repeated extends InputStream {
    private final byte value;
    private long left;

    Repeated(byte value, long count) {
      this.value = value;
      this.left = count;
    }

    @Override
    public int read() {
      return left-- > 0 ? value : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
      if (left <= 0) {
        return -1;
      }
      int n = (int) Math.min(left, length);
      Arrays.fill(bytes, from, from + n, value);
      left -= n;
      return n;
    }
  }
}
