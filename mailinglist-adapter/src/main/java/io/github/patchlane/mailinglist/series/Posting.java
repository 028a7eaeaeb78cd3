package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.MessageId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One series as one sender posted it once: a cover letter, patches, or both. What was announced and
 * never seen is missing.
 *
 * @param cover the letter before the patches, or a pull request
 * @param patches by their place, from 1
 * @param total the length of the series
 */
record Posting(Optional<PatchMail> cover, NavigableMap<Integer, PatchMail> patches, int total) {
  Posting {
    Objects.requireNonNull(cover);
    patches = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(patches));
    if (cover.isEmpty() && patches.isEmpty()) {
      throw new IllegalArgumentException("a posting has at least one mail");
    }
  }

  /** The mail that speaks for the whole: the cover, else the first patch. */
  PatchMail lead() {
    return cover.orElseGet(() -> patches.firstEntry().getValue());
  }

  Stream<PatchMail> mails() {
    return Stream.concat(cover.stream(), patches.values().stream());
  }

  Instant postedAt() {
    return mails().map(PatchMail::sentAt).min(Instant::compareTo).orElseThrow();
  }

  /** The mail with the most to say about the version: one that names it, else the lead. */
  SubjectLine subject() {
    return mails()
        .map(PatchMail::subject)
        .filter(s -> s.version().isPresent())
        .findFirst()
        .orElse(lead().subject());
  }

  List<Integer> missing() {
    List<Integer> missing = new ArrayList<>();
    for (int i = 1; i <= total; i++) {
      if (!patches.containsKey(i)) {
        missing.add(i);
      }
    }
    return missing;
  }

  boolean isPull() {
    return mails().anyMatch(mail -> mail.subject().pull());
  }

  boolean isRfc() {
    return lead().subject().rfc();
  }

  boolean isResend() {
    return mails().anyMatch(mail -> mail.subject().resend());
  }

  boolean isCommitted() {
    return mails().anyMatch(mail -> mail.subject().committed());
  }

  /** The sender's own name for the effort, where one is declared. */
  Optional<String> changeId() {
    return mails().flatMap(mail -> mail.declared().changeId().stream()).findFirst();
  }

  Stream<MessageId> declaredEarlier() {
    return mails().flatMap(mail -> mail.declared().earlier().stream());
  }
}
