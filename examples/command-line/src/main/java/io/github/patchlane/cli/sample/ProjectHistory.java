package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.Person;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;

/** The invented project's git history, commit upon commit. */
final class ProjectHistory {
  private final CommitChain commits;
  private final Set<ObjectId> known = new HashSet<>();

  ProjectHistory(CommitChain commits) {
    this.commits = commits;
  }

  ObjectId head() {
    return commits.head();
  }

  /** Adds a commit on top; {@code message} is its lines. */
  ObjectId commit(
      Snapshot tree,
      Member author,
      Instant written,
      Member committer,
      Instant landed,
      List<String> message)
      throws IOException {
    return commits.commit(
        tree(tree.files()),
        ident(author.person(), written, author.zone()),
        ident(committer.person(), landed, committer.zone()),
        String.join("\n", message) + "\n");
  }

  /** Adds a commit on another one, for a branch of its author's own. */
  ObjectId aside(
      ObjectId parent, Snapshot tree, Member author, Instant written, List<String> message)
      throws IOException {
    PersonIdent who = ident(author.person(), written, author.zone());
    return commits.commitOn(
        parent, tree(tree.files()), who, who, String.join("\n", message) + "\n");
  }

  static PersonIdent ident(Person person, Instant at, ZoneOffset zone) {
    return new PersonIdent(person.name(), person.email(), at, zone);
  }

  private ObjectId tree(SortedMap<String, SourceFile> files) throws IOException {
    // git sorts a folder as if its name ended in a slash
    SortedMap<String, SortedMap<String, SourceFile>> folders = new TreeMap<>();
    for (var file : files.entrySet()) {
      int slash = file.getKey().indexOf('/');
      if (slash < 0) {
        continue;
      }
      folders
          .computeIfAbsent(file.getKey().substring(0, slash + 1), name -> new TreeMap<>())
          .put(file.getKey().substring(slash + 1), file.getValue());
    }
    SortedMap<String, ObjectId> entries = new TreeMap<>();
    for (var folder : folders.entrySet()) {
      entries.put(folder.getKey(), tree(folder.getValue()));
    }
    for (var file : files.entrySet()) {
      if (file.getKey().indexOf('/') < 0) {
        if (known.add(file.getValue().id())) {
          commits.objects().insert(Constants.OBJ_BLOB, file.getValue().bytes());
        }
        entries.put(file.getKey(), file.getValue().id());
      }
    }
    TreeFormatter formatter = new TreeFormatter();
    entries.forEach(
        (name, id) -> {
          if (name.endsWith("/")) {
            formatter.append(name.substring(0, name.length() - 1), FileMode.TREE, id);
          } else {
            formatter.append(name, FileMode.REGULAR_FILE, id);
          }
        });
    return commits.objects().insert(Constants.OBJ_TREE, formatter.toByteArray());
  }
}
