package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.WebAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a mail can be read on the web.
 *
 * @param template an address that the message-id goes behind, or into in place of {@code %s}
 */
record ArchiveLinks(Optional<String> template) {
  ArchiveLinks {
    Objects.requireNonNull(template);
  }

  Optional<String> address(SourceId source) {
    if (source instanceof WebAddress page) {
      return Optional.of(page.value());
    }
    return source instanceof MessageId mail
        ? template.map(pattern -> address(pattern, mail))
        : Optional.empty();
  }

  private static String address(String pattern, MessageId mail) {
    String id =
        URLEncoder.encode(mail.value(), StandardCharsets.UTF_8)
            .replace("+", "%20")
            .replace("%40", "@");
    if (pattern.contains("%s")) {
      return pattern.replace("%s", id);
    }
    return pattern.endsWith("/") ? pattern + id + "/" : pattern + "/" + id + "/";
  }

  /** A link, or the bare name where there is none. */
  String link(String words, SourceId source) {
    return address(source)
        .map(address -> Harmless.link(words, address))
        .orElseGet(() -> Harmless.inline(words) + " `" + source.value().replace('`', '\'') + "`");
  }
}
