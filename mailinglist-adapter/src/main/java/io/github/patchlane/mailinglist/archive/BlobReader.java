package io.github.patchlane.mailinglist.archive;

import java.io.IOException;
import java.io.InputStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/** Reads blobs as mails, however big. */
final class BlobReader {
  private BlobReader() {}

  static BoundedMail read(ObjectLoader blob) throws IOException {
    if (!blob.isLarge() && blob.getSize() <= RawMail.MAX_BYTES) {
      byte[] bytes = blob.getCachedBytes();
      return new BoundedMail(bytes, bytes.length);
    }
    try (InputStream in = blob.openStream()) {
      return new BoundedMail(in.readNBytes(RawMail.MAX_BYTES), blob.getSize());
    }
  }

  static ObjectLoader open(ObjectReader reader, ObjectId blob) throws IOException {
    return reader.open(blob, Constants.OBJ_BLOB);
  }
}
