package io.github.patchlane.gitlab.standin;

import java.util.List;
import java.util.Optional;

/** What a text sets off when it is stored: its quick actions, its mentions, its references. */
final class Texts {
  private final World world;
  private final Conversation conversation;

  Texts(World world, Conversation conversation) {
    this.world = world;
    this.conversation = conversation;
  }

  /** Takes the commands out; they are known to the records at once and are the caller's to run. */
  QuickActions.Extracted extract(Project project, String place, StandInUser author, String text) {
    QuickActions.Extracted extracted = QuickActions.extract(text);
    for (QuickActions.Command command : extracted.commands()) {
      world.records.quickActionsRun.add(
          project.path + " " + place + " by @" + author.username() + ": " + command);
    }
    return extracted;
  }

  /** Notifies whom a stored text names and leaves notes where it points. */
  void announce(Project project, MergeRequest from, String place, StandInUser author, String text) {
    String where = project.path + " " + place + " by @" + author.username() + ": ";
    for (String name : References.mentions(text)) {
      if (name.equals("all") || world.user(name).isPresent() || isGroup(name)) {
        world.records.pings.add(where + "@" + name);
      } else {
        world.records.references.add(where + "@" + name);
      }
    }
    for (String object : References.objects(text)) {
      boolean commit = Character.digit(object.charAt(0), 16) >= 0;
      if (!commit || project.repository.resolve(object).isPresent()) {
        world.records.references.add(where + object);
      }
      if (object.startsWith("!")) {
        mentioned(project, object.substring(1), author, "merge request !" + from.iid, from);
      }
    }
  }

  /** What a pushed commit's message points at; nobody is notified by one. */
  void announceCommit(Project project, String sha, StandInUser author, String message) {
    String where = project.path + " commit " + sha.substring(0, 8) + ": ";
    for (String object : References.objects(message)) {
      if (object.startsWith("#") || object.startsWith("!")) {
        world.records.references.add(where + object);
      }
    }
  }

  /** Closes the issues that a text names behind a closing keyword. */
  void close(Project project, String where, List<Integer> issues) {
    issues.stream()
        .distinct()
        .forEach(
            issue -> {
              project.issues.remove(issue);
              world.records.closedIssues.add(project.path + " " + where + ": #" + issue);
            });
  }

  private void mentioned(
      Project project, String iid, StandInUser author, String where, MergeRequest from) {
    if (iid.length() > 9) {
      return;
    }
    Optional.ofNullable(project.mergeRequests.get(Integer.valueOf(iid)))
        .filter(request -> request != from)
        .ifPresent(request -> conversation.system(request, author, "mentioned in " + where));
  }

  private boolean isGroup(String name) {
    return world.projects.values().stream()
        .anyMatch(project -> project.namespace().equalsIgnoreCase(name));
  }
}
