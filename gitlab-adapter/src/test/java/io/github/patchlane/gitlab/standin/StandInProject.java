package io.github.patchlane.gitlab.standin;

import java.nio.file.Path;
import java.util.Optional;

/** A handle on one project, for what a test arranges rather than asks for over the wire. */
public final class StandInProject {
  private final World world;
  private final Project project;

  StandInProject(World world, Project project) {
    this.world = world;
    this.project = project;
  }

  public long id() {
    return project.id;
  }

  /** The full path as it is now. */
  public String path() {
    synchronized (world) {
      return project.path;
    }
  }

  /** Where people look at it, and where {@code GitLabProject}s are opened. */
  public String webUrl() {
    return world.url + "/" + path();
  }

  /** Where git fetches and pushes; the user is any, the password a token. */
  public String gitUrl() {
    return webUrl() + ".git";
  }

  /** The bare repository's directory. Branches moved there directly are not noticed. */
  public Path repository() {
    return project.repository.git().getDirectory().toPath();
  }

  public StandInProject member(StandInUser user, AccessLevel level) {
    synchronized (world) {
      project.members.put(user.id(), level);
    }
    return this;
  }

  /** Lets anybody read; projects are private until then. */
  public StandInProject open() {
    synchronized (world) {
      project.open = true;
    }
    return this;
  }

  /** Beside the default branch. */
  public StandInProject protect(String branch) {
    synchronized (world) {
      project.protectedBranches.add(branch);
    }
    return this;
  }

  /** Adds an issue that closing keywords can close. */
  public StandInProject issue(int iid) {
    synchronized (world) {
      project.issues.add(iid);
    }
    return this;
  }

  /** Drops approvals when commits are pushed, as a licensed project may be set to. */
  public StandInProject resetsApprovals() {
    synchronized (world) {
      project.resetsApprovals = true;
    }
    return this;
  }

  /** Writes {@code closed}, {@code reopened} and {@code merged} notes, as old servers did. */
  public StandInProject writesStateNotes() {
    synchronized (world) {
      project.writesStateNotes = true;
    }
    return this;
  }

  /** Moves the project; the old path goes on leading here, by redirects. */
  public void rename(String path) {
    synchronized (world) {
      project.moveTo(path);
    }
  }

  /** Marks a merge request as brought over by an import. */
  public void markImported(int iid) {
    synchronized (world) {
      Optional.ofNullable(project.mergeRequests.get(iid)).orElseThrow().imported = true;
    }
  }

  /** Records a pipeline over a commit. */
  public void pipeline(String sha, String ref, String status) {
    synchronized (world) {
      project.pipelines.add(
          new Project.Pipeline(
              world.nextId(), sha, ref, status, "merge_request_event", world.now()));
    }
  }
}
