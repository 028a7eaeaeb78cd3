package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.State;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One contribution on its way: what has been posted and said so far. */
final class Effort {
  final Member author;
  final Subsystem part;
  final Member maintainer;
  final Plan plan;
  final String slug;
  final String changeId;
  final List<PatchDraft> drafts;

  /** The newest mail of each patch, in the order of {@link #drafts}. */
  final List<PatchMail> posted = new ArrayList<>();

  /** Trailers given to each patch on any revision. */
  final List<Set<String>> given = new ArrayList<>();

  /** The first mail of every full posting, oldest first. */
  final List<Mail> openings = new ArrayList<>();

  final List<SampleTruth.Revision> revisions = new ArrayList<>();
  final List<SampleTruth.Landing> landings = new ArrayList<>();
  final List<SampleTruth.Tag> tags = new ArrayList<>();
  final List<SampleTruth.Comment> comments = new ArrayList<>();
  final List<SampleTruth.Reply> replies = new ArrayList<>();
  Optional<Mail> cover = Optional.empty();
  String title;
  Label label = Label.of(1);
  State state = State.OPEN;

  Effort(
      Member author,
      Subsystem part,
      Member maintainer,
      Plan plan,
      String title,
      String changeSuffix,
      List<PatchDraft> drafts) {
    this.author = author;
    this.part = part;
    this.maintainer = maintainer;
    this.plan = plan;
    this.title = title;
    this.slug = slug(title);
    this.changeId = slug + "-" + changeSuffix;
    this.drafts = new ArrayList<>(drafts);
  }

  Oddity oddity() {
    return plan.oddity();
  }

  /** The mail that stands for the whole posting. */
  Mail head() {
    return openings.get(openings.size() - 1);
  }

  /**
   * Whether the next posting is without the change-id of the first: some start a retitled series on
   * a branch of its own.
   */
  boolean losesChangeId() {
    return oddity() == Oddity.RETITLED && !openings.isEmpty() && changeId.hashCode() % 2 == 0;
  }

  void tag(int patch, String trailer) {
    given(patch).add(trailer);
  }

  Set<String> given(int patch) {
    while (given.size() <= patch) {
      given.add(new LinkedHashSet<>());
    }
    return given.get(patch);
  }

  SampleTruth.Contribution truth() {
    MessageId id = openings.get(0).id();
    return new SampleTruth.Contribution(
        id,
        title,
        author.person(),
        author.newcomer(),
        state,
        oddity().label(),
        revisions,
        landings,
        tags,
        comments,
        replies);
  }

  private static String slug(String title) {
    String plain = title.replaceAll("[^A-Za-z0-9]+", "-");
    return plain.substring(0, Math.min(24, plain.length())).replaceAll("-$", "");
  }
}
