package io.jssekeeper.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.MemoryBudget;
import io.jssekeeper.contexts.Sweeper;
import io.jssekeeper.core.SuppressedErrors;
import io.jssekeeper.model.Side;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.MBeanServer;
import javax.management.MBeanServerDelegate;
import javax.management.MBeanServerNotification;
import javax.management.Notification;
import javax.management.NotificationListener;
import javax.management.ObjectName;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JmxRegistrarTest {
  private static final String KEEPER = "io.jssekeeper:type=Keeper";
  private static final Duration WAIT = Duration.ofSeconds(20);

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final FullHeap fullHeap = new FullHeap();
  private final SuppressedErrors swallowed = new SuppressedErrors();
  private volatile boolean made = true;
  private final ContextRegistry stores = new ContextRegistry(new MemoryBudget(0), 1);
  private final Sweeper sweeper = new Sweeper(stores, Duration.ofMillis(20), swallowed);
  private final JmxRegistrar registrar =
      new JmxRegistrar(
          (KeeperMXBean)
              Proxy.newProxyInstance(
                  KeeperMXBean.class.getClassLoader(),
                  new Class<?>[] {KeeperMXBean.class},
                  (proxy, method, arguments) -> null),
          new NotificationWatch(null, null, null),
          swallowed,
          () -> made);

  @BeforeEach
  void start() throws Exception {
    server.addNotificationListener(MBeanServerDelegate.DELEGATE_NAME, fullHeap, null, null);
    stores.watch(registrar);
  }

  @AfterEach
  void stop() throws Exception {
    registrar.stop();
    server.removeNotificationListener(MBeanServerDelegate.DELEGATE_NAME, fullHeap);
    assertThat(server.queryNames(new ObjectName("io.jssekeeper:*"), null)).isEmpty();
  }

  @Test
  void registration_intoAFullHeap_isTriedAgain() {
    registrar.start();
    Object store = stores.open(Side.SERVER);

    awaitSecondAttempt(KEEPER);
    awaitSecondAttempt("io.jssekeeper:type=SessionCache,side=server,context=1");
    assertThat(swallowed.count()).as(swallowed.last()).isGreaterThanOrEqualTo(2);
    Reference.reachabilityFence(store);
  }

  /** However many contexts come and go meanwhile, none is kept for it. */
  @Test
  void registration_serverNotMadeYet_waitsAndShowsWhatIsThereThen() throws Exception {
    made = false;
    registrar.start();
    Object gone = stores.open(Side.SERVER);
    Object store = stores.open(Side.CLIENT);
    assertThat(server.queryNames(new ObjectName("io.jssekeeper:*"), null)).isEmpty();
    Reference.reachabilityFence(gone);
    gone = null;
    awaitCollected(1);
    made = true;

    Awaitility.await()
        .atMost(WAIT)
        .untilAsserted(
            () ->
                assertThat(server.queryNames(new ObjectName("io.jssekeeper:*"), null))
                    .extracting(ObjectName::toString)
                    .containsExactlyInAnyOrder(
                        KEEPER, "io.jssekeeper:type=SessionCache,side=client,context=2"));
    Reference.reachabilityFence(store);
  }

  private void awaitCollected(int left) {
    sweeper.start();
    Awaitility.await()
        .atMost(WAIT)
        .until(
            () -> {
              System.gc();
              return stores.size() == left;
            });
    sweeper.stop();
  }

  private void awaitSecondAttempt(String name) {
    Awaitility.await()
        .atMost(WAIT)
        .untilAsserted(
            () -> {
              assertThat(fullHeap.attempts).as(swallowed.last()).containsEntry(name, 2);
              assertThat(server.isRegistered(new ObjectName(name))).isTrue();
            });
  }

  /** Makes the first registration of each name fail, where errors are not caught. */
  private static final class FullHeap implements NotificationListener {
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();

    @Override
    public void handleNotification(Notification notification, Object handback) {
      String name = ((MBeanServerNotification) notification).getMBeanName().toString();
      boolean registers =
          notification.getType().equals(MBeanServerNotification.REGISTRATION_NOTIFICATION);
      boolean isOurs = name.startsWith("io.jssekeeper:");
      if (registers && isOurs && attempts.merge(name, 1, Integer::sum) == 1) {
        throw new OutOfMemoryError("as if the application had filled the heap");
      }
    }
  }
}
