package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.Person;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneOffset;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;

/** The list as public-inbox (version 2) keeps it: a commit a mail, the mail in a blob {@code m}. */
final class ListArchive implements Postbox {
  private static final Duration TRANSIT = Duration.ofMinutes(1);

  private final CommitChain commits;
  private final MailWriter writer;
  private int mails;
  private long bytes;

  ListArchive(CommitChain commits, MailWriter writer) {
    this.commits = commits;
    this.writer = writer;
  }

  @Override
  public void deliver(Mail mail) throws IOException {
    byte[] raw = writer.write(mail);
    mails++;
    bytes += raw.length;
    TreeFormatter tree = new TreeFormatter();
    tree.append("m", FileMode.REGULAR_FILE, commits.objects().insert(Constants.OBJ_BLOB, raw));
    ObjectId treeId = commits.objects().insert(Constants.OBJ_TREE, tree.toByteArray());
    Person sender = mail.from().sender();
    PersonIdent author = ProjectHistory.ident(sender, mail.sent(), mail.from().zone());
    PersonIdent inbox = ProjectHistory.ident(sender, mail.sent().plus(TRANSIT), ZoneOffset.UTC);
    commits.commit(treeId, author, inbox, mail.subject() + "\n");
  }

  @Override
  public int mails() {
    return mails;
  }

  long bytes() {
    return bytes;
  }
}
