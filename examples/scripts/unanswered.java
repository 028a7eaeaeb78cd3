///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 17+
//REPOS mavencentral,mavenlocal
//DEPS io.github.patchlane:patchlane-mailinglist:0.1.0-SNAPSHOT
//DEPS org.slf4j:slf4j-nop:2.0.20

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.mailinglist.MailingList;
import java.time.Duration;
import java.time.Instant;

/** Open patches that nobody answered for so many days: {@code ./unanswered.java ARCHIVE [DAYS]}. */
public class unanswered {
  public static void main(String[] arguments) {
    long days = arguments.length > 1 ? Long.parseLong(arguments[1]) : 7;
    try (MailingList list = MailingList.open(arguments[0])) {
      Harvest harvest = list.read();
      Instant end = harvest.newest().orElseThrow();
      for (Contribution c : harvest.contributions()) {
        boolean answered =
            c.events().stream().anyMatch(event -> event.by().isHumanOtherThan(c.submitter()));
        long waited = Duration.between(c.openedAt(), end).toDays();
        if (c.state() == State.OPEN && !answered && waited >= days) {
          System.out.println(waited + " days  " + c.title() + ", " + c.submitter());
        }
      }
    }
  }
}
