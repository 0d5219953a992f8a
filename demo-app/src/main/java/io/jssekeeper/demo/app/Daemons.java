package io.jssekeeper.demo.app;

/** Makes threads that do not keep the JVM alive when its main thread is done. */
final class Daemons {
  private Daemons() {}

  static Thread thread(Runnable work) {
    Thread thread = new Thread(work);
    thread.setDaemon(true);
    return thread;
  }
}
