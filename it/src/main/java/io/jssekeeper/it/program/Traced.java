package io.jssekeeper.it.program;

import java.util.function.Supplier;

/** An application's OpenTelemetry. */
public interface Traced {
  /** What that gives, with a current span around it. */
  String inSpan(Supplier<String> call);

  /** Events of all spans that are over, as {@code name{attribute=value,...};...}. */
  String events();

  /** The keeper's points, as {@code name{tag=value,...}:STATISTIC:number;...}. */
  String points();

  /** Makes it the global one. */
  void register();
}
