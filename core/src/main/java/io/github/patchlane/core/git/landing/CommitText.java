package io.github.patchlane.core.git.landing;

import java.util.List;
import java.util.Locale;

/**
 * What a search keeps of a commit message.
 *
 * @param title its first paragraph, on one line
 * @param links every message-id and address that its trailers name, in their order
 * @param undone the commits, as far as their names are written out, that it says it reverts
 * @param picked the commits that it says it was picked from
 * @param words of what stands between title and trailers
 */
public record CommitText(
    String title, List<String> links, List<String> undone, List<String> picked, Words words) {
  public CommitText {
    links = List.copyOf(links);
    undone = List.copyOf(undone);
    picked = List.copyOf(picked);
  }

  /** Reads a message; any text is one. */
  public static CommitText parse(String message) {
    String text = message.strip();
    int end = 0;
    StringBuilder title = new StringBuilder();
    while (end < text.length()) {
      int next = text.indexOf('\n', end);
      String line = text.substring(end, next < 0 ? text.length() : next).strip();
      end = next < 0 ? text.length() : next + 1;
      if (line.isEmpty()) {
        break;
      }
      title.append(title.isEmpty() ? "" : " ").append(line);
    }
    String body = text.substring(end);
    String lower = body.toLowerCase(Locale.ROOT);
    return new CommitText(
        title.toString(),
        MessageLinks.in(message),
        CommitNames.undone(lower),
        CommitNames.picked(lower),
        Words.ofBody(body));
  }
}
