package io.jssekeeper.cli.jvm;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.management.Attribute;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;

/** One session context of another JVM, by JMX. */
public final class CacheClient {
  private static final String[] NUMBERS = {
    "Size", "Capacity", "TimeoutSeconds", "StrongBytes", "SoftlyHeld", "Hits", "Misses", "Stored"
  };

  private final MBeanServerConnection server;
  private final ObjectName name;

  CacheClient(MBeanServerConnection server, ObjectName name) {
    this.server = server;
    this.name = name;
  }

  /** {@code client} or {@code server}. */
  public String side() {
    return name.getKeyProperty("side");
  }

  public int context() {
    return Integer.parseInt(name.getKeyProperty("context"));
  }

  /** Its numbers by attribute; empty if the context has just been collected. */
  public Optional<Map<String, Long>> numbers() throws RefusedException {
    Map<String, Long> numbers = new LinkedHashMap<>();
    try {
      for (Attribute attribute : server.getAttributes(name, NUMBERS).asList()) {
        numbers.put(attribute.getName(), ((Number) attribute.getValue()).longValue());
      }
      return Optional.of(numbers);
    } catch (InstanceNotFoundException e) {
      return Optional.empty();
    } catch (JMException | IOException e) {
      throw new RefusedException("session context " + context() + " cannot be read: retry", e);
    }
  }
}
