package io.github.patchlane.cli.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * What a patch does, said so that it can be done again on a tree that has moved on: it hangs on a
 * line's text, not on its number.
 */
sealed interface Edit {
  String path();

  /** The lines it brings in. */
  List<String> lines();

  Edit withLines(List<String> lines);

  /**
   * The tree after it.
   *
   * @throws IllegalStateException when the line it hangs on is gone, which the story must not let
   *     happen
   */
  Snapshot apply(Snapshot before);

  enum Place {
    BEFORE,
    REPLACE
  }

  /** New lines beside, or instead of, a line that is unique in its file. */
  record Splice(String path, String anchor, Place place, List<String> lines) implements Edit {
    public Splice {
      lines = List.copyOf(lines);
    }

    @Override
    public Edit withLines(List<String> changed) {
      return new Splice(path, anchor, place, changed);
    }

    @Override
    public Snapshot apply(Snapshot before) {
      List<String> text = before.file(path).map(SourceFile::lines).orElse(List.of());
      int at = text.indexOf(anchor);
      if (at < 0) {
        throw new IllegalStateException(path + " has no line \"" + anchor + '"');
      }
      List<String> after = new ArrayList<>(text.subList(0, at));
      after.addAll(lines);
      after.addAll(text.subList(place == Place.REPLACE ? at + 1 : at, text.size()));
      return before.with(path, new SourceFile(after));
    }
  }

  /** A file that was not there. */
  record NewFile(String path, List<String> lines) implements Edit {
    public NewFile {
      lines = List.copyOf(lines);
    }

    @Override
    public Edit withLines(List<String> changed) {
      return new NewFile(path, changed);
    }

    @Override
    public Snapshot apply(Snapshot before) {
      return before.with(path, new SourceFile(lines));
    }
  }
}
