package io.github.patchlane.gitlab.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Says in a person's words why no answer came. */
final class Unanswered {
  private Unanswered() {}

  /** Whether it lies with the address, so that trying again would not help. */
  static boolean isFinal(IOException trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException
          || cause instanceof SSLException
          || cause instanceof ConnectException) {
        return true;
      }
    }
    return false;
  }

  static String reason(IOException trouble, URI server) {
    Throwable cause = trouble;
    while (cause != null) {
      if (cause instanceof UnknownHostException) {
        return "no such host: " + server.getHost() + "; check the address";
      }
      if (cause instanceof SSLException) {
        return "no trusted connection to "
            + server
            + " ("
            + oneLine(cause)
            + "): check its certificate, or give Java a trust store that knows it";
      }
      if (cause instanceof SocketTimeoutException) {
        return server + " does not answer in time";
      }
      if (cause instanceof ConnectException) {
        return "nobody answers at " + server + " (" + oneLine(cause) + ")";
      }
      cause = cause.getCause();
    }
    return "no answer from " + server + " (" + oneLine(trouble) + ")";
  }

  private static String oneLine(Throwable trouble) {
    return String.valueOf(trouble.getMessage()).replaceAll("\\s+", " ").strip();
  }
}
