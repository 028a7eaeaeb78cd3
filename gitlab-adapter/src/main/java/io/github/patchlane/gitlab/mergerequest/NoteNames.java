package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.WebAddress;
import java.util.OptionalLong;

/** The addresses of notes. */
final class NoteNames {
  private NoteNames() {}

  /** Exports give notes no numbers; the discussion and the place in it name one as well. */
  static WebAddress of(WebAddress page, Discussion discussion, int index) {
    OptionalLong id = discussion.notes().get(index).id();
    if (id.isPresent()) {
      return new WebAddress(page.value() + "#note_" + id.getAsLong());
    }
    String place = index == 0 ? "" : "-" + (index + 1);
    return new WebAddress(page.value() + "#discussion_" + discussion.id() + place);
  }
}
