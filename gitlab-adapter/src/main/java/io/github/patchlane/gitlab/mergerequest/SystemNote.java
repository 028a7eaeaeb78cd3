package io.github.patchlane.gitlab.mergerequest;

/**
 * What the server wrote down about an act. Only the text tells, in English on every server; exports
 * give its topic too. What is not listed here (labels, assignments, mentions, edits of title and
 * description) is nobody's response.
 */
enum SystemNote {
  APPROVED,
  APPROVAL_WITHDRAWN,
  CHANGES_REQUESTED,
  DRAFT,
  READY,
  PUSHED,
  CLOSED,
  REOPENED,
  MERGED,
  OTHER;

  static SystemNote of(Note note) {
    String text = note.body().strip();
    return switch (text) {
      case "approved this merge request" -> APPROVED;
      case "unapproved this merge request" -> APPROVAL_WITHDRAWN;
      case "requested changes" -> CHANGES_REQUESTED;
      case "marked this merge request as **draft**", "marked as a **Work In Progress**" -> DRAFT;
      case "marked this merge request as **ready**", "unmarked as a **Work In Progress**" -> READY;
      case "closed" -> CLOSED;
      case "reopened" -> REOPENED;
      case "merged" -> MERGED;
      default -> byStart(text);
    };
  }

  private static SystemNote byStart(String text) {
    if (text.startsWith("marked as a **Work In Progress** from ")) {
      return DRAFT;
    }
    // by a push, where the project is set so
    if (text.startsWith("reset approvals from ")) {
      return APPROVAL_WITHDRAWN;
    }
    if (text.startsWith("requested changes ")) {
      return CHANGES_REQUESTED;
    }
    return isPush(text) ? PUSHED : OTHER;
  }

  /** {@code added 2 commits}, and a list of them. */
  private static boolean isPush(String text) {
    if (!text.startsWith("added ")) {
      return false;
    }
    int digits = "added ".length();
    int end = digits;
    while (end < text.length() && Character.isDigit(text.charAt(end))) {
      end++;
    }
    return end > digits && text.startsWith(" commit", end);
  }
}
