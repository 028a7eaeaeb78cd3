package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.source.Corrections;
import io.github.patchlane.mailinglist.thread.MailThreads;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A small list archive of patch mails, told line by line. */
final class Mails {
  static final Instant START = Instant.parse("2025-03-03T09:00:00Z");

  private final List<PatchMail> mails = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private boolean useDeclared = true;
  private Corrections corrections = Corrections.NONE;

  /** Lets time pass before the next mail; each mail takes a second of its own. */
  Mails after(Duration pause) {
    now = now.plus(pause);
    return this;
  }

  Mails ignoringDeclared() {
    useDeclared = false;
    return this;
  }

  Mails correctedBy(String corrections) {
    this.corrections = Corrections.parse("corrections", corrections);
    return this;
  }

  /**
   * @param from a name, which makes the address too
   * @param replyTo the id it answers, or empty
   * @param text the body; diffs, declarations and shortlogs in it count
   */
  Mails mail(String id, String from, String subject, String replyTo, String text) {
    now = now.plusSeconds(1);
    SubjectLine line = SubjectLine.parse(subject);
    UnifiedDiff diff = UnifiedDiff.parse(text.getBytes(StandardCharsets.UTF_8));
    boolean patch = !diff.isEmpty() && !line.isCover();
    Person sender = new Person(from, from.toLowerCase(java.util.Locale.ROOT) + "@example.org");
    mails.add(
        new PatchMail(
            new MessageId(id),
            sender,
            START.plus(now),
            replyTo.isEmpty()
                ? List.of()
                : List.of(replyTo.split(" ")).stream().map(MessageId::new).toList(),
            line,
            line.title(),
            sender,
            DeclarationReader.read(text),
            List.of(),
            patch ? List.of() : Shortlog.titles(text),
            patch ? diff.stat() : DiffStat.EMPTY,
            patch ? diff.patchId() : Optional.empty(),
            patch ? NetChange.of(diff) : Optional.empty(),
            patch ? Optional.of(diff.index()) : Optional.empty()));
    return this;
  }

  /** A diff that adds these lines to a file. */
  static String adding(String path, String... lines) {
    StringBuilder diff = new StringBuilder();
    diff.append("diff --git a/").append(path).append(" b/").append(path).append('\n');
    diff.append("--- a/").append(path).append("\n+++ b/").append(path).append('\n');
    diff.append("@@ -1,1 +1,").append(lines.length + 1).append(" @@\n context\n");
    for (String line : lines) {
      diff.append('+').append(line).append('\n');
    }
    return diff.toString();
  }

  /**
   * What came of it, a line for each series: its revisions as {@code number kind evidence: cover |
   * patches | missing}. Assembles the mails in ten orders and insists on one outcome.
   */
  String series() {
    String first = describe(mails);
    Random random = new Random(7);
    for (int i = 0; i < 10; i++) {
      List<PatchMail> shuffled = new ArrayList<>(mails);
      Collections.shuffle(shuffled, random);
      if (!describe(shuffled).equals(first)) {
        throw new AssertionError("another order, another result: " + describe(shuffled));
      }
    }
    return first;
  }

  private String describe(List<PatchMail> all) {
    Map<MessageId, List<MessageId>> references = new HashMap<>();
    all.forEach(mail -> references.put(mail.id(), mail.references()));
    List<Series> series =
        Series.assemble(
            all,
            MailThreads.of(references),
            new Series.Rules(
                mail -> mail.sender().key(),
                mail -> new TreeSet<>(List.of(mail.sender().key(), mail.author().key())),
                corrections,
                useDeclared));
    return series.stream()
        .map(s -> s.revisions().stream().map(Mails::describe).collect(Collectors.joining("; ")))
        .collect(Collectors.joining("\n"));
  }

  private static String describe(Revision r) {
    return r.label()
        + " "
        + r.kind().label()
        + " "
        + r.evidence().kind().label()
        + ": "
        + r.cover().map(SourceId::value).orElse("-")
        + " | "
        + r.patches().stream()
            .map(p -> p.index() + "=" + p.id().value())
            .collect(Collectors.joining(" "))
        + (r.missing().isEmpty() ? "" : " | missing " + r.missing());
  }
}
