package io.github.patchlane.gitlab.repository;

import io.github.patchlane.gitlab.AccessToken;
import java.net.URI;
import java.util.Locale;
import org.eclipse.jgit.transport.CredentialItem;
import org.eclipse.jgit.transport.CredentialsProvider;
import org.eclipse.jgit.transport.URIish;

/** Gives a token to one host, and to no other that a redirect may lead to. */
final class TokenCredentials extends CredentialsProvider {
  private final URI address;
  private final AccessToken token;

  TokenCredentials(URI address, AccessToken token) {
    this.address = address;
    this.token = token;
  }

  @Override
  public boolean isInteractive() {
    return false;
  }

  @Override
  public boolean supports(CredentialItem... items) {
    for (CredentialItem item : items) {
      if (!(item instanceof CredentialItem.Username || item instanceof CredentialItem.Password)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean get(URIish uri, CredentialItem... items) {
    boolean same =
        String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT).equals(address.getHost())
            && uri.getPort() == address.getPort()
            && String.valueOf(uri.getScheme()).equals(address.getScheme());
    if (!same || !supports(items)) {
      return false;
    }
    for (CredentialItem item : items) {
      if (item instanceof CredentialItem.Username user) {
        user.setValue("oauth2");
      } else if (item instanceof CredentialItem.Password password) {
        password.setValue(token.secret().toCharArray());
      }
    }
    return true;
  }
}
