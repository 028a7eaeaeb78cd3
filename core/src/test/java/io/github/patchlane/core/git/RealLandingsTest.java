package io.github.patchlane.core.git;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.git.landing.LandedPatch;
import io.github.patchlane.core.git.landing.LandingCandidate;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.git.landing.Landings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("real-data")
class RealLandingsTest {
  private record Row(String commit, String mail, boolean equal, String title) {}

  private final Path data = Path.of(System.getProperty("patchlane.data", ""));
  private final Path truth = Path.of(System.getProperty("patchlane.truth", data.toString()));

  @Test
  void nearlyAllLandingsWithEqualPatchIdsAreFoundWithoutTrailers() throws IOException {
    Assumptions.assumeTrue(
        Files.isDirectory(data.resolve("ltp-list.git"))
            && Files.exists(truth.resolve("landings.tsv")),
        "needs ltp.git and ltp-list.git in -Dpatchlane.data, landings.tsv in -Dpatchlane.truth");
    List<LandingCandidate> candidates = RealMails.patches(new File(data + "/ltp-list.git"));
    Map<String, LandedPatch> byCommit;
    long start = System.nanoTime();
    try (GitRepository repository = GitRepository.open(data + "/ltp.git")) {
      Landings found =
          repository.landings(
              candidates,
              Map.of(),
              LandingOptions.asOf(Instant.parse("2027-01-01T00:00:00Z")).withoutTrailers());
      System.out.printf(
          "%d candidates, %d commits, %d landings, %.2f s%n",
          candidates.size(),
          found.commits(),
          found.patches().size(),
          (System.nanoTime() - start) / 1e9);
      byCommit = found.patches().stream().collect(toMap(p -> p.landing().commit().value(), p -> p));
    }
    Map<String, LandingCandidate> byMail =
        candidates.stream().collect(toMap(c -> c.patch().id().value(), c -> c, (a, b) -> a));
    Map<String, Integer> outcome = new TreeMap<>();
    int equal = 0;
    int hits = 0;
    for (Row row : rows()) {
      Optional<LandedPatch> landed = Optional.ofNullable(byCommit.get(row.commit()));
      boolean right = landed.map(l -> l.landing().patch().value().equals(row.mail())).orElse(false);
      boolean byPatchId =
          landed.map(l -> l.landing().evidence().kind() == Evidence.Kind.PATCH_ID).orElse(false);
      equal += row.equal() ? 1 : 0;
      hits += row.equal() && right && byPatchId ? 1 : 0;
      String kind = landed.map(l -> l.landing().evidence().kind().label()).orElse("none");
      outcome.merge(
          (row.equal() ? "equal " : "other ")
              + kind
              + (landed.isEmpty() ? "" : right ? " right" : " WRONG"),
          1,
          Integer::sum);
      if ((row.equal() && !byPatchId) || (!right && landed.isPresent())) {
        System.out.println(
            "MISS "
                + row
                + " got "
                + landed.map(
                    l ->
                        l.landing().patch().value()
                            + " "
                            + l.candidate().postedAt()
                            + " "
                            + l.landing().evidence()
                            + " at "
                            + l.landing().landedAt())
                + " candidate "
                + Optional.ofNullable(byMail.get(row.mail()))
                    .map(c -> c.postedAt() + " " + c.patch().subject()));
      }
    }
    System.out.println(outcome);
    System.out.println("of rows with equal patch-ids: " + hits + " of " + equal);
    assertTrue(hits >= 0.99 * equal, hits + " of " + equal);
  }

  private List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(truth.resolve("landings.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (!cells[0].equals("commit")) {
        rows.add(new Row(cells[0], cells[1], cells[2].equals("1"), cells[5]));
      }
    }
    return rows;
  }
}
