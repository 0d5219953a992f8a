package io.jssekeeper.metrics;

import io.jssekeeper.core.Jvm;
import io.jssekeeper.core.Notices;
import io.jssekeeper.core.SuppressedErrors;

/** The keeper and its JVM, as meters need them. */
final class CoreMetricsHost implements MetricsHost {
  private final SuppressedErrors swallowed;
  private final Jvm jvm;

  CoreMetricsHost(SuppressedErrors swallowed, Jvm jvm) {
    this.swallowed = swallowed;
    this.jvm = jvm;
  }

  @Override
  public void swallow(String where, Throwable failure) {
    swallowed.accept(where, failure);
  }

  @Override
  public void printNotice(String text) {
    Notices.print(text);
  }

  @Override
  public void loadEndpoint() {
    jvm.load("shaded/micrometer/", "shaded/prometheus/");
  }

  @Override
  public boolean isInitialized(Class<?> type) {
    return jvm.isInitialized(type);
  }
}
