package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.MessageText.Passage;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.review.ReplyPassages;
import io.github.patchlane.mailinglist.review.Target;
import io.github.patchlane.mailinglist.review.Target.TargetPatch;
import io.github.patchlane.mailinglist.series.PatchMailReader;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What must be remembered of mails to fetch their words again as the reading understood them. */
final class MailTexts {
  static final MailTexts NONE = new MailTexts();

  private final Map<MessageId, Writing> writings = new HashMap<>();

  /** Several threads at once tell what was answered. */
  private final Map<MessageId, Answered> answers = new ConcurrentHashMap<>();

  private List<Patch> lastPatches = List.of();
  private List<TargetPatch> lastTargets = List.of();

  private record Writing(Person from, Instant at, Optional<MessageId> parent) {}

  /** What a reply was taken to answer. */
  record Answered(
      int revision, SourceId posting, int index, List<Patch> patches, Person submitter) {}

  void wrote(Mail mail, Optional<MessageId> parent) {
    writings.put(mail.id(), new Writing(mail.from(), mail.sentAt(), parent));
  }

  void answered(MessageId mail, Answered answered) {
    answers.put(mail, answered);
  }

  /** The text of a mail that was read again. */
  Optional<MessageText> text(Message mail, Function<SourceId, Optional<PatchContent>> content) {
    Writing writing = writings.get(mail.id());
    if (writing == null) {
      return Optional.empty();
    }
    return Optional.of(
        new MessageText(
            mail.id(),
            writing.parent().map(parent -> (SourceId) parent),
            writing.from(),
            writing.at(),
            mail.subject(),
            passages(mail, content)));
  }

  private List<Passage> passages(Message mail, Function<SourceId, Optional<PatchContent>> content) {
    Answered answered = answers.get(mail.id());
    if (answered == null) {
      String notes = PatchMailReader.notes(mail);
      return notes.isEmpty() ? List.of() : List.of(new Passage("", notes, Optional.empty()));
    }
    Target target =
        new Target(
            answered.revision(),
            answered.posting(),
            answered.index(),
            targets(answered.patches(), content),
            answered.submitter());
    return ReplyPassages.of(mail, target);
  }

  /** Replies to one revision mostly come one after the other. */
  private List<TargetPatch> targets(
      List<Patch> patches, Function<SourceId, Optional<PatchContent>> content) {
    if (!patches.equals(lastPatches)) {
      lastTargets =
          patches.stream()
              .map(
                  p ->
                      new TargetPatch(
                          p.index(),
                          p.id(),
                          p.author(),
                          content.apply(p.id()).map(MailTexts::index)))
              .toList();
      lastPatches = patches;
    }
    return lastTargets;
  }

  private static DiffIndex index(PatchContent content) {
    return UnifiedDiff.parse(content.diff()).index();
  }
}
