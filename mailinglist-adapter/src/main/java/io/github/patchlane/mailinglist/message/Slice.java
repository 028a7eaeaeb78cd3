package io.github.patchlane.mailinglist.message;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A range of a shared byte array that nobody writes to. */
final class Slice {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long LOW_BITS = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  final byte[] array;
  final int start;
  final int end;

  Slice(byte[] array, int start, int end) {
    this.array = array;
    this.start = start;
    this.end = end;
  }

  static Slice of(byte[] array) {
    return new Slice(array, 0, array.length);
  }

  int length() {
    return end - start;
  }

  Slice from(int newStart) {
    return new Slice(array, newStart, end);
  }

  Slice to(int newEnd) {
    return new Slice(array, start, newEnd);
  }

  /** Where the byte next occurs at or after a place in the array, or the slice's end. */
  int indexOf(byte wanted, int from) {
    long everywhere = LOW_BITS * (wanted & 0xff);
    int i = from;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      long zeroWhereWanted = (long) LONGS.get(array, i) ^ everywhere;
      if (((zeroWhereWanted - LOW_BITS) & ~zeroWhereWanted & HIGH_BITS) != 0) {
        break;
      }
    }
    while (i < end && array[i] != wanted) {
      i++;
    }
    return Math.min(i, end);
  }

  boolean isAscii() {
    int i = start;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      if (((long) LONGS.get(array, i) & HIGH_BITS) != 0) {
        return false;
      }
    }
    for (; i < end; i++) {
      if (array[i] < 0) {
        return false;
      }
    }
    return true;
  }

  boolean isBlank() {
    for (int i = start; i < end; i++) {
      if (array[i] != ' ' && (array[i] < '\t' || array[i] > '\r')) {
        return false;
      }
    }
    return true;
  }

  /** Whether the slice has these bytes at a place in the array. */
  boolean hasAt(int at, byte[] wanted) {
    int to = at + wanted.length;
    return at >= start && to <= end && Arrays.equals(array, at, to, wanted, 0, wanted.length);
  }

  byte[] copy() {
    return Arrays.copyOfRange(array, start, end);
  }
}
