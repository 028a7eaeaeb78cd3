package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The steps of one contribution as they come together. */
final class PlanDraft {
  static final String OPEN = "open";

  private final List<Step> steps = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();

  /**
   * A text to be posted.
   *
   * @param mail that it carries
   * @param revision number
   * @param part which part of that mail, a word of ours
   * @param at when the mail was sent
   * @param summary for a person
   */
  record Piece(SourceId mail, int revision, String part, Instant at, String summary) {}

  List<Step> steps() {
    return steps;
  }

  List<String> remarks() {
    return remarks;
  }

  void remark(String sentence) {
    if (!remarks.contains(sentence)) {
      remarks.add(sentence);
    }
  }

  boolean has(String key) {
    return keys.contains(key);
  }

  void add(
      String key, String action, String summary, Map<String, String> payload, List<String> needs) {
    steps.add(new Step(key, action, summary, payload, needs));
    keys.add(key);
  }

  /** A note that stands alone, in as many as it takes. */
  void note(String action, Piece piece, String text, UnaryOperator<String> form) {
    write(action, piece, text, form, new LinkedHashMap<>(), List.of(OPEN));
  }

  /** A thread without a line; the rest of a long text goes in as replies. */
  String thread(String action, Piece piece, String text, UnaryOperator<String> form) {
    return write(action, piece, text, form, new LinkedHashMap<>(), List.of(OPEN));
  }

  /** A reply in the thread of another step. */
  String reply(String action, Piece piece, String thread, String text, UnaryOperator<String> form) {
    Map<String, String> payload = new LinkedHashMap<>();
    payload.put(Fields.THREAD, thread);
    return write(action, piece, text, form, payload, List.of(OPEN, thread));
  }

  /**
   * A thread on a line.
   *
   * @param place the fields of the position
   * @param fallback the text for where the server does not take the line
   */
  String discussion(
      Piece piece,
      Map<String, String> place,
      String text,
      UnaryOperator<String> form,
      String fallback) {
    Map<String, String> payload = new LinkedHashMap<>(place);
    Marker marker = Marker.of(piece.mail(), piece.revision(), piece.part());
    payload.put(Fields.FALLBACK, marker.under(fallback));
    return write(Actions.DISCUSSION, piece, text, form, payload, List.of(OPEN));
  }

  private String write(
      String action,
      Piece piece,
      String text,
      UnaryOperator<String> form,
      Map<String, String> fields,
      List<String> needs) {
    List<String> pieces = Pieces.of(text, Pieces.NOTE, form);
    String first = key(piece, 0);
    for (int i = 0; i < pieces.size(); i++) {
      Map<String, String> payload = new LinkedHashMap<>(fields);
      String part = i == 0 ? piece.part() : piece.part() + "-" + (i + 1);
      Marker marker = Marker.of(piece.mail(), piece.revision(), part);
      payload.put(Fields.BODY, marker.under(pieces.get(i)));
      payload.put(Fields.MARKER, marker.line());
      payload.put(Fields.AT, piece.at().toString());
      if (i == 0) {
        add(first, action, piece.summary(), payload, needs);
      } else if (action.equals(Actions.NOTE)) {
        add(key(piece, i), action, piece.summary() + ", continued", payload, needs);
      } else {
        String thread = fields.getOrDefault(Fields.THREAD, first);
        payload.keySet().removeIf(field -> !isOfText(field));
        payload.put(Fields.THREAD, thread);
        List<String> both =
            thread.equals(first) ? List.of(OPEN, first) : List.of(OPEN, thread, first);
        add(key(piece, i), Actions.REPLY, piece.summary() + ", continued", payload, both);
      }
    }
    return first;
  }

  private static boolean isOfText(String field) {
    return field.equals(Fields.BODY) || field.equals(Fields.MARKER) || field.equals(Fields.AT);
  }

  private static String key(Piece piece, int index) {
    String part = index == 0 ? piece.part() : piece.part() + "-" + (index + 1);
    return part + " " + piece.mail().value();
  }
}
