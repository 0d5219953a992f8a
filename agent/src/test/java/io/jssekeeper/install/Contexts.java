package io.jssekeeper.install;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.net.ssl.SSLContext;

/** Touches session contexts from several threads at once; prints how many the keeper counts. */
public final class Contexts {
  static final int ROUNDS = 400;
  private static final int THREADS = 4;

  private Contexts() {}

  public static void main(String[] args) throws Exception {
    List<SSLContext> contexts = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, null, null);
      contexts.add(context);
    }
    CyclicBarrier barrier = new CyclicBarrier(THREADS);
    List<Thread> threads = new ArrayList<>();
    for (int t = 0; t < THREADS; t++) {
      threads.add(new Thread(() -> touchAll(contexts, barrier)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("contexts " + counted() + " of " + contexts.size());
  }

  private static void touchAll(List<SSLContext> contexts, CyclicBarrier barrier) {
    try {
      for (SSLContext context : contexts) {
        barrier.await();
        context.getServerSessionContext();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object counted() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName keeper = new ObjectName("io.jssekeeper:type=Keeper");
    for (int i = 0; i < 1_500 && !server.isRegistered(keeper); i++) {
      Thread.sleep(20);
    }
    return server.getAttribute(keeper, "Contexts");
  }
}
