package io.jssekeeper.demo;

import java.util.List;
import java.util.stream.IntStream;

/** A story's measures without the agent, beside the same ones with it. */
record Comparison(String title, List<Measure> without, List<Measure> with) {

  /** Whether everything is as promised with the agent. */
  boolean cured() {
    return with.stream().allMatch(Measure::asPromised);
  }

  List<Row> rows() {
    return IntStream.range(0, without.size())
        .mapToObj(i -> new Row(without.get(i), with.get(i)))
        .toList();
  }

  /** One measure, from both runs. */
  record Row(Measure without, Measure with) {}
}
