package io.github.patchlane.core.git.apply;

/** Git's delta: a program of copies from an old content and insertions that makes a new one. */
final class Delta {
  private static final int WHOLE_BLOCK = 0x10000;

  private final byte[] program;
  private final String path;
  private int at;

  Delta(byte[] program, String path) {
    this.program = program;
    this.path = path;
  }

  byte[] apply(byte[] old) throws Refused {
    if (size() != old.length) {
      throw broken("it was made from a file of another size");
    }
    long newSize = size();
    if (newSize > BinaryReader.LARGEST) {
      throw broken("its result is too large");
    }
    byte[] out = new byte[(int) newSize];
    int length = 0;
    while (at < program.length) {
      int command = next();
      int from = at;
      int count;
      byte[] source;
      if ((command & 0x80) != 0) {
        long offset = number(command, 4);
        count = (int) number(command >> 4, 3);
        count = count == 0 ? WHOLE_BLOCK : count;
        if (offset + count > old.length) {
          throw broken("it copies from behind the file's end");
        }
        from = (int) offset;
        source = old;
      } else if (command != 0) {
        count = command;
        source = program;
        if (from + count > program.length) {
          throw broken("it ends too early");
        }
        at += count;
      } else {
        throw broken("it has a command that git does not know");
      }
      if (count > out.length - length) {
        throw broken("it makes more than it says");
      }
      System.arraycopy(source, from, out, length, count);
      length += count;
    }
    if (length != out.length) {
      throw broken("it makes less than it says");
    }
    return out;
  }

  private int next() throws Refused {
    if (at == program.length) {
      throw broken("it ends too early");
    }
    return program[at++] & 0xff;
  }

  /** As many bytes, the lowest first, as the low bits of the command name. */
  private long number(int command, int bytes) throws Refused {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      if ((command & (1 << i)) != 0) {
        value |= (long) next() << (8 * i);
      }
    }
    return value;
  }

  private long size() throws Refused {
    long value = 0;
    for (int shift = 0; shift < 56; shift += 7) {
      int b = next();
      value |= (long) (b & 0x7f) << shift;
      if ((b & 0x80) == 0) {
        return value;
      }
    }
    throw broken("it names a size that no file has");
  }

  private Refused broken(String why) {
    return Refused.file(Refused.Why.WRONG_FILE, path, "its binary delta does not apply: " + why);
  }
}
