package io.jssekeeper.metrics.endpoint;

import java.util.concurrent.ThreadFactory;

/** Threads that keep no JVM alive. */
final class Daemons implements ThreadFactory {
  @Override
  public Thread newThread(Runnable work) {
    Thread thread = new Thread(null, work, "jsse-keeper-metrics-http", 0, false);
    thread.setDaemon(true);
    return thread;
  }
}
