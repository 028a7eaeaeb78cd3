package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.Standing;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.mailinglist.series.SubjectLine;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes answers of what was said on a contribution: each note one mail, below what it answers, with
 * the lines quoted that it is about.
 */
final class ReplyComposer {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT);

  private static final String NOTE = "note";

  private final Posting posting;
  private final ComposeOptions options;
  private final OutgoingIds ids;
  private final Correspondence sent;
  private final List<String> remarks;
  private final Map<SourceId, UnifiedDiff> diffs = new HashMap<>();
  private final Set<SourceId> postings = new HashSet<>();

  ReplyComposer(
      Posting posting,
      ComposeOptions options,
      OutgoingIds ids,
      Correspondence sent,
      List<String> remarks) {
    this.remarks = remarks;
    this.posting = posting;
    this.options = options;
    this.ids = ids;
    this.sent = sent;
    for (Posting.Round round : posting.revisions()) {
      round.revision().postings().forEach(postings::add);
      for (PatchContent patch : round.patches()) {
        diffs.put(patch.id(), UnifiedDiff.parse(patch.diff()));
      }
    }
  }

  void composeAll() {
    posting.texts().values().stream()
        .filter(text -> !postings.contains(text.id()))
        .sorted(Comparator.comparing(MessageText::at))
        .forEach(this::reply);
    List<ReviewEvent> events = posting.contribution().events();
    events.stream().filter(this::isBareApproval).forEach(this::approval);
    Optional<ReviewEvent.Closed> closing =
        Standing.closing(posting.contribution().revisions(), events);
    Stream.concat(events.stream().filter(ReviewEvent.Accepted.class::isInstance), closing.stream())
        .filter(event -> !isSaid(event.act().source()))
        .forEach(this::ending);
  }

  /** Whether there are words of somebody's to be sent for it. */
  private boolean isSaid(SourceId source) {
    MessageText text = posting.texts().get(source);
    return text != null && !postings.contains(source) && !isPostedElsewhere(text);
  }

  /** Another series, which this one was answered with or gave way to: it is sent as what it is. */
  private static boolean isPostedElsewhere(MessageText text) {
    SubjectLine subject = SubjectLine.parse(text.subject());
    return subject.tagged() && !subject.reply() && !subject.forward();
  }

  /** How it ended, where a click said so or nobody, as people say it on lists. */
  private void ending(ReviewEvent event) {
    Optional<SourceId> above =
        event.act().on().filter(on -> sent.of(on).isPresent()).or(() -> roundAt(event.at()));
    SourceId source = event.act().source();
    String words = EndingWords.of(event, posting.contribution());
    // where it is said so, something else may stand that was sent under its own name
    MessageId id = ids.of("end", new WebAddress("mid://" + source.value()), words);
    send(id, source, above, event.by().person(), event.at(), words, "");
  }

  private void reply(MessageText text) {
    if (isPostedElsewhere(text)) {
      remarks.add("left out: " + text.id().value() + ", a posting of another series");
      return;
    }
    Optional<SourceId> above = above(text);
    String words = words(text);
    send(
        ids.of(NOTE, text.id(), words),
        text.id(),
        above,
        text.author(),
        text.at(),
        words,
        text.subject());
  }

  /** What is answered: what the note names, else the patch it is about, else the round's start. */
  private Optional<SourceId> above(MessageText text) {
    Optional<SourceId> named = text.answers().filter(a -> sent.idOf(a).isPresent());
    Optional<SourceId> anchored =
        text.passages().stream()
            .flatMap(p -> p.anchor().stream())
            .map(LineAnchor::patch)
            .filter(p -> sent.of(p).isPresent())
            .findFirst();
    return named.or(() -> anchored).or(() -> roundAt(text.at()));
  }

  private Optional<SourceId> roundAt(Instant at) {
    List<Posting.Round> rounds = posting.revisions();
    Optional<SourceId> found = Optional.empty();
    for (Posting.Round round : rounds) {
      Revision revision = round.revision();
      if (found.isEmpty() || !revision.postedAt().isAfter(at)) {
        found =
            revision
                .postings()
                .filter(p -> sent.of(p).isPresent())
                .findFirst()
                .or(() -> sofar(round));
      }
    }
    return found;
  }

  private Optional<SourceId> sofar(Posting.Round round) {
    return round.patches().stream()
        .map(PatchContent::id)
        .filter(p -> sent.of(p).isPresent())
        .findFirst();
  }

  private String words(MessageText text) {
    StringBuilder out = new StringBuilder();
    options
        .sender()
        .ifPresent(s -> out.append(text.author().name()).append(" wrote at ").append(link(text)));
    boolean attributed = text.id() instanceof MessageId;
    for (MessageText.Passage passage : text.passages()) {
      String quoted = passage.quoted().isBlank() ? quote(passage) : passage.quoted();
      if (!quoted.isBlank() && !attributed) {
        above(text).flatMap(sent::of).ifPresent(mail -> out.append(attribution(mail)));
        attributed = true;
      }
      part(out, quoted);
      part(out, passage.text());
    }
    return out.append('\n').toString();
  }

  private static String link(MessageText text) {
    return text.id().value() + "\n\n";
  }

  private String quote(MessageText.Passage passage) {
    return passage
        .anchor()
        .flatMap(a -> Optional.ofNullable(diffs.get(a.patch())).flatMap(d -> QuotedHunk.of(d, a)))
        .orElse("");
  }

  private static String attribution(OutgoingMail mail) {
    return "On " + WHEN.format(mail.date()) + ", " + mail.from().name() + " wrote:\n";
  }

  /** A blank line between one part and the next; none between an attribution and its quotes. */
  private static void part(StringBuilder out, String part) {
    if (!part.isBlank()) {
      boolean first = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
      out.append(first ? "" : "\n\n").append(part.stripTrailing());
    }
  }

  /** An approval by a click, which says nothing that could be sent as its words. */
  private boolean isBareApproval(ReviewEvent event) {
    return event instanceof ReviewEvent.Approved
        && event.trailer().isEmpty()
        && !posting.texts().containsKey(event.act().source());
  }

  private void approval(ReviewEvent event) {
    Optional<SourceId> above =
        event.act().on().filter(on -> sent.of(on).isPresent()).or(() -> roundAt(event.at()));
    Person by = event.by().person();
    // no Reviewed-by: nobody gave one
    String words = by.name() + " approved this at " + event.act().source().value() + "\n";
    SourceId source = event.act().source();
    send(ids.of(NOTE, source, words), source, above, by, event.at(), words, "");
  }

  private void send(
      MessageId id,
      SourceId source,
      Optional<SourceId> above,
      Person author,
      Instant at,
      String words,
      String ownSubject) {
    Optional<OutgoingMail> parent = above.flatMap(sent::of);
    String subject =
        ownSubject.isEmpty()
            ? "Re: " + parent.map(p -> p.subject()).orElse(posting.contribution().title())
            : ownSubject;
    OutgoingMail mail =
        new OutgoingMail(
            id,
            options.sender().orElseGet(() -> Writers.mailable(author, ids.host())),
            parent.map(OutgoingMail::to).orElse(options.to()),
            parent.map(OutgoingMail::cc).orElse(options.cc()),
            subject.startsWith("Re: Re: ") ? subject.substring(4) : subject,
            at.atOffset(ZoneOffset.UTC).withNano(0),
            above.flatMap(sent::idOf),
            above.map(sent::referencesTo).orElse(List.of()),
            posting.contribution().id().value() + ' ' + source.value(),
            Body.of(words));
    sent.add(source, "say " + source.value(), "what " + author.name() + " said", mail);
  }
}
