package io.github.patchlane.gitlab.export;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a tar archive in their order, each read once and as a stream. Nothing is ever
 * written under a name from the archive, so a name that leads elsewhere leads nowhere. Long names
 * are understood in both ways that are in use (pax, GNU), and so are sizes beyond 8 GB.
 *
 * <p>A dependency of a megabyte would read more kinds of tar; exports are written by one program.
 */
final class TarStream {
  private static final int BLOCK = 512;
  private static final int LONGEST_NAME = 1 << 16;

  /**
   * One file.
   *
   * @param content ends where the file ends; need not be read to its end
   */
  record File(String name, long size, InputStream content) {}

  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private long left;
  private long padding;

  TarStream(InputStream in) {
    this.in = in;
  }

  /**
   * The next regular file; directories, links and devices are passed over.
   *
   * @throws IOException where the archive ends early or is none
   */
  Optional<File> next() throws IOException {
    String longName = "";
    Map<String, String> pax = Map.of();
    while (true) {
      skip(left + padding);
      left = 0;
      padding = 0;
      if (!header()) {
        return Optional.empty();
      }
      long size = pax.containsKey("size") ? number(pax.get("size")) : size();
      left = size;
      padding = (BLOCK - size % BLOCK) % BLOCK;
      char type = (char) block[156];
      if (type == 'L') {
        longName = text(metadata());
      } else if (type == 'x') {
        pax = records(metadata());
      } else if (type == '0' || type == 0 || type == '7') {
        String name = pax.getOrDefault("path", longName.isEmpty() ? name() : longName);
        return Optional.of(new File(name, size, new Content()));
      } else {
        longName = "";
        pax = Map.of();
      }
    }
  }

  /** False at the end: a block of zeros, or no further block. */
  private boolean header() throws IOException {
    int read = in.readNBytes(block, 0, BLOCK);
    if (read == 0) {
      return false;
    }
    if (read < BLOCK) {
      throw new EOFException("the archive ends within a header");
    }
    boolean zero = true;
    for (byte b : block) {
      zero &= b == 0;
    }
    if (zero) {
      return false;
    }
    if (checksum() != octal(148, 8)) {
      throw new IOException("no tar archive, or a damaged one: a header's checksum is wrong");
    }
    return true;
  }

  private long checksum() {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      sum += i >= 148 && i < 156 ? ' ' : block[i] & 0xff;
    }
    return sum;
  }

  private String name() {
    String name = text(Arrays.copyOfRange(block, 0, 100));
    boolean ustar = text(Arrays.copyOfRange(block, 257, 262)).equals("ustar");
    String prefix = ustar ? text(Arrays.copyOfRange(block, 345, 500)) : "";
    // GNU's own header keeps other things in the prefix's place.
    boolean gnu = block[263] == ' ';
    return prefix.isEmpty() || gnu ? name : prefix + "/" + name;
  }

  private long size() throws IOException {
    if ((block[124] & 0x80) == 0) {
      return octal(124, 12);
    }
    long size = 0;
    for (int i = 128; i < 136; i++) {
      size = (size << 8) | (block[i] & 0xff);
    }
    if (size < 0) {
      throw new IOException("a file of impossible size");
    }
    return size;
  }

  private long octal(int from, int length) throws IOException {
    long value = 0;
    for (int i = from; i < from + length; i++) {
      char c = (char) block[i];
      if (c >= '0' && c <= '7') {
        value = (value << 3) | (c - '0');
      } else if (c != ' ' && c != 0) {
        throw new IOException("no tar archive, or a damaged one: a number is none");
      }
    }
    return value;
  }

  private static long number(String digits) throws IOException {
    try {
      long value = Long.parseLong(digits);
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw new IOException("a file of no size: " + digits, e);
    }
    throw new IOException("a file of impossible size: " + digits);
  }

  private byte[] metadata() throws IOException {
    if (left > LONGEST_NAME) {
      throw new IOException("a name of " + left + " bytes");
    }
    byte[] data = new Content().readAllBytes();
    if (left > 0) {
      throw new EOFException("the archive ends within a name");
    }
    return data;
  }

  /** {@code LENGTH KEY=VALUE} and a line break, one after the other. */
  private static Map<String, String> records(byte[] data) {
    Map<String, String> records = new HashMap<>();
    int at = 0;
    while (at < data.length) {
      int blank = at;
      int length = 0;
      while (blank < data.length
          && data[blank] >= '0'
          && data[blank] <= '9'
          && length < data.length) {
        length = length * 10 + data[blank] - '0';
        blank++;
      }
      if (length <= blank - at || at + length > data.length) {
        return records;
      }
      String record = new String(data, blank + 1, at + length - blank - 2, StandardCharsets.UTF_8);
      int equals = record.indexOf('=');
      if (equals > 0) {
        records.put(record.substring(0, equals), record.substring(equals + 1));
      }
      at += length;
    }
    return records;
  }

  private static String text(byte[] field) {
    int end = 0;
    while (end < field.length && field[end] != 0) {
      end++;
    }
    return new String(field, 0, end, StandardCharsets.UTF_8);
  }

  private void skip(long count) throws IOException {
    long rest = count;
    while (rest > 0) {
      long skipped = in.skip(rest);
      if (skipped <= 0) {
        if (in.read() < 0) {
          throw new EOFException("the archive ends within a file");
        }
        skipped = 1;
      }
      rest -= skipped;
    }
  }

  private final class Content extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(buffer, offset, (int) Math.min(length, left));
      if (read < 0) {
        throw new EOFException("the archive ends within a file");
      }
      left -= read;
      return read;
    }
  }
}
