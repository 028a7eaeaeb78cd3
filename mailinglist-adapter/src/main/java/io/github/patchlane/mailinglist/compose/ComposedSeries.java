package io.github.patchlane.mailinglist.compose;

import java.util.List;

/**
 * A contribution as mails.
 *
 * @param mails in the order in which they are sent: no answer before what it answers
 * @param remarks what will not arrive as it was, one sentence each
 */
public record ComposedSeries(List<ComposedMail> mails, List<String> remarks) {
  public ComposedSeries {
    mails = List.copyOf(mails);
    remarks = List.copyOf(remarks);
  }
}
