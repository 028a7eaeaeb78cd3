package io.github.patchlane.gitlab.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the quick actions out of a text as GitLab does: carriage returns go first; a known command
 * at the very start of a line counts, whatever its case, and takes the blank lines after it along;
 * a region between lines of three backticks, of one backtick, between bare HTML tags on lines of
 * their own, or between {@code >>>} lines is passed over. Fences of tildes or of four backticks
 * protect nothing. What is left loses its trailing white space.
 *
 * <p>GitLab's pattern for inline code passes over more by accident, up to any line that ends in a
 * backtick, and not in every version: here a text is safe only if it is safe everywhere.
 */
final class QuickActions {
  private static final String COMMANDS =
      "add_child|add_contacts|add_email|ai|approve|assign|assign_reviewer|assign_to_workflow|award"
          + "|attention|blocked_by|blocks|board_move|cc|checkin_reminder|child|child_epic"
          + "|clear_health_status|clear_time|clear_weight|clone|close|confidential"
          + "|convert_to_ticket|copy_metadata|copy_metadata_from|create_merge_request|done|draft"
          + "|due|due_date|duplicate|epic|estimate|estimate_time|health_status|invite_email"
          + "|iteration|label|labels|link|lock|merge|milestone|move|page|parent|parent_epic"
          + "|promote|promote_to|promote_to_incident|publish|q|react|ready|reassign"
          + "|reassign_reviewer|rebase|relabel|relate|remove_child|remove_child_epic"
          + "|remove_contacts|remove_due_date|remove_email|remove_epic|remove_estimate"
          + "|remove_iteration|remove_label|remove_milestone|remove_parent|remove_parent_epic"
          + "|remove_reviewer|remove_time_estimate|remove_time_spent|remove_zoom|reopen"
          + "|request_changes|request_review|reviewer|run_pipeline|set_parent|severity|ship|shrug"
          + "|spend|spend_time|spent|submit_review|subscribe|tableflip|tag|target_branch"
          + "|timeline|title|todo|type|unapprove|unassign|unassign_reviewer|unlabel|unlink|unlock"
          + "|unsubscribe|weight|wip|zoom";

  private static final Pattern PASSED_OVER_OR_COMMAND =
      Pattern.compile(
          String.join(
              "|",
              "(?:^```.+?\\n```$)",
              "(?:^`\\n.+?\\n`$)",
              "(?:^<[^>]+?>\\n.+?\\n</[^>]+?>$)",
              "(?:^>>>.+?\\n>>>$)",
              "(?:^/(?<name>" + COMMANDS + ")(?: (?<argument>[^\\n]*))?(?:\\s*\\n|$))"),
          Pattern.MULTILINE | Pattern.DOTALL | Pattern.UNIX_LINES | Pattern.CASE_INSENSITIVE);

  /** A command with its argument, which may be empty. */
  record Command(String name, String argument) {
    @Override
    public String toString() {
      return argument.isEmpty() ? "/" + name : "/" + name + " " + argument;
    }
  }

  /**
   * @param text what is left to store
   * @param commands in order
   */
  record Extracted(String text, List<Command> commands) {
    Extracted {
      commands = List.copyOf(commands);
    }
  }

  private QuickActions() {}

  static List<String> names() {
    return List.of(COMMANDS.split("\\|", -1));
  }

  static Extracted extract(String body) {
    String text = body.replace("\r", "");
    if (!text.startsWith("/") && !text.contains("\n/")) {
      return new Extracted(text.stripTrailing(), List.of());
    }
    List<Command> commands = new ArrayList<>();
    Matcher matcher = PASSED_OVER_OR_COMMAND.matcher(text);
    String left = matcher.replaceAll(match -> Matcher.quoteReplacement(keep(match, commands)));
    return new Extracted(left.stripTrailing(), commands);
  }

  /** Groups by number: the only two named ones are the last alternative's. */
  private static String keep(MatchResult match, List<Command> commands) {
    if (match.group(1) == null) {
      return match.group();
    }
    String argument = match.group(2);
    commands.add(
        new Command(
            match.group(1).toLowerCase(Locale.ROOT), argument == null ? "" : argument.strip()));
    return "";
  }
}
