package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Cuts a list into pages by offset, with the headers that lead from one to the next. */
final class Paging {
  private static final int DEFAULT = 20;
  private static final int MOST = 100;
  private static final int COUNTED = 10_000;

  private Paging() {}

  static <T> Reply page(
      World world, Call call, List<T> items, Function<? super T, ObjectNode> shape) {
    int size = Math.min(MOST, Math.max(1, call.parameters().number("per_page").orElse(DEFAULT)));
    int page = Math.max(1, call.parameters().number("page").orElse(1));
    int pages = Math.max(1, (items.size() + size - 1) / size);
    int from = (int) Math.min(items.size(), (page - 1L) * size);
    List<T> shown = items.subList(from, Math.min(items.size(), from + size));
    boolean more = from + shown.size() < items.size();
    List<String> links = new ArrayList<>();
    if (page > 1) {
      links.add(link(world, call, page - 1, size, "prev"));
    }
    if (more) {
      links.add(link(world, call, page + 1, size, "next"));
    }
    links.add(link(world, call, 1, size, "first"));
    Reply reply =
        Reply.ok(Entities.array(shown, shape))
            .with("X-Page", String.valueOf(page))
            .with("X-Per-Page", String.valueOf(size))
            .with("X-Next-Page", more ? String.valueOf(page + 1) : "")
            .with("X-Prev-Page", page > 1 ? String.valueOf(page - 1) : "");
    if (items.size() <= COUNTED) {
      links.add(link(world, call, pages, size, "last"));
      reply =
          reply
              .with("X-Total", String.valueOf(items.size()))
              .with("X-Total-Pages", String.valueOf(pages));
    }
    return reply.with("Link", String.join(", ", links));
  }

  private static String link(World world, Call call, int page, int size, String relation) {
    Map<String, String> query = new TreeMap<>();
    for (String pair : call.query().split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    query.put("page", String.valueOf(page));
    query.put("per_page", String.valueOf(size));
    String text =
        query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining("&"));
    return "<" + world.url + "/api/v4" + call.path() + "?" + text + ">; rel=\"" + relation + "\"";
  }
}
