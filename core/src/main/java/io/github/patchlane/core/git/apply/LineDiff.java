package io.github.patchlane.core.git.apply;

import java.util.List;
import org.eclipse.jgit.diff.Edit;

/** Finds what differs between two texts, line by line, as git's merge does. */
@FunctionalInterface
public interface LineDiff {
  /** The differences in their order, counted in lines from 0. */
  List<Edit> between(byte[] before, byte[] after);
}
