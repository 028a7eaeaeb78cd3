package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes mails of a contribution: for each round a cover letter and its patches, then what was said.
 * Start here: {@link #compose}.
 *
 * <p>Patches are as {@code git format-patch} writes them, so that {@code git am} gives back the
 * commits that they were: author, date, message, change. What cannot come back is said in the
 * remarks.
 */
public final class SeriesComposer {
  private final Posting posting;
  private final ComposeOptions options;
  private final Recipients recipients;
  private final OutgoingIds ids;
  private final Correspondence sent = new Correspondence();
  private final List<String> remarks = new ArrayList<>();

  private SeriesComposer(Posting posting, ComposeOptions options) {
    this.posting = posting;
    this.options = options;
    this.recipients = new Recipients(options);
    this.ids = new OutgoingIds(posting.contribution().id());
  }

  /** Composes all of a contribution; the same posting and options give the same mails. */
  public static ComposedSeries compose(Posting posting, ComposeOptions options) {
    return new SeriesComposer(posting, options).compose();
  }

  private ComposedSeries compose() {
    Map<String, Integer> times = new HashMap<>();
    for (Posting.Round round : posting.revisions()) {
      String label = round.revision().label();
      int before = times.merge(label, 1, Integer::sum) - 1;
      // what is sent again goes under the same label, and is another mail all the same
      round(round, before == 0 ? label : label + "-again-" + before);
    }
    new ReplyComposer(posting, options, ids, sent, remarks).composeAll();
    return new ComposedSeries(sent.inOrder(), remarks);
  }

  /**
   * @param name tells it from every other round of the contribution
   */
  private void round(Posting.Round round, String name) {
    Revision revision = round.revision();
    if (revision.kind() == Revision.Kind.COMMITTED || revision.kind() == Revision.Kind.PULL) {
      remarks.add(revision.label() + " is no proposal (" + revision.kind().label() + "): left out");
      return;
    }
    Map<SourceId, PatchContent> contents =
        round.patches().stream()
            .collect(Collectors.toMap(PatchContent::id, p -> p, (a, b) -> a, LinkedHashMap::new));
    List<Patch> patches =
        revision.patches().stream().filter(p -> contents.containsKey(p.id())).toList();
    for (Patch patch : revision.patches()) {
      if (!contents.containsKey(patch.id())) {
        remarks.add(revision.label() + ", patch " + patch.index() + ": its content is not at hand");
      }
    }
    List<Person> to = recipients.to(round);
    List<Person> cc = recipients.cc(posting, round);
    Envelope envelope = new Envelope(name, to, cc, date(revision));
    Optional<OutgoingMail> cover = Optional.empty();
    if (revision.patches().size() > 1 || saysMoreThanItsPatch(round)) {
      cover = Optional.of(cover(round, envelope, patches, contents));
    }
    for (Patch patch : patches) {
      PatchContent content = contents.get(patch.id());
      if (content != null) {
        patch(round, envelope, patch, content, cover);
      }
    }
  }

  /** A lone patch needs no letter that repeats its message, or that says nothing. */
  private boolean saysMoreThanItsPatch(Posting.Round round) {
    Optional<MessageText> text = round.revision().cover().map(posting.texts()::get);
    if (text.isEmpty()) {
      return round.revision().cover().isPresent() && round.patches().isEmpty();
    }
    String words = squeezed(CoverText.whole(text.get()));
    return !words.isEmpty()
        && round.patches().stream().noneMatch(p -> squeezed(p.message()).endsWith(words));
  }

  /** A page on the way may have broken or indented lines in another way. */
  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** What the mails of one round share. */
  private record Envelope(String round, List<Person> to, List<Person> cc, OffsetDateTime date) {}

  private static OffsetDateTime date(Revision revision) {
    return revision.postedAt().atOffset(ZoneOffset.UTC).withNano(0);
  }

  private OutgoingMail cover(
      Posting.Round round,
      Envelope envelope,
      List<Patch> patches,
      Map<SourceId, PatchContent> contents) {
    Revision revision = round.revision();
    SourceId name = revision.cover().orElseGet(() -> revision.patches().get(0).id());
    Optional<MessageText> text = revision.cover().map(posting.texts()::get);
    String subject =
        tag(revision, 0, true)
            + ' '
            + text.map(CoverText::title)
                .filter(t -> !t.isEmpty())
                .orElse(posting.contribution().title());
    CoverText body = new CoverText(posting.contribution(), round, text);
    String role = envelope.round + "-cover";
    OutgoingMail mail =
        new OutgoingMail(
            revision.cover().map(c -> ids.of(role, c, "")).orElse(ids.of(role, fresh(name), "")),
            writer(posting.contribution().submitter()),
            envelope.to,
            envelope.cc,
            subject,
            envelope.date,
            text.flatMap(MessageText::answers).flatMap(sent::idOf),
            text.flatMap(MessageText::answers).map(sent::referencesTo).orElse(List.of()),
            note(name),
            body.of(patches, contents));
    sent.add(
        name, "post " + envelope.round + " cover", "cover letter of " + revision.label(), mail);
    return mail;
  }

  /** A cover that was none before must not take its first patch's name. */
  private static SourceId fresh(SourceId patch) {
    return patch instanceof MessageId mail ? new WebAddress("mid://" + mail.value()) : patch;
  }

  private void patch(
      Posting.Round round,
      Envelope envelope,
      Patch patch,
      PatchContent content,
      Optional<OutgoingMail> cover) {
    Revision revision = round.revision();
    PatchMailBody body = new PatchMailBody(content);
    String where = revision.label() + ", patch " + patch.index();
    body.loss().ifPresent(loss -> remarks.add(where + ": its message " + loss));
    Optional<MessageText> text = Optional.ofNullable(posting.texts().get(patch.id()));
    Person from = writer(cover.isPresent() ? posting.contribution().submitter() : content.author());
    OffsetDateTime date = envelope.date.plusSeconds(cover.isPresent() ? patch.index() : 0);
    Optional<MessageId> parent =
        cover
            .map(OutgoingMail::id)
            .or(() -> text.flatMap(MessageText::answers).flatMap(sent::idOf));
    String closing = cover.isEmpty() ? CoverText.provenance(posting.contribution(), round) : "";
    OutgoingMail mail =
        new OutgoingMail(
            ids.of(envelope.round + '-' + patch.index(), patch.id(), ""),
            from,
            envelope.to,
            envelope.cc,
            tag(revision, patch.index(), cover.isPresent()) + ' ' + body.title(),
            date,
            parent,
            parent.stream().toList(),
            note(patch.id()),
            body.of(from, date, text.map(CoverText::whole).orElse(""), closing));
    sent.add(
        patch.id(),
        "post " + envelope.round + " patch " + patch.index(),
        where + ": " + body.title(),
        mail);
  }

  private Person writer(Person person) {
    return options.sender().orElseGet(() -> Writers.mailable(person, ids.host()));
  }

  private String note(SourceId source) {
    ContributionId id = posting.contribution().id();
    return id.value() + ' ' + source.value();
  }

  private static int total(Revision revision) {
    return Stream.concat(
            revision.patches().stream().map(p -> p.total().orElse(p.index())),
            revision.missing().stream())
        .mapToInt(Integer::intValue)
        .max()
        .orElse(1);
  }

  /** A lone patch has a number only below a cover letter, which it belongs to by that. */
  private String tag(Revision revision, int index, boolean numbered) {
    int total = total(revision);
    StringBuilder out = new StringBuilder("[");
    switch (revision.kind()) {
      case RFC -> out.append("RFC ");
      case REFRESH -> out.append("RESEND ");
      default -> {}
    }
    out.append(options.prefix());
    if (!revision.label().equals("v1")) {
      out.append(' ').append(revision.label());
    }
    if (total > 1 || numbered) {
      String all = String.valueOf(total);
      String one = String.valueOf(index);
      out.append(' ').append("0".repeat(Math.max(0, all.length() - one.length())));
      out.append(one).append('/').append(all);
    }
    return out.append(']').toString();
  }
}
