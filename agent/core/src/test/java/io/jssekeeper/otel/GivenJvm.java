package io.jssekeeper.otel;

import io.jssekeeper.core.Jvm;
import io.opentelemetry.api.trace.Span;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;

/** A JVM with OpenTelemetry's API, whose application has used as much of it as the test says. */
final class GivenJvm implements Jvm {
  final Set<String> initialized = new HashSet<>();

  @Override
  public Instrumentation instrumentation() {
    return (Instrumentation)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Instrumentation.class},
            (proxy, method, arguments) ->
                method.getName().equals("getAllLoadedClasses")
                    ? new Class<?>[] {Span.class}
                    : null);
  }

  @Override
  public boolean isInitialized(Class<?> type) {
    return initialized.contains(type.getSimpleName());
  }

  @Override
  public boolean isMBeanServerMade() {
    return false;
  }

  @Override
  public void load(String... folders) {}

  @Override
  public boolean isOpen(Object connection) {
    return false;
  }
}
