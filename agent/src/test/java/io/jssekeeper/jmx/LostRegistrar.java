package io.jssekeeper.jmx;

import io.jssekeeper.contexts.ContextRegistry;
import io.jssekeeper.contexts.MemoryBudget;
import io.jssekeeper.contexts.OpenContext;
import io.jssekeeper.contexts.Sweeper;
import io.jssekeeper.core.SuppressedErrors;
import io.jssekeeper.model.Side;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Opens stores while the name of the keeper's MBean is taken; prints what remains. */
public final class LostRegistrar {
  private LostRegistrar() {}

  public static void main(String[] args) throws Exception {
    KeeperMXBean bean =
        (KeeperMXBean)
            Proxy.newProxyInstance(
                LostRegistrar.class.getClassLoader(),
                new Class<?>[] {KeeperMXBean.class},
                (proxy, method, arguments) -> null);
    new JmxBeans().register(bean, new KeeperNotifications());

    SuppressedErrors swallowed = new SuppressedErrors();
    ContextRegistry stores = new ContextRegistry(new MemoryBudget(0), 1);
    Sweeper sweeper = new Sweeper(stores, Duration.ofMillis(10), swallowed);
    JmxRegistrar registrar =
        new JmxRegistrar(bean, new NotificationWatch(null, null, null), swallowed, () -> true);
    Opened opened = new Opened(registrar);
    stores.watch(opened);
    stores.watch(new Woken(sweeper));
    sweeper.start();
    registrar.start();
    stores.open(Side.SERVER);
    for (int i = 0; i < 3_000 && swallowed.count() == 0; i++) {
      Thread.sleep(10);
    }
    for (int i = 0; i < 100; i++) {
      stores.open(Side.SERVER);
    }
    for (int i = 0; i < 1_500 && opened.held() > 0; i++) {
      System.gc();
      Thread.sleep(20);
    }
    System.out.println("swallowed " + swallowed.count());
    System.out.println("held " + opened.held());
  }

  /** Delegates, and remembers weakly what it was given. */
  private static final class Opened implements ContextRegistry.Watcher {
    private final ContextRegistry.Watcher next;
    private final List<WeakReference<OpenContext>> stores = new ArrayList<>();

    Opened(ContextRegistry.Watcher next) {
      this.next = next;
    }

    @Override
    public void opened(OpenContext store) {
      stores.add(new WeakReference<>(store));
      next.opened(store);
    }

    @Override
    public void gone(OpenContext store) {
      next.gone(store);
    }

    long held() {
      return stores.stream().filter(reference -> reference.get() != null).count();
    }
  }

  /** As the core does it. */
  private static final class Woken implements ContextRegistry.Watcher {
    private final Sweeper sweeper;

    Woken(Sweeper sweeper) {
      this.sweeper = sweeper;
    }

    @Override
    public void opened(OpenContext store) {
      sweeper.wake();
    }

    @Override
    public void gone(OpenContext store) {}
  }
}
