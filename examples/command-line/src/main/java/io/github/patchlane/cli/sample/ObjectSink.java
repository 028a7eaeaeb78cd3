package io.github.patchlane.cli.sample;

import java.io.IOException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;

/** Where git objects go. */
interface ObjectSink {
  /** Takes an object unless it is there; its id either way. */
  ObjectId insert(int type, byte[] content) throws IOException;

  /** Names objects and forgets them: for mails that mention commits of a history nobody keeps. */
  static ObjectSink forgetful() {
    return (type, content) -> {
      try (ObjectInserter.Formatter hash = new ObjectInserter.Formatter()) {
        return hash.idFor(type, content);
      }
    };
  }
}
