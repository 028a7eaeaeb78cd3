package io.github.patchlane.core.identity;

import io.github.patchlane.core.contribution.Person;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells machines from people by name and address. Whole words count, not letters: Abbott is no bot,
 * and neither is somebody with the first name Robot or the surname Bot. What users add wins over
 * the rule. Immutable and thread-safe.
 */
public final class BotRule {
  /** The rule with nothing added. */
  public static final BotRule STANDARD = new BotRule(Set.of(), Set.of());

  /** Names that are a machine's whole name. */
  private static final Set<String> NAMES =
      Set.of(
          "buildbot",
          "coverity scan",
          "github",
          "github actions",
          "gitlab",
          "jenkins",
          "kernelci",
          "mail delivery subsystem",
          "mail delivery system",
          "osstest service owner",
          "patchew",
          "patchwork",
          "zuul");

  /** The local part of an address, its tag taken off. */
  private static final Set<String> LOCAL_PARTS =
      Set.of(
          "autobuild",
          "autobuilder",
          "bot",
          "buildbot",
          "ci",
          "dependabot",
          "do-not-reply",
          "do_not_reply",
          "donotreply",
          "jenkins",
          "kbuild-robot",
          "kernelci",
          "mailer-daemon",
          "no-reply",
          "no_reply",
          "noreply",
          "osstest-admin",
          "patchew",
          "patchwork",
          "postmaster",
          "robot",
          "syzbot",
          "zuul");

  private static final Set<String> ADDRESSES = Set.of("lkp@intel.com", "scan-admin@coverity.com");

  /** What stands beside "bot" or "robot" in a machine's name, and beside neither in a person's. */
  private static final Set<String> TRADES =
      Set.of(
          "0day",
          "auto",
          "backport",
          "build",
          "buildroot",
          "check",
          "ci",
          "commit",
          "gitlab",
          "kbuild",
          "kernel",
          "lint",
          "merge",
          "patch",
          "patchwork",
          "release",
          "review",
          "stable",
          "syzkaller",
          "test",
          "tip",
          "yocto");

  private static final List<String> BOT_WORDS = List.of("bot", "robot", "autobuilder");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Set<String> bots;
  private final Set<String> humans;

  private BotRule(Set<String> bots, Set<String> humans) {
    this.bots = bots;
    this.humans = humans;
  }

  /**
   * The rule with people's corrections, in place of any it had. Each is an address, in any case and
   * with any tag, or a full name.
   *
   * @param humans are people even if named as bots too
   */
  public BotRule with(Collection<String> bots, Collection<String> humans) {
    return new BotRule(comparable(bots), comparable(humans));
  }

  /** Whether a machine acts under this name or address. */
  public boolean isBot(Person person) {
    String name = lower(person.name().strip());
    String email = Identities.comparable(person.email());
    if (contains(humans, name, email)) {
      return false;
    }
    return contains(bots, name, email)
        || isBotAddress(email)
        || lower(person.email()).contains("[bot]@")
        || isBotName(person.name(), name);
  }

  private static boolean isBotAddress(String email) {
    int at = email.lastIndexOf('@');
    String local = at < 0 ? email : email.substring(0, at);
    return ADDRESSES.contains(email)
        || LOCAL_PARTS.contains(local)
        || email.endsWith("syzkaller.appspotmail.com")
        || hasBotWord(local)
        || isForgeToken(local);
  }

  /** {@code tip-bot2}, {@code foo_bot}, {@code bot-foo}, {@code ci_notify}. */
  private static boolean hasBotWord(String local) {
    String plain = withoutDigits(local);
    return plain.endsWith("-bot")
        || plain.endsWith("_bot")
        || plain.endsWith("-robot")
        || plain.endsWith("-ci")
        || plain.startsWith("bot-")
        || plain.startsWith("bot_")
        || plain.startsWith("ci-")
        || plain.startsWith("ci_");
  }

  /** GitLab names the user behind a token {@code project_12_bot_3f…} or {@code group_12_bot_…}. */
  private static boolean isForgeToken(String local) {
    for (String owner : List.of("project_", "group_")) {
      if (local.startsWith(owner)) {
        String rest = local.substring(owner.length());
        int end = 0;
        while (end < rest.length() && Character.isDigit(rest.charAt(end))) {
          end++;
        }
        return end > 0 && rest.startsWith("_bot", end);
      }
    }
    return false;
  }

  private static boolean isBotName(String written, String name) {
    if (NAMES.contains(name) || name.endsWith("[bot]") || isForgeToken(name)) {
      return true;
    }
    List<String> words = List.of(BETWEEN_WORDS.split(name, -1));
    if (words.size() > 1 && written.strip().endsWith(" CI")) {
      return true;
    }
    boolean one = words.size() == 1 && LOCAL_PARTS.contains(name);
    return one
        || (words.stream().map(BotRule::withoutDigits).anyMatch(BOT_WORDS::contains)
            && words.stream().anyMatch(TRADES::contains));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String withoutDigits(String text) {
    int end = text.length();
    while (end > 0 && Character.isDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }

  private static boolean contains(Set<String> added, String name, String email) {
    return (!name.isEmpty() && added.contains(name)) || (!email.isEmpty() && added.contains(email));
  }

  private static Set<String> comparable(Collection<String> texts) {
    return texts.stream().map(Identities::comparable).collect(Collectors.toUnmodifiableSet());
  }
}
