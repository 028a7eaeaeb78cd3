package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.patchlane.cli.sample.SampleOptions;
import io.github.patchlane.cli.sample.SampleProject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  @TempDir static Path folder;

  private record Said(int status, String out, String err) {}

  @BeforeAll
  static void makeASample() throws Exception {
    SampleProject.write(folder.resolve("sample"), SampleOptions.standard());
  }

  private static Said said(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status =
        Main.run(
            new Environment(Map.of()),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments);
    return new Said(status, out.toString(), err.toString());
  }

  private static Said split(String... more) {
    String[] arguments = {
      "compare",
      folder.resolve("sample/list.git").toString(),
      "--repo",
      folder.resolve("sample/project.git").toString(),
      "--split",
      "1"
    };
    return said(
        java.util.stream.Stream.of(arguments, more)
            .flatMap(java.util.Arrays::stream)
            .toArray(String[]::new));
  }

  @Test
  void aLaneCutByLotHasNoVerdictAndTheSameBytesTwice() throws Exception {
    Path page = folder.resolve("page.html");
    Said first = split("--html", page.toString());
    String written = Files.readString(page);
    Said second = split("--html", page.toString());

    assertEquals(first, second);
    assertEquals(written, Files.readString(page));
    assertEquals(0, first.status(), first.err());
    assertTrue(first.out().contains("Cannot tell yet whether"), first.out());
    assertTrue(written.contains("id=\"verdict\""));
  }

  @Test
  void jsonHoldsTheVerdictAndEveryContribution() throws Exception {
    JsonNode json = new ObjectMapper().readTree(split("--format", "json").out());

    assertEquals("patchlane.comparison/1", json.get("schema").asText());
    assertEquals("cannot-tell-yet", json.get("verdict").get("answer").asText());
    assertEquals(64, json.get("protocol").get("sha256").asText().length());
    int both =
        json.get("matching").get("baseline").get("contributions").asInt()
            + json.get("matching").get("trial").get("contributions").asInt();
    assertEquals(both, json.get("contributions").size());
  }

  @Test
  void whoIsNotComparedIsNamedOneALine() throws Exception {
    JsonNode json = new ObjectMapper().readTree(split("--format", "json").out());
    List<String> lines = split("--left-out").out().lines().toList();
    int unmatched =
        json.get("matching").get("baseline").get("unmatched").asInt()
            + json.get("matching").get("trial").get("unmatched").asInt();
    int excluded = 0;
    for (JsonNode reason : json.get("excluded")) {
      excluded += reason.get("count").asInt();
    }

    assertEquals(excluded + unmatched, lines.size());
    assertEquals(
        unmatched,
        lines.stream().filter(l -> l.endsWith("\"has no like on the other lane\"}")).count());
    assertTrue(unmatched > 0 && excluded > 0);
  }

  @Test
  void aProtocolThatCannotBeReadIsToldWithItsLine() throws Exception {
    Path file = Files.writeString(folder.resolve("bad.toml"), "seed = 1\ncolour = \"red\"\n");
    Said said = said("compare", "--protocol", file.toString(), "--hash");

    assertEquals(2, said.status());
    assertTrue(said.err().contains("bad.toml, line 2: colour is unknown"), said.err());
  }

  @Test
  void oneLaneAloneIsNotCompared() {
    Said said = said("compare", folder.resolve("sample/list.git").toString());

    assertEquals(2, said.status());
    assertTrue(said.err().contains("--split"), said.err());
  }
}
