package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random samples, put to R's survival package as well. Skips where R or the package is absent. */
@Tag("real-data")
class AgreementWithRTest {
  private record Subject(int group, int stratum, CompetingObservation<Integer> observation) {
    Observation anyCause() {
      return observation.anyCause();
    }
  }

  @Test
  void everyFigureOfRandomSamplesIsRs(@TempDir Path directory) throws Exception {
    SplittableRandom random = new SplittableRandom(71);
    List<List<Subject>> samples =
        IntStream.range(0, 400).mapToObj(i -> sample(random, i % 2 == 1)).toList();
    Map<String, Double> fromR = askR(samples, directory);
    Map<String, Double> ours = new TreeMap<>();
    for (int i = 0; i < samples.size(); i++) {
      describe(i + " ", samples.get(i), ours);
    }
    List<String> differences = new ArrayList<>();
    fromR.forEach(
        (key, value) -> {
          double own = ours.getOrDefault(key, Double.NaN);
          boolean same =
              Double.isNaN(value)
                  ? Double.isNaN(own)
                  : Math.abs(own - value) <= 2e-7 * Math.max(1, Math.abs(value));
          if (!same) {
            differences.add(key + ": R " + value + ", here " + own);
          }
        });
    assertTrue(fromR.size() > 10_000, () -> "R said only " + fromR.size() + " things");
    assertEquals(List.of(), differences);
  }

  private static List<Subject> sample(SplittableRandom random, boolean truncated) {
    int size = 12 + random.nextInt(60);
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double time = random.nextInt(truncated ? 1 : 0, 40) / 8.0;
      int cause = random.nextInt(3);
      // A risk set that fills before the first exit: an early one of 1 ends any curve.
      double entry = truncated && i > 8 && time > 0.5 ? random.nextInt(1, 4) / 8.0 : 0;
      subjects.add(
          new Subject(
              random.nextInt(3),
              random.nextInt(2),
              new CompetingObservation<>(
                  entry, time, cause == 0 ? Optional.<Integer>empty() : Optional.of(cause))));
    }
    return subjects;
  }

  private static void describe(String set, List<Subject> sample, Map<String, Double> into) {
    KaplanMeier curve = KaplanMeier.of(sample.stream().map(Subject::anyCause).toList());
    for (KaplanMeier.Step step : curve.steps()) {
      String at = "@" + number(step.time());
      into.put(set + "atRisk" + at, (double) step.atRisk());
      into.put(set + "survival" + at, step.survival());
      into.put(set + "error" + at, step.standardError().orElse(Double.NaN));
      into.put(set + "lower" + at, step.interval(0.95).map(Interval::lower).orElse(Double.NaN));
      into.put(set + "upper" + at, step.interval(0.95).map(Interval::upper).orElse(Double.NaN));
    }
    for (double p : new double[] {0.25, 0.5, 0.75}) {
      QuantileInterval interval = curve.quantileInterval(p, 0.95);
      into.put(set + "quantile" + p, orNaN(curve.quantile(p)));
      into.put(set + "quantileLower" + p, orNaN(interval.lower()));
      into.put(set + "quantileUpper" + p, orNaN(interval.upper()));
    }
    for (double horizon : new double[] {1.1, 2, 4}) {
      RestrictedMean mean = curve.restrictedMean(horizon);
      into.put(set + "mean" + number(horizon), mean.estimate());
      into.put(set + "meanError" + number(horizon), mean.standardError());
    }
    LogRank test = LogRank.stratified(List.of(stratum(sample, 0), stratum(sample, 1)));
    into.put(set + "chiSquare", test.chiSquare());
    for (int i = 0; i < 3; i++) {
      into.put(set + "expected" + (i + 1), test.groups().get(i).expected());
    }
    AalenJohansen<Integer> incidences =
        AalenJohansen.of(sample.stream().map(Subject::observation).toList());
    for (KaplanMeier.Step step : curve.steps()) {
      for (int cause = 1; cause <= 2; cause++) {
        Optional<CumulativeIncidence.Step> here =
            incidences.incidence(cause).flatMap(i -> i.stepAt(step.time()));
        String at = cause + "@" + number(step.time());
        into.put(set + "incidence" + at, here.map(CumulativeIncidence.Step::incidence).orElse(0.0));
        into.put(
            set + "incidenceError" + at,
            here.map(CumulativeIncidence.Step::standardError).orElse(0.0));
      }
    }
  }

  private static Stratum stratum(List<Subject> sample, int stratum) {
    return new Stratum(
        IntStream.range(0, 3)
            .mapToObj(
                group ->
                    sample.stream()
                        .filter(s -> s.stratum() == stratum && s.group() == group)
                        .map(Subject::anyCause)
                        .toList())
            .toList());
  }

  private static Map<String, Double> askR(List<List<Subject>> samples, Path directory)
      throws IOException, InterruptedException {
    StringBuilder csv = new StringBuilder("set,group,stratum,entry,time,cause\n");
    for (int i = 0; i < samples.size(); i++) {
      for (Subject subject : samples.get(i)) {
        CompetingObservation<Integer> o = subject.observation();
        csv.append(i).append(',').append(subject.group()).append(',').append(subject.stratum());
        // R wants every entry before its exit: who was there from the beginning came at -1.
        csv.append(',').append(o.entry() > 0 ? o.entry() : -1);
        csv.append(',').append(o.time()).append(',').append(o.cause().orElse(0)).append('\n');
      }
    }
    Path script = directory.resolve("survival.R");
    try (InputStream resource = AgreementWithRTest.class.getResourceAsStream("survival.R")) {
      Files.copy(Objects.requireNonNull(resource), script);
    }
    Path input = Files.writeString(directory.resolve("samples.csv"), csv);
    Path output = directory.resolve("answers");
    int status = -1;
    try {
      status =
          new ProcessBuilder("Rscript", script.toString())
              .redirectInput(input.toFile())
              .redirectOutput(output.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
    } catch (IOException e) {
      abort("Rscript cannot be run here: " + e.getMessage());
    }
    if (status != 0) {
      abort("R failed; is its package survival installed?");
    }
    Map<String, Double> answers = new TreeMap<>();
    for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
      int last = line.lastIndexOf(' ');
      String value = line.substring(last + 1);
      answers.put(
          line.substring(0, last), value.startsWith("N") ? Double.NaN : Double.parseDouble(value));
    }
    return answers;
  }

  private static double orNaN(OptionalDouble value) {
    return value.orElse(Double.NaN);
  }

  /** As R prints it: whole numbers without a point. */
  private static String number(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
