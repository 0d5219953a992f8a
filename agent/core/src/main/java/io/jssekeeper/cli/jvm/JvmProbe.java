package io.jssekeeper.cli.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks JVMs for their Java and their keeper, in parallel, and waits only briefly for each. */
public final class JvmProbe {
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  private JvmProbe() {}

  /** What a JVM reported about itself. Immutable. */
  public static final class Answer {
    private final LocalJvm jvm;
    private final String java;
    private final String keeper;

    private Answer(LocalJvm jvm, String java, String keeper) {
      this.jvm = jvm;
      this.java = java;
      this.keeper = keeper;
    }

    public LocalJvm jvm() {
      return jvm;
    }

    /** Its {@code java.runtime.version}; a question mark if neither it nor its files say. */
    public String java() {
      return java;
    }

    /** The keeper's version; empty for none, a question mark if the JVM did not say. */
    public String keeper() {
      return keeper;
    }
  }

  public static List<Answer> ask(List<LocalJvm> jvms) throws InterruptedException {
    ExecutorService threads = Executors.newCachedThreadPool(JvmProbe::daemon);
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    List<Future<Properties>> asked = new ArrayList<>();
    for (LocalJvm jvm : jvms) {
      asked.add(threads.submit(() -> properties(jvm)));
    }
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < jvms.size(); i++) {
      answers.add(answer(jvms.get(i), asked.get(i), deadline));
    }
    threads.shutdownNow();
    return answers;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "probe");
    thread.setDaemon(true);
    return thread;
  }

  private static Properties properties(LocalJvm jvm) throws RefusedException {
    if (!jvm.isReachable()) {
      throw new RefusedException("of another user");
    }
    try (JvmAccess access = JvmAccess.to(jvm.pid())) {
      return access.systemProperties();
    }
  }

  private static Answer answer(LocalJvm jvm, Future<Properties> asked, long deadline)
      throws InterruptedException {
    try {
      long left = Math.max(0, deadline - System.nanoTime());
      Properties properties = asked.get(left, TimeUnit.NANOSECONDS);
      return new Answer(
          jvm,
          properties.getProperty("java.runtime.version", jvm.java()),
          KeeperVersion.in(properties).orElse(""));
    } catch (ExecutionException | TimeoutException e) {
      return new Answer(jvm, jvm.java(), LocalJvm.UNKNOWN);
    }
  }
}
