package io.github.patchlane.core.git.apply;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads what stands below {@code GIT binary patch}: the change, and perhaps the way back. */
final class BinaryReader {
  /** Larger than any file under review; a few bytes can claim to unpack to more than memory. */
  static final int LARGEST = 64 << 20;

  private static final String DIGITS =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
  private static final int[] VALUES = new int[128];

  static {
    Arrays.fill(VALUES, -1);
    for (int i = 0; i < DIGITS.length(); i++) {
      VALUES[DIGITS.charAt(i)] = i;
    }
  }

  private final PatchText text;
  private int at;

  BinaryReader(PatchText text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Behind what was read. */
  int end() {
    return at;
  }

  BinaryChange read() throws Refused {
    Optional<BinaryChange> forward = block();
    if (forward.isEmpty()) {
      throw corrupt("a binary change that is neither literal nor delta");
    }
    block();
    return forward.get();
  }

  private Optional<BinaryChange> block() throws Refused {
    boolean delta = text.startsWith(at, "delta ");
    if (!delta && !text.startsWith(at, "literal ")) {
      return Optional.empty();
    }
    long size = number(at + (delta ? 6 : 8));
    if (size > LARGEST) {
      throw corrupt("a binary file larger than " + (LARGEST >> 20) + " MiB");
    }
    at = text.next(at);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    while (true) {
      int next = text.next(at);
      if (next - at == 1) {
        at = next;
        break;
      }
      line(next, packed);
      at = next;
    }
    return Optional.of(new BinaryChange(delta, inflate(packed.toByteArray(), (int) size)));
  }

  private long number(int from) {
    long value = 0;
    for (int p = from; text.at(p) >= '0' && text.at(p) <= '9'; p++) {
      value = Math.min(Integer.MAX_VALUE, value * 10 + text.at(p) - '0');
    }
    return value;
  }

  /** A letter for the number of bytes, then five digits for each four of them. */
  private void line(int next, ByteArrayOutputStream out) throws Refused {
    int length = next - at;
    if (length < 7 || (length - 2) % 5 != 0) {
      throw corrupt("a binary change cut short");
    }
    int room = (length - 2) / 5 * 4;
    int letter = text.at(at);
    int count =
        letter >= 'A' && letter <= 'Z'
            ? letter - 'A' + 1
            : letter >= 'a' && letter <= 'z' ? letter - 'a' + 27 : -1;
    if (count > room || count <= room - 4) {
      throw corrupt("a binary change whose lines have a wrong length");
    }
    int left = count;
    for (int p = at + 1; left > 0; p += 5) {
      long value = 0;
      for (int i = 0; i < 5; i++) {
        int c = text.at(p + i);
        int digit = c < 0 || c >= VALUES.length ? -1 : VALUES[c];
        if (digit < 0) {
          throw corrupt("a binary change with a character that it cannot have");
        }
        value = value * 85 + digit;
      }
      if (value > 0xffffffffL) {
        throw corrupt("a binary change with a number that it cannot have");
      }
      for (int i = 0; i < 4 && left > 0; i++, left--) {
        out.write((int) (value >> (24 - 8 * i)));
      }
    }
  }

  private byte[] inflate(byte[] packed, int size) throws Refused {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        out.write(buffer, 0, count);
        if (out.size() > size || (count == 0 && !inflater.finished())) {
          throw corrupt("a binary change that does not unpack to its size");
        }
      }
      if (out.size() != size) {
        throw corrupt("a binary change that does not unpack to its size");
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      throw corrupt("a binary change that does not unpack");
    } finally {
      inflater.end();
    }
  }

  private Refused corrupt(String what) {
    return Refused.corrupt(what + ", line " + text.lineOf(at) + " of the diff");
  }
}
