package io.jssekeeper.cli.jvm;

import io.jssekeeper.channel.ChannelPaths;
import io.jssekeeper.explain.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The keeper in another JVM, as it answers questions. For one thread. */
public final class KeeperClient implements AutoCloseable, Values<RefusedException> {
  private final long pid;
  private final KeeperChannel channel;

  private KeeperClient(long pid, KeeperChannel channel) {
    this.pid = pid;
    this.channel = channel;
  }

  public static KeeperClient of(long pid) throws RefusedException {
    try (JvmAccess access = JvmAccess.to(pid)) {
      Properties properties = access.systemProperties();
      requireKeeper(pid, properties);
      if (!answers(properties)) {
        throw new RefusedException(
            "the keeper in JVM "
                + pid
                + " is of another version and cannot answer: use its own jar");
      }
      return of(pid, properties);
    }
  }

  /**
   * @param properties the system properties of that JVM
   */
  static KeeperClient of(long pid, Properties properties) {
    String questions = properties.getProperty(ChannelPaths.PROPERTY);
    return new KeeperClient(pid, new KeeperChannel(pid, questions));
  }

  static void requireKeeper(long pid, Properties properties) throws RefusedException {
    if (KeeperVersion.in(properties).isEmpty()) {
      throw new RefusedException(
          "no keeper is in JVM " + pid + ": use 'attach', or 'list' to see the JVMs that have one");
    }
  }

  /** Whether that keeper has a channel. */
  static boolean answers(Properties properties) {
    return properties.getProperty(ChannelPaths.PROPERTY) != null;
  }

  public long pid() {
    return pid;
  }

  @Override
  public long number(String attribute) throws RefusedException {
    return ((Number) invoke(attribute)).longValue();
  }

  @Override
  public String text(String attribute) throws RefusedException {
    return (String) invoke(attribute);
  }

  @Override
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> rows(String attribute) throws RefusedException {
    return (List<Map<String, Object>>) invoke(attribute);
  }

  @Override
  @SuppressWarnings("unchecked")
  public Map<String, Object> map(String attribute) throws RefusedException {
    return (Map<String, Object>) invoke(attribute);
  }

  @Override
  public Object value(String attribute) throws RefusedException {
    return invoke(attribute);
  }

  /** The value of an attribute, or the result of an operation. */
  public Object invoke(String name, Object... arguments) throws RefusedException {
    return channel.ask(name, Arrays.asList(arguments));
  }

  /** Recent handshakes with a greater number, oldest first. */
  @SuppressWarnings("unchecked")
  public List<Map<String, Object>> handshakesAfter(long number) throws RefusedException {
    return (List<Map<String, Object>>) invoke("handshakesAfter", number, Integer.MAX_VALUE);
  }

  /**
   * @param side empty for both
   * @param peer empty for all
   */
  @SuppressWarnings("unchecked")
  public SessionPage sessions(String side, String peer, long minAgeSeconds, String order, int most)
      throws RefusedException {
    return new SessionPage(
        (Map<String, Object>) invoke("sessionColumns", side, peer, minAgeSeconds, order, most));
  }

  /** There is nothing to close: each question has a separate file, which is gone by its end. */
  @Override
  public void close() {}
}
