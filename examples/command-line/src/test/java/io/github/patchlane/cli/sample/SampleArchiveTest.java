package io.github.patchlane.cli.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.MessageId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleArchiveTest {
  @TempDir Path directory;

  @Test
  void holdsExactlyTheMailsAskedForInOnePack() throws IOException {
    Path list = directory.resolve("list.git");
    SampleTruth truth = SampleArchive.write(list, 1, 1500);

    List<String> mails = Archive.mails(list);
    assertEquals(1500, mails.size());
    assertEquals(1500, truth.mails());
    try (Stream<Path> objects = Files.walk(list.resolve("objects"))) {
      assertEquals(
          List.of("idx", "pack"),
          objects
              .filter(Files::isRegularFile)
              .map(file -> file.toString().replaceFirst(".*\\.", ""))
              .sorted()
              .toList());
    }
  }

  @Test
  void itsTruthSpeaksOnlyOfMailsThatAreThere() throws IOException {
    Path list = directory.resolve("list.git");
    SampleTruth truth = SampleArchive.write(list, 2, 300);

    Set<String> kept = Archive.mails(list).stream().map(Archive::id).collect(Collectors.toSet());
    Set<String> told = new HashSet<>();
    truth.contributions().forEach(c -> c.mails().forEach(id -> told.add(id.value())));
    truth.unrelated().stream().map(MessageId::value).forEach(told::add);
    assertTrue(kept.containsAll(told));
    assertTrue(told.size() > 100, told.size() + " mails told of");
  }

  @Test
  void itsMailsAreAsBulkyAsRealOnes() throws IOException {
    Path list = directory.resolve("list.git");
    SampleArchive.write(list, 3, 1500);

    List<Integer> sizes = Archive.mails(list).stream().map(String::length).sorted().toList();
    double mean = sizes.stream().mapToInt(Integer::intValue).average().orElse(0);
    int median = sizes.get(sizes.size() / 2);
    assertTrue(median > 4500 && median < 8000, "median " + median);
    assertTrue(mean > median * 1.2 && mean < 14_000, "mean " + mean);
  }
}
