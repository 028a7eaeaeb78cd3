package io.github.patchlane.cli.sample;

import java.util.ArrayList;
import java.util.List;

/**
 * A patch as its author holds it, before it is posted against some tree.
 *
 * @param message the lines below the title, without trailers
 * @param tags trailers that reviewers gave on earlier revisions and the author carries along
 */
record PatchDraft(String title, List<String> message, List<Edit> edits, List<String> tags) {
  PatchDraft {
    message = List.copyOf(message);
    edits = List.copyOf(edits);
    tags = List.copyOf(tags);
  }

  Snapshot apply(Snapshot tree) {
    Snapshot result = tree;
    for (Edit edit : edits) {
      result = edit.apply(result);
    }
    return result;
  }

  PatchDraft titled(String changed) {
    return new PatchDraft(changed, message, edits, tags);
  }

  PatchDraft withTags(List<String> changed) {
    return new PatchDraft(title, message, edits, changed);
  }

  /** What review does to a patch: a line more, or a line said otherwise. */
  PatchDraft reworked(Dice dice, CodeText code, Words words) {
    List<Edit> changed = new ArrayList<>(edits);
    int which = dice.below(changed.size());
    Edit edit = changed.get(which);
    List<String> lines = new ArrayList<>(edit.lines());
    int at = dice.below(lines.size());
    boolean source = edit.path().endsWith(".c");
    if (source && lines.get(at).startsWith("\t") && lines.get(at).endsWith(";")) {
      lines.set(at, code.statement(words.noun()).get(0).replace(")", " + " + dice.below(64) + ")"));
    }
    String remark = words.noun() + " before " + words.noun() + ", see " + dice.between(2, 999);
    lines.add(at, source ? "\t/* " + remark + " */" : remark);
    changed.set(which, edit.withLines(lines));
    return new PatchDraft(title, message, changed, tags);
  }
}
