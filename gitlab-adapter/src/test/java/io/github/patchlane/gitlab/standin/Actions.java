package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs quick actions. Those that change what Patchlane reads have their effect; the rest are taken
 * from the text, recorded, and done nothing about.
 */
final class Actions {
  private static final Pattern LABEL = Pattern.compile("~(?:\"([^\"]+)\"|([^\\s~]+))");

  private final Lifecycle lifecycle;

  Actions(Lifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  /** Says what was changed, as GitLab's answer to a note of commands only does. */
  ObjectNode run(
      Project project,
      MergeRequest request,
      StandInUser user,
      List<QuickActions.Command> commands) {
    ObjectNode changes = Entities.object();
    for (QuickActions.Command command : commands) {
      switch (command.name()) {
        case "close" -> {
          lifecycle.close(project, request, user);
          changes.put("state_event", "close");
        }
        case "reopen" -> {
          lifecycle.reopen(project, request, user);
          changes.put("state_event", "reopen");
        }
        case "approve", "ship" -> {
          if (!request.approvals.containsKey(user.id())) {
            lifecycle.approve(request, user);
          }
          changes.put("approve", true);
        }
        case "unapprove" -> {
          if (request.approvals.containsKey(user.id())) {
            lifecycle.unapprove(request, user);
          }
        }
        case "request_changes" -> lifecycle.requestChanges(request, user);
        case "draft", "wip" -> lifecycle.title(request, user, "Draft: " + plain(request));
        case "ready" -> lifecycle.title(request, user, plain(request));
        case "title" -> {
          if (!command.argument().isEmpty()) {
            lifecycle.title(request, user, command.argument());
            changes.put("title", command.argument());
          }
        }
        case "label", "labels" -> {
          Set<String> labels = new TreeSet<>(request.labels);
          labels.addAll(named(command.argument()));
          lifecycle.labels(project, request, user, labels);
        }
        case "unlabel", "remove_label" -> {
          Set<String> labels = new TreeSet<>(request.labels);
          labels.removeAll(named(command.argument()));
          lifecycle.labels(
              project, request, user, command.argument().isEmpty() ? Set.of() : labels);
        }
        case "lock" -> request.locked = true;
        case "unlock" -> request.locked = false;
        default -> {}
      }
    }
    return changes;
  }

  private static String plain(MergeRequest request) {
    return MergeRequest.ready(request.title);
  }

  private static Set<String> named(String argument) {
    Set<String> names = new TreeSet<>();
    Matcher label = LABEL.matcher(argument);
    while (label.find()) {
      names.add(label.group(1) == null ? label.group(2) : label.group(1));
    }
    return names;
  }
}
