package io.github.patchlane.mailinglist.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Breaks mails at random, from a fixed seed, and asks the parser for an answer each time. */
class MutationTest {
  private static final int EVERYDAY = 2_000;
  private static final int LONG_RUN = 100_000;

  private static final List<String> SEEDS =
      List.of(
          """
          From ann@x.example Tue Jan  2 12:00:00 2024
          Received: from a by b; Tue, 2 Jan 2024 12:00:00 +0000 (UTC)
          Message-ID: <m@x.example>
          From: "Writer, Ann" via dev <dev@lists.example>
          Reply-To: =?utf-8?q?Ann_W=C3=B6?= <ann@x.example>
          List-Post: <mailto:dev@lists.example>
          To: a@x.example (A), Team: b@x.example;
          Date: Tue, 2 Jan 2024 12:00:00 +0000
          Subject: =?utf-8?b?Z3LD?= =?utf-8?b?vG4=?= [PATCH
           1/2] x
          In-Reply-To: Your message <p@x.example>
          References: <a@x.example> <b@x.example>
          Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes

          Some text\s
          flows. gr\u00c3\u00bcn
          > quoted\s
          > too
          @@ -1 +1 @@
           a
          +b
          """,
          """
          Message-ID: <n@x.example>
          From: Ann <ann@x.example>
          Content-Type: multipart/mixed; boundary="=b"

          --=b
          Content-Type: multipart/alternative; boundary=c

          --c
          Content-Type: text/plain; charset=gb2312
          Content-Transfer-Encoding: base64

          tPC4tAo=
          --c
          Content-Type: text/html

          <p>a &lt; b</p><blockquote>q</blockquote><pre>x</pre>
          --c--
          --=b
          Content-Type: application/octet-stream
          Content-Disposition: attachment; filename*0*=utf-8''%C3%A9; filename*1=.patch
          Content-Transfer-Encoding: quoted-printable

          diff --git a/x b/x=0A=
          +x
          --=b
          Content-Type: text/plain
          Content-Transfer-Encoding: x-uuencode

          begin 644 x
          #86)C
          `
          end
          --=b--
          """);

  private static final List<String> TOKENS =
      List.of(
          "=?",
          "?=",
          "=?utf-8?q?",
          "\n",
          "\r\n",
          "\n\n",
          "\0",
          "<",
          ">",
          "\"",
          "(",
          ")",
          ":",
          ";",
          "--=b\n",
          "--c--",
          "Content-Type: multipart/mixed; boundary=c\n",
          "charset=",
          "\u00ff\u00fe",
          "&#x110000;",
          "<!--",
          "base64",
          "9999999999",
          "+9999",
          "\n ",
          "=",
          "@",
          "From ");

  @Test
  void noMutationOfAMailIsTooMuch() {
    Random random = new Random(20240102);
    for (int i = 0; i < EVERYDAY; i++) {
      check(mutant(random));
    }
  }

  @Tag("fuzz")
  @Test
  void noMutationOfManyIsTooMuchOrTakesASecond() {
    Random random = new Random(987654321);
    long longest = 0;
    for (int i = 0; i < LONG_RUN; i++) {
      byte[] mail = mutant(random);
      long start = cpuTime();
      check(mail);
      longest = Math.max(longest, cpuTime() - start);
    }
    assertTrue(longest < Duration.ofSeconds(1).toNanos(), "longest: " + longest + " ns");
  }

  /** Of this thread, so that a busy machine does not make a mail look costly. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** A message and only damage, or no message and one reason; every text can be read. */
  private static void check(byte[] mail) {
    ParsedMail parsed = MessageParser.parse(mail, Mails.HERE);
    parsed.message().ifPresent(message -> message.parts().forEach(Part::text));
    assertEquals(parsed, unread(parsed));
    assertEquals(
        parsed.message().map(Message::id),
        MessageParser.parse(mail, Mails.HERE).message().map(Message::id));
  }

  private static ParsedMail unread(ParsedMail parsed) {
    return parsed.message().isPresent()
        ? parsed
        : new ParsedMail(parsed.message(), parsed.problems().subList(0, 1));
  }

  private static byte[] mutant(Random random) {
    byte[] mail = Mails.bytes(SEEDS.get(random.nextInt(SEEDS.size())));
    for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
      mail = change(mail, random);
    }
    return mail;
  }

  private static byte[] change(byte[] mail, Random random) {
    int at = random.nextInt(mail.length + 1);
    return switch (random.nextInt(5)) {
      case 0 -> hit(mail, at, random);
      case 1 -> {
        int end = Math.min(mail.length, at + random.nextInt(60));
        yield join(Arrays.copyOf(mail, at), Arrays.copyOfRange(mail, end, mail.length));
      }
      case 2 -> insert(mail, at, Mails.bytes(TOKENS.get(random.nextInt(TOKENS.size()))));
      case 3 -> {
        int from = random.nextInt(mail.length + 1);
        int to = Math.min(mail.length, from + 200);
        yield insert(mail, at, Arrays.copyOfRange(mail, from, to));
      }
      default -> {
        byte[] filler = new byte[random.nextInt(2_000)];
        Arrays.fill(filler, (byte) random.nextInt(256));
        yield insert(mail, at, filler);
      }
    };
  }

  private static byte[] hit(byte[] mail, int at, Random random) {
    byte[] hit = mail.clone();
    if (at < hit.length) {
      hit[at] = (byte) random.nextInt(256);
    }
    return hit;
  }

  private static byte[] insert(byte[] mail, int at, byte[] added) {
    return join(join(Arrays.copyOf(mail, at), added), Arrays.copyOfRange(mail, at, mail.length));
  }

  private static byte[] join(byte[] head, byte[] tail) {
    byte[] whole = Arrays.copyOf(head, head.length + tail.length);
    System.arraycopy(tail, 0, whole, head.length, tail.length);
    return whole;
  }
}
