package io.jssekeeper.cli.jvm;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The keeper in another JVM, by JMX. For one thread. */
public final class KeeperClient implements AutoCloseable {
  private static final String DOMAIN = "io.jssekeeper:type=";
  private static final long REGISTRATION_MILLIS = 6_000;
  private static final long STEP_MILLIS = 50;

  private final long pid;
  private final JMXConnector connector;
  private final MBeanServerConnection server;
  private final ObjectName keeper = name(DOMAIN + "Keeper");

  private KeeperClient(long pid, JMXConnector connector) throws IOException {
    this.pid = pid;
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
  }

  /** Waits for the MBeans of a keeper that has just started. */
  public static KeeperClient of(long pid) throws RefusedException {
    try (JvmAccess access = JvmAccess.to(pid)) {
      requireKeeper(pid, access.systemProperties());
      requireJmx(pid, access.systemProperties());
      KeeperClient client = connect(pid, access.jmxAddress());
      client.awaitRegistration();
      return client;
    }
  }

  static void requireKeeper(long pid, Properties properties) throws RefusedException {
    if (KeeperVersion.in(properties).isEmpty()) {
      throw new RefusedException(
          "no keeper is in JVM " + pid + ": use 'attach', or 'list' to see the JVMs that have one");
    }
  }

  private static void requireJmx(long pid, Properties properties) throws RefusedException {
    if (!KeeperVersion.showsByJmx(properties)) {
      throw new RefusedException(
          "the keeper in JVM "
              + pid
              + " has no MBean (jmx=false, or no module java.management): 'detach' it,"
              + " and 'attach' without jmx=false");
    }
  }

  private static KeeperClient connect(long pid, String address) throws RefusedException {
    try {
      return new KeeperClient(pid, JMXConnectorFactory.connect(new JMXServiceURL(address)));
    } catch (IOException e) {
      throw new RefusedException(
          "cannot reach JMX of JVM " + pid + " (" + e.getMessage() + "): retry", e);
    }
  }

  private void awaitRegistration() throws RefusedException {
    long began = System.nanoTime();
    try {
      while (!server.isRegistered(keeper)) {
        if (System.nanoTime() - began > REGISTRATION_MILLIS * 1_000_000) {
          throw new RefusedException(
              "the keeper in JVM " + pid + " has no MBean: see its standard error");
        }
        Thread.sleep(STEP_MILLIS);
      }
    } catch (IOException e) {
      throw gone(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException("interrupted: nothing was done", e);
    }
  }

  public long pid() {
    return pid;
  }

  public long number(String attribute) throws RefusedException {
    return ((Number) value(attribute)).longValue();
  }

  public String text(String attribute) throws RefusedException {
    return (String) value(attribute);
  }

  public List<String> texts(String attribute) throws RefusedException {
    return List.of((String[]) value(attribute));
  }

  public List<Map<String, Object>> rows(String attribute) throws RefusedException {
    return CompositeValues.rows(value(attribute));
  }

  public Map<String, Object> map(String attribute) throws RefusedException {
    return CompositeValues.map(value(attribute));
  }

  private Object value(String attribute) throws RefusedException {
    return answer(() -> server.getAttribute(keeper, attribute));
  }

  /** The result of an operation. */
  public Object invoke(String operation, Object... arguments) throws RefusedException {
    String[] types = new String[arguments.length];
    for (int i = 0; i < types.length; i++) {
      types[i] = type(arguments[i]);
    }
    return answer(() -> server.invoke(keeper, operation, arguments, types));
  }

  private static String type(Object argument) {
    if (argument instanceof Integer) {
      return "int";
    }
    return argument instanceof Long ? "long" : argument.getClass().getName();
  }

  /** Recent handshakes with a greater number, oldest first. */
  public List<Map<String, Object>> handshakesAfter(long number) throws RefusedException {
    return CompositeValues.rows(invoke("handshakesAfter", number, Integer.MAX_VALUE));
  }

  /**
   * @param side empty for both
   * @param peer empty for all
   */
  public SessionPage sessions(String side, String peer, long minAgeSeconds, String order, int most)
      throws RefusedException {
    return new SessionPage(
        (CompositeData) invoke("sessionColumns", side, peer, minAgeSeconds, order, most));
  }

  /** The system properties of that JVM. */
  public Map<String, Object> systemProperties() throws RefusedException {
    ObjectName runtime = name(ManagementFactory.RUNTIME_MXBEAN_NAME);
    return CompositeValues.map(answer(() -> server.getAttribute(runtime, "SystemProperties")));
  }

  /** The MBeans of the session contexts that are alive, by their number. */
  public List<CacheClient> caches() throws RefusedException {
    ObjectName pattern = name(DOMAIN + "SessionCache,*");
    return answer(() -> server.queryNames(pattern, null)).stream()
        .map(found -> new CacheClient(server, found))
        .sorted(Comparator.comparingInt(CacheClient::context))
        .collect(Collectors.toList());
  }

  private <T> T answer(Question<T> question) throws RefusedException {
    try {
      return question.ask();
    } catch (InstanceNotFoundException e) {
      throw new RefusedException("the keeper was detached from JVM " + pid + ": see 'list'", e);
    } catch (RuntimeMBeanException e) {
      throw new RefusedException(
          "the keeper in JVM " + pid + " refuses: " + e.getCause().getMessage(), e);
    } catch (JMException e) {
      throw new RefusedException(
          "the keeper in JVM "
              + pid
              + " is of another version and cannot answer ("
              + e.getMessage()
              + "): use its own jar",
          e);
    } catch (IOException e) {
      throw gone(e);
    }
  }

  private RefusedException gone(IOException e) {
    return new RefusedException(
        "JVM " + pid + " has ended (" + e.getMessage() + "): see 'list'", e);
  }

  private static ObjectName name(String text) {
    try {
      return new ObjectName(text);
    } catch (JMException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException gone) {
      // Then there is nothing to close.
    }
  }

  /** Something asked over JMX. */
  private interface Question<T> {
    T ask() throws JMException, IOException;
  }
}
