package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.MessageText.Passage;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.source.Posting.Round;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the page says of a revision: its cover letter, its patches, who sent it and when. */
final class RoundTexts {
  private final Posting posting;
  private final Signature signature;
  private final Leads leads;

  RoundTexts(Posting posting, Signature signature, Leads leads) {
    this.posting = posting;
    this.leads = leads;
    this.signature = signature;
  }

  /** Who posted it, when, and of what patches it consists. */
  String provenance(Round round) {
    Revision revision = round.revision();
    StringBuilder text = new StringBuilder();
    text.append(
        signature.of(
            posting.contribution().submitter(),
            revision.postedAt(),
            leads.of(revision),
            "sent " + Harmless.inline(revision.label())));
    text.append(revision.patches().size() == 1 ? ", one patch:" : ", " + size(revision) + ":");
    for (Patch patch : revision.patches()) {
      text.append("\n- ").append(patch.index()).append('/').append(total(revision)).append(' ');
      text.append(Harmless.inline(patch.subject()));
      if (!patch.author().isSameAs(posting.contribution().submitter())) {
        text.append(", by ").append(Signature.person(patch.author()));
      }
    }
    if (!revision.missing().isEmpty()) {
      text.append("\n\nAnnounced, but never seen: ")
          .append(
              revision.missing().stream().map(String::valueOf).collect(Collectors.joining(", ")))
          .append(" of ")
          .append(total(revision))
          .append('.');
    }
    return text.toString();
  }

  private static String size(Revision revision) {
    return revision.patches().size() + " patches";
  }

  static int total(Revision revision) {
    return Math.max(
        revision.patches().stream().mapToInt(p -> p.total().orElse(0)).max().orElse(0),
        revision.patches().stream().mapToInt(Patch::index).max().orElse(0));
  }

  /**
   * The words of the cover letter; of a single patch those of its commit message. In a mail's plain
   * text.
   */
  String cover(Round round) {
    Optional<String> cover = round.revision().cover().flatMap(this::words);
    if (cover.isPresent()) {
      return cover.get();
    }
    if (round.patches().size() != 1) {
      return "";
    }
    String message = round.patches().get(0).message();
    int body = message.indexOf('\n');
    return body < 0 ? "" : message.substring(body).strip();
  }

  /** What patches' authors say below their commit messages, with the patch's name above each. */
  String notes(Round round) {
    List<String> notes = new ArrayList<>();
    for (Patch patch : round.revision().patches()) {
      words(patch.id())
          .ifPresent(
              text ->
                  notes.add(
                      "Notes on patch "
                          + patch.index()
                          + "/"
                          + total(round.revision())
                          + ":\n\n"
                          + text));
    }
    return String.join("\n\n", notes);
  }

  private Optional<String> words(SourceId mail) {
    return Optional.ofNullable(posting.texts().get(mail))
        .map(MessageText::passages)
        .map(all -> all.stream().map(Passage::text).collect(Collectors.joining("\n\n")))
        .filter(text -> !text.isBlank());
  }

  /** The patches of a revision as they were mailed, for one that became no branch. */
  String asMailed(Round round) {
    return round.patches().stream().map(RoundTexts::asMailed).collect(Collectors.joining("\n\n"));
  }

  private static String asMailed(PatchContent patch) {
    return "From: "
        + patch.author()
        + patch.authoredAt().map((Instant at) -> "\nDate: " + Signature.time(at)).orElse("")
        + "\n\n"
        + patch.message().stripTrailing()
        + "\n---\n"
        + decoded(patch.diff());
  }

  /** A diff has no charset; what is no UTF-8 is shown as Latin-1, as git's own tools do. */
  private static String decoded(byte[] diff) {
    String text = new String(diff, StandardCharsets.UTF_8);
    return text.indexOf('\ufffd') < 0 ? text : new String(diff, StandardCharsets.ISO_8859_1);
  }
}
