package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.policy.Maintainers;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How mails are composed. Start from {@link #DEFAULT}.
 *
 * @param sender in whose name all mails go out, as from a gateway; empty where each goes out in its
 *     writer's own, as in an archive
 * @param to everyone who gets every mail, mostly the list
 * @param cc likewise, as copies
 * @param maintainers who is copied for the paths that a patch touches
 * @param previousPosters whether those who took part before are copied
 * @param prefix what stands in the brackets before the version: {@code PATCH}, {@code XEN PATCH}
 */
public record ComposeOptions(
    Optional<Person> sender,
    List<Person> to,
    List<Person> cc,
    Maintainers maintainers,
    boolean previousPosters,
    String prefix) {
  /** In everybody's own name, to nobody. */
  public static final ComposeOptions DEFAULT =
      new ComposeOptions(Optional.empty(), List.of(), List.of(), Maintainers.NONE, false, "PATCH");

  public ComposeOptions {
    Objects.requireNonNull(sender);
    to = List.copyOf(to);
    cc = List.copyOf(cc);
    Objects.requireNonNull(maintainers);
    if (prefix.isBlank() || prefix.indexOf('[') >= 0 || prefix.indexOf(']') >= 0) {
      throw new IllegalArgumentException("not a subject prefix: \"" + prefix + '"');
    }
  }

  public ComposeOptions withSender(Person from) {
    return new ComposeOptions(Optional.of(from), to, cc, maintainers, previousPosters, prefix);
  }

  public ComposeOptions withRecipients(List<Person> everyMailTo, List<Person> everyMailCc) {
    return new ComposeOptions(
        sender, everyMailTo, everyMailCc, maintainers, previousPosters, prefix);
  }

  public ComposeOptions withMaintainers(Maintainers file) {
    return new ComposeOptions(sender, to, cc, file, previousPosters, prefix);
  }

  public ComposeOptions withPreviousPosters() {
    return new ComposeOptions(sender, to, cc, maintainers, true, prefix);
  }

  public ComposeOptions withPrefix(String words) {
    return new ComposeOptions(sender, to, cc, maintainers, previousPosters, words);
  }
}
