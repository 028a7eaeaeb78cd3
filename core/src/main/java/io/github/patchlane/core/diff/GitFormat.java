package io.github.patchlane.core.diff;

import java.nio.charset.StandardCharsets;

/** Writes parsed files again, as git would have written them. */
final class GitFormat {
  private static final byte[] GIT = Bytes.ascii("diff --git ");
  private static final byte[] OLD_NAME = Bytes.ascii("--- ");
  private static final byte[] NEW_NAME = Bytes.ascii("+++ ");

  private final Bytes text;
  private final GitLines out;

  GitFormat(Bytes text, GitLines out) {
    this.text = text;
    this.out = out;
  }

  void write(FileDiff file) {
    boolean git = text.startsWith(file.start(), GIT);
    int headerEnd = file.hunks().isEmpty() ? file.end() : file.hunks().get(0).start();
    if (!git) {
      plainHeader(file);
    } else {
      gitHeader(file, headerEnd);
    }
    file.hunks().forEach(this::hunk);
  }

  private void plainHeader(FileDiff file) {
    line("diff --git " + oldSide(file) + " " + newSide(file));
    if (file.change() == FileDiff.Change.ADDED) {
      line("new file mode 100644");
    } else if (file.change() == FileDiff.Change.DELETED) {
      line("deleted file mode 100644");
    }
    if (file.content() == FileDiff.Content.BINARY_OMITTED) {
      line("Binary files " + oldSide(file) + " and " + newSide(file) + " differ");
    } else {
      line("--- " + file.oldPath().map(p -> oldSide(file)).orElse(PathNames.DEV_NULL));
      line("+++ " + file.newPath().map(p -> newSide(file)).orElse(PathNames.DEV_NULL));
    }
  }

  private static String oldSide(FileDiff file) {
    return PathNames.quote("a/" + file.oldPath().orElseGet(file::path));
  }

  private static String newSide(FileDiff file) {
    return PathNames.quote("b/" + file.path());
  }

  /** As it stands, but for prefixes other than git's own. */
  private void gitHeader(FileDiff file, int headerEnd) {
    boolean usual = usualPrefixes(file);
    for (int at = file.start(); at < headerEnd; ) {
      int next = text.nextLine(at);
      if (usual) {
        copy(at, text.chomp(at, next));
      } else if (text.startsWith(at, GIT)) {
        line("diff --git " + oldSide(file) + " " + newSide(file));
      } else if (text.startsWith(at, OLD_NAME)) {
        line("--- " + file.oldPath().map(p -> oldSide(file)).orElse(PathNames.DEV_NULL));
      } else if (text.startsWith(at, NEW_NAME)) {
        line("+++ " + file.newPath().map(p -> newSide(file)).orElse(PathNames.DEV_NULL));
      } else {
        copy(at, text.chomp(at, next));
      }
      at = next;
    }
  }

  private boolean usualPrefixes(FileDiff file) {
    int from = file.start() + GIT.length;
    int to = text.chomp(from, text.nextLine(from));
    return PathNames.gitLine(text, from, to)
        .filter(
            pair ->
                pair.before().equals("a/" + file.oldPath().orElseGet(file::path))
                    && pair.after().equals("b/" + file.path()))
        .isPresent();
  }

  private void hunk(DiffHunk hunk) {
    copy(hunk.start(), hunk.headerEnd());
    for (int i = 0; i < hunk.size(); i++) {
      out.hunkLine(hunk.kind(i).marker(), text.text(), hunk.contentStart(i), hunk.contentEnd(i));
    }
  }

  private void copy(int from, int to) {
    out.headerLine(text.text(), from, to);
  }

  private void line(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    out.headerLine(bytes, 0, bytes.length);
  }
}
