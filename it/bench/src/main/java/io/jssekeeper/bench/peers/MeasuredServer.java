package io.jssekeeper.bench.peers;

import java.io.IOException;

/** A running server: a JVM, alone or with a proxy in front of it. */
final class MeasuredServer implements AutoCloseable {
  private final CommandedJvm jvm;
  private final Proxy proxy;

  /**
   * @param proxy may be null
   */
  MeasuredServer(CommandedJvm jvm, Proxy proxy) {
    this.jvm = jvm;
    this.proxy = proxy;
  }

  /** CPU time so far, of all processes, without the JVM's compiler. */
  long cpuNanos() throws IOException {
    return ProcessTimes.cpuNanos(jvm.pid())
        + (proxy == null ? 0 : ProcessTimes.cpuNanos(proxy.pid()));
  }

  /** Fills the JVM's heap for a moment. */
  void fill() throws IOException {
    jvm.ask("fill");
  }

  long liveHeapBytes() throws IOException {
    return Long.parseLong(jvm.ask("live"));
  }

  @Override
  public void close() {
    if (proxy != null) {
      proxy.close();
    }
    jvm.close();
  }
}
