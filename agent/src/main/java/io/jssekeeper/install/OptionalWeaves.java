package io.jssekeeper.install;

import io.jssekeeper.config.Options;
import io.jssekeeper.core.SuppressedErrors;
import io.jssekeeper.model.Ftps;
import io.jssekeeper.weave.Weaver;
import java.lang.instrument.Instrumentation;

/**
 * Weaves that exist only while an option is on, because they are on the data path of the
 * application.
 */
final class OptionalWeaves {
  private final Weaver weaver;
  private final Instrumentation instrumentation;
  private final SuppressedErrors errors;

  OptionalWeaves(Weaver weaver, Instrumentation instrumentation, SuppressedErrors errors) {
    this.weaver = weaver;
    this.instrumentation = instrumentation;
    this.errors = errors;
  }

  /** Chooses them before anything is woven. */
  void choose(Options options) {
    weaver.choose(isFtpsOn(options));
  }

  /** Adds or removes them immediately. */
  void follow(Options options) {
    try {
      if (weaver.choose(isFtpsOn(options))) {
        weaver.weaveChosen(instrumentation);
      }
    } catch (Throwable t) {
      errors.accept("weave", t);
    }
  }

  private static boolean isFtpsOn(Options options) {
    return options.clientFtps() != Ftps.OFF;
  }
}
