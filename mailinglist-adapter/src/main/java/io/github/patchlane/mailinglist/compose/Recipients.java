package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.policy.Addressees;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who gets the mails of a round: the list; the maintainers and reviewers of what it touches; who
 * wrote or signed its patches, or is named in {@code Cc:} lines; who took part before.
 */
final class Recipients {
  private final ComposeOptions options;

  Recipients(ComposeOptions options) {
    this.options = options;
  }

  /** The list, with those that the paths bring in. */
  List<Person> to(Posting.Round round) {
    Map<String, Person> all = new LinkedHashMap<>();
    options.to().forEach(p -> add(all, p));
    addressees(round).lists().forEach(list -> add(all, new Person("", list)));
    return List.copyOf(all.values());
  }

  /** Everybody else. */
  List<Person> cc(Posting posting, Posting.Round round) {
    Map<String, Person> all = new LinkedHashMap<>();
    options.cc().forEach(p -> add(all, p));
    Addressees addressees = addressees(round);
    addressees.maintainers().forEach(p -> add(all, p));
    addressees.reviewers().forEach(p -> add(all, p));
    if (options.previousPosters()) {
      round.patches().forEach(patch -> namedIn(patch).forEach(p -> add(all, p)));
      tookPart(posting, round.revision().postedAt()).forEach(p -> add(all, p));
    }
    to(round).forEach(p -> all.remove(p.key()));
    options.sender().ifPresent(p -> all.remove(p.key()));
    return List.copyOf(all.values());
  }

  private Addressees addressees(Posting.Round round) {
    Revision revision = round.revision();
    List<String> paths =
        revision.patches().stream()
            .map(Patch::stat)
            .flatMap(stat -> stat.paths().stream())
            .distinct()
            .toList();
    return options.maintainers().addressees(paths, List.of());
  }

  private static List<Person> tookPart(Posting posting, Instant before) {
    List<Person> people = new ArrayList<>();
    people.add(posting.contribution().submitter());
    posting.contribution().events().stream()
        .filter(e -> e.at().isBefore(before))
        .map(ReviewEvent::by)
        .filter(a -> !a.bot())
        .map(Actor::person)
        .forEach(people::add);
    return people;
  }

  private static List<Person> namedIn(PatchContent patch) {
    List<Person> people = new ArrayList<>();
    people.add(patch.author());
    patch
        .message()
        .lines()
        .filter(Recipients::isPersonLine)
        .forEach(
            line -> {
              int open = line.indexOf('<');
              String name = line.substring(line.indexOf(':') + 1, open).strip();
              people.add(new Person(name, line.substring(open + 1, line.indexOf('>', open))));
            });
    return people;
  }

  /** {@code Cc:} and {@code …-by:} with an address. */
  private static boolean isPersonLine(String line) {
    int colon = line.indexOf(": ");
    int open = line.indexOf('<', Math.max(colon, 0));
    if (colon < 0 || open < 0 || line.indexOf('>', open) < 0) {
      return false;
    }
    String token = line.substring(0, colon);
    return token.equalsIgnoreCase("cc") || token.toLowerCase(java.util.Locale.ROOT).endsWith("-by");
  }

  private static void add(Map<String, Person> all, Person person) {
    if (HeaderValue.isAddress(person.email())) {
      all.putIfAbsent(person.key(), person);
    }
  }
}
