package io.github.patchlane.mailinglist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks mails at random: the same seed breaks them the same way. */
final class Mutations {
  private static final int LONGEST = 1 << 16;

  private static final List<String> TOKENS =
      List.of(
          "\n\n",
          "\r\n",
          "\r",
          "\0\0\0\0",
          "=?utf-8?b?",
          "?=",
          "\n--b\n",
          "\n--b--\n",
          "\nContent-Type: multipart/mixed; boundary=b\n",
          "\nContent-Type: message/rfc822\n\n",
          "\nContent-Type: text/html\n",
          "\nContent-Transfer-Encoding: base64\n",
          "\nContent-Transfer-Encoding: quoted-printable\n",
          "\nMessage-ID: <",
          "\nReferences: <odd@x.example>\n",
          "\nIn-Reply-To: <odd@x.example>\n",
          "\nSubject: [PATCH v2 1/9999] ",
          "\nSubject: Re: [PATCH 0/3] ",
          "\nSubject: [PULL 0/2] ",
          "\nFrom: ",
          "\nDate: Tue, 31 Feb 99999 25:61:61 +9999\n",
          "\nchange-id: 20240102-x-0123456789ab\n",
          "\nbase-commit: 0123456789012345678901234567890123456789\n",
          "\nReviewed-by: Rae Reviewer <rae@y.example>\n",
          "\nNacked-by: <",
          "\nfor patches 1-999999999999, 3/4 and 2 to 1\n",
          "\nIf you fix this, Acked-by: me\n",
          "\nApplied to next, thanks!\n",
          "\n> > @@ -1,99999 +1 @@\n> +x\n",
          "\ndiff --git a/x b/x\n",
          "\nrename from \"a\\377\\",
          "\n@@ -1,3 +1,3 @@\n",
          "\n@@ -99999999999,0 +0,99999999999 @@\n",
          "\nGIT binary patch\nliteral 99999999\nz",
          "\n\\ No newline at end of file\n",
          "\n---\n",
          "\n-- \n",
          "\n-- >8 --\n",
          "\nFrom ann@x.example Tue Jan  2 12:00:00 2024\n",
          "\nLink: https://lore.kernel.org/r/odd@x.example\n",
          "\u00ff\u00fe",
          "\u00f0\u0090",
          "9".repeat(40));

  private Mutations() {}

  /** One of the mails, changed in one to eight places, perhaps together with another one. */
  static byte[] mutant(List<byte[]> mails, Random random) {
    byte[] mail = mails.get(random.nextInt(mails.size()));
    for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
      mail = change(mail, mails, random);
    }
    return mail.length > LONGEST ? Arrays.copyOf(mail, LONGEST) : mail;
  }

  private static byte[] change(byte[] mail, List<byte[]> mails, Random random) {
    int at = random.nextInt(mail.length + 1);
    int end = Math.min(mail.length, at + random.nextInt(80));
    return switch (random.nextInt(8)) {
      case 0 -> flipped(mail, at, random);
      case 1 -> spliced(mail, at, new byte[0], end);
      case 2 -> spliced(mail, at, Arrays.copyOfRange(mail, at, end), at);
      case 3, 4 -> {
        String token = TOKENS.get(random.nextInt(TOKENS.size()));
        yield spliced(mail, at, token.getBytes(ISO_8859_1), at);
      }
      case 5 -> {
        byte[] other = mails.get(random.nextInt(mails.size()));
        int from = random.nextInt(other.length + 1);
        yield spliced(mail, at, Arrays.copyOfRange(other, from, other.length), mail.length);
      }
      case 6 -> {
        byte[] run = new byte[random.nextInt(3_000)];
        Arrays.fill(run, (byte) random.nextInt(256));
        yield spliced(mail, at, run, at);
      }
      default -> {
        String[] lines = new String(mail, ISO_8859_1).split("\n", -1);
        int a = random.nextInt(lines.length);
        int b = random.nextInt(lines.length);
        String line = lines[a];
        lines[a] = lines[b];
        lines[b] = line;
        yield String.join("\n", lines).getBytes(ISO_8859_1);
      }
    };
  }

  private static byte[] flipped(byte[] mail, int at, Random random) {
    byte[] flipped = mail.clone();
    if (at < flipped.length) {
      flipped[at] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  /** The mail with other bytes between two places. */
  private static byte[] spliced(byte[] mail, int from, byte[] bytes, int to) {
    byte[] spliced = Arrays.copyOf(mail, from + bytes.length + mail.length - to);
    System.arraycopy(bytes, 0, spliced, from, bytes.length);
    System.arraycopy(mail, to, spliced, from + bytes.length, mail.length - to);
    return spliced;
  }
}
