package io.github.patchlane.mailinglist.delivery;

/** How a connection to an SMTP server is kept from others' eyes. */
public enum Encryption {
  NONE,
  /** Begun in the open, and given up where the server does not offer TLS. */
  STARTTLS,
  /** From the first byte, mostly on port 465. */
  TLS
}
