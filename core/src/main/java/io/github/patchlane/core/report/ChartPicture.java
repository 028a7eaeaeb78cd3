package io.github.patchlane.core.report;

import io.github.patchlane.core.report.Curve.Knot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A chart as SVG: the frame, bands, curves, censor strokes, and who was at risk below. */
final class ChartPicture {
  private static final int WIDTH = 760;
  private static final int LEFT = 56;
  private static final int RIGHT = 576;
  private static final int TOP = 14;
  private static final int BOTTOM = 264;
  private static final int ROW = 19;

  private final Markup page;
  private final Chart chart;

  ChartPicture(Markup page, Chart chart) {
    this.page = page;
    this.chart = chart;
  }

  void write() {
    int height = BOTTOM + 66 + ROW * chart.atRisk().size();
    String title = chart.id() + "-title";
    String description = chart.id() + "-description";
    page.open(
        "svg",
        "class",
        "plot",
        "viewBox",
        "0 0 " + WIDTH + " " + height,
        "role",
        "img",
        "aria-labelledby",
        title + " " + description);
    page.leaf("title", chart.title(), "id", title);
    page.leaf("desc", chart.description(), "id", description);
    frame();
    for (int i = 0; i < chart.curves().size(); i++) {
      curve(chart.curves().get(i), hue(i));
    }
    medians();
    names();
    risk();
    page.closeLine();
  }

  private static String hue(int curve) {
    return "c" + (curve % 4 + 1);
  }

  private void frame() {
    for (int percent = 0; percent <= 100; percent += 25) {
      double y = y(percent / 100.0);
      page.empty(
          "line", "class", "grid", "x1", "" + LEFT, "x2", "" + RIGHT, "y1", at(y), "y2", at(y));
      text(percent + " %", LEFT - 8, y + 4, "end", "axis");
    }
    for (double tick : chart.axis().ticks()) {
      double x = x(tick);
      page.empty(
          "line",
          "class",
          "tick",
          "x1",
          at(x),
          "x2",
          at(x),
          "y1",
          "" + BOTTOM,
          "y2",
          "" + (BOTTOM + 5));
      text(TimeAxis.label(tick), x, BOTTOM + 20, "middle", "axis");
    }
    page.line();
  }

  private void curve(Curve curve, String hue) {
    double end = Math.min(curve.end(), chart.axis().end());
    List<Knot> knots = thinned(curve, end);
    page.empty("path", "class", "band " + hue, "d", band(knots, end));
    page.empty("path", "class", "curve " + hue, "d", line(knots, end));
    StringBuilder strokes = new StringBuilder();
    List<Double> times = curve.censored().stream().filter(time -> time <= end).toList();
    int last = -1;
    for (double time : times) {
      int column = (int) Math.round(x(time));
      if (column != last) {
        double y = y(curve.at(time).map(Knot::share).orElse(0.0));
        strokes.append('M').append(column).append(' ').append(at(y - 4)).append("v8");
        last = column;
      }
    }
    if (strokes.length() > 0) {
      page.empty("path", "class", "censored " + hue, "d", strokes.toString());
    }
    page.line();
  }

  /** Where half is reached, one name above the other, for medians are often near. */
  private void medians() {
    double y = BOTTOM - 8;
    for (int i = 0; i < chart.curves().size(); i++) {
      Curve curve = chart.curves().get(i);
      double end = Math.min(curve.end(), chart.axis().end());
      if (curve.median().isPresent() && curve.median().getAsDouble() <= end) {
        median(curve.median().getAsDouble(), y, hue(i));
        y -= 17;
      }
    }
    page.line();
  }

  private void median(double median, double y, String hue) {
    page.empty(
        "path",
        "class",
        "median " + hue,
        "d",
        "M" + LEFT + " " + at(y(0.5)) + "H" + at(x(median)) + "V" + BOTTOM);
    text("median " + Figures.duration(median), x(median) + 6, y, "start", "label " + hue);
  }

  /** Of the knots that would fall on one place, the last: the eye cannot tell them apart. */
  private List<Knot> thinned(Curve curve, double end) {
    List<Knot> knots = new ArrayList<>();
    double last = -1;
    for (Knot knot : curve.knots()) {
      if (knot.time() > end) {
        break;
      }
      double x = x(knot.time());
      if (x == last) {
        knots.remove(knots.size() - 1);
      }
      knots.add(knot);
      last = x;
    }
    return knots;
  }

  private String line(List<Knot> knots, double end) {
    StringBuilder path = new StringBuilder("M" + at(x(0)) + " " + at(y(knots.get(0).share())));
    for (Knot knot : knots) {
      path.append('H').append(at(x(knot.time()))).append('V').append(at(y(knot.share())));
    }
    return path.append('H').append(at(x(end))).toString();
  }

  private String band(List<Knot> knots, double end) {
    StringBuilder path = new StringBuilder("M" + at(x(0)) + " " + at(y(knots.get(0).upper())));
    for (Knot knot : knots) {
      path.append('H').append(at(x(knot.time()))).append('V').append(at(y(knot.upper())));
    }
    path.append('H').append(at(x(end)));
    for (int i = knots.size() - 1; i >= 0; i--) {
      Knot knot = knots.get(i);
      path.append('V').append(at(y(knot.lower()))).append('H').append(at(x(knot.time())));
    }
    return path.append('Z').toString();
  }

  private record Name(String text, double y, String hue) {}

  /** At the curves' ends, moved apart where they would lie on each other. */
  private void names() {
    List<Name> names = new ArrayList<>();
    for (int i = 0; i < chart.curves().size(); i++) {
      Curve curve = chart.curves().get(i);
      double end = Math.min(curve.end(), chart.axis().end());
      double share = curve.at(end).map(Knot::share).orElse(0.0);
      String text = SafeText.line(curve.name(), 16) + " " + Math.round(100 * share) + " %";
      names.add(new Name(text, y(share), hue(i)));
    }
    names.sort(Comparator.comparingDouble(Name::y).reversed());
    double free = BOTTOM + 4.0;
    for (Name name : names) {
      double y = Math.min(name.y() + 4, free);
      text(name.text(), RIGHT + 8, y, "start", "name " + name.hue());
      free = y - 16;
    }
    page.line();
  }

  private void risk() {
    int y = BOTTOM + 48;
    text("Still under watch and waiting", 0, y, "start", "axis");
    for (Chart.AtRisk risk : chart.atRisk()) {
      y += ROW;
      for (double tick : chart.axis().ticks()) {
        text(Wording.count(risk.at(tick)), x(tick), y, "middle", "risk");
      }
      if (chart.atRisk().size() > 1) {
        text(SafeText.line(risk.name(), 16), RIGHT + 24, y, "start", "axis");
      }
    }
  }

  private void text(String text, double x, double y, String anchor, String kind) {
    page.leaf("text", text, "class", kind, "x", at(x), "y", at(y), "text-anchor", anchor);
  }

  /** To half a unit: finer steps cannot be seen. */
  private double x(double time) {
    return Math.round(2 * (LEFT + (RIGHT - LEFT) * chart.axis().place(time))) / 2.0;
  }

  private static double y(double share) {
    return BOTTOM - (BOTTOM - TOP) * share;
  }

  private static String at(double coordinate) {
    return Figures.rounded(coordinate, 1).toPlainString();
  }
}
