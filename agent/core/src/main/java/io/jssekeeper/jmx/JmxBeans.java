package io.jssekeeper.jmx;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.NotificationBroadcasterSupport;
import javax.management.NotificationEmitter;
import javax.management.ObjectName;

/**
 * Our MBeans in the platform's MBean server. For one thread.
 *
 * <p>Not to be loaded on a JVM without the module {@code java.management}.
 */
public final class JmxBeans {
  private static final String DOMAIN = "io.jssekeeper:type=";

  /** The name of the keeper's MBean. */
  static final String KEEPER = DOMAIN + "Keeper";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final List<ObjectName> registered = new ArrayList<>();

  /**
   * May be called again if an {@link OutOfMemoryError} has ended it.
   *
   * @param notifications the notifications it sends
   */
  public void register(KeeperMXBean keeper, KeeperNotifications notifications) throws JMException {
    register(KEEPER, keeper, KeeperMXBean.class, notifications);
  }

  /** The same. */
  public void register(SessionCacheMXBean cache, int context) throws JMException {
    register(
        name(cache.getSide(), context),
        cache,
        SessionCacheMXBean.class,
        new NotificationBroadcasterSupport());
  }

  public void unregister(String side, int context) throws JMException {
    unregister(new ObjectName(name(side, context)));
  }

  /** Leaves nothing behind; continues when one cannot be unregistered. */
  public void unregisterAll() {
    for (ObjectName name : new ArrayList<>(registered)) {
      clearAway(name);
    }
  }

  private void clearAway(ObjectName name) {
    try {
      unregister(name);
    } catch (JMException | JMRuntimeException e) {
      // Other code has unregistered it; or it never was registered.
    }
  }

  private static String name(String side, int context) {
    return DOMAIN + "SessionCache,side=" + side + ",context=" + context;
  }

  private <T> void register(String name, T bean, Class<T> type, NotificationEmitter emitter)
      throws JMException {
    ObjectName objectName = new ObjectName(name);
    if (registered.contains(objectName)) {
      clearAway(objectName); // an earlier attempt was cut short
    }
    DescribedMBean described = new DescribedMBean(bean, type, emitter);
    registered.add(objectName);
    try {
      server.registerMBean(described, objectName);
    } catch (JMException e) {
      registered.remove(objectName);
      throw e;
    }
  }

  private void unregister(ObjectName name) throws JMException {
    if (registered.remove(name)) {
      server.unregisterMBean(name);
    }
  }
}
