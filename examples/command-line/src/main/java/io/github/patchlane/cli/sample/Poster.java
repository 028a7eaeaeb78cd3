package io.github.patchlane.cli.sample;

import io.github.patchlane.cli.sample.Mail.Form;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Mails patches, each author in their own manner. */
final class Poster {
  private static final Person OTHER_LIST =
      new Person("Thornbill ports", "thornbill-ports@lists.example.org");

  private final World world;
  private final PatchText text;

  Poster(World world) {
    this.world = world;
    text = new PatchText(world);
  }

  /** Mails the whole series under its present label. */
  void post(Effort effort) throws IOException {
    Instant at = world.agenda.now();
    int total = effort.drafts.size();
    boolean coverless =
        total == 1
            || effort.oddity() == Oddity.OPEN_TOTAL
            || effort.oddity() == Oddity.NO_NUMBERS
            || (total == 2 && effort.author.newcomer());
    MessageIds.Posting ids =
        world.ids.posting(effort.author, at, effort.slug, effort.label.number());
    List<MessageId> above = threadOfPosting(effort);
    List<Snapshot> trees = trees(effort);
    List<MessageId> inSeries = above;
    effort.cover = Optional.empty();
    List<Mail> mails = new ArrayList<>();
    if (!coverless) {
      Mail cover =
          mail(effort, ids.of(0), at, subject(effort, effort.title, count(effort, 0)), above)
              .withHeaders(mailer(effort));
      cover = withBody(cover, text.cover(effort, Diffs.between(trees.get(0), trees.get(total))));
      effort.cover = Optional.of(cover);
      mails.add(cover);
      inSeries = cover.thread();
    }
    List<PatchMail> patches = new ArrayList<>();
    for (int i = 0; i < total; i++) {
      PatchDraft draft = effort.drafts.get(i);
      List<FileDiff> diffs = Diffs.between(trees.get(i), trees.get(i + 1));
      Mail shell =
          mail(
                  effort,
                  ids.of(total == 1 ? 0 : i + 1),
                  at.plusSeconds(i + 1L),
                  subject(effort, draft.title(), count(effort, i + 1)),
                  inSeries)
              .withHeaders(mailer(effort));
      PatchMail patch = patchMail(effort, shell, draft, diffs, coverless && i == 0);
      patches.add(patch);
      mails.add(patch.mail());
      if (coverless && i == 0) {
        inSeries = patch.mail().thread();
      }
    }
    effort.posted.clear();
    effort.posted.addAll(patches);
    boolean first = effort.openings.isEmpty();
    effort.openings.add(mails.get(0));
    record(effort, false, effort.cover, patches, 0);
    for (Mail mail : mails) {
      world.deliver(mail);
    }
    if (first && effort.oddity() == Oddity.CROSS_POST) {
      world.deliver(mails.get(0).withHeaders(List.of("X-Forwarded-For: " + OTHER_LIST.email())));
    }
  }

  /** Mails one patch anew in reply to its old mail; the rest of the series stands. */
  void reroll(Effort effort, int index) throws IOException {
    Instant at = world.agenda.now();
    PatchMail old = effort.posted.get(index);
    PatchDraft draft = effort.drafts.get(index).reworked(world.dice, world.code, world.words);
    effort.drafts.set(index, draft);
    List<Snapshot> trees = trees(effort);
    MessageIds.Posting ids =
        world.ids.posting(effort.author, at, effort.slug, effort.label.number());
    Mail shell =
        mail(
            effort,
            ids.of(index + 1),
            at,
            subject(effort, draft.title(), count(effort, index + 1)),
            old.mail().thread());
    PatchMail patch =
        patchMail(
            effort, shell, draft, Diffs.between(trees.get(index), trees.get(index + 1)), false);
    effort.posted.set(index, patch);
    record(effort, true, Optional.empty(), List.of(patch), index);
    world.deliver(patch.mail());
  }

  /** The trees before the series and after each of its patches. */
  private List<Snapshot> trees(Effort effort) {
    List<Snapshot> trees = new ArrayList<>(List.of(world.master()));
    for (PatchDraft draft : effort.drafts) {
      trees.add(draft.apply(trees.get(trees.size() - 1)));
    }
    return trees;
  }

  private PatchMail patchMail(
      Effort effort, Mail shell, PatchDraft draft, List<FileDiff> diffs, boolean standsAlone) {
    List<String> intro = text.intro(effort, draft, diffs, standsAlone);
    List<DiffLine> diff = diffs.stream().flatMap(file -> file.lines().stream()).toList();
    List<String> body = new ArrayList<>(intro);
    diff.forEach(line -> body.add(line.text()));
    body.addAll(text.signature(effort, standsAlone));
    return new PatchMail(withBody(shell, body), draft, intro, diff);
  }

  private Mail mail(
      Effort effort, MessageId id, Instant at, String subject, List<MessageId> above) {
    List<Person> cc =
        effort.maintainer.equals(effort.author) ? List.of() : List.of(effort.maintainer.person());
    Mail mail = Mail.plain(id, effort.author, at, subject, above, cc, List.of());
    return switch (effort.oddity()) {
      case ATTACHED -> mail.shaped(Form.ATTACHED);
      case BASE64 -> mail.shaped(Form.BASE64);
      case QUOTED_PRINTABLE -> mail.shaped(Form.QUOTED_PRINTABLE);
      case WRONG_CLOCK -> mail.withClockError(Duration.ofHours(-26));
      default -> mail;
    };
  }

  private static Mail withBody(Mail mail, List<String> body) {
    return new Mail(
        mail.id(),
        mail.from(),
        mail.sent(),
        mail.subject(),
        mail.references(),
        mail.cc(),
        body,
        mail.form(),
        mail.headers(),
        mail.clockError());
  }

  private static List<String> mailer(Effort effort) {
    return effort.author.habit() == Habit.CHANGE_ID
        ? List.of("X-Mailer: b4 0.14.2")
        : List.of("X-Mailer: git-send-email 2.39.0");
  }

  private static List<MessageId> threadOfPosting(Effort effort) {
    if (effort.openings.isEmpty()
        || effort.author.habit() != Habit.REPLY
        || effort.oddity() == Oddity.RETITLED) {
      return List.of();
    }
    return effort.openings.get(0).thread();
  }

  private static String subject(Effort effort, String title, String count) {
    String before = effort.label.resend() ? "RESEND" : effort.label.rfc() ? "RFC" : "";
    String after = effort.oddity() == Oddity.FOR_RELEASE ? "for-4.20" : "";
    return effort.author.style().bracket(before, after, effort.label.version(), count)
        + " "
        + title;
  }

  private static String count(Effort effort, int index) {
    int total = effort.drafts.size();
    if (total == 1 || effort.oddity() == Oddity.NO_NUMBERS) {
      return "";
    }
    if (effort.oddity() == Oddity.OPEN_TOTAL) {
      return index + "/n";
    }
    return (total > 9 && index < 10 ? "0" : "") + index + "/" + total;
  }

  private void record(
      Effort effort,
      boolean partial,
      Optional<Mail> cover,
      List<PatchMail> patches,
      int firstIndex) {
    List<SampleTruth.Patch> truth = new ArrayList<>();
    for (int i = 0; i < patches.size(); i++) {
      PatchMail patch = patches.get(i);
      truth.add(
          new SampleTruth.Patch(
              firstIndex + i + 1, patch.id(), patch.draft().title(), patch.draft().tags()));
    }
    effort.revisions.add(
        new SampleTruth.Revision(
            effort.label.number(),
            effort.label.rfc(),
            effort.label.resend(),
            partial,
            cover.map(Mail::sent).orElseGet(() -> patches.get(0).mail().sent()),
            cover.stream().map(Mail::id).toList(),
            truth));
  }
}
