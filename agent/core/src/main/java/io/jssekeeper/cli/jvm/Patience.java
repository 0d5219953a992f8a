package io.jssekeeper.cli.jvm;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A time limit for calls of the attach API, which have none: a stopped or busy JVM accepts the
 * connection and never answers.
 */
final class Patience {
  /**
   * Longer than the API waits for a JVM that does not listen yet, 10 s, and cleans up afterwards.
   */
  private static final long SECONDS = 15;

  private Patience() {}

  /**
   * @throws IOException if it takes too long, or as thrown by the action
   */
  static <T> T with(Callable<T> action) throws Exception {
    FutureTask<T> task = new FutureTask<>(action);
    Thread thread = new Thread(task, "attach");
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Exception) {
        throw (Exception) e.getCause();
      }
      throw e;
    } catch (TimeoutException e) {
      throw new IOException("no answer for " + SECONDS + " s", e);
    }
  }
}
