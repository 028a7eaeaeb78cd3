package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.MessageText.Passage;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.source.Posting.Round;
import io.github.patchlane.gitlab.posting.PlanDraft.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Replies as threads. Words about a line go to a thread on that line, where an answer to such words
 * joins theirs; all other words of a mail stand together in the thread of the mail it answers, or
 * begin one. GitLab's threads are flat: who answers whom is said in words.
 */
final class ReplyThreads {
  /** Beyond this a comment is no remark on a line any more. */
  private static final int LONGEST_ON_A_LINE = 400_000;

  private static final int QUOTED_LINES = 6;
  private static final int LONGEST_EXCERPT = 4_000;

  private final Posting posting;
  private final PlanDraft draft;
  private final Signature signature;
  private final Places places;
  private final Map<SourceId, List<ReviewEvent>> events;
  private final Map<SourceId, String> homes = new HashMap<>();
  private final Map<SourceId, Map<LineAnchor, String>> onLines = new HashMap<>();
  private final Map<String, String> statuses = new HashMap<>();
  private final List<String> lineThreads = new ArrayList<>();

  ReplyThreads(Posting posting, PlanDraft draft, Signature signature, Places places) {
    this.posting = posting;
    this.draft = draft;
    this.signature = signature;
    this.places = places;
    this.events =
        posting.contribution().events().stream()
            .collect(
                Collectors.groupingBy(
                    e -> e.act().source(), LinkedHashMap::new, Collectors.toList()));
  }

  /** The steps that begin a thread on a line, so far. */
  List<String> lineThreads() {
    return lineThreads;
  }

  void add(MessageText mail) {
    List<ReviewEvent> said = events.getOrDefault(mail.id(), List.of());
    Round round = round(said);
    Map<LineAnchor, String> lines = new LinkedHashMap<>();
    List<Passage> free = new ArrayList<>();
    for (Passage passage : mail.passages()) {
      if (passage.anchor().isPresent()) {
        lines.merge(passage.anchor().get(), passage.text(), (a, b) -> a + "\n\n" + b);
      } else {
        free.add(passage);
      }
    }
    int number = 0;
    for (Map.Entry<LineAnchor, String> line : lines.entrySet()) {
      onLine(mail, round, line.getKey(), line.getValue(), "line-" + ++number);
    }
    Map<String, List<ReviewEvent>> verdicts = verdicts(said);
    if (!isOnlyTags(free, verdicts)
        && (!free.isEmpty() || (lines.isEmpty() && verdicts.isEmpty()))) {
      words(mail, round, said, free);
    }
    int verdict = 0;
    for (List<ReviewEvent> alike : verdicts.values()) {
      verdict(mail, round, alike, "verdict-" + ++verdict);
    }
    said.forEach(event -> status(mail, round, event));
  }

  private Round round(List<ReviewEvent> said) {
    int wanted =
        said.stream()
            .flatMap(e -> e.act().revision().stream().boxed())
            .findFirst()
            .orElse(posting.contribution().newest().number());
    Round found = posting.revisions().get(posting.revisions().size() - 1);
    for (Round round : posting.revisions()) {
      // a refresh has the number of what it refreshes; what has a branch is what is on the page
      if (round.revision().number() == wanted
          && (found.revision().number() != wanted || found.branch().isEmpty())) {
        found = round;
      }
    }
    return found;
  }

  private void onLine(MessageText mail, Round round, LineAnchor anchor, String text, String part) {
    Piece piece =
        piece(
            mail,
            round,
            part,
            name(mail)
                + " on "
                + anchor.path()
                + ":"
                + anchor.line()
                + " "
                + anchor.side().label());
    Optional<String> thread = threadAbove(mail, anchor);
    if (thread.isPresent()) {
      String head = head(mail, "wrote", answering(mail));
      draft.reply(Actions.REPLY, piece, thread.get(), text, form(head));
      remember(mail, anchor, thread.get());
      return;
    }
    Optional<Map<String, String>> place = places.find(round, anchor);
    String where = where(round, anchor);
    String quote = head(mail, "wrote", where) + ":\n\n" + excerpt(round, anchor) + "\n\n";
    UnaryOperator<String> quoting = words -> quote + Harmless.prose(words);
    String key;
    if (place.isPresent() && text.length() < LONGEST_ON_A_LINE) {
      String head = head(mail, "wrote", " on " + patchName(round.revision(), anchor.patch()));
      key =
          draft.discussion(
              piece, withHead(place.get(), round), text, form(head), quoting.apply(text));
      lineThreads.add(key);
    } else {
      draft.remark(
          "a comment on "
              + anchor.path()
              + ":"
              + anchor.line()
              + " ("
              + mail.id().value()
              + ") becomes a thread without a line, quoting the hunk: "
              + (round.branch().isEmpty()
                  ? "its revision has no branch"
                  : "the branch as a whole does not show that line"));
      key = draft.thread(Actions.THREAD, piece, text, quoting);
    }
    remember(mail, anchor, key);
  }

  private static Map<String, String> withHead(Map<String, String> place, Round round) {
    Map<String, String> fields = new LinkedHashMap<>(place);
    fields.put(Fields.HEAD, round.branch().orElseThrow().head().value());
    return fields;
  }

  private String excerpt(Round round, LineAnchor anchor) {
    String hunk = places.excerpt(round, anchor);
    return Harmless.verbatim(
        Harmless.cut(hunk.isEmpty() ? anchor.path() + ":" + anchor.line() : hunk, LONGEST_EXCERPT));
  }

  private void remember(MessageText mail, LineAnchor anchor, String thread) {
    onLines.computeIfAbsent(mail.id(), k -> new HashMap<>()).put(anchor, thread);
    homes.putIfAbsent(mail.id(), thread);
  }

  /** The thread on the same line of a mail that this one answers, directly or not. */
  private Optional<String> threadAbove(MessageText mail, LineAnchor anchor) {
    Optional<MessageText> above = parent(mail);
    for (int depth = 0; above.isPresent() && depth < posting.texts().size(); depth++) {
      String thread = onLines.getOrDefault(above.get().id(), Map.of()).get(anchor);
      if (thread != null) {
        return Optional.of(thread);
      }
      above = parent(above.get());
    }
    return Optional.empty();
  }

  private Optional<MessageText> parent(MessageText mail) {
    return mail.answers().map(id -> posting.texts().get(id));
  }

  private void words(MessageText mail, Round round, List<ReviewEvent> said, List<Passage> free) {
    String text = free.stream().map(ReplyThreads::quoting).collect(Collectors.joining("\n\n"));
    Piece piece = piece(mail, round, "text", name(mail) + " wrote");
    String about = said.isEmpty() ? "" : on(round, said.get(0));
    place(mail, Actions.REPLY, Actions.THREAD, piece, text, about);
  }

  private void place(
      MessageText mail, String reply, String thread, Piece piece, String text, String about) {
    Optional<String> home =
        Optional.ofNullable(homes.get(mail.id())).or(() -> parent(mail).flatMap(this::home));
    if (home.isPresent()) {
      draft.reply(reply, piece, home.get(), text, form(head(mail, "wrote", answering(mail))));
      homes.putIfAbsent(mail.id(), home.get());
    } else {
      homes.put(mail.id(), draft.thread(thread, piece, text, form(head(mail, "wrote", about))));
    }
  }

  private Optional<String> home(MessageText mail) {
    return Optional.ofNullable(homes.get(mail.id()));
  }

  private static String quoting(Passage passage) {
    List<String> quoted = passage.quoted().lines().filter(line -> !line.isBlank()).toList();
    List<String> last = quoted.subList(Math.max(0, quoted.size() - QUOTED_LINES), quoted.size());
    return last.isEmpty() ? passage.text() : String.join("\n", last) + "\n\n" + passage.text();
  }

  /** Consent, consent taken back and refusals, by what was said and the words of the tag. */
  private static Map<String, List<ReviewEvent>> verdicts(List<ReviewEvent> said) {
    return said.stream()
        .filter(
            e ->
                e instanceof ReviewEvent.Approved
                    || e instanceof ReviewEvent.ApprovalWithdrawn
                    || e instanceof ReviewEvent.ChangesRequested)
        .collect(
            Collectors.groupingBy(
                e -> e.type() + " " + e.trailer().map(Trailer::line).orElse(""),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private static boolean isOnlyTags(List<Passage> free, Map<String, List<ReviewEvent>> verdicts) {
    List<String> tags =
        verdicts.values().stream()
            .flatMap(e -> e.get(0).trailer().stream())
            .map(t -> bare(t.line()))
            .toList();
    return !free.isEmpty()
        && !tags.isEmpty()
        && free.stream()
            .flatMap(p -> p.text().lines())
            .filter(line -> !line.isBlank())
            .allMatch(line -> tags.contains(bare(line)));
  }

  private static String bare(String line) {
    return line.replaceAll("\\s+", "").toLowerCase(java.util.Locale.ROOT);
  }

  private void verdict(MessageText mail, Round round, List<ReviewEvent> alike, String part) {
    ReviewEvent first = alike.get(0);
    String tag = first.trailer().map(Trailer::line).orElse("");
    String what =
        first instanceof ReviewEvent.Approved
            ? "approves"
            : first instanceof ReviewEvent.ApprovalWithdrawn
                ? "withdraws approval of"
                : "requests changes to";
    List<String> meant =
        alike.stream()
            .flatMap(e -> e.act().on().stream())
            .distinct()
            .map(on -> patchName(round.revision(), on))
            .toList();
    String action = first instanceof ReviewEvent.Approved ? Actions.APPROVAL : Actions.VERDICT;
    String name = name(mail);
    String list = meant.isEmpty() ? "it" : String.join(", ", meant);
    String text =
        Harmless.inline(name)
            + " "
            + what
            + (meant.size() > 1 ? ":\n\n- " + String.join("\n- ", meant) : " " + list + ".")
            + (tag.isEmpty() ? "" : "\n\n" + Harmless.verbatim(tag));
    Piece piece =
        piece(
            mail,
            round,
            part,
            name + " " + what + " " + postings(meant.size()) + (tag.isEmpty() ? "" : ": " + tag));
    String head =
        head(mail, "gave", answeringOr(mail, " " + Harmless.inline(round.revision().label())));
    Optional<String> home =
        Optional.ofNullable(homes.get(mail.id())).or(() -> parent(mail).flatMap(this::home));
    // these are our own words around the tag, made harmless above
    UnaryOperator<String> own = body -> head + ":\n\n" + body;
    if (home.isPresent()) {
      draft.reply(action, piece, home.get(), text, own);
      homes.putIfAbsent(mail.id(), home.get());
    } else {
      homes.put(mail.id(), draft.thread(action, piece, text, own));
    }
  }

  private void status(MessageText mail, Round round, ReviewEvent event) {
    if (!(event instanceof ReviewEvent.Checked check)
        || check.passed().isEmpty()
        || round.branch().isEmpty()) {
      return;
    }
    String head = round.branch().get().head().value();
    String state = check.passed().get() ? "success" : "failed";
    String name = Harmless.label(check.name().isBlank() ? "check" : check.name());
    // the same result twice in a row is refused by older servers, and says nothing new
    if (state.equals(statuses.put(head + " " + name, state))) {
      return;
    }
    Map<String, String> payload = new LinkedHashMap<>();
    payload.put(Fields.HEAD, head);
    payload.put(Fields.STATE, state);
    payload.put(Fields.NAME, name);
    payload.put(
        Fields.TEXT,
        Harmless.cut("as " + name(mail) + " mailed on " + Signature.time(mail.at()), 255));
    signature.address(mail.id()).ifPresent(url -> payload.put(Fields.URL, url));
    String key = "status " + mail.id().value() + " " + name;
    if (!draft.has(key)) {
      draft.add(
          key,
          Actions.STATUS,
          name + " is " + state + " on " + round.revision().label(),
          payload,
          List.of(PlanDraft.OPEN));
    }
  }

  private static String postings(int count) {
    return count == 0 ? "it" : count == 1 ? "one patch" : count + " patches";
  }

  private static String name(MessageText mail) {
    return mail.author().name().isBlank() ? mail.author().email() : mail.author().name();
  }

  private Piece piece(MessageText mail, Round round, String part, String summary) {
    return new Piece(mail.id(), round.revision().number(), part, mail.at(), summary);
  }

  private static UnaryOperator<String> form(String head) {
    return text -> head + ":\n\n" + Harmless.prose(text);
  }

  private String head(MessageText mail, String verb, String about) {
    return signature.of(mail.author(), mail.at(), mail.id(), verb) + about;
  }

  private String answeringOr(MessageText mail, String other) {
    String answering = answering(mail);
    return answering.isEmpty() ? " for" + other : answering;
  }

  private String answering(MessageText mail) {
    return parent(mail)
        .map(
            above ->
                ", answering "
                    + Signature.person(above.author())
                    + " ("
                    + signature.link("mail", above.id())
                    + ")")
        .orElse("");
  }

  private static String on(Round round, ReviewEvent event) {
    return event.act().on().map(on -> " on " + patchName(round.revision(), on)).orElse("");
  }

  private static String where(Round round, LineAnchor anchor) {
    return " on line "
        + anchor.line()
        + (anchor.side() == LineAnchor.Side.OLD ? " (removed) of " : " of ")
        + Harmless.inline(anchor.path())
        + " in "
        + patchName(round.revision(), anchor.patch());
  }

  private static String patchName(Revision revision, SourceId id) {
    for (Patch patch : revision.patches()) {
      if (patch.id().equals(id)) {
        return Harmless.inline(revision.label())
            + " patch "
            + patch.index()
            + "/"
            + RoundTexts.total(revision)
            + " “"
            + Harmless.inline(patch.subject())
            + "”";
      }
    }
    return Harmless.inline(revision.label());
  }
}
