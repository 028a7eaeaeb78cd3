package io.github.patchlane.core.git.apply;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one patch has done and will do to paths, so that later files of it see what earlier ones
 * did, and a swap of two names is no clash.
 */
final class PatchedFiles {
  private final Map<String, Mark> marks = new HashMap<>();
  private final Set<String> removedLinks = new HashSet<>();
  private final Set<String> keptLinks = new HashSet<>();

  private enum State {
    TO_GO,
    GONE,
    RESULT
  }

  private record Mark(State state, Result result) {}

  /** A file as an earlier part of the patch left it. */
  static final class Result {
    static final Result NONE = new Result(0, new byte[0]);

    private final int mode;
    private final byte[] content;

    /**
     * Takes the content as its own.
     *
     * @param mode 0 where nothing was said
     */
    Result(int mode, byte[] content) {
      this.mode = mode;
      this.content = content;
    }

    int mode() {
      return mode;
    }

    byte[] content() {
      return content;
    }
  }

  PatchedFiles(List<FilePatch> patches) {
    for (FilePatch patch : patches) {
      if (Entry.isLink(patch.oldMode) && (patch.renamed || patch.isDeleted())) {
        patch.oldName.ifPresent(removedLinks::add);
      }
      if (Entry.isLink(patch.newMode)) {
        patch.newName.ifPresent(keptLinks::add);
      }
      if (patch.newName.isEmpty() || patch.renamed) {
        patch.oldName.ifPresent(name -> marks.put(name, new Mark(State.TO_GO, Result.NONE)));
      }
    }
  }

  /** Whether an earlier part took the file away, so that nothing can be done to it. */
  boolean isGone(FilePatch patch) {
    return state(patch) == State.GONE;
  }

  /** What an earlier part made of the file; a rename or copy always starts from the tree's. */
  Optional<Result> earlier(FilePatch patch) {
    return state(patch) == State.RESULT
        ? patch.oldName.map(marks::get).map(Mark::result)
        : Optional.empty();
  }

  private State state(FilePatch patch) {
    if (patch.copied || patch.renamed || patch.oldName.isEmpty()) {
      return State.TO_GO;
    }
    Mark mark = marks.get(patch.oldName.get());
    return mark == null ? State.TO_GO : mark.state();
  }

  /** Whether a file may be made there though one is there now, since that one goes. */
  boolean makesRoom(String path) {
    Mark mark = marks.get(path);
    return mark != null && mark.state() != State.RESULT;
  }

  void done(FilePatch patch, byte[] content) {
    patch.newName.ifPresent(
        name -> marks.put(name, new Mark(State.RESULT, new Result(patch.newMode, content))));
    if (patch.newName.isEmpty() || patch.renamed) {
      patch.oldName.ifPresent(name -> marks.put(name, new Mark(State.GONE, Result.NONE)));
    }
  }

  /** Whether a directory of the path is a symbolic link, before or after the patch. */
  boolean isBeyondLink(String path, Files files) throws IOException {
    for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      String above = path.substring(0, slash);
      if (keptLinks.contains(above)) {
        return true;
      }
      if (!removedLinks.contains(above)
          && files.at(above).filter(e -> Entry.isLink(e.mode())).isPresent()) {
        return true;
      }
    }
    return false;
  }
}
