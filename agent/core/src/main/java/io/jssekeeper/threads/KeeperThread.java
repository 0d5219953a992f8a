package io.jssekeeper.threads;

import java.util.function.BiConsumer;

/**
 * The keeper's threads: daemons that inherit nothing from the host and let no exception out, which
 * would reach the host's handler of uncaught exceptions and might end the JVM.
 *
 * <p>They cannot be interrupted. They belong to the host's thread group, and programs that run
 * others (Maven's {@code exec:java}) interrupt whole groups. A thread that is interrupted never
 * parks again ({@code LockSupport.park}), and closes the files it writes ({@code
 * AbstractInterruptibleChannel}). Thread-safe.
 */
public final class KeeperThread extends Thread {
  private static final BiConsumer<String, Throwable> NONE = new Unheard();

  private KeeperThread(String name, Runnable work) {
    super(null, work, name, 0, false);
  }

  /** Does nothing. */
  @Override
  public void interrupt() {}

  /**
   * A new thread without a context class loader, not yet started.
   *
   * @param failures receives what ended it, with the thread's name
   */
  public static Thread daemon(String name, Runnable work, BiConsumer<String, Throwable> failures) {
    Thread thread = new KeeperThread(name, new Guarded(name, work, failures));
    thread.setDaemon(true);
    thread.setContextClassLoader(null);
    return thread;
  }

  /** The same, for work that lets nothing out by itself except perhaps lack of heap. */
  public static Thread daemon(String name, Runnable work) {
    return daemon(name, work, NONE);
  }

  /** The same, to be a shutdown hook: not a daemon, which makes no difference to the JVM's end. */
  public static Thread atExit(String name, Runnable work) {
    Thread thread = daemon(name, work);
    thread.setDaemon(false);
    return thread;
  }

  private static final class Guarded implements Runnable {
    private final String name;
    private final Runnable work;
    private final BiConsumer<String, Throwable> failures;

    Guarded(String name, Runnable work, BiConsumer<String, Throwable> failures) {
      this.name = name;
      this.work = work;
      this.failures = failures;
    }

    @Override
    public void run() {
      try {
        work.run();
      } catch (Throwable t) {
        tell(t);
      }
    }

    private void tell(Throwable thrown) {
      try {
        failures.accept(name, thrown);
      } catch (Throwable t) {
        // This is the last safety net.
      }
    }
  }

  private static final class Unheard implements BiConsumer<String, Throwable> {
    @Override
    public void accept(String thread, Throwable thrown) {}
  }
}
