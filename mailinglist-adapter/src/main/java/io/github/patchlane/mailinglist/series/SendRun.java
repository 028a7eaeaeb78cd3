package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.MessageId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one call of a sending program that a mail came from, read off the message-ids that such
 * programs make: {@code git send-email} and b4 number the mails of a run, {@code git format-patch
 * --thread} and Mercurial's patchbomb stamp them.
 *
 * @param key equal for the mails of one run
 * @param place the number within the run, or 0 where the ids are not numbered
 */
record SendRun(String key, int place) {
  private static final Pattern SEND_EMAIL = Pattern.compile("(\\d{14}\\.\\d+)-(\\d{1,4})-(.+)");
  private static final Pattern OLD_SEND_EMAIL =
      Pattern.compile("(\\d{9,11}-\\d+)-(\\d{1,4})-(git-send-email-.+)");
  private static final Pattern B4 =
      Pattern.compile("(\\d{8}-[^@]*-v\\d{1,4})-(\\d{1,4})-([0-9a-f]{8,40}@.+)");
  private static final Pattern STAMPED =
      Pattern.compile("(?:cover|[0-9a-f]{40})\\.(\\d{9,11}\\.git\\..+)");
  private static final Pattern PATCHBOMB =
      Pattern.compile("(?:patchbomb|[0-9a-f]{20,40})\\.(\\d{9,11}@.+)");

  /** Empty for ids that no program known here made. */
  static Optional<SendRun> of(MessageId id) {
    String value = id.value();
    if (value.isEmpty() || value.length() > 300) {
      return Optional.empty();
    }
    Matcher numbered = SEND_EMAIL.matcher(value);
    if (!numbered.matches()) {
      numbered = OLD_SEND_EMAIL.matcher(value);
    }
    if (!numbered.matches()) {
      numbered = B4.matcher(value);
    }
    if (numbered.matches()) {
      return Optional.of(
          new SendRun(
              numbered.group(1) + "-" + numbered.group(3), Integer.parseInt(numbered.group(2))));
    }
    Matcher stamped = STAMPED.matcher(value);
    if (!stamped.matches()) {
      stamped = PATCHBOMB.matcher(value);
    }
    return stamped.matches() ? Optional.of(new SendRun(stamped.group(1), 0)) : Optional.empty();
  }
}
