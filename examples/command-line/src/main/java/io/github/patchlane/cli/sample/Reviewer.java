package io.github.patchlane.cli.sample;

import io.github.patchlane.cli.sample.ReviewText.Remarks;
import io.github.patchlane.cli.sample.SampleTruth.Kind;
import io.github.patchlane.cli.sample.SampleTruth.Weight;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Mails that answer patches. */
final class Reviewer {
  private final World world;
  private final ReviewText text;

  Reviewer(World world) {
    this.world = world;
    text = new ReviewText(world.dice, world.prose);
  }

  /** Some remarks, and tags for a part of what drew none. */
  void criticise(Effort effort, Member reviewer) throws IOException {
    int patches = effort.posted.size();
    int remarks = 0;
    for (int i = 0; i < patches; i++) {
      if ((remarks == 0 && i == patches - 1) || world.dice.chance(0.35)) {
        comment(effort, reviewer, i);
        remarks++;
      } else if (world.dice.chance(0.25)) {
        tag(effort, reviewer, i);
      }
    }
  }

  /** Tags for everything, one way or another. */
  void approve(Effort effort, Member reviewer) throws IOException {
    int patches = effort.posted.size();
    String trailer = trailer(effort, reviewer);
    if (effort.cover.isEmpty() || world.dice.chance(0.35)) {
      for (int i = 0; i < patches; i++) {
        tag(effort, reviewer, i, trailer);
      }
      return;
    }
    int covered = patches;
    String words = world.dice.pick(List.of("For the series:", "Whole series", "", "LGTM."));
    if (patches > 2 && world.dice.chance(0.4)) {
      covered = patches - world.dice.between(1, patches - 2);
      words =
          world.dice.pick(
              List.of("For patches 1 to " + covered + ":", "Patches 1-" + covered + " are"));
    }
    Mail head = effort.cover.get();
    List<String> body = new ArrayList<>(List.of(text.attribution(head)));
    head.body().stream().limit(3).forEach(line -> body.add(ReviewText.quote(line)));
    body.add("");
    if (!words.isEmpty()) {
      body.add(words);
    }
    body.add(trailer);
    Mail mail = send(effort, reviewer, head, body, Kind.REVIEW);
    List<MessageId> spokenFor = new ArrayList<>();
    for (int i = 0; i < covered; i++) {
      effort.tag(i, trailer);
      spokenFor.add(effort.posted.get(i).id());
    }
    effort.tags.add(
        new SampleTruth.Tag(mail.id(), reviewer.person(), trailer, Weight.GIVEN, spokenFor));
    for (int i = covered; i < patches; i++) {
      tag(effort, reviewer, i, trailer);
    }
  }

  /** A tag for the newest mail of one patch. */
  void tag(Effort effort, Member reviewer, int index) throws IOException {
    tag(effort, reviewer, index, trailer(effort, reviewer));
  }

  /** A maintainer's no. */
  void refuse(Effort effort, Member reviewer) throws IOException {
    Mail head = effort.head();
    String trailer = "Nacked-by: " + reviewer.person();
    List<String> body = new ArrayList<>(List.of(text.attribution(head)));
    head.body().stream().limit(4).forEach(line -> body.add(ReviewText.quote(line)));
    body.add("");
    body.addAll(Prose.wrap("I don't think we want this at all. " + world.prose.sentence()));
    body.add("");
    body.add(trailer);
    Mail mail = send(effort, reviewer, head, body, Kind.DECLINED);
    effort.tags.add(
        new SampleTruth.Tag(
            mail.id(),
            reviewer.person(),
            trailer,
            Weight.REFUSAL,
            effort.posted.stream().map(PatchMail::id).toList()));
  }

  /** A short word on the whole posting. */
  Mail say(Effort effort, Member who, Kind kind, List<String> words) throws IOException {
    List<String> body = new ArrayList<>(List.of(text.attribution(effort.head())));
    effort.head().body().stream().limit(2).forEach(line -> body.add(ReviewText.quote(line)));
    body.add("");
    body.addAll(words);
    return send(effort, who, effort.head(), body, kind);
  }

  private void tag(Effort effort, Member reviewer, int index, String trailer) throws IOException {
    PatchMail patch = effort.posted.get(index);
    List<String> body = new ArrayList<>(List.of(text.attribution(patch.mail())));
    if (world.dice.chance(0.7)) {
      patch.intro().forEach(line -> body.add(ReviewText.quote(line)));
    }
    body.add("");
    body.add(trailer);
    Mail mail = send(effort, reviewer, patch.mail(), body, Kind.REVIEW);
    effort.tag(index, trailer);
    effort.tags.add(
        new SampleTruth.Tag(
            mail.id(), reviewer.person(), trailer, Weight.GIVEN, List.of(patch.id())));
  }

  private void comment(Effort effort, Member reviewer, int index) throws IOException {
    PatchMail patch = effort.posted.get(index);
    if (!patch.quotable()) {
      say(effort, reviewer, Kind.REVIEW, Prose.wrap(world.prose.remark()));
      return;
    }
    Remarks remarks = text.inline(patch);
    List<String> body = new ArrayList<>(remarks.body());
    boolean conditional = world.dice.chance(0.12);
    String trailer = trailer(effort, reviewer);
    if (conditional) {
      body.add("");
      body.add(
          world.dice.pick(List.of("With that fixed:", "If you change this, feel free to add")));
      body.add(trailer);
    }
    Mail mail = send(effort, reviewer, patch.mail(), body, Kind.REVIEW);
    if (conditional) {
      effort.tag(index, trailer);
      effort.tags.add(
          new SampleTruth.Tag(
              mail.id(), reviewer.person(), trailer, Weight.CONDITIONAL, List.of(patch.id())));
    }
    for (DiffLine line : remarks.remarks()) {
      noteComment(effort, mail, reviewer, patch, line, 1);
    }
    if (world.dice.chance(0.35)) {
      discuss(effort, effort.author, reviewer, patch, mail, remarks.remarks().get(0), 1);
    }
  }

  private void discuss(
      Effort effort,
      Member speaker,
      Member other,
      PatchMail patch,
      Mail said,
      DiffLine line,
      int depth) {
    world.agenda.at(
        world.agenda.later(speaker, Duration.ofHours(9), 1),
        () -> {
          boolean author = speaker.equals(effort.author);
          String words = author ? world.prose.answer() : world.prose.remark();
          Remarks answer = text.answer(said, line, depth, words);
          Kind kind = author ? Kind.AUTHOR_ANSWER : Kind.REVIEW;
          Mail mail = send(effort, speaker, said, answer.body(), kind);
          noteComment(effort, mail, speaker, patch, line, depth + 1);
          if (depth < 3 && world.dice.chance(0.35)) {
            discuss(effort, other, speaker, patch, mail, line, depth + 1);
          }
        });
  }

  private static void noteComment(
      Effort effort, Mail mail, Member by, PatchMail patch, DiffLine line, int depth) {
    effort.comments.add(
        new SampleTruth.Comment(
            mail.id(), by.person(), ReviewText.anchor(patch.id(), line), depth));
  }

  private Mail send(Effort effort, Member who, Mail on, List<String> body, Kind kind)
      throws IOException {
    List<Person> cc =
        who.equals(effort.author) ? List.of(on.from().person()) : List.of(effort.author.person());
    Mail mail =
        Mail.plain(
            world.ids.reply(who, world.agenda.now()),
            who,
            world.agenda.now(),
            on.replySubject(),
            on.thread(),
            cc,
            body);
    if (kind == Kind.AUTO_REPLY) {
      mail =
          mail.withHeaders(
              List.of("Auto-Submitted: auto-replied", "X-Auto-Response-Suppress: All"));
    }
    if (kind == Kind.REVIEW && effort.oddity() == Oddity.BASE64) {
      mail = mail.shaped(Mail.Form.QUOTED_PRINTABLE);
    }
    effort.replies.add(new SampleTruth.Reply(mail.id(), who.person(), on.id(), mail.sent(), kind));
    world.deliver(mail);
    return mail;
  }

  private String trailer(Effort effort, Member reviewer) {
    boolean maintainer = reviewer.equals(effort.maintainer);
    String key =
        world.dice.chance(0.12)
            ? "Tested-by"
            : maintainer && world.dice.chance(0.4) ? "Acked-by" : "Reviewed-by";
    return key + ": " + reviewer.person();
  }
}
