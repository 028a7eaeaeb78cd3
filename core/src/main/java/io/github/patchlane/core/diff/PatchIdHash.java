package io.github.patchlane.core.diff;

import io.github.patchlane.core.contribution.PatchId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Feeds one patch after another, line by line, into git's order-independent sum of SHA-1 hashes.
 */
final class PatchIdHash {
  private static final byte[] DIFF = Bytes.ascii("diff ");
  private static final byte[] INDEX = Bytes.ascii("index ");
  private static final byte[] OLD_NAME = Bytes.ascii("--- ");
  private static final byte[] HUNK = Bytes.ascii("@@ -");
  private static final byte[] NO_NEWLINE = Bytes.ascii("\\ ");
  private static final byte[] BINARY_PATCH = Bytes.ascii("GIT binary patch");
  private static final byte[] BINARY_DIFFERS = Bytes.ascii("Binary files");
  private static final byte[] DOTS = Bytes.ascii("..");

  /** The value of {@link #oldLeft} that git reserves for "in a file's header". */
  private static final int HEADER = -1;

  /** Shorter lines after a backslash are hashed: git asks for room for its own English words. */
  private static final int NO_NEWLINE_LENGTH = 12;

  /** git keeps that much of a blob id, room for SHA-256. */
  private static final int BLOB_ID_LENGTH = 64;

  private final MessageDigest sha1 = sha1();
  private final byte[] sum = new byte[20];

  /** What is to be hashed next; collected, for every call of the digest costs as much as a line. */
  private byte[] squeezed = new byte[4096];

  private int waiting;
  private long hashed;
  private int oldLeft = HEADER;
  private int newLeft = HEADER;
  private boolean binary;
  private byte[] oldBlob = new byte[0];
  private byte[] newBlob = new byte[0];

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform must offer SHA-1", e);
    }
  }

  /** False where this line ends the patch; the line then belongs to nothing. */
  boolean accept(Bytes text, int start, int next) {
    if (text.startsWith(start, NO_NEWLINE) && cLength(text, start, next) > NO_NEWLINE_LENGTH) {
      return true;
    }
    boolean diff = text.startsWith(start, DIFF);
    if (hashed == 0 && !diff) {
      return true;
    }
    if (oldLeft == HEADER) {
      if (text.startsWith(start, BINARY_PATCH) || text.startsWith(start, BINARY_DIFFERS)) {
        binaryFile();
        return true;
      }
      if (text.startsWith(start, INDEX)) {
        blobIds(text, start, start + cLength(text, start, next));
        return true;
      }
      if (text.startsWith(start, OLD_NAME)) {
        oldLeft = 1;
        newLeft = 1;
      } else if (!isLetter(text.at(start))) {
        return false;
      }
    }
    if (binary) {
      if (diff) {
        binary = false;
        oldLeft = HEADER;
      }
      return true;
    }
    if (oldLeft == 0 && newLeft == 0) {
      if (text.startsWith(start, HUNK)) {
        hunkHeader(text, start + HUNK.length);
        return true;
      }
      if (!diff) {
        return false;
      }
      flush();
      oldLeft = HEADER;
      newLeft = HEADER;
    }
    count(text.at(start));
    hash(text.text(), start, next);
    return true;
  }

  /**
   * The same for a line whose place is known, at less cost.
   *
   * @return false, and nothing done, where only {@link #accept} can tell what the line is
   */
  boolean acceptInHunk(int marker, byte[] bytes, int from, int to) {
    boolean inHunk = hashed > 0 && !binary && oldLeft != HEADER && (oldLeft > 0 || newLeft > 0);
    if (!inHunk || marker == '\\') {
      return false;
    }
    count(marker);
    if (marker != ' ') {
      room(1);
      squeezed[waiting++] = (byte) marker;
      hashed++;
    }
    hash(bytes, from, to);
    return true;
  }

  /** The id of what was fed since the last call; absent where that held no patch. */
  Optional<PatchId> finish() {
    flush();
    Optional<PatchId> id =
        hashed == 0 ? Optional.empty() : Optional.of(new PatchId(HexFormat.of().formatHex(sum)));
    Arrays.fill(sum, (byte) 0);
    hashed = 0;
    oldLeft = HEADER;
    newLeft = HEADER;
    binary = false;
    return id;
  }

  private void binaryFile() {
    binary = true;
    oldLeft = 0;
    digestWaiting();
    sha1.update(oldBlob);
    sha1.update(newBlob);
    flush();
  }

  private void blobIds(Bytes text, int start, int end) {
    int dots = find(text, DOTS, start, end);
    if (dots < 0) {
      return;
    }
    int space = text.indexOf((byte) ' ', dots, end);
    oldBlob = blobId(text, start + INDEX.length, dots);
    newBlob = blobId(text, dots + DOTS.length, space < 0 ? end - 1 : space);
  }

  private static byte[] blobId(Bytes text, int from, int to) {
    int start = Math.min(from, to);
    return Arrays.copyOfRange(text.text(), start, Math.min(to, start + BLOB_ID_LENGTH));
  }

  private static int find(Bytes text, byte[] wanted, int from, int to) {
    for (int p = from; p + wanted.length <= to; p++) {
      if (text.startsWith(p, wanted)) {
        return p;
      }
    }
    return -1;
  }

  private void hunkHeader(Bytes text, int at) {
    CountScan old = CountScan.at(text, at);
    oldLeft = old.count();
    if (old.end() < 0 || text.at(old.end()) != ' ' || text.at(old.end() + 1) != '+') {
      return;
    }
    newLeft = CountScan.at(text, old.end() + 2).count();
  }

  private void count(int marker) {
    if (marker == '-' || marker == ' ') {
      oldLeft--;
    }
    if (marker == '+' || marker == ' ') {
      newLeft--;
    }
  }

  private void room(int length) {
    if (squeezed.length - waiting < length) {
      digestWaiting();
      squeezed = squeezed.length < length ? new byte[length] : squeezed;
    }
  }

  private void hash(byte[] bytes, int start, int next) {
    room(next - start);
    byte[] out = squeezed;
    int length = waiting;
    for (int p = start; p < next; p++) {
      byte b = bytes[p];
      if (b > ' ' || b < 0) {
        out[length++] = b;
      } else if (b == 0) {
        break;
      } else if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
        out[length++] = b;
      }
    }
    hashed += length - waiting;
    waiting = length;
  }

  private void digestWaiting() {
    sha1.update(squeezed, 0, waiting);
    waiting = 0;
  }

  /** Files are added up, with carry from byte to byte, so that their order does not matter. */
  private void flush() {
    digestWaiting();
    byte[] digest = sha1.digest();
    int carry = 0;
    for (int i = 0; i < sum.length; i++) {
      carry += (sum[i] & 0xff) + (digest[i] & 0xff);
      sum[i] = (byte) carry;
      carry >>= 8;
    }
  }

  /** git works on C strings: a NUL ends the line. */
  private static int cLength(Bytes text, int start, int next) {
    int nul = text.indexOf((byte) 0, start, next);
    return (nul < 0 ? next : nul) - start;
  }

  private static boolean isLetter(int b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }
}
