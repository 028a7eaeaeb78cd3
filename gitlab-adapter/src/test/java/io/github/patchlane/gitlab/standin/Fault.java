package io.github.patchlane.gitlab.standin;

import java.util.Set;

/** What may go wrong with one request. */
public enum Fault {
  /**
   * 429 from the limiter in front of the application: plain text, with its headers; not performed.
   */
  THROTTLED,
  /** 429 from the application itself: JSON, and headers that don't describe it; not performed. */
  LIMITED,
  /** 500; not performed. */
  SERVER_ERROR,
  /** 503 with Retry-After; not performed. */
  UNAVAILABLE,
  /** 502 from the proxy; performed all the same. */
  BAD_GATEWAY,
  /** Performed, and the connection dropped before the answer. */
  LOST_RESPONSE,
  /** The connection dropped; not performed. */
  DROPPED,
  /** Answered late by {@link Faults#delay}. */
  SLOW,
  /** Creating a merge request: made, and answered as if another had made it just before. */
  DUPLICATE,
  /** Creating a merge request: the diff stays unfinished for {@link Faults#reads} reads. */
  UNPREPARED,
  /** Commenting: 202 as for a text of commands only; nothing stored. */
  ACCEPTED,
  /** Commenting with a time: the time is dropped without a word. */
  CREATED_AT_DROPPED,
  /** Reading a further page of the list: its first merge request was updated just before. */
  PAGE_DRIFT,
  /** The project has moved to another path just before. */
  MOVED,
  /** The client is gone before this request: nothing is served until {@link Faults#reconnect}. */
  CUT_BEFORE,
  /** This request is performed, then the client is gone as above. */
  CUT_AFTER;

  private static final Set<String> COMMENTS = Set.of("create note", "create discussion", "reply");

  boolean fits(String kind, boolean furtherPage, boolean dated) {
    return switch (this) {
      case DUPLICATE, UNPREPARED -> kind.equals("create");
      case ACCEPTED -> COMMENTS.contains(kind);
      case CREATED_AT_DROPPED -> COMMENTS.contains(kind) && dated;
      case PAGE_DRIFT -> kind.equals("list") && furtherPage;
      case MOVED -> !Requests.isGit(kind);
      default -> true;
    };
  }
}
