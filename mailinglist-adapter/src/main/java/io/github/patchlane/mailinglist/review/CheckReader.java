package io.github.patchlane.mailinglist.review;

import io.github.patchlane.mailinglist.message.Message;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the results that continuous integration mails to a list. */
final class CheckReader {
  private static final Pattern MACHINE =
      Pattern.compile(
          "\\b(?:robot|bot|ci|patchwork|patchew|syzbot|jenkins|buildbot|kernelci|zuul|snowpatch|checkpatch|test-report|testrobot|autobuild\\w*|builder|automation|0-day|lkp|noreply|no-reply|patchwork-bot|github|gitlab)\\b");

  /** One of these is in everything that {@link #MACHINE} matches, and in few people's names. */
  private static final List<String> MACHINE_STEMS =
      List.of(
          "bot", "ci", "patch", "build", "test", "auto", "reply", "git", "jenkins", "zuul", "0-day",
          "lkp");

  /** {@code ✗ Fi.CI.BAT: failure for ...} and {@code |SUCCESS| pw123 ...}. */
  private static final Pattern MARKED =
      Pattern.compile(
          "(?:[\u2713\u2717\u2714\u2718\u274c\u2705]|\\[?ok\\]?)?\\s*([\\w. /-]{2,60}?):\\s*(success|failure|warning|pass|fail)\\s+for\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BARRED =
      Pattern.compile("\\|(SUCCESS|WARNING|FAILURE|ERROR|PENDING)\\|", Pattern.CASE_INSENSITIVE);
  private static final Pattern LABEL = Pattern.compile("(?im)^Test-Label:\\s*(\\S.*?)\\s*$");
  private static final Pattern STATUS =
      Pattern.compile(
          "(?i)[ \\t]*(?:test[- ])?(?:status|result|verdict|overall result|test result)s?:\\s*\\W*(success\\w*|pass\\w*|fail\\w*|error\\w*|warning|ok\\b)");
  private static final Pattern FAILED =
      Pattern.compile(
          "(?i)\\b(?:build (?:failure|failed|error|broke)|(?:build|compile|compilation) (?:warnings?|errors?)|failed (?:automatic|build|to apply|to build|the|test)|tests? failed|pipeline (?:\\S+ )?(?:has )?failed|run failed|jobs? (?:were not successful|failed)|noticed the following|regression|all (?:errors|warnings)|still (?:triggers|triggering)|reproducer (?:is )?still|coding style problems|does not apply|patch failed|kernel bug|warning:|bug:|ci failed|fail(?:ed|ure)\\b)");
  private static final Pattern PASSED =
      Pattern.compile(
          "(?i)\\b(?:did not trigger|build (?:success\\w*|succeeded|passed)|(?:all )?(?:tests?|checks|jobs) (?:have )?(?:passed|succeeded|successful)|passed\\b|success\\w*|all good)");

  private static final int LONGEST_STATUS = 200;

  private CheckReader() {}

  static Optional<CheckResult> read(Message mail, MailText text) {
    String name = mail.from().name();
    String address = mail.from().email();
    String mailbox = address.substring(0, Math.max(0, address.lastIndexOf('@')));
    String low = (name + ' ' + mailbox).toLowerCase(Locale.ROOT).replace('_', ' ');
    boolean machine = mail.automatic() || isMachine(low);
    if (!machine) {
      return Optional.empty();
    }
    String subject = mail.subject();
    String body = text.text().length() > 20_000 ? text.text().substring(0, 20_000) : text.text();
    if (isNotice(body)) {
      return Optional.empty();
    }
    Matcher marked = MARKED.matcher(subject);
    if (marked.find()) {
      return Optional.of(new CheckResult(marked.group(1).strip(), passed(marked.group(2))));
    }
    String machineName = name.isBlank() ? mail.from().email() : name;
    Matcher barred = BARRED.matcher(subject);
    if (barred.find()) {
      Matcher label = LABEL.matcher(body);
      return Optional.of(
          new CheckResult(label.find() ? label.group(1) : machineName, passed(barred.group(1))));
    }
    Optional<String> status = status(text);
    if (status.isPresent()) {
      Matcher label = LABEL.matcher(body);
      return Optional.of(
          new CheckResult(label.find() ? label.group(1) : machineName, passed(status.get())));
    }
    // Their own words come before the quote of the patch, which may hold any of these.
    String own = ownWords(text);
    boolean failed = FAILED.matcher(subject).find() || FAILED.matcher(own).find();
    boolean passed = PASSED.matcher(subject).find() || PASSED.matcher(own).find();
    if (!failed && !passed) {
      return Optional.empty();
    }
    // "All tests passed" in a report of a failure is about the others.
    return Optional.of(new CheckResult(machineName, Optional.of(!failed)));
  }

  /** The first line that names a result as a form does; the result may stand on the next. */
  private static Optional<String> status(MailText text) {
    for (int i = 0; i < text.size(); i++) {
      if (text.depth(i) == 0 && text.contains(i, ":") && text.length(i) < LONGEST_STATUS) {
        String line = text.content(i);
        boolean open = line.endsWith(":") && i + 1 < text.size();
        Matcher m = STATUS.matcher(open ? line + ' ' + text.content(i + 1) : line);
        if (m.lookingAt()) {
          return Optional.of(m.group(1));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isMachine(String name) {
    for (String stem : MACHINE_STEMS) {
      if (name.contains(stem)) {
        return MACHINE.matcher(name).find();
      }
    }
    return false;
  }

  /** A patch tracker's "this was applied" is a verdict, not a check. */
  private static boolean isNotice(String body) {
    return body.contains("was applied to ")
        || body.contains("This pull request was applied")
        || body.contains("were applied to ");
  }

  private static String ownWords(MailText text) {
    StringBuilder own = new StringBuilder();
    for (int i = 0; i < text.size() && own.length() < 4000; i++) {
      if (text.depth(i) == 0) {
        own.append(text.content(i)).append('\n');
      }
    }
    return own.toString();
  }

  private static Optional<Boolean> passed(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    if (low.startsWith("succ") || low.startsWith("pass") || low.equals("ok")) {
      return Optional.of(true);
    }
    return low.startsWith("fail") || low.startsWith("err") || low.equals("warning")
        ? Optional.of(false)
        : Optional.empty();
  }
}
