package io.jssekeeper.bench.soak;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws figures over time, each in a panel, as SVG. */
final class Chart {
  private static final int COLUMNS = 2;
  private static final int WIDTH = 430;
  private static final int HEIGHT = 170;
  private static final int LEFT = 70;
  private static final int TOP = 36;
  private static final int PLOT_WIDTH = WIDTH - LEFT - 16;
  private static final int PLOT_HEIGHT = HEIGHT - TOP - 30;
  private static final int HEAD = 34;

  private final List<Map<String, Double>> samples;
  private final double endMinutes;
  private final StringBuilder panels = new StringBuilder();
  private int count;

  Chart(List<Map<String, Double>> samples) {
    this.samples = samples;
    this.endMinutes = samples.get(samples.size() - 1).get("seconds") / 60;
  }

  /** A panel, from 0 on, for a figure divided by that. */
  void add(String title, String name, double divisor) {
    double top = 0;
    for (Map<String, Double> sample : samples) {
      top = Math.max(top, sample.getOrDefault(name, 0.0) / divisor);
    }
    top = round(top);
    StringBuilder points = new StringBuilder();
    for (Map<String, Double> sample : samples) {
      double x = LEFT + sample.get("seconds") / 60 / endMinutes * PLOT_WIDTH;
      double y = TOP + PLOT_HEIGHT * (1 - sample.getOrDefault(name, 0.0) / divisor / top);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    int x = count % COLUMNS * WIDTH;
    int y = HEAD + count / COLUMNS * HEIGHT;
    panels.append(String.format("<g transform='translate(%d,%d)'>%n", x, y));
    text(LEFT, TOP - 10, "start", title);
    line(TOP);
    line(TOP + PLOT_HEIGHT);
    text(LEFT - 6, TOP + 4, "end", String.format(Locale.ROOT, "%,.0f", top));
    text(LEFT - 6, TOP + PLOT_HEIGHT + 4, "end", "0");
    text(LEFT, TOP + PLOT_HEIGHT + 18, "start", "0");
    String end = String.format(Locale.ROOT, "%.0f min", endMinutes);
    text(LEFT + PLOT_WIDTH, TOP + PLOT_HEIGHT + 18, "end", end);
    panels.append(String.format("<polyline points='%s'/>%n</g>%n", points.toString().trim()));
    count++;
  }

  /** The next of 1, 2, 3, 5 and their tens, that is no less. */
  private static double round(double value) {
    double ten = Math.pow(10, Math.floor(Math.log10(Math.max(1, value))));
    for (double step : new double[] {1, 1.5, 2, 3, 4, 5, 6, 8}) {
      if (value <= step * ten) {
        return step * ten;
      }
    }
    return 10 * ten;
  }

  private void text(int x, int y, String anchor, String text) {
    panels.append(
        String.format("<text x='%d' y='%d' text-anchor='%s'>%s</text>%n", x, y, anchor, text));
  }

  private void line(int y) {
    panels.append(
        String.format("<line x1='%d' x2='%d' y1='%d' y2='%d'/>%n", LEFT, LEFT + PLOT_WIDTH, y, y));
  }

  String svg(String head) {
    int width = COLUMNS * WIDTH;
    int height = HEAD + (count + COLUMNS - 1) / COLUMNS * HEIGHT;
    return String.format(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' width='%d' height='%d'>%n"
            + "<style>text{font:13px sans-serif;fill:#333}line{stroke:#ccc}"
            + "polyline{fill:none;stroke:#1967b3;stroke-width:1.5}</style>%n"
            + "<rect width='100%%' height='100%%' fill='#fff'/>%n"
            + "<text x='%d' y='24' style='font-weight:bold'>%s</text>%n%s</svg>%n",
        width, height, width, height, 16, head, panels);
  }
}
