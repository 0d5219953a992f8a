package io.jssekeeper.it.meters;

import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.function.Supplier;

/**
 * Uses Micrometer as applications do: with its own registry in the global one. Returns the keeper's
 * meters in it, as {@code name{tag=value,...}:STATISTIC:number;...}
 */
public final class MetersInUse implements Supplier<String> {
  private final SimpleMeterRegistry own = new SimpleMeterRegistry();

  public MetersInUse() {
    Metrics.addRegistry(own);
  }

  @Override
  public String get() {
    StringBuilder text = new StringBuilder();
    for (Meter meter : own.getMeters()) {
      if (meter.getId().getName().startsWith("jsse.")) {
        append(meter, text);
      }
    }
    return text.toString();
  }

  private static void append(Meter meter, StringBuilder text) {
    for (Measurement measurement : meter.measure()) {
      text.append(meter.getId().getName()).append('{');
      for (Tag tag : meter.getId().getTags()) {
        text.append(tag.getKey()).append('=').append(tag.getValue()).append(',');
      }
      text.append("}:").append(measurement.getStatistic()).append(':');
      text.append(measurement.getValue()).append(';');
    }
  }
}
