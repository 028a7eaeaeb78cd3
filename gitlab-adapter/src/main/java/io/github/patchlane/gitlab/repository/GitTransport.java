package io.github.patchlane.gitlab.repository;

import io.github.patchlane.gitlab.AccessToken;
import java.net.URI;
import java.net.URISyntaxException;
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
