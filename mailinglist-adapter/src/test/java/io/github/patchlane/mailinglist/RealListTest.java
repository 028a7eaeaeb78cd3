package io.github.patchlane.mailinglist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandedPatch;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.git.landing.Landings;
import io.github.patchlane.core.jsonl.ContributionWriter;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.mailinglist.archive.Archive;
import io.github.patchlane.mailinglist.archive.Archives;
import io.github.patchlane.mailinglist.archive.RawMail;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.message.MessageParser;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real list against what is known of it: {@code -Dpatchlane.data} names the folder of
 * ltp-list.git and ltp.git, {@code -Dpatchlane.truth} that of revisions.tsv and landings.tsv.
 */
@Tag("real-data")
class RealListTest {
  private static final int ORDERS = 20;
  private static final Path DATA = Path.of(System.getProperty("patchlane.data", ""));
  private static final String LIST = DATA.resolve("ltp-list.git").toString();
  private static final RealTruth TRUTH =
      new RealTruth(Path.of(System.getProperty("patchlane.truth", DATA.toString())));
  private static final Pattern PATCH_SUBJECT =
      Pattern.compile("^(?:\\[[^\\]]*\\]\\s*)*\\[[^\\]]*PATCH[^\\]]*\\].*", Pattern.DOTALL);

  private static final Pattern FROM = Pattern.compile("^(>*From )", Pattern.MULTILINE);

  @BeforeAll
  static void theDataIsThere() {
    Assumptions.assumeTrue(
        Files.isDirectory(Path.of(LIST)) && Files.isDirectory(DATA.resolve("ltp.git")),
        "skipped: needs ltp-list.git and ltp.git in -Dpatchlane.data");
    Assumptions.assumeTrue(
        TRUTH.isThere(), "skipped: needs revisions.tsv and landings.tsv in -Dpatchlane.truth");
  }

  @Test
  void revisionsAreJoinedAsTheirSendersDeclareThem() {
    Harvest harvest = read(LIST, ReadOptions.DEFAULT);

    assertTrue(joined(harvest) >= 0.98, "joined: " + joined(harvest));
    assertNoContributionMixesChangeIds(harvest);
  }

  @Test
  void mostRevisionsAreJoinedWithoutDeclaredLinks() {
    Harvest harvest = read(LIST, ReadOptions.DEFAULT.withDeclaredLinks(false));

    assertTrue(joined(harvest) >= 0.90, "joined: " + joined(harvest));
  }

  @Test
  void landingsOfUnchangedPatchesAreFoundWithoutTrailers() {
    Harvest harvest = read(LIST, ReadOptions.DEFAULT);
    Map<String, LandedPatch> byCommit = new HashMap<>();
    try (GitRepository repository = GitRepository.open(DATA.resolve("ltp.git").toString())) {
      Landings found =
          repository.landings(
              LandedContributions.candidates(harvest.contributions()),
              LandedContributions.mentions(harvest.contributions()),
              LandingOptions.asOf(Instant.MAX).withoutTrailers());
      found.patches().forEach(p -> byCommit.put(p.landing().commit().value(), p));
    }
    List<RealTruth.Landed> equal =
        TRUTH.landings().stream().filter(RealTruth.Landed::samePatchId).toList();
    long right = equal.stream().filter(row -> isRight(row, byCommit)).count();

    assertTrue(right >= 0.99 * equal.size(), right + " of " + equal.size());
  }

  @Test
  void everyPatchMailHasAPlaceOrIsListedAsAProblem() {
    Harvest harvest = read(LIST, ReadOptions.DEFAULT);
    Set<String> placed = new HashSet<>();
    for (Contribution contribution : harvest.contributions()) {
      postings(contribution).forEach(id -> placed.add(id.value()));
      contribution.events().forEach(event -> placed.add(event.act().source().value()));
    }
    harvest.problems().stream().map(Problem::id).forEach(placed::add);
    List<String> lost =
        mails().stream()
            .flatMap(raw -> parsed(raw).stream())
            .filter(RealListTest::isPatch)
            .map(message -> message.id().value())
            .filter(id -> !placed.contains(id))
            .toList();

    assertEquals(List.of(), lost);
  }

  @Test
  void theOrderOfTheMailsChangesNothing(@TempDir Path folder) throws IOException {
    List<String> expected = lines(read(LIST, ReadOptions.DEFAULT));
    List<byte[]> mails = new ArrayList<>(mails());
    for (int seed = 0; seed < ORDERS; seed++) {
      Collections.shuffle(mails, new Random(seed));
      Path mbox = folder.resolve("shuffled-" + seed + ".mbox");
      write(mails, mbox);

      assertEquals(expected, lines(read(mbox.toString(), ReadOptions.DEFAULT)), "seed " + seed);
      Files.delete(mbox);
    }
  }

  private static Harvest read(String archive, ReadOptions options) {
    try (MailingList list = MailingList.open(List.of(archive), options)) {
      return list.read();
    }
  }

  private static List<String> lines(Harvest harvest) {
    return harvest.contributions().stream().map(ContributionWriter::line).toList();
  }

  private static double joined(Harvest harvest) {
    Map<String, ContributionId> homes = homes(harvest);
    List<RealTruth.Step> steps = TRUTH.steps();
    long together =
        steps.stream()
            .filter(
                step ->
                    Optional.ofNullable(homes.get(step.earlier()))
                        .filter(home -> home.equals(homes.get(step.later())))
                        .isPresent())
            .count();
    return (double) together / steps.size();
  }

  private static void assertNoContributionMixesChangeIds(Harvest harvest) {
    Map<String, ContributionId> homes = homes(harvest);
    Map<ContributionId, Set<String>> idsOf = new HashMap<>();
    TRUTH
        .changeIds()
        .forEach(
            (mail, id) ->
                Optional.ofNullable(homes.get(mail))
                    .ifPresent(home -> idsOf.computeIfAbsent(home, k -> new HashSet<>()).add(id)));
    idsOf.values().removeIf(ids -> ids.size() == 1);

    assertEquals(Map.of(), idsOf);
  }

  private static Map<String, ContributionId> homes(Harvest harvest) {
    return harvest.contributions().stream()
        .flatMap(c -> postings(c).distinct().map(id -> Map.entry(id.value(), c.id())))
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Stream<SourceId> postings(Contribution contribution) {
    return contribution.revisions().stream().flatMap(Revision::postings);
  }

  private static boolean isRight(RealTruth.Landed row, Map<String, LandedPatch> byCommit) {
    LandedPatch found = byCommit.get(row.commit());
    return found != null
        && found.landing().evidence().kind() == Evidence.Kind.PATCH_ID
        && found.landing().patch().value().equals(row.mail());
  }

  private static List<byte[]> mails() {
    List<byte[]> mails = new ArrayList<>();
    try (Archive archive = Archives.open(LIST)) {
      archive.forEach(
          reading -> {
            if (reading instanceof Reading.Parsed<RawMail> mail) {
              mails.add(mail.value().bytes());
            }
          });
    }
    return mails;
  }

  private static Optional<Message> parsed(byte[] raw) {
    return MessageParser.parse(raw, new Position("list", "mail")).message();
  }

  /** By its subject and a diff in it, read as anybody would. */
  private static boolean isPatch(Message message) {
    return PATCH_SUBJECT.matcher(message.subject()).matches()
        && message.text().contains("\ndiff --git ");
  }

  /** An mbox of the mboxrd kind: one more mark before every line that would begin a mail. */
  private static void write(List<byte[]> mails, Path mbox) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mbox))) {
      for (byte[] mail : mails) {
        out.write("From mboxrd@z Thu Jan  1 00:00:00 1970\n".getBytes(ISO_8859_1));
        String text = new String(mail, ISO_8859_1);
        out.write(FROM.matcher(text).replaceAll(">$1").getBytes(ISO_8859_1));
        out.write((text.endsWith("\n") ? "\n" : "\n\n").getBytes(ISO_8859_1));
      }
    }
  }
}
