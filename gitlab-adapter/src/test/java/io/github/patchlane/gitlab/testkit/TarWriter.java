package io.github.patchlane.gitlab.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Writes tar archives, of the ustar kind and, where asked for, of stranger kinds. */
public final class TarWriter {
  private static final int BLOCK = 512;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A regular file. */
  public TarWriter file(String name, byte[] content) {
    return entry(name, '0', content);
  }

  public TarWriter file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** An entry of any type; its content is written whatever the type. */
  public TarWriter entry(String name, char type, byte[] content) {
    out.writeBytes(header(name, type, content.length));
    out.writeBytes(content);
    out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    return this;
  }

  /** A header that promises more than follows. */
  public TarWriter truncated(String name, long size) {
    out.writeBytes(header(name, '0', size));
    return this;
  }

  private static byte[] header(String name, char type, long size) {
    byte[] block = new byte[BLOCK];
    put(block, 0, name);
    put(block, 100, "0000644\0");
    put(block, 124, String.format(Locale.ROOT, "%011o ", size));
    put(block, 136, "00000000000 ");
    block[156] = (byte) type;
    put(block, 257, "ustar\00000");
    Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    put(block, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    return block;
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  /** The archive, closed by two blocks of zeros. */
  public byte[] bytes() {
    byte[] end = new byte[2 * BLOCK];
    byte[] all = Arrays.copyOf(out.toByteArray(), out.size() + end.length);
    return all;
  }

  /** The archive without its end. */
  public byte[] open() {
    return out.toByteArray();
  }
}
