package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.diff.StablePatchId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;

/** The diff of a commit as {@code git show} prints it, hunk for hunk. */
final class CommitDiff {
  private static final int FULL_ID = 40;

  private final ObjectReader reader;
  private final TreeChanges changes;

  CommitDiff(ObjectReader reader) {
    this.reader = reader;
    this.changes = new TreeChanges(reader);
  }

  /** Nothing is read from the user's or the repository's settings: one commit has one diff. */
  byte[] text(RevCommit commit) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (DiffEntry file : changes.withRenames(changes.files(commit))) {
      text.writeBytes(text(file));
    }
    return text.toByteArray();
  }

  private byte[] text(DiffEntry file) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try (DiffFormatter formatter = new DiffFormatter(text)) {
      formatter.setReader(reader, new Config());
      formatter.setDiffAlgorithm(new GitDiff());
      formatter.setAbbreviationLength(FULL_ID);
      formatter.format(file);
    }
    return asGit(text.toByteArray());
  }

  /** Where no hunk follows, as for empty and for binary files, git names no files above it. */
  private static byte[] asGit(byte[] file) {
    String text = new String(file, StandardCharsets.ISO_8859_1);
    int names = text.indexOf("\n--- ");
    if (names < 0 || text.contains("\n@@ -")) {
      return file;
    }
    String rest = text.substring(text.indexOf('\n', text.indexOf("\n+++ ", names) + 1) + 1);
    return (text.substring(0, names + 1) + rest).getBytes(StandardCharsets.ISO_8859_1);
  }

  Optional<PatchId> patchId(RevCommit commit) throws IOException {
    return StablePatchId.of(text(commit));
  }
}
