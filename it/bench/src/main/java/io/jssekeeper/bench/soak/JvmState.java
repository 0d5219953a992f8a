package io.jssekeeper.bench.soak;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.InstanceNotFoundException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** What this JVM holds, and what the keeper says, if it is there. */
final class JvmState {
  private static final String DOMAIN = "io.jssekeeper:type=";

  private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();

  /** After a collection. */
  Map<String, Double> read() throws Exception {
    Map<String, Double> state = new LinkedHashMap<>();
    System.gc();
    state.put("heapKb", used(ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed()));
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getName().equals("Metaspace")) {
        state.put("metaspaceKb", used(pool.getUsage().getUsed()));
      }
    }
    state.put("threads", (double) ManagementFactory.getThreadMXBean().getThreadCount());
    String[] files = new File("/proc/self/fd").list();
    state.put("files", files == null ? 0.0 : files.length);
    ObjectName keeper = new ObjectName(DOMAIN + "Keeper");
    if (beans.isRegistered(keeper)) {
      addKeeper(keeper, state);
    }
    return state;
  }

  private static double used(long bytes) {
    return Math.round(bytes / 1024.0);
  }

  private void addKeeper(ObjectName keeper, Map<String, Double> state) throws Exception {
    for (String name : new String[] {"Contexts", "ErrorsSwallowed", "RecordsDropped"}) {
      state.put(name, ((Number) beans.getAttribute(keeper, name)).doubleValue());
    }
    double handshakes = 0;
    for (CompositeData row : (CompositeData[]) beans.getAttribute(keeper, "Handshakes")) {
      handshakes += ((Number) row.get("count")).doubleValue();
    }
    state.put("counted", handshakes);
    for (String name : new String[] {"sessions", "softly", "expired", "evicted", "collected"}) {
      state.put(name, 0.0);
    }
    for (ObjectName cache : beans.queryNames(new ObjectName(DOMAIN + "SessionCache,*"), null)) {
      try {
        addCache(cache, state);
      } catch (InstanceNotFoundException e) {
        continue; // its context was collected meanwhile
      }
    }
  }

  private void addCache(ObjectName cache, Map<String, Double> state) throws Exception {
    add(state, "sessions", beans.getAttribute(cache, "Size"));
    add(state, "softly", beans.getAttribute(cache, "SoftlyHeld"));
    TabularData removals = (TabularData) beans.getAttribute(cache, "Removals");
    for (Object each : removals.values()) {
      CompositeData row = (CompositeData) each;
      if (state.containsKey((String) row.get("key"))) {
        add(state, (String) row.get("key"), row.get("value"));
      }
    }
  }

  private static void add(Map<String, Double> state, String name, Object more) {
    state.merge(name, ((Number) more).doubleValue(), Double::sum);
  }
}
