package io.jssekeeper.metrics;

import java.util.ArrayList;
import java.util.List;

/** A host that keeps what it is told. */
final class GivenHost implements MetricsHost {
  final List<Throwable> swallowed = new ArrayList<>();
  final List<String> said = new ArrayList<>();
  boolean initialized = true;

  @Override
  public void swallow(String where, Throwable failure) {
    swallowed.add(failure);
  }

  @Override
  public void printNotice(String text) {
    said.add(text);
  }

  @Override
  public void loadEndpoint() {}

  @Override
  public boolean isInitialized(Class<?> type) {
    return initialized;
  }
}
