package io.github.patchlane.core.policy;

import io.github.patchlane.core.contribution.Person;
import java.util.List;

/**
 * Who is to get a patch.
 *
 * @param maintainers who can approve it, the most specific first
 * @param reviewers who asked to be copied
 * @param lists mailing lists' addresses
 */
public record Addressees(List<Person> maintainers, List<Person> reviewers, List<String> lists) {
  public Addressees {
    maintainers = List.copyOf(maintainers);
    reviewers = List.copyOf(reviewers);
    lists = List.copyOf(lists);
  }
}
