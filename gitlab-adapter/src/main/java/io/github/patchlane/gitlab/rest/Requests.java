package io.github.patchlane.gitlab.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads from a server with the patience that it asks for: refusals of both limiters are waited out
 * by everybody together, trouble of the server and of the line is tried again, moved projects are
 * followed where they stay on the same server. Thread-safe.
 */
public final class Requests {
  /** What one page may hold at most. */
  public static final int PAGE = 100;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_REFUSALS = 20;
  private static final int MOST_TROUBLES = 5;
  private static final int MOST_MOVES = 5;
  private static final int MOST_PAGES = 100_000;

  private final Wire wire;
  private final URI server;
  private final Pause pause;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final Object gate = new Object();
  private int waits;

  /**
   * @param server that redirects may not lead away from
   */
  public Requests(Wire wire, URI server, Pause pause) {
    this.wire = wire;
    this.server = server;
    this.pause = pause;
  }

  /** How many requests were sent, those that were refused included. */
  public int sent() {
    return sent.get();
  }

  /** One record. */
  public JsonNode one(Call call) throws RequestFailedException {
    return json(send(call));
  }

  /**
   * All pages of a list. That there is another one is said by headers only: a page may be short
   * without being the last, and nothing else is there beyond ten thousand records.
   */
  public List<JsonNode> all(Call call) throws RequestFailedException {
    List<JsonNode> records = new ArrayList<>();
    Call next = call.with("per_page", Integer.toString(PAGE));
    int page = 1;
    while (page > 0 && page < MOST_PAGES) {
      Answer answer = send(page == 1 ? next : next.with("page", Integer.toString(page)));
      JsonNode list = json(answer);
      if (!list.isArray()) {
        throw new RequestFailedException(
            answer.status(), "a list was expected of " + call.path() + ", not " + answer.excerpt());
      }
      list.forEach(records::add);
      int following = nextPage(answer);
      page = following > page ? following : 0;
    }
    return records;
  }

  private static int nextPage(Answer answer) {
    return answer
        .header("x-next-page")
        .or(() -> answer.header("link").flatMap(Requests::pageOfNextLink))
        .filter(p -> p.length() < 9 && p.chars().allMatch(c -> c >= '0' && c <= '9'))
        .map(Integer::parseInt)
        .orElse(0);
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

  private static JsonNode json(Answer answer) throws RequestFailedException {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new RequestFailedException(
          answer.status(),
          "the answer is no JSON but \""
              + answer.excerpt()
              + "\": is this GitLab, and nothing in between?");
    }
  }

  /** Sends until there is an answer that stays. */
  private Answer send(Call first) throws RequestFailedException {
    Call call = first;
    int refusals = 0;
    int troubles = 0;
    int moves = 0;
    while (true) {
      int before = pass();
      Answer answer;
      try {
        sent.incrementAndGet();
        answer = wire.send(call);
        answered.incrementAndGet();
      } catch (IOException e) {
        // An address that never answered is a wrong address.
        if (answered.get() == 0 || ++troubles > MOST_TROUBLES) {
          throw new RequestFailedException(Unanswered.reason(e, server), e);
        }
        await(before, Patience.afterTrouble(troubles - 1));
        continue;
      }
      int status = answer.status();
      if (status >= 200 && status < 300) {
        Optional<Duration> exhausted = Patience.afterLast(answer);
        if (exhausted.isPresent()) {
          await(before, exhausted.get());
        }
        return answer;
      }
      if (status == 429 && ++refusals <= MOST_REFUSALS) {
        await(before, Patience.afterRefusal(answer, refusals - 1));
      } else if (isTrouble(status) && ++troubles <= MOST_TROUBLES) {
        Duration patience = Patience.afterTrouble(troubles - 1);
        await(before, Patience.retryAfter(answer).orElse(patience));
      } else if (isMove(status) && ++moves <= MOST_MOVES) {
        call = moved(call, answer);
      } else {
        throw new RequestFailedException(status, status + " " + answer.excerpt());
      }
    }
  }

  private static boolean isTrouble(int status) {
    return status == 408 || status >= 500;
  }

  private static boolean isMove(int status) {
    return status == 301 || status == 302 || status == 307 || status == 308;
  }

  /** A project that was renamed answers with its number's address; the query is ours to keep. */
  private Call moved(Call call, Answer answer) throws RequestFailedException {
    String location = answer.header("location").orElse("");
    URI target;
    try {
      target = server.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new RequestFailedException(answer.status(), "moved to no address: " + location);
    }
    String path = String.valueOf(target.getRawPath());
    int api = path.indexOf("/api/v4/");
    String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
    if (!host.equals(server.getHost()) || target.getPort() != server.getPort() || api < 0) {
      throw new RequestFailedException(
          answer.status(),
          "moved to " + location + ", where the token was not sent; name the project there");
    }
    if (!String.valueOf(target.getScheme()).equals(server.getScheme())) {
      throw new RequestFailedException(
          answer.status(), "moved to " + target.getScheme() + ": name the project so");
    }
    return new Call(call.method(), path.substring(api + "/api/v4/".length()), call.parameters());
  }

  /** Waits while somebody waits for all; gives how many waits there have been. */
  private int pass() {
    synchronized (gate) {
      return waits;
    }
  }

  /** Waits for all; whoever was refused before another's wait need not wait again. */
  private void await(int before, Duration duration) throws RequestFailedException {
    synchronized (gate) {
      if (waits != before) {
        return;
      }
      try {
        pause.last(duration);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RequestFailedException("interrupted while waiting for the server", e);
      }
      waits++;
    }
  }
}
