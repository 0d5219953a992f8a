package io.jssekeeper.it.program;

import java.lang.management.ManagementFactory;
import java.util.logging.LogManager;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;
import javax.net.ssl.SSLContext;

/**
 * An application that brings its own log manager and its own builder of MBean servers, and names
 * them in its {@code main}, after it has used TLS: as application servers do.
 *
 * <p>{@code settle} waits until an agent has done what it does in the beginning; {@code manage}
 * names both, uses both, and tells whose they are.
 */
final class OwnManagers {
  private OwnManagers() {}

  /** Must be public, and so is the other. */
  public static final class Manager extends LogManager {}

  /** Notes that it was asked. */
  public static final class Builder extends MBeanServerBuilder {
    static volatile boolean asked;

    @Override
    public MBeanServer newMBeanServer(
        String domain, MBeanServer outer, MBeanServerDelegate delegate) {
      asked = true;
      return super.newMBeanServer(domain, outer, delegate);
    }
  }

  public static void main(String[] words) throws Exception {
    Arguments given = Arguments.of(words);
    Server server = Server.start(given);
    SSLContext context = Material.context(given);
    context.getClientSessionContext().getIds();
    server
        .console()
        .on("settle", none -> settle())
        .on("manage", none -> manage())
        .serve(server.address());
  }

  private static String settle() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("jsse-keeper-self-check")) {
        thread.join();
      }
    }
    return "settled";
  }

  private static String manage() {
    System.setProperty("java.util.logging.manager", Manager.class.getName());
    System.setProperty("javax.management.builder.initial", Builder.class.getName());
    boolean logs = LogManager.getLogManager() instanceof Manager;
    ManagementFactory.getPlatformMBeanServer();
    return "managed logs=" + own(logs) + " beans=" + own(Builder.asked);
  }

  private static String own(boolean is) {
    return is ? "own" : "others";
  }
}
