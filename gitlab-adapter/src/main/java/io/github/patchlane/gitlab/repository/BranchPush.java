package io.github.patchlane.gitlab.repository;

import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.UnreachableGitLabException;
import io.github.patchlane.gitlab.rest.LostAnswerException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/** Branches of the project, by git over smart HTTP. A branch is moved only from where it was. */
public final class BranchPush implements AutoCloseable {
  private final Repository repository;
  private final URI address;
  private final AccessToken token;

  /**
   * Opens what is pushed from.
   *
   * @param gitDirectory with the commits
   * @param address of the project's repository
   */
  public BranchPush(Path gitDirectory, URI address, AccessToken token) {
    this.address = address;
    this.token = token;
    try {
      this.repository =
          new FileRepositoryBuilder().setGitDir(gitDirectory.toFile()).setBare().build();
    } catch (IOException e) {
      throw new UnreachableGitLabException(
          "cannot push from " + gitDirectory + " (" + e.getMessage() + ")", e);
    }
  }

  /** Where a branch is now; empty where there is none. */
  public Optional<String> head(String branch) throws LostAnswerException {
    try (Transport transport = transport();
        FetchConnection connection = transport.openFetch()) {
      Ref ref = connection.getRef(Constants.R_HEADS + branch);
      return Optional.ofNullable(ref).map(Ref::getObjectId).map(ObjectId::name);
    } catch (IOException e) {
      throw new LostAnswerException(what(e));
    }
  }

  /**
   * Moves a branch.
   *
   * @param lease where it must be before; empty where it must not be there
   * @return why it was not moved; empty where it was
   */
  public Optional<String> push(String branch, String commit, String lease)
      throws LostAnswerException {
    ObjectId expected = lease.isEmpty() ? ObjectId.zeroId() : ObjectId.fromString(lease);
    try (Transport transport = transport()) {
      RemoteRefUpdate update =
          new RemoteRefUpdate(repository, commit, Constants.R_HEADS + branch, true, null, expected);
      PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(update));
      RemoteRefUpdate done = result.getRemoteUpdate(Constants.R_HEADS + branch);
      return switch (done.getStatus()) {
        case OK, UP_TO_DATE -> Optional.empty();
        case REJECTED_REMOTE_CHANGED ->
            Optional.of("the branch is not where the last push left it; somebody else moved it");
        case AWAITING_REPORT, NOT_ATTEMPTED ->
            throw new LostAnswerException("the server did not say what became of the push");
        default ->
            Optional.of(
                "the server refused the push: "
                    + done.getStatus()
                    + (done.getMessage() == null ? "" : " " + done.getMessage()));
      };
    } catch (IOException e) {
      throw new LostAnswerException(what(e));
    }
  }

  private String what(IOException e) {
    GitTransport.shallow(address, e)
        .ifPresent(
            reason -> {
              throw new UnreachableGitLabException(reason, e);
            });
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (message.contains("not authorized") || message.contains("not permitted")) {
      throw new UnreachableGitLabException(
          address + " does not let the token push: it needs the scope \"write_repository\"");
    }
    return message.replace(token.secret(), "…").replaceAll("\\s+", " ");
  }

  private Transport transport() throws IOException {
    Transport transport = GitTransport.open(repository, address, token);
    transport.setPushThin(true);
    return transport;
  }

  @Override
  public void close() {
    repository.close();
  }
}
