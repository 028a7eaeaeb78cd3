package io.github.patchlane.core.report;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Whoever sees badly can read every text on its ground, by WCAG's formula, in each scheme. */
class TrialColoursTest {
  private static final Pattern COLOUR =
      Pattern.compile("--(\\w+): #([0-9a-f]{3}(?:[0-9a-f]{3})?);");

  @Test
  void textStandsOutFromItsGroundInEveryScheme() {
    List<Map<String, double[]>> schemes = schemes();
    assertTrue(schemes.size() == 3, "light, dark and print");
    for (Map<String, double[]> scheme : schemes) {
      for (String text : List.of("ink", "muted", "accent", "c1", "c2", "c3", "c4")) {
        check(scheme, text, "paper");
      }
      for (String ground : List.of("faint", "heat1", "heat2", "heat3", "heat4", "heat5")) {
        check(scheme, "ink", ground);
      }
    }
  }

  private static void check(Map<String, double[]> scheme, String text, String ground) {
    double a = luminance(Objects.requireNonNull(scheme.get(text)));
    double b = luminance(Objects.requireNonNull(scheme.get(ground)));
    double contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    assertTrue(contrast >= 4.5, text + " on " + ground + ": " + contrast);
  }

  private static List<Map<String, double[]>> schemes() {
    String page = TrialPage.of(TrialReport.of(List.of(TrialSample.lane(1)), "1.0"));
    List<Map<String, double[]>> schemes = new ArrayList<>();
    List<String> parts =
        Pattern.compile(":root \\{")
            .splitAsStream(page.substring(0, page.indexOf("</style>")))
            .toList();
    for (String part : parts.subList(1, parts.size())) {
      Map<String, double[]> colours = new HashMap<>();
      Matcher matcher = COLOUR.matcher(part.substring(0, part.indexOf('}')));
      while (matcher.find()) {
        colours.put(matcher.group(1), rgb(matcher.group(2)));
      }
      schemes.add(colours);
    }
    return schemes;
  }

  private static double[] rgb(String hex) {
    double[] rgb = new double[3];
    int digits = hex.length() / 3;
    for (int i = 0; i < 3; i++) {
      String part = hex.substring(i * digits, (i + 1) * digits);
      rgb[i] = Integer.parseInt(digits == 1 ? part + part : part, 16) / 255.0;
    }
    return rgb;
  }

  private static double luminance(double[] rgb) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double c = rgb[i];
      sum += weights[i] * (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
  }
}
