package io.github.patchlane.core.jsonl;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Contributions that were written as JSON lines before, of either lane. It holds no patches'
 * contents. Standard input can be read once.
 */
public final class JsonLinesSource implements ContributionSource {
  private final String name;
  private final Opener opener;

  private JsonLinesSource(String name, Opener opener) {
    this.name = name;
    this.opener = opener;
  }

  /** Where the lines come from; asked for again at every reading. */
  private interface Opener {
    InputStream open() throws IOException;
  }

  public static JsonLinesSource of(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableSourceException(
          file + ": no such file; name a file that `list --format jsonl` wrote");
    }
    return new JsonLinesSource("jsonl:" + file, () -> Files.newInputStream(file));
  }

  /**
   * Lines from a stream, such as standard input.
   *
   * @param input read to its end and closed by {@link #read()}
   */
  public static JsonLinesSource of(String name, InputStream input) {
    return new JsonLinesSource(name, () -> input);
  }

  @Override
  public String name() {
    return name;
  }

  /** The lane of most sources of this kind; each contribution says its own. */
  @Override
  public Lane lane() {
    return Lane.MAILING_LIST;
  }

  @Override
  public Harvest read() {
    List<Contribution> contributions = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(opener.open(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        Reading<Contribution> reading =
            ContributionReader.read(line, new Position(name, "line " + number));
        if (reading instanceof Reading.Parsed<Contribution> parsed) {
          contributions.add(parsed.value());
        } else if (reading instanceof Reading.Rejected<Contribution> rejected) {
          problems.add(rejected.problem());
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableSourceException(name + ": cannot be read: " + e.getMessage(), e);
    }
    if (contributions.isEmpty()) {
      throw new UnreadableSourceException(
          name
              + ": holds no contribution"
              + problems.stream()
                  .findFirst()
                  .map(first -> " (" + first.position().place() + ": " + first.reason() + ")")
                  .orElse("")
              + "; name a file that `list --format jsonl` wrote");
    }
    return new Harvest(contributions, problems, number, 0, newest(contributions));
  }

  private static Optional<Instant> newest(List<Contribution> contributions) {
    return contributions.stream()
        .flatMap(
            c -> Stream.concat(Stream.of(c.openedAt()), c.events().stream().map(ReviewEvent::at)))
        .max(Comparator.naturalOrder());
  }

  @Override
  public Optional<PatchContent> content(SourceId patch) {
    return Optional.empty();
  }

  @Override
  public void close() {
    // nothing stays open between readings
  }
}
