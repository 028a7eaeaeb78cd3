package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.gitlab.ProjectAddress;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a person names a contribution: by its id, by anything posted or answered in it, by the
 * address of such a mail or note on the web, a merge request also by {@code !12}.
 */
final class ContributionName {
  /** What every command says of it in its help. */
  static final String HELP =
      "ID is a contribution's id, or the message-id of any mail in it, with or without its"
          + " brackets, or that mail's address in a web archive; for a merge request mr:12, !12"
          + " or its page.";

  private static final Pattern SHORT = Pattern.compile("(?:mr:!?|!)(\\d{1,9})");
  private static final Pattern PAGE = Pattern.compile("/-/merge_requests/(\\d{1,9})(?!\\d)");
  private static final String MAIL = "mail:";
  private static final int MOST_NAMED = 5;

  private final String given;
  private final Set<String> names = new LinkedHashSet<>();
  private final Optional<String> number;

  ContributionName(String given) {
    this.given = given;
    String name = given.strip();
    names.add(name);
    String mail = name.startsWith(MAIL) ? name.substring(MAIL.length()) : name;
    names.add(MessageId.bare(mail));
    if (name.contains("://")) {
      MessageId.namedIn(name).forEach(id -> names.add(id.value()));
      page(name).ifPresent(names::add);
    }
    Matcher shortName = SHORT.matcher(name);
    number = shortName.matches() ? Optional.of("!" + shortName.group(1)) : Optional.empty();
  }

  /** The id of the merge request that a page is of, or a part of. */
  private static Optional<String> page(String address) {
    Matcher page = PAGE.matcher(address);
    return page.find() && Integer.parseInt(page.group(1)) > 0
        ? ProjectAddress.parse(address)
            .map(project -> project.contribution(Integer.parseInt(page.group(1))).value())
        : Optional.empty();
  }

  /**
   * The one that is meant. What is named word for word goes before what differs in case, an id
   * before a posting, and that before an answer.
   *
   * @param command and source, for what a person is told
   * @throws UsageException where there is none, or more than one
   */
  Contribution in(Collection<Contribution> known, String command, String source) {
    for (Predicate<Contribution> way : ways()) {
      List<Contribution> found = known.stream().filter(way).distinct().toList();
      if (found.size() > 1) {
        throw new UsageException(
            command
                + ": \""
                + given
                + "\" is in "
                + found.size()
                + " contributions; name one: "
                + found.stream()
                    .limit(MOST_NAMED)
                    .map(c -> c.id().value())
                    .collect(Collectors.joining(", "))
                + (found.size() > MOST_NAMED ? ", …" : ""));
      }
      if (!found.isEmpty()) {
        return found.get(0);
      }
    }
    throw new UsageException(
        command
            + ": "
            + source
            + " holds no contribution with \""
            + given
            + "\"; `patchlane list "
            + source
            + " --format jsonl` names them all");
  }

  private List<Predicate<Contribution>> ways() {
    return List.of(
        c -> isId(c),
        c -> postings(c).anyMatch(names::contains),
        c -> answers(c).anyMatch(names::contains),
        c -> Stream.concat(postings(c), answers(c)).anyMatch(this::isNearly));
  }

  /** Whether it is the contribution itself that is named, and not something in it. */
  boolean isId(Contribution contribution) {
    String id = contribution.id().value();
    return names.contains(id)
        || number.filter(n -> !id.startsWith(MAIL) && id.endsWith(n)).isPresent();
  }

  /** The posting that is named in one of its revisions, where it is a posting. */
  Optional<SourceId> posting(Revision revision) {
    return revision
        .postings()
        .filter(p -> names.contains(p.value()) || isNearly(p.value()))
        .findFirst();
  }

  private boolean isNearly(String value) {
    String low = value.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(low));
  }

  private static Stream<String> postings(Contribution contribution) {
    return contribution.revisions().stream().flatMap(Revision::postings).map(SourceId::value);
  }

  private static Stream<String> answers(Contribution contribution) {
    return contribution.events().stream().map(event -> event.act().source().value());
  }
}
