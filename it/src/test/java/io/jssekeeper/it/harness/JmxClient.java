package io.jssekeeper.it.harness;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.awaitility.Awaitility;

/** A JMX client of a forked JVM, with none of the agent's classes. */
public final class JmxClient implements AutoCloseable {
  private static final String DOMAIN = "io.jssekeeper";
  private static final Duration REGISTRATION = Duration.ofSeconds(20);

  private final JMXConnector connector;
  private final MBeanServerConnection server;

  private JmxClient(JMXConnector connector) throws IOException {
    this.connector = connector;
    this.server = connector.getMBeanServerConnection();
  }

  static JmxClient attach(long pid) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        String address = machine.startLocalManagementAgent();
        return new JmxClient(JMXConnectorFactory.connect(new JMXServiceURL(address)));
      } finally {
        machine.detach();
      }
    } catch (IOException | AttachNotSupportedException failed) {
      throw new IllegalStateException("no JMX with " + pid, failed);
    }
  }

  /** The bean of the agent as a whole; waits for it, since the agent registers it late. */
  public Bean keeper() {
    ObjectName keeper = name(DOMAIN + ":type=Keeper");
    Awaitility.await().atMost(REGISTRATION).until(() -> server.isRegistered(keeper));
    return new Bean(server, keeper);
  }

  /** Any bean; it must exist. */
  public Bean bean(String name) {
    return new Bean(server, name(name));
  }

  /** The beans of the session contexts of one side. */
  public List<Bean> sessionCaches(String side) {
    return find(DOMAIN + ":type=SessionCache,side=" + side + ",context=*");
  }

  /** The bean of the only session context of that side; waits for it, as for the agent's. */
  public Bean sessionCache(String side) {
    return Awaitility.await()
        .atMost(REGISTRATION)
        .until(() -> sessionCaches(side), found -> found.size() == 1)
        .get(0);
  }

  /** All beans of the agent. */
  public List<Bean> all() {
    return find(DOMAIN + ":*");
  }

  private List<Bean> find(String pattern) {
    try {
      return server.queryNames(name(pattern), null).stream()
          .map(found -> new Bean(server, found))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static ObjectName name(String text) {
    try {
      return new ObjectName(text);
    } catch (JMException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
