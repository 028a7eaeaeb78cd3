package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.metrics.Maintainers;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.metrics.Tier;
import io.github.patchlane.core.review.ReviewEvent;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * On how many contributions one human gave a substantive reply.
 *
 * @param person as last seen
 */
record ReviewerShare(Person person, int contributions) {
  ReviewerShare {
    Objects.requireNonNull(person);
  }

  /** The most first; of equals, by address. */
  static List<ReviewerShare> of(List<Subject> subjects) {
    Map<String, Person> people = new HashMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (Subject subject : subjects) {
      Map<String, Person> here = new TreeMap<>();
      subject
          .timeline()
          .responses(Tier.SUBSTANTIVE, Maintainers.UNKNOWN)
          .map(ReviewEvent::by)
          .forEach(by -> here.put(by.person().key(), by.person()));
      people.putAll(here);
      here.keySet().forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    return counts.entrySet().stream()
        .map(e -> new ReviewerShare(Objects.requireNonNull(people.get(e.getKey())), e.getValue()))
        .sorted(Comparator.comparingInt(ReviewerShare::contributions).reversed())
        .toList();
  }

  String name() {
    return person.name().isEmpty() ? person.email() : person.name();
  }
}
