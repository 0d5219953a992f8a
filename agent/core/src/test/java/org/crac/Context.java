package org.crac;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is registered. */
public final class Context {
  public final AtomicInteger registered = new AtomicInteger();

  public void register(Resource resource) {
    registered.incrementAndGet();
  }
}
