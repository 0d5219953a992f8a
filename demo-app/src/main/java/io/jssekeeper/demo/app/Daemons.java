package io.jssekeeper.demo.app;

/** Makes daemon threads, which do not keep the JVM alive. */
final class Daemons {
  private Daemons() {}

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }
}
