package io.github.patchlane.gitlab.posting;

import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.UsernamePasswordCredentialsProvider;

/** A token for one server: whoever git is sent on to from there is not told it. */
final class HostCredentials extends UsernamePasswordCredentialsProvider {
  private final URIish address;

  HostCredentials(URIish address, String token) {
    // GitLab takes any name beside a token
    super("oauth2", token);
    this.address = address;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    boolean ours =
        address.getHost().equals(uri.getHost())
            && address.getPort() == uri.getPort()
            && address.getScheme().equals(uri.getScheme());
    return ours && super.get(uri, items);
  }
}
