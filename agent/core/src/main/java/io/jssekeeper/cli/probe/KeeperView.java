package io.jssekeeper.cli.probe;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/**
 * What the keeper in this JVM has seen of TLS 1.3 tickets, which are encrypted on the wire. Adds
 * nothing if there is no keeper.
 */
final class KeeperView {
  private static final String NAME = "io.jssekeeper:type=Keeper";
  private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(5);
  private static final long POLL_MILLIS = 20;

  private KeeperView() {}

  /** Adds how many tickets the newest client of this JVM holds, and for how many seconds. */
  static void describe(ProbeTarget target, Finding finding) {
    if (!finding.text("protocol").equals("TLSv1.3")) {
      return;
    }
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName keeper = new ObjectName(NAME);
      if (comes(server, keeper)) {
        String[] types = {String.class.getName(), String.class.getName()};
        Object[] which = {"client", target.host() + ":" + target.port()};
        describe((TabularData) server.invoke(keeper, "sessions", which, types), finding);
      }
    } catch (JMException e) {
      finding.with("keeper", e);
    }
  }

  /** The keeper registers itself once the application has an MBean server. */
  private static boolean comes(MBeanServer server, ObjectName keeper) {
    if (Boolean.getBoolean(ProbeRun.WITHOUT_KEEPER)) {
      return false;
    }
    long end = System.nanoTime() + MAX_WAIT_NANOS;
    try {
      while (!server.isRegistered(keeper) && System.nanoTime() - end < 0) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return server.isRegistered(keeper);
  }

  private static void describe(TabularData sessions, Finding finding) {
    int newest = 0;
    int tickets = 0;
    long left = -1;
    for (Object value : (Collection<?>) sessions.values()) {
      CompositeData session = (CompositeData) ((CompositeData) value).get("value");
      int context = (Integer) session.get("context");
      if (session.get("resumable").equals("once") && context >= newest) {
        tickets = context > newest ? 1 : tickets + 1;
        newest = context;
        left = (Long) session.get("leftSeconds");
      }
    }
    finding.with("tickets", tickets).with("secondsLeft", left);
  }
}
