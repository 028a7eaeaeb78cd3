package io.github.patchlane.cli.sample;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.git.landing.Landings;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.mailinglist.MailingList;
import io.github.patchlane.mailinglist.ReadOptions;
import java.nio.file.Path;
import java.util.List;

/** Reads a written sample as the command would: the list, then what of it landed. */
final class SampleReading {
  private SampleReading() {}

  static List<Contribution> read(Path directory, SampleTruth truth) {
    String archive = directory.resolve(SampleProject.LIST).toString();
    try (MailingList list = MailingList.open(List.of(archive), ReadOptions.DEFAULT);
        GitRepository project =
            GitRepository.open(directory.resolve(SampleProject.PROJECT).toString())) {
      Harvest harvest = list.read();
      Landings landings =
          project.landings(
              LandedContributions.candidates(harvest.contributions()),
              LandedContributions.mentions(harvest.contributions()),
              LandingOptions.asOf(truth.asOf()));
      return LandedContributions.apply(harvest.contributions(), landings);
    }
  }
}
