package io.github.patchlane.gitlab.standin;

import io.github.patchlane.core.diff.LineDiff;
import org.eclipse.jgit.diff.DiffAlgorithm;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/**
 * The hunks that git chooses. A real GitLab has them from git; JGit's own choice differs now and
 * then, and with it which lines can be commented on and by which numbers.
 */
final class GitHunks extends DiffAlgorithm {
  @Override
  public <S extends Sequence> EditList diff(SequenceComparator<? super S> comparator, S a, S b) {
    return diffNonCommon(comparator, a, b);
  }

  @Override
  public <S extends Sequence> EditList diffNonCommon(
      SequenceComparator<? super S> comparator, S a, S b) {
    byte[] before = ((RawText) a).getRawContent();
    byte[] after = ((RawText) b).getRawContent();
    EditList edits = new EditList();
    LineDiff.between(before, after)
        .forEach(e -> edits.add(new Edit(e.oldFrom(), e.oldTo(), e.newFrom(), e.newTo())));
    return edits;
  }
}
