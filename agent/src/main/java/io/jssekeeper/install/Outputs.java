package io.jssekeeper.install;

import io.jssekeeper.commands.CommandsOutput;
import io.jssekeeper.config.MetricsTarget;
import io.jssekeeper.config.Options;
import io.jssekeeper.core.Control;
import io.jssekeeper.core.Core;
import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.Output;
import io.jssekeeper.jfr.JfrOutput;
import io.jssekeeper.jmx.JmxOutput;
import io.jssekeeper.log.LogOutput;
import io.jssekeeper.metrics.MetricsOutput;
import io.jssekeeper.otel.OtelOutput;
import io.jssekeeper.page.PageOutput;
import io.jssekeeper.weave.WeaveReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All outputs of one keeper. A new one is a line here. */
final class Outputs {
  private final Core core;
  private final LogOutput log;
  private final List<Output> outputs = new ArrayList<>();

  Outputs(Core core, Control control, WeaveReport weaves, Jvm jvm) {
    this.core = core;
    Options options = core.options();
    if (options.jmx() && has("java.management")) {
      outputs.add(new JmxOutput(core, weaves, control, jvm));
    }
    if (options.jfr() && has("jdk.jfr")) {
      outputs.add(new JfrOutput(core));
    }
    outputs.add(new CommandsOutput(core, weaves, control, jvm));
    if (options.metricsHttp().isPresent()) {
      PageOutput page = new PageOutput(core, weaves, control, jvm);
      outputs.add(page);
      outputs.add(new MetricsOutput(core, jvm, page.pages()));
    } else if (options.metrics() != MetricsTarget.OFF) {
      outputs.add(new MetricsOutput(core, jvm, Collections.emptyMap()));
    }
    if (!options.otel().isEmpty()) {
      outputs.add(new OtelOutput(core, jvm));
    }
    log = new LogOutput(core, jvm);
    outputs.add(log);
    for (Output output : outputs) {
      core.recordTo(output.handshakes());
    }
  }

  private static boolean has(String module) {
    return ModuleLayer.boot().findModule(module).isPresent();
  }

  /** Whether the keeper is visible in JMX. */
  boolean hasJmx() {
    for (Output output : outputs) {
      if (output instanceof JmxOutput) {
        return true;
      }
    }
    return false;
  }

  void start(boolean attached) {
    for (Output output : outputs) {
      output.start(attached);
    }
  }

  void follow(Options before, Options now) {
    for (Output output : outputs) {
      output.follow(before, now);
    }
  }

  String logDestination() {
    return log.destination();
  }

  long recordsLost() {
    long lost = 0;
    for (Output output : outputs) {
      lost += output.recordsLost();
    }
    return lost;
  }

  /**
   * A failure in one does not prevent the others.
   *
   * @param ofFailure those that show why the keeper has removed its weaves, or the others
   */
  void stop(boolean ofFailure) {
    for (Output output : outputs) {
      if (output.outlivesFailure() == ofFailure) {
        try {
          output.stop();
        } catch (Throwable t) {
          core.suppressedErrors().accept("detach", t);
        }
      }
    }
  }
}
