package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.identity.Mailmap;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.identity.Accounts;
import io.github.patchlane.gitlab.identity.User;
import io.github.patchlane.gitlab.identity.UserMap;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A merge request told in minutes since it was created, and what becomes of it as text. */
final class TestRequest {
  static final Instant CREATED = Instant.parse("2024-03-04T09:00:00Z");
  static final User ANN = user(1, "ann", "Ann Author");
  static final User BOB = user(2, "bob", "Bob Reviewer");
  static final User EVE = user(3, "eve", "Eve Keeper");

  private final List<DiffVersion> versions = new ArrayList<>();
  private final List<Discussion> discussions = new ArrayList<>();
  private final List<StateEvent> events = new ArrayList<>();
  private final List<Approval> approvals = new ArrayList<>();
  private final List<Reviewer> reviewers = new ArrayList<>();
  private final List<Check> checks = new ArrayList<>();
  private String title = "mend it";
  private String description = "what for";
  private List<String> labels = List.of();
  private String state = "opened";
  private User author = ANN;
  private Optional<Instant> mergedAt = Optional.empty();
  private int notes;

  static User user(long id, String username, String name) {
    return new User(id, username, name, Optional.empty(), false);
  }

  static Instant at(int minutes) {
    return CREATED.plus(Duration.ofMinutes(minutes));
  }

  static CommitId sha(int digit) {
    return new CommitId(Integer.toString(digit).repeat(40));
  }

  TestRequest by(User user) {
    author = user;
    return this;
  }

  TestRequest titled(String text) {
    title = text;
    return this;
  }

  TestRequest described(String text) {
    description = text;
    return this;
  }

  TestRequest labelled(String... names) {
    labels = List.of(names);
    return this;
  }

  TestRequest in(String newState, Instant merged) {
    state = newState;
    mergedAt = Optional.of(merged);
    return this;
  }

  /** A version whose head is forty times that digit. */
  TestRequest push(int minutes, int head, String patchId) {
    versions.add(
        new DiffVersion(
            OptionalLong.of(head),
            Optional.of(sha(head)),
            Optional.of(sha(0).value().isEmpty() ? sha(0) : new CommitId("b".repeat(40))),
            Optional.empty(),
            at(minutes),
            Optional.of(patchId).filter(id -> !id.isEmpty())));
    return this;
  }

  TestRequest says(int minutes, User user, String body) {
    return note(minutes, user, body, false, false, Optional.empty());
  }

  TestRequest saysToMembers(int minutes, User user, String body) {
    return note(minutes, user, body, false, true, Optional.empty());
  }

  TestRequest system(int minutes, User user, String body) {
    return note(minutes, user, body, true, false, Optional.empty());
  }

  TestRequest onLine(int minutes, User user, String body, int head, int line) {
    io.github.patchlane.gitlab.mergerequest.Position position =
        new io.github.patchlane.gitlab.mergerequest.Position(
            Optional.empty(),
            Optional.empty(),
            sha(head),
            "a.c",
            "a.c",
            OptionalInt.empty(),
            OptionalInt.of(line));
    return note(minutes, user, body, false, false, Optional.of(position));
  }

  private TestRequest note(
      int minutes,
      User user,
      String body,
      boolean system,
      boolean internal,
      Optional<io.github.patchlane.gitlab.mergerequest.Position> position) {
    notes++;
    Note note =
        new Note(
            OptionalLong.of(notes),
            body,
            system,
            Optional.empty(),
            user,
            at(minutes),
            position,
            Optional.empty(),
            internal,
            Optional.empty(),
            Optional.empty());
    discussions.add(new Discussion("d" + notes, List.of(note)));
    return this;
  }

  TestRequest changed(int minutes, User user, StateEvent.Change change) {
    events.add(new StateEvent(user, at(minutes), change));
    return this;
  }

  TestRequest approvedNow(int minutes, User user) {
    approvals.add(new Approval(user, at(minutes)));
    return this;
  }

  TestRequest reviewer(User user, String reviewState) {
    reviewers.add(new Reviewer(user, reviewState, CREATED));
    return this;
  }

  TestRequest checked(int minutes, int head, boolean passed) {
    checks.add(new Check("pipeline", sha(head), passed, at(minutes), ""));
    return this;
  }

  MergeRequest build() {
    Heading heading =
        new Heading(
            7,
            "https://git.example.org/a/b/-/merge_requests/7",
            title,
            description,
            author,
            CREATED,
            CREATED,
            state,
            title.startsWith("Draft:"),
            "topic",
            "main",
            Optional.empty(),
            Optional.empty(),
            mergedAt,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            labels);
    return new MergeRequest(heading, versions, discussions, events, approvals, reviewers, checks);
  }

  Translated translated() {
    return translated(VersionPatches.NONE);
  }

  Translated translated(VersionPatches patches) {
    MergeRequest request = build();
    return translation(request, patches).translate(request, new Position("test", "!7"));
  }

  /** What it says, in its order. */
  List<MessageText> texts() {
    MergeRequest request = build();
    return List.copyOf(translation(request, VersionPatches.NONE).texts(request).values());
  }

  private Translation translation(MergeRequest request, VersionPatches patches) {
    Accounts accounts =
        new Accounts(UserMap.EMPTY, new Identities(Mailmap.EMPTY), List.of(), List.of());
    request.notes().map(Note::author).forEach(accounts::see);
    accounts.see(author);
    return new Translation(
        new ProjectAddress(URI.create("https://git.example.org"), "a/b"), accounts, patches);
  }

  /** Everything but the names of things. */
  String told() {
    return told(translated().contribution());
  }

  static String told(Contribution c) {
    String head = "%s, opened %s\n".formatted(c.state().label(), minutes(c.openedAt()));
    String revisions =
        c.revisions().stream()
            .map(r -> "%s %s %s\n".formatted(r.label(), r.kind().label(), minutes(r.postedAt())))
            .collect(Collectors.joining());
    return head
        + revisions
        + c.events().stream().map(TestRequest::told).collect(Collectors.joining());
  }

  private static String told(ReviewEvent e) {
    return minutes(e.at())
        + " v"
        + e.act().revision().orElse(0)
        + " "
        + e.type()
        + (e instanceof ReviewEvent.Closed closed ? " " + closed.reason().label() : "")
        + (e instanceof ReviewEvent.Checked check ? " " + check.passed().orElseThrow() : "")
        + " by "
        + e.by().person().name()
        + (e.by().bot() ? " (bot)" : "")
        + e.trailer().map(t -> " " + t.line()).orElse("")
        + e.anchor().map(a -> " at " + a.path() + ":" + a.line()).orElse("")
        + (e instanceof ReviewEvent.Commented && e.substantive() ? " on the diff" : "")
        + "\n";
  }

  private static long minutes(Instant at) {
    return Duration.between(CREATED, at).toMinutes();
  }
}
