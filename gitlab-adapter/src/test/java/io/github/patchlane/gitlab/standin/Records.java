package io.github.patchlane.gitlab.standin;

import java.util.ArrayList;
import java.util.List;

/** What texts brought about on the server that their authors may not have meant. */
final class Records {
  final List<String> quickActionsRun = new ArrayList<>();
  final List<String> pings = new ArrayList<>();
  final List<String> references = new ArrayList<>();
  final List<String> closedIssues = new ArrayList<>();
  final List<String> violations = new ArrayList<>();
}
