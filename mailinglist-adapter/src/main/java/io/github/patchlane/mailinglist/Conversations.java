package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.identity.BotRule;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.Corrections;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.mailinglist.review.ReplyEvents;
import io.github.patchlane.mailinglist.review.Target;
import io.github.patchlane.mailinglist.series.PatchMail;
import io.github.patchlane.mailinglist.series.Series;
import io.github.patchlane.mailinglist.series.SubjectLine;
import io.github.patchlane.mailinglist.thread.MailThreads;
import io.github.patchlane.mailinglist.thread.NearestAbove;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/**
 * What was said about each series: every mail is brought to the posting that it answers. Where it
 * belongs is found one mail after the other; what it says of that is judged for each contribution
 * by itself, on all processors.
 */
final class Conversations {
  /** Contributions are taken in stripes, lest one processor get all the long ones of a season. */
  private static final int STRIPES = 64;

  private final MailThreads threads;
  private final BotRule bots;
  private final List<ContributionBuilder> builders = new ArrayList<>();
  private final Map<MessageId, Seat> seats = new HashMap<>();
  private final Map<String, NavigableMap<Instant, PatchMail>> bySubject = new HashMap<>();
  private final NearestAbove<Seat> above;
  private final List<Problem> problems = new ArrayList<>();
  private final MailTexts texts = new MailTexts();

  /**
   * A posting's place: which contribution, which of its revisions, which patch of it (0: cover).
   */
  private record Seat(int contribution, int revision, int index) {}

  private record Answer(Mail mail, Seat to) {}

  Conversations(
      Map<MessageId, Mail> mails,
      MailThreads threads,
      List<Series> series,
      Corrections corrections) {
    this.threads = threads;
    this.above = new NearestAbove<>(threads, id -> Optional.ofNullable(seats.get(id)));
    this.bots = BotRule.STANDARD.with(corrections.bots(), corrections.humans());
    for (Series one : series) {
      seat(one);
    }
    List<List<Answer>> answers =
        answers(mails.values().parallelStream().sorted(Mail.BY_TIME).toList());
    IntStream.range(0, STRIPES).parallel().forEach(stripe -> hearEvery(STRIPES, stripe, answers));
    PostedPatches posted = new PostedPatches(builders);
    new PullRequests(builders, posted).announce();
    new Refusals(builders).decide();
    new Absorption(builders, posted).announce();
  }

  List<Contribution> contributions() {
    return builders.parallelStream().map(ContributionBuilder::build).toList();
  }

  /** What it takes to fetch the mails' words again. */
  MailTexts texts() {
    return texts;
  }

  /** Patch mails and replies that found no place. */
  List<Problem> problems() {
    return problems;
  }

  private void seat(Series series) {
    int number = builders.size();
    builders.add(new ContributionBuilder(series, this::actor));
    for (int r = 0; r < series.revisions().size(); r++) {
      Map<SourceId, Integer> places = new HashMap<>();
      series.revisions().get(r).patches().forEach(p -> places.putIfAbsent(p.id(), p.index()));
      for (PatchMail mail : series.mails().get(r)) {
        seats.put(mail.id(), new Seat(number, r, places.getOrDefault(mail.id(), 0)));
        bySubject
            .computeIfAbsent(subjectKey(mail.subject()), k -> new TreeMap<>())
            .merge(mail.sentAt(), mail, BinaryOperator.maxBy(PatchMail.BY_TIME));
      }
    }
  }

  /** For each contribution the mails that answer it, in their order. */
  private List<List<Answer>> answers(List<Mail> inOrder) {
    List<List<Answer>> answers = new ArrayList<>();
    builders.forEach(builder -> answers.add(new ArrayList<>()));
    for (Mail mail : inOrder) {
      texts.wrote(mail, threads.parent(mail.id()));
      boolean posting = seats.containsKey(mail.id());
      Optional<Seat> above = seatAbove(mail.id());
      Optional<Seat> seat = posting ? above : above.or(() -> seatBySubject(mail));
      if (seat.isPresent()) {
        answers.get(seat.get().contribution()).add(new Answer(mail, seat.get()));
      } else if (!posting) {
        orphan(mail);
      }
    }
    return answers;
  }

  private void hearEvery(int step, int from, List<List<Answer>> answers) {
    for (int b = from; b < builders.size(); b += step) {
      for (Answer answer : answers.get(b)) {
        hear(builders.get(b), answer);
      }
    }
  }

  private void hear(ContributionBuilder builder, Answer answer) {
    Seat own = seats.get(answer.mail().id());
    if (own == null) {
      reply(builder, answer);
    } else if (own.contribution() != answer.to().contribution()) {
      postedInAnswer(builder, answer, own);
    }
  }

  private Actor actor(PatchMail mail) {
    return new Actor(mail.sender(), bots.isBot(mail.sender()));
  }

  /** Somebody else's patch in the thread is an answer too. */
  private void postedInAnswer(ContributionBuilder builder, Answer answer, Seat own) {
    Mail mail = answer.mail();
    boolean opensTheSeries =
        threads
            .parent(mail.id())
            .map(seats::get)
            .map(seat -> seat.contribution() != own.contribution())
            .orElse(true);
    if (opensTheSeries && !builder.isSubmitter(mail.from())) {
      builder.add(
          new ReviewEvent.Commented(
              new Act(
                  mail.sentAt(),
                  new Actor(mail.from(), bots.isBot(mail.from())),
                  OptionalInt.of(builder.number(answer.to().revision())),
                  threads.parent(mail.id()).map(id -> (SourceId) id),
                  mail.id()),
              Optional.empty(),
              false));
    }
  }

  private void reply(ContributionBuilder builder, Answer answer) {
    Mail mail = answer.mail();
    Seat seat = answer.to();
    boolean bot = mail.automatic() || bots.isBot(mail.from());
    Target target = builder.target(seat.revision(), seat.index());
    texts.answered(mail.id(), builder.answered(seat.revision(), target));
    ReplyEvents said =
        ReplyEvents.of(mail.reply(), mail.id(), mail.sentAt(), new Actor(mail.from(), bot), target);
    builder.add(said);
  }

  private void orphan(Mail mail) {
    SubjectLine subject = SubjectLine.parse(mail.subject());
    if (subject.tagged() && subject.forward()) {
      problems.add(
          problem(
              Problem.Kind.UNPLACED, mail, "a patch handed on by someone; only read as a mail"));
    } else if (subject.tagged() && subject.reply()) {
      problems.add(
          problem(
              Problem.Kind.ORPHAN,
              mail,
              "answers a patch that the archive does not hold; counted nowhere"));
    } else if (subject.tagged()) {
      problems.add(
          problem(Problem.Kind.UNPLACED, mail, "a patch's subject on a mail that a machine sent"));
    }
  }

  private static Problem problem(Problem.Kind kind, Mail mail, String reason) {
    return new Problem(kind, mail.position(), mail.id().value(), mail.subject(), reason);
  }

  /** The posting nearest above a mail in its thread. */
  private Optional<Seat> seatAbove(MessageId mail) {
    return above.of(mail);
  }

  /**
   * For mail programs that drop references: the newest earlier posting of the very same subject.
   */
  private Optional<Seat> seatBySubject(Mail mail) {
    if (threads.parent(mail.id()).isPresent()) {
      return Optional.empty();
    }
    SubjectLine subject = SubjectLine.parse(mail.subject());
    if (!subject.reply() || !subject.tagged()) {
      return Optional.empty();
    }
    return Optional.ofNullable(bySubject.get(subjectKey(subject)))
        .map(postings -> postings.floorEntry(mail.sentAt()))
        .map(newest -> seats.get(newest.getValue().id()));
  }

  private static String subjectKey(SubjectLine subject) {
    return subject.label()
        + " "
        + subject.index().orElse(-1)
        + "/"
        + subject.total().orElse(-1)
        + " "
        + subject.title().toLowerCase(java.util.Locale.ROOT);
  }
}
