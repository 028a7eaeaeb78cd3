package io.github.patchlane.gitlab.repository;

import io.github.patchlane.gitlab.AccessToken;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.jgit.errors.NotSupportedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/** How git speaks to a server: with the token, to its own host only. */
final class GitTransport {
  private static final int SECONDS = 300;

  private GitTransport() {}

  /**
   * What to say of a shallow repository on the server, and how to mend it; empty for any other
   * trouble. Git names the edge of such a repository among its refs where it is pushed to, and
   * where it is fetched from by git's first protocol; JGit takes that for a ref that is none.
   */
  static Optional<String> shallow(URI address, IOException e) {
    return String.valueOf(e.getMessage()).contains("advertisement line: 'shallow ")
        ? Optional.of(
            "the repository at "
                + address
                + " is a shallow one, which lacks the past of some commits, and JGit cannot talk"
                + " to it; git fetch --unshallow, run in it on the server, mends that")
        : Optional.empty();
  }

  /** Opens a transport; nothing is sent yet. */
  static Transport open(Repository repository, URI address, AccessToken token)
      throws TransportException {
    try {
      Transport transport = Transport.open(repository, new URIish(address.toString()));
      transport.setCredentialsProvider(new TokenCredentials(address, token));
      transport.setTagOpt(TagOpt.NO_TAGS);
      transport.setTimeout(SECONDS);
      return transport;
    } catch (NotSupportedException | URISyntaxException e) {
      throw new TransportException("git cannot speak to " + address + ": " + e.getMessage(), e);
    }
  }
}
