package io.github.patchlane.gitlab.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.core.plan.Pause;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All that is asked of a server goes through here, with the patience that it asks for: refusals of
 * both limiters are waited out by everybody together.
 *
 * <p>What reads may be sent again, and is: after trouble of the server or of the line, and to where
 * a project moved on the same server. What writes is sent again only after a refusal, which says
 * that nothing was done; after anything else that leaves it open, a {@link LostAnswerException}
 * tells the caller to look first.
 *
 * <p>Thread-safe.
 */
public final class Requests {
  private static final int MOST_REFUSALS = 20;
  private static final int MOST_TROUBLES = 5;
  private static final int MOST_MOVES = 5;
  private static final int MOST_PAGES = 100_000;
  private static final int MOST_READINGS = 6;
  private static final int PAGE = 100;

  private static final int TIMED_OUT = 408;
  private static final int TOO_MANY = 429;
  private static final int NOT_FOUND = 404;
  private static final int UNAUTHORIZED = 401;

  private final Wire wire;
  private final URI server;
  private final Pause pause;
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger answered = new AtomicInteger();
  private final Object gate = new Object();
  private int waits;

  /**
   * Makes requests over a wire.
   *
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
    return json(read(call));
  }

  /** One record, empty where there is none. */
  public Optional<JsonNode> find(Call call) throws RequestFailedException {
    try {
      return Optional.of(one(call));
    } catch (RequestFailedException e) {
      if (e.status() == NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * All pages of a list, each record once and as it was listed last. Records slide from page to
   * page while others change: where one is missing of those that were announced, the list is read
   * again, for as long as that brings anything new.
   */
  public List<JsonNode> all(Call call) throws RequestFailedException {
    Map<JsonNode, JsonNode> records = Map.of();
    for (int reading = 0; reading < MOST_READINGS; reading++) {
      Map<JsonNode, JsonNode> again = new LinkedHashMap<>();
      long announced = read(call, again);
      records.forEach(again::putIfAbsent);
      boolean news = again.size() > records.size();
      records = again;
      if (!news || records.size() >= announced) {
        break;
      }
    }
    return List.copyOf(records.values());
  }

  /**
   * That there is another page is said by headers only: a page may be short without being the last,
   * and nothing else is there beyond ten thousand records. Gives how many there are to be, where
   * that is said.
   */
  private long read(Call call, Map<JsonNode, JsonNode> records) throws RequestFailedException {
    Call paged = call.with("per_page", Integer.toString(PAGE));
    long announced = 0;
    for (int page = 1; page < MOST_PAGES; ) {
      Answer answer = read(page == 1 ? paged : paged.with("page", Integer.toString(page)));
      JsonNode list = json(answer);
      if (!list.isArray()) {
        throw RequestFailedException.nonsense(
            answer, "a list was expected of " + call.path() + ", not " + answer.excerpt());
      }
      // records without an id are told apart by all they say
      list.forEach(
          record ->
              records.put(record.path("id").isValueNode() ? record.get("id") : record, record));
      announced = PageHeaders.total(answer).orElse(0);
      OptionalInt next = PageHeaders.next(answer);
      if (next.isEmpty() || next.getAsInt() <= page) {
        break;
      }
      page = next.getAsInt();
    }
    return announced;
  }

  private static JsonNode json(Answer answer) throws RequestFailedException {
    JsonNode json = answer.json();
    if (json.isMissingNode()) {
      throw RequestFailedException.nonsense(
          answer,
          "the answer is no JSON but \""
              + answer.excerpt()
              + "\": is this GitLab, and nothing in between?");
    }
    return json;
  }

  /** Sends what reads until there is an answer that stays. */
  private Answer read(Call first) throws RequestFailedException {
    Call call = first;
    int refusals = 0;
    int troubles = 0;
    int moves = 0;
    while (true) {
      int before = pass();
      Answer answer;
      try {
        answer = send(call);
      } catch (IOException e) {
        boolean wrongAddress = answered.get() == 0 && Unanswered.isFinal(e);
        if (wrongAddress || ++troubles > MOST_TROUBLES) {
          throw new RequestFailedException(Unanswered.reason(e, server), e);
        }
        await(before, Patience.afterTrouble(troubles - 1));
        continue;
      }
      int status = answer.status();
      if (answer.ok()) {
        return heeded(answer, before);
      }
      if (status == TOO_MANY && ++refusals <= MOST_REFUSALS) {
        await(before, Patience.afterRefusal(answer, refusals - 1));
      } else if (isTrouble(status) && ++troubles <= MOST_TROUBLES) {
        Duration patience = Patience.afterTrouble(troubles - 1);
        await(before, Patience.retryAfter(answer).orElse(patience));
      } else if (Move.isOne(status) && ++moves <= MOST_MOVES) {
        call = Move.follow(call, answer, server);
      } else {
        throw RequestFailedException.of(answer);
      }
    }
  }

  /**
   * Writes, once.
   *
   * @return any answer that says what happened, a refusal to do it included
   * @throws LostAnswerException where none does
   * @throws RequestFailedException where nothing was written and nothing will be: the token is not
   *     accepted, or the server goes on asking to come later
   */
  public Answer write(Call call) throws RequestFailedException, LostAnswerException {
    for (int refusals = 0; ; refusals++) {
      int before = pass();
      Answer answer;
      try {
        answer = send(call);
      } catch (IOException e) {
        throw new LostAnswerException(Unanswered.reason(e, server));
      }
      int status = answer.status();
      if (isTrouble(status)) {
        throw new LostAnswerException(answer.reason());
      }
      if (status == UNAUTHORIZED || (status == TOO_MANY && refusals == MOST_REFUSALS)) {
        throw RequestFailedException.of(answer);
      }
      if (status != TOO_MANY) {
        return heeded(answer, before);
      }
      await(before, Patience.afterRefusal(answer, refusals));
    }
  }

  private Answer send(Call call) throws IOException, RequestFailedException {
    checkUninterrupted();
    sent.incrementAndGet();
    Answer answer = wire.send(call);
    answered.incrementAndGet();
    return answer;
  }

  /** Waits after an answer that used up what was left, so that the next request is not refused. */
  private Answer heeded(Answer answer, int before) throws RequestFailedException {
    Optional<Duration> exhausted = Patience.afterLast(answer);
    if (exhausted.isPresent()) {
      await(before, exhausted.get());
    }
    return answer;
  }

  private static boolean isTrouble(int status) {
    return status == TIMED_OUT || status >= 500;
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
      pause.pass(duration);
      checkUninterrupted();
      waits++;
    }
  }

  private static void checkUninterrupted() throws RequestFailedException {
    if (Thread.currentThread().isInterrupted()) {
      throw new RequestFailedException("interrupted", new InterruptedException());
    }
  }
}
