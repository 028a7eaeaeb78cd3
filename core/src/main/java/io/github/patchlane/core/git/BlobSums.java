package io.github.patchlane.core.git;

import io.github.patchlane.core.diff.LineSum;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * The line sums of blobs. On a walk back through history nearly every blob is met twice, as what a
 * commit made and as what the next one changed, so the last ones are remembered.
 */
final class BlobSums {
  /** Larger files count as binary; no patch that is reviewed by mail has them. */
  private static final int LARGEST = 16 << 20;

  private static final int REMEMBERED = 1 << 15;

  private final ObjectReader reader;
  private final Map<ObjectId, Optional<Long>> known =
      new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ObjectId, Optional<Long>> eldest) {
          return size() > REMEMBERED;
        }
      };

  BlobSums(ObjectReader reader) {
    this.reader = reader;
  }

  /** The sum over a file's lines, 0 where there is no file; empty where it is binary. */
  Optional<Long> of(ObjectId blob) throws IOException {
    if (blob.equals(ObjectId.zeroId())) {
      return Optional.of(0L);
    }
    Optional<Long> sum = known.get(blob);
    if (sum == null) {
      sum = read(blob);
      known.put(blob.copy(), sum);
    }
    return sum;
  }

  private Optional<Long> read(ObjectId blob) throws IOException {
    try {
      byte[] content = reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(LARGEST);
      return isBinary(content) ? Optional.empty() : Optional.of(LineSum.ofFile(content));
    } catch (LargeObjectException e) {
      return Optional.empty();
    }
  }

  /** As git tells; JGit's own test also takes a lone CR for binary. */
  private static boolean isBinary(byte[] content) {
    for (int i = 0; i < Math.min(content.length, 8000); i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
