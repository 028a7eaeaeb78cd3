package io.github.patchlane.core.git.apply;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * A repository's objects and those made while a series is applied, which stay in memory until all
 * of it went well.
 */
final class Objects {
  private static final int SHORTEST = 4;

  private final ObjectReader reader;
  private final ObjectInserter.Formatter names = new ObjectInserter.Formatter();
  private final Map<ObjectId, Made> made = new LinkedHashMap<>();
  private final Map<ObjectId, Boolean> known = new HashMap<>();

  /** An object that is not in the repository yet. */
  private static final class Made {
    private final int type;
    private final byte[] content;

    private Made(int type, byte[] content) {
      this.type = type;
      this.content = content;
    }
  }

  Objects(ObjectReader reader) {
    this.reader = reader;
  }

  /** The content; empty where the repository lacks it, or it is of another type. */
  Optional<byte[]> read(AnyObjectId id, int type) throws IOException {
    Made own = made.get(id.toObjectId());
    if (own != null) {
      return own.type == type ? Optional.of(own.content) : Optional.empty();
    }
    try {
      ObjectLoader loader = reader.open(id);
      return loader.getType() == type
          ? Optional.of(loader.getCachedBytes(Integer.MAX_VALUE - 8))
          : Optional.empty();
    } catch (MissingObjectException e) {
      return Optional.empty();
    }
  }

  /** The size of a blob without its content; -1 where it is not here. */
  long size(AnyObjectId id) throws IOException {
    Made own = made.get(id.toObjectId());
    if (own != null) {
      return own.content.length;
    }
    try {
      return reader.getObjectSize(id, Constants.OBJ_BLOB);
    } catch (MissingObjectException e) {
      return -1;
    }
  }

  Optional<byte[]> blob(AnyObjectId id) throws IOException {
    return read(id, Constants.OBJ_BLOB);
  }

  ObjectId nameOfBlob(byte[] content) {
    return names.idFor(Constants.OBJ_BLOB, content);
  }

  /** Keeps an object; the same content is one object. */
  ObjectId add(int type, byte[] content) {
    ObjectId id = names.idFor(type, content);
    made.putIfAbsent(id, new Made(type, content));
    return id;
  }

  ObjectId addBlob(byte[] content) {
    return add(Constants.OBJ_BLOB, content);
  }

  /** The one blob whose name begins so; empty where there is none, or several. */
  Optional<ObjectId> blobNamed(String prefix) throws IOException {
    if (prefix.length() < SHORTEST
        || prefix.length() > Constants.OBJECT_ID_STRING_LENGTH
        || !isHex(prefix)) {
      return Optional.empty();
    }
    AbbreviatedObjectId abbreviated = AbbreviatedObjectId.fromString(prefix);
    ObjectId found = null;
    for (Map.Entry<ObjectId, Made> own : made.entrySet()) {
      if (own.getValue().type == Constants.OBJ_BLOB
          && abbreviated.prefixCompare(own.getKey()) == 0) {
        if (found != null) {
          return Optional.empty();
        }
        found = own.getKey();
      }
    }
    for (ObjectId id : stored(abbreviated)) {
      if (!id.equals(found) && isBlob(id)) {
        if (found != null) {
          return Optional.empty();
        }
        found = id;
      }
    }
    return Optional.ofNullable(found);
  }

  private Collection<ObjectId> stored(AbbreviatedObjectId prefix) throws IOException {
    return reader.resolve(prefix);
  }

  private boolean isBlob(ObjectId id) throws IOException {
    Boolean before = known.get(id);
    if (before == null) {
      try {
        before = reader.open(id).getType() == Constants.OBJ_BLOB;
      } catch (MissingObjectException e) {
        before = false;
      }
      known.put(id, before);
    }
    return before;
  }

  private static boolean isHex(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /** Writes what was made; what the repository has already is left alone. */
  void writeTo(ObjectInserter inserter) throws IOException {
    for (Made object : made.values()) {
      inserter.insert(object.type, object.content);
    }
    inserter.flush();
  }
}
