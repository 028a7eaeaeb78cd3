package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.diff.StablePatchId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
    try (DiffFormatter formatter = new DiffFormatter(text)) {
      formatter.setReader(reader, new Config());
      formatter.setDiffAlgorithm(new GitDiff());
      formatter.setAbbreviationLength(FULL_ID);
      for (DiffEntry file : changes.withRenames(changes.files(commit))) {
        formatter.format(file);
      }
    }
    return text.toByteArray();
  }

  Optional<PatchId> patchId(RevCommit commit) throws IOException {
    return StablePatchId.of(text(commit));
  }
}
