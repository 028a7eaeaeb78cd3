package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.WebAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a person can read what is behind a number.
 *
 * @param archive the address under which mails lie by their message-ids, such as {@code
 *     https://lore.example.org/r/}; empty if there is none
 */
public record Links(Optional<String> archive) {
  /** Mails are named, and lie nowhere. */
  public static final Links NONE = new Links(Optional.empty());

  public Links {
    Objects.requireNonNull(archive);
  }

  /** Mails lie under this address, with or without its last slash. */
  public static Links under(String archive) {
    return new Links(Optional.of(archive.endsWith("/") ? archive : archive + "/"));
  }

  /** An address, else the bare name. */
  public String of(SourceId id) {
    if (id instanceof WebAddress) {
      return id.value();
    }
    return archive.map(base -> base + escaped(id.value())).orElse(id.value());
  }

  /** The address of the contribution's newest posting or merge request, else its name. */
  public String of(Contribution contribution) {
    Optional<String> page =
        contribution.events().stream()
            .map(event -> event.act().source())
            .filter(WebAddress.class::isInstance)
            .map(source -> source.value().replaceFirst("#.*", ""))
            .findFirst();
    Stream<SourceId> postings = contribution.newest().postings();
    return page.orElseGet(
        () -> postings.findFirst().map(this::of).orElse(contribution.id().value()));
  }

  private static String escaped(String messageId) {
    // As archives have it: every sign that could end the path, and no other, in percents.
    return URLEncoder.encode(messageId, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%40", "@");
  }
}
