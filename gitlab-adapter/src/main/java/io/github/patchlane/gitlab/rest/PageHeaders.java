package io.github.patchlane.gitlab.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What the headers of a page say about the list it is of. */
final class PageHeaders {
  private PageHeaders() {}

  /** How many records there are; long lists do not say. */
  static OptionalLong total(Answer answer) {
    return answer
        .header("x-total")
        .filter(PageHeaders::isNumber)
        .map(n -> OptionalLong.of(Long.parseLong(n)))
        .orElse(OptionalLong.empty());
  }

  /** The page behind this one; empty on the last. */
  static OptionalInt next(Answer answer) {
    return answer
        .header("x-next-page")
        .or(() -> answer.header("link").flatMap(PageHeaders::pageOfNextLink))
        .filter(PageHeaders::isNumber)
        .map(n -> OptionalInt.of(Integer.parseInt(n)))
        .orElse(OptionalInt.empty());
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.length() < 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** {@code <https://…?page=3&per_page=100>; rel="next", <…>; rel="last"}. */
  private static Optional<String> pageOfNextLink(String link) {
    int at = 0;
    int open = link.indexOf('<');
    while (open >= 0) {
      int close = link.indexOf('>', open);
      int end = link.indexOf('<', Math.max(close, at));
      String relation = link.substring(close + 1, end < 0 ? link.length() : end);
      if (close > 0 && relation.contains("rel=\"next\"")) {
        return parameter(link.substring(open + 1, close), "page");
      }
      at = close;
      open = end;
    }
    return Optional.empty();
  }

  private static Optional<String> parameter(String address, String name) {
    String query = address.substring(address.indexOf('?') + 1);
    for (String pair : query.split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(
            URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8));
      }
    }
    return Optional.empty();
  }
}
