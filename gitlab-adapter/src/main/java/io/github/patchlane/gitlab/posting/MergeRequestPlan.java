package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.Obstacle;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.source.Posting.Round;
import io.github.patchlane.gitlab.posting.PlanDraft.Piece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A contribution as a merge request: its revisions as versions of one branch, its replies as
 * threads, all in the order in which they were sent.
 */
final class MergeRequestPlan {
  private final Posting posting;
  private final PostingOptions options;
  private final PlanDraft draft = new PlanDraft();
  private final Signature signature;
  private final Leads leads;
  private final RoundTexts texts;
  private final ReplyThreads replies;
  private String pushed = "";

  private MergeRequestPlan(Posting posting, PostingOptions options, GitRepository repository) {
    this.posting = posting;
    this.options = options;
    this.signature = new Signature(new ArchiveLinks(options.archiveUrl()));
    this.leads = new Leads(posting.contribution());
    this.texts = new RoundTexts(posting, signature, leads);
    this.replies = new ReplyThreads(posting, draft, signature, new Places(repository));
  }

  /** One thing that was sent: a revision or a reply. */
  private record Sent(Instant at, Optional<Round> round, Optional<MessageText> reply) {}

  static Plan of(Posting posting, PostingOptions options, GitRepository repository, String target) {
    return new MergeRequestPlan(posting, options, repository).plan(target);
  }

  private Plan plan(String target) {
    Contribution contribution = posting.contribution();
    Optional<Round> first =
        posting.revisions().stream().filter(r -> r.branch().isPresent()).findFirst();
    if (first.isEmpty()) {
      posting
          .revisions()
          .forEach(r -> draft.remark(r.revision().label() + " does not apply: " + reason(r)));
      draft.remark("no revision applies, so there is nothing to make a merge request of");
    } else {
      open(first.get());
      List<MessageText> inOrder = parentsFirst(replyTexts());
      sent(first.get(), inOrder).forEach(this::add);
      new Ending(contribution, leads, draft, signature).add(replies.lineThreads());
    }
    return new Plan(
        contribution.id().value() + " to " + target,
        contribution.title(),
        NoteBudget.within(draft),
        draft.remarks());
  }

  private List<Sent> sent(Round first, List<MessageText> replyTexts) {
    List<Sent> all = new ArrayList<>();
    for (Round round : posting.revisions()) {
      if (!round.equals(first)) {
        all.add(new Sent(round.revision().postedAt(), Optional.of(round), Optional.empty()));
      }
    }
    Instant latest = Instant.MIN;
    for (MessageText reply : replyTexts) {
      // no answer before what it answers, whatever the clocks say
      latest = reply.at().isAfter(latest) ? reply.at() : latest;
      all.add(new Sent(latest, Optional.empty(), Optional.of(reply)));
    }
    all.sort(Comparator.comparing(Sent::at));
    return all;
  }

  private void add(Sent sent) {
    sent.round().ifPresent(this::round);
    sent.reply().ifPresent(replies::add);
  }

  private List<MessageText> replyTexts() {
    Set<SourceId> own =
        posting.contribution().revisions().stream()
            .flatMap(Revision::postings)
            .collect(Collectors.toSet());
    return posting.texts().values().stream()
        .filter(text -> !own.contains(text.id()))
        .sorted(Comparator.comparing(MessageText::at).thenComparing(text -> text.id().value()))
        .toList();
  }

  private static List<MessageText> parentsFirst(List<MessageText> byTime) {
    Map<SourceId, MessageText> all = new LinkedHashMap<>();
    byTime.forEach(text -> all.put(text.id(), text));
    Set<MessageText> placed = new LinkedHashSet<>();
    for (MessageText text : byTime) {
      List<MessageText> chain = new ArrayList<>();
      Set<SourceId> seen = new HashSet<>();
      Optional<MessageText> next = Optional.of(text);
      while (next.isPresent() && !placed.contains(next.get()) && seen.add(next.get().id())) {
        chain.add(0, next.get());
        next = next.get().answers().map(all::get);
      }
      placed.addAll(chain);
    }
    return List.copyOf(placed);
  }

  private void open(Round round) {
    warn(round);
    push(round);
    boolean draftRequest = isDraft(round);
    Map<String, String> payload = new LinkedHashMap<>();
    source(payload);
    payload.put(Fields.TARGET, options.targetBranch());
    payload.put(Fields.TITLE, Harmless.title(posting.contribution().title(), draftRequest));
    payload.put(Fields.LABELS, draftRequest ? "mailing-list,rfc" : "mailing-list");
    SourceId lead = leads.of(round.revision());
    Marker marker = Marker.of(lead, round.revision().number(), "description");
    List<String> words =
        Pieces.of(
            described(round),
            Pieces.DESCRIPTION,
            text ->
                (text.isBlank() ? "" : Harmless.prose(text) + "\n\n---\n\n")
                    + texts.provenance(round));
    payload.put(Fields.DESCRIPTION, marker.under(words.get(0)));
    payload.put(Fields.MARKER, marker.line());
    draft.add(
        PlanDraft.OPEN,
        Actions.OPEN,
        payload.get(Fields.TITLE) + ", " + place() + " into " + options.targetBranch(),
        payload,
        List.of(pushKey(round)));
    for (int i = 1; i < words.size(); i++) {
      String rest = words.get(i);
      draft.note(
          Actions.NOTE,
          new Piece(
              lead,
              round.revision().number(),
              "description-" + (i + 1),
              round.revision().postedAt(),
              "the description, continued"),
          rest,
          text -> text);
    }
  }

  private String described(Round round) {
    String cover = texts.cover(round);
    String notes = texts.notes(round);
    return cover.isBlank() || notes.isBlank() ? cover + notes : cover + "\n\n" + notes;
  }

  private static boolean isDraft(Round round) {
    return round.revision().kind() == Revision.Kind.RFC;
  }

  private void round(Round round) {
    Revision revision = round.revision();
    if (round.branch().isEmpty()) {
      asText(round);
      return;
    }
    warn(round);
    boolean moved = !round.branch().get().head().value().equals(pushed);
    if (moved) {
      push(round);
    }
    String words = described(round);
    draft.note(
        Actions.NOTE,
        new Piece(
            leads.of(revision),
            revision.number(),
            leads.part(revision, "revision"),
            revision.postedAt(),
            revision.label() + " and what it changes"),
        words,
        text ->
            texts.provenance(round) + (text.isBlank() ? "" : "\n\n---\n\n" + Harmless.prose(text)));
    String change = moved ? round.rangeDiff().orElse("") : "";
    if (!change.isBlank()) {
      draft.note(
          Actions.NOTE,
          new Piece(
              leads.of(revision),
              revision.number(),
              leads.part(revision, "range-diff"),
              revision.postedAt(),
              "range-diff of " + revision.label()),
          change,
          text ->
              "Range-diff of "
                  + Harmless.inline(revision.label())
                  + " against the revision before:\n\n"
                  + Harmless.verbatim(text));
    }
    retitle(round);
  }

  private void retitle(Round round) {
    boolean wasDraft =
        posting.revisions().stream()
            .filter(r -> r.branch().isPresent())
            .findFirst()
            .map(MergeRequestPlan::isDraft)
            .orElse(false);
    String key = "ready";
    if (wasDraft && !isDraft(round) && !draft.has(key)) {
      draft.add(
          key,
          Actions.RETITLE,
          "no draft any more, as " + round.revision().label() + " is no RFC",
          Map.of(Fields.TITLE, Harmless.title(posting.contribution().title(), false)),
          List.of(PlanDraft.OPEN));
    }
  }

  private static String reason(Round round) {
    return round.obstacle().map(Obstacle::reason).orElse("its patches are not known");
  }

  /** What became no branch is there to be read. */
  private void asText(Round round) {
    Revision revision = round.revision();
    draft.remark(
        revision.label() + " does not apply (" + reason(round) + "): its patches become a note");
    SourceId lead = leads.of(revision);
    String words = described(round);
    String reason = Harmless.inline(reason(round));
    draft.note(
        Actions.NOTE,
        new Piece(
            lead,
            revision.number(),
            leads.part(revision, "revision"),
            revision.postedAt(),
            revision.label() + ", which does not apply"),
        words,
        text ->
            texts.provenance(round)
                + "\n\nThis revision is no version of the branch, because it does not apply: "
                + reason
                + (text.isBlank() ? "" : "\n\n---\n\n" + Harmless.prose(text)));
    String patches = texts.asMailed(round);
    if (!patches.isBlank()) {
      draft.note(
          Actions.NOTE,
          new Piece(
              lead,
              revision.number(),
              leads.part(revision, "patches"),
              revision.postedAt(),
              "the patches of " + revision.label() + " as text"),
          patches,
          text ->
              "The patches of "
                  + Harmless.inline(revision.label())
                  + " as mailed:\n\n"
                  + Harmless.verbatim(text));
    }
  }

  private void push(Round round) {
    String head = round.branch().orElseThrow().head().value();
    Map<String, String> payload = new LinkedHashMap<>();
    source(payload);
    payload.put(Fields.HEAD, head);
    payload.put(Fields.LEASE, pushed);
    payload.put(Fields.TARGET, options.targetBranch());
    draft.add(
        pushKey(round),
        Actions.PUSH,
        round.revision().label() + " (" + head.substring(0, 12) + ") to " + place(),
        payload,
        pushed.isEmpty() ? List.of() : List.of(PlanDraft.OPEN));
    pushed = head;
  }

  private String pushKey(Round round) {
    return leads.part(round.revision(), "push") + " " + leads.of(round.revision()).value();
  }

  private void source(Map<String, String> payload) {
    payload.put(Fields.BRANCH, branch());
    options.fork().ifPresent(fork -> payload.put(Fields.FORK, fork.path()));
  }

  /** The branch as a person names it: with its project where that is a fork. */
  private String place() {
    return options.fork().map(fork -> fork.path() + ":").orElse("") + branch();
  }

  private String branch() {
    return BranchName.of(posting.contribution().id());
  }

  private void warn(Round round) {
    for (PatchContent content : round.patches()) {
      String name =
          round.revision().patches().stream()
              .filter(p -> p.id().equals(content.id()))
              .map(Patch::index)
              .findFirst()
              .map(index -> round.revision().label() + " patch " + index)
              .orElse(content.id().value());
      CommitWarnings.of(content.message())
          .forEach(warning -> draft.remark("the commit message of " + name + ": " + warning));
    }
  }
}
