package io.jssekeeper.jfr;

import io.jssekeeper.core.Core;
import io.jssekeeper.core.Output;
import io.jssekeeper.record.Sink;

/** JFR events for handshakes, and for sessions that leave a cache. */
public final class JfrOutput implements Output {
  private final JfrSink handshakes = new JfrSink();
  private final RemovalEvents removals = new RemovalEvents();

  public JfrOutput(Core core) {
    core.contexts().listenToRemovals(removals);
    core.sweeper().doEachTime(removals);
  }

  @Override
  public Sink handshakes() {
    return handshakes;
  }

  @Override
  public void stop() {
    handshakes.close();
    removals.close();
  }
}
