package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/** A mail of any length, cut at a limit. */
final class BoundedMail {
  private final byte[] bytes;
  private final long length;

  /**
   * @param bytes the mail, or its beginning
   * @param length what the whole mail measures
   */
  BoundedMail(byte[] bytes, long length) {
    this.bytes = bytes;
    this.length = length;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Reads a stream to its end, keeping what the limit allows. */
  static BoundedMail read(InputStream in, int limit) throws IOException {
    byte[] bytes = in.readNBytes(limit);
    long rest = 0;
    if (bytes.length == limit) {
      byte[] sink = new byte[1 << 16];
      for (int n = in.read(sink); n >= 0; n = in.read(sink)) {
        rest += n;
      }
    }
    return new BoundedMail(bytes, bytes.length + rest);
  }

  void sendTo(Consumer<Reading<RawMail>> sink, Position position) {
    RawMail mail = new RawMail(bytes, position);
    sink.accept(new Reading.Parsed<>(mail));
    if (length > bytes.length) {
      sink.accept(Trouble.cut(mail, length));
    }
  }
}
