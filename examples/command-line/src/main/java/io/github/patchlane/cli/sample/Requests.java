package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.State;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The project's trial of merge requests: in the last third of the story its tests, which nobody
 * mails patches for, are changed on GitLab. The same people take part. Its dice are its own, so
 * that the list's story is the same with and without it.
 */
final class Requests {
  private static final String FOLDER = "tests/";
  private static final List<String> SUITES =
      List.of(
          "boot", "domain", "event", "grant", "heap", "irq", "migrate", "sched", "store", "vcpu");

  private final World world;
  private final Dice dice;
  private final Words words;
  private final Prose prose;
  private final CodeText code;
  private final Ideas ideas;
  private final int count;
  private final RequestUsers users = new RequestUsers();
  private final List<Request> requests = new ArrayList<>();
  private int givenUp;

  Requests(World world, SampleOptions options) {
    this.world = world;
    count = options.requests();
    dice = new Dice(options.seed() ^ 0x6d65726765L);
    words = new Words(new Dice(dice.seed()));
    prose = new Prose(new Dice(dice.seed()), words);
    code = new CodeText(new Dice(dice.seed()), words);
    ideas = new Ideas(dice, words, prose, code, 1);
  }

  void schedule(Instant start, Duration length) {
    if (count == 0) {
      return;
    }
    Instant from = start.plus(length.multipliedBy(2).dividedBy(3));
    world.agenda.at(from, this::found);
    Duration left = length.dividedBy(3);
    for (int i = 0; i < count; i++) {
      Member author = author();
      Instant day = from.plusSeconds((long) (left.toSeconds() * (i + 0.5) / count));
      Instant at = world.agenda.settle(dice, author, day.plusSeconds(dice.below(43_200)));
      int place = i;
      world.agenda.at(at, () -> open(author, place));
    }
  }

  List<Request> all() {
    return List.copyOf(requests);
  }

  RequestUsers users() {
    return users;
  }

  List<SampleTruth.Request> truth() {
    return requests.stream().map(Request::truth).toList();
  }

  private Member author() {
    int draw = dice.below(100);
    if (draw < 25) {
      return dice.pick(world.cast.newcomers());
    }
    return draw < 45
        ? world.cast.maintainer(dice.pick(List.of(Subsystem.values())))
        : dice.pick(world.cast.regulars());
  }

  /** The folder that the requests are about. */
  private void found() throws IOException {
    Snapshot tree = world.master();
    for (String suite : SUITES) {
      String path = FOLDER + suite + ".c";
      tree = tree.with(path, new SourceFile(code.file(path, 9)));
    }
    tree = tree.with("MAINTAINERS", withTests(tree));
    Member founder = world.cast.maintainer(Subsystem.CORE);
    world.history.commit(
        tree,
        founder,
        now(),
        founder,
        now(),
        List.of(
            "tests: start a suite, changed by merge requests",
            "",
            "Signed-off-by: " + founder.person()));
    world.advance(tree);
  }

  /** The tests belong to all maintainers but that of the tools, who has enough to do. */
  private SourceFile withTests(Snapshot tree) {
    List<String> lines =
        new ArrayList<>(tree.file("MAINTAINERS").map(SourceFile::lines).orElse(List.of()));
    lines.addAll(List.of("", "TESTS"));
    for (Subsystem part : List.of(Subsystem.CORE, Subsystem.ARCH, Subsystem.DRIVERS)) {
      lines.add("M:\t" + world.cast.maintainer(part).person());
    }
    lines.addAll(List.of("S:\tSupported", "F:\t" + FOLDER));
    return new SourceFile(lines);
  }

  private void open(Member author, int place) throws IOException {
    List<PatchDraft> drafts = new ArrayList<>();
    int patches = dice.chance(0.65) ? 1 : dice.between(2, 4);
    for (int i = 0; i < patches; i++) {
      drafts.add(ideas.patch(path -> path.startsWith(FOLDER), world.master()));
    }
    boolean draft = place % 9 == 4;
    Request request =
        new Request(
            requests.size() + 1,
            author,
            drafts.get(0).title(),
            draft,
            drafts,
            version(author, drafts),
            users);
    requests.add(request);
    world.agenda.at(
        now().plus(Duration.ofMinutes(dice.between(6, 50))),
        () ->
            request.note(
                world.cast.bot(), now(), "Pipeline passed. This is an automated message."));
    if (draft) {
      // One in two is never finished.
      if (place % 2 == 0) {
        world.agenda.at(
            later(author, Duration.ofDays(4), 0.5),
            () -> {
              request.markReady(now());
              review(request, 1);
            });
      }
      return;
    }
    if (!dice.chance(0.12)) {
      review(request, 1);
    }
  }

  private void review(Request request, int round) {
    Member first = reviewer(request.author, request.author);
    boolean content = round > 2 || dice.chance(round == 1 ? 0.4 : 0.7);
    Instant at = later(first, Duration.ofHours(34), 1.3);
    world.agenda.at(
        at,
        () -> {
          if (content) {
            request.approve(first, now());
            settle(request, first);
          } else {
            criticise(request, first, round);
          }
        });
    if (dice.chance(0.3)) {
      Member second = reviewer(request.author, first);
      world.agenda.at(
          later(second, Duration.ofHours(30), 1.1),
          () -> {
            if (request.state == State.OPEN) {
              request.note(second, now(), prose.sentence());
            }
          });
    }
  }

  private Member reviewer(Member author, Member other) {
    List<Member> hands =
        world.cast.oldHands().stream().filter(m -> !m.equals(author) && !m.equals(other)).toList();
    return dice.pick(dice.chance(0.6) ? hands.subList(0, 3) : hands);
  }

  private void criticise(Request request, Member who, int round) {
    List<DiffLine> worth = request.version.diff().stream().filter(DiffLine::worthARemark).toList();
    List<String> threads = new ArrayList<>();
    for (DiffLine line : dice.shuffled(worth).stream().limit(dice.between(1, 3)).toList()) {
      threads.add(
          request.comment(who, now().plusSeconds(40L * threads.size()), prose.remark(), line));
    }
    Member author = request.author;
    world.agenda.at(
        later(author, Duration.ofHours(16), 1),
        () -> {
          for (int i = 0; i < threads.size(); i++) {
            request.answer(author, now().plusSeconds(30L * i), prose.answer(), threads.get(i));
          }
          if (dice.chance(0.12)) {
            giveUp(request, who);
            return;
          }
          world.agenda.at(later(author, Duration.ofDays(2), 0.8), () -> rework(request, round));
        });
  }

  private void giveUp(Request request, Member reviewer) {
    givenUp++;
    // in turn, so that few requests too show both ends
    Member who = givenUp % 2 == 1 ? request.author : reviewer;
    world.agenda.at(
        later(who, Duration.ofDays(3), 0.8),
        () -> {
          request.note(who, now(), "Closing this. " + prose.sentence());
          request.close(who, now().plusSeconds(5));
        });
  }

  private void rework(Request request, int round) throws IOException {
    int which = dice.below(request.drafts.size());
    request.drafts.set(which, request.drafts.get(which).reworked(dice, code, words));
    request.push(request.author, version(request.author, request.drafts));
    review(request, round + 1);
  }

  private void settle(Request request, Member approver) {
    Member merger =
        approver.role() == Member.Role.MAINTAINER
            ? approver
            : world.cast.maintainer(Subsystem.TOOLS);
    world.agenda.at(later(merger, Duration.ofHours(26), 1), () -> merge(request, merger));
  }

  /** As projects with a straight history do: rebased, then moved to. */
  private void merge(Request request, Member merger) throws IOException {
    Instant at = now();
    ObjectId base = world.history.head();
    Snapshot before = world.master();
    Snapshot tree = before;
    List<RequestVersion.Commit> commits = new ArrayList<>();
    for (PatchDraft draft : request.drafts) {
      tree = draft.apply(tree);
      List<String> message = message(request.author, draft);
      commits.add(
          new RequestVersion.Commit(
              world.history.commit(tree, request.author, request.version.at(), merger, at, message),
              message));
    }
    world.advance(tree);
    request.push(merger, new RequestVersion(at, base, commits, diff(before, tree)));
    request.merge(
        merger, at.plusSeconds(20), commits.stream().map(RequestVersion.Commit::id).toList());
  }

  private RequestVersion version(Member author, List<PatchDraft> drafts) throws IOException {
    ObjectId base = world.history.head();
    Snapshot before = world.master();
    Snapshot tree = before;
    ObjectId parent = base;
    List<RequestVersion.Commit> commits = new ArrayList<>();
    for (PatchDraft draft : drafts) {
      tree = draft.apply(tree);
      List<String> message = message(author, draft);
      parent = world.history.aside(parent, tree, author, now(), message);
      commits.add(new RequestVersion.Commit(parent, message));
    }
    return new RequestVersion(now(), base, commits, diff(before, tree));
  }

  private static List<String> message(Member author, PatchDraft draft) {
    List<String> message = new ArrayList<>(List.of(draft.title(), ""));
    message.addAll(draft.message());
    message.add("Signed-off-by: " + author.person());
    return message;
  }

  private static List<DiffLine> diff(Snapshot before, Snapshot after) {
    return Diffs.between(before, after).stream().flatMap(d -> d.lines().stream()).toList();
  }

  private Instant now() {
    return world.agenda.now();
  }

  private Instant later(Member who, Duration median, double sigma) {
    return world.agenda.later(dice, who, median, sigma);
  }
}
