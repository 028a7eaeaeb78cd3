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
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random samples with ties and few to many pending, put to R's survival package as well. Skips
 * where R or the package is absent.
 */
@Tag("agreement-with-r")
class AgreementWithRTest {
  private static final double AGREEMENT = 1e-10;
  private static final double[] HORIZONS = {1.1, 2, 4};

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
                  : Math.abs(own - value) <= AGREEMENT * Math.max(1, Math.abs(value));
          if (!same) {
            differences.add(key + ": R " + value + ", here " + own);
          }
        });
    assertTrue(fromR.size() > 10_000, () -> "R said only " + fromR.size() + " things");
    assertEquals(List.of(), differences);
  }

  private static List<Subject> sample(SplittableRandom random, boolean truncated) {
    int size = 12 + random.nextInt(60);
    int times = truncated ? 40 : random.nextInt(6, 41);
    int pending = random.nextInt(10, 91);
    List<Subject> subjects = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      double time = random.nextInt(truncated ? 1 : 0, times) / 8.0;
      int cause = random.nextInt(100) < pending ? 0 : 1 + random.nextInt(2);
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
    for (double horizon : HORIZONS) {
      RestrictedMean mean = curve.restrictedMean(horizon);
      into.put(set + "mean" + number(horizon), mean.estimate());
      into.put(set + "meanError" + number(horizon), mean.standardError());
      RestrictedMeanDifference.stratified(
              List.of(
                  stratum(sample, 2, s -> s.stratum() == 0),
                  stratum(sample, 2, s -> s.stratum() == 1)),
              horizon)
          .ifPresent(
              difference -> {
                into.put(set + "difference" + number(horizon), difference.estimate());
                into.put(set + "differenceError" + number(horizon), difference.standardError());
              });
    }
    describe(set + "logRank", LogRank.stratified(List.of(stratum(sample, 3, s -> true))), into);
    describe(
        set + "stratified",
        LogRank.stratified(
            List.of(
                stratum(sample, 3, s -> s.stratum() == 0),
                stratum(sample, 3, s -> s.stratum() == 1))),
        into);
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

  private static void describe(String test, LogRank logRank, Map<String, Double> into) {
    into.put(test + "ChiSquare", logRank.chiSquare());
    into.put(test + "P", logRank.pValue());
    for (int i = 0; i < 3; i++) {
      into.put(test + "Expected" + (i + 1), logRank.groups().get(i).expected());
      into.put(test + "Observed" + (i + 1), (double) logRank.groups().get(i).observed());
    }
  }

  /** The first groups of those subjects that lie in the stratum. */
  private static Stratum stratum(List<Subject> sample, int groups, Predicate<Subject> inStratum) {
    return new Stratum(
        IntStream.range(0, groups)
            .mapToObj(
                group ->
                    sample.stream()
                        .filter(inStratum)
                        .filter(s -> s.group() == group)
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
