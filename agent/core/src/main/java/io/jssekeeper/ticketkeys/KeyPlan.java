package io.jssekeeper.ticketkeys;

import io.jssekeeper.model.SecretOrder;
import java.nio.file.Path;
import java.time.Duration;

/** What shared keys are made from. Immutable. */
public final class KeyPlan {
  private enum Kind {
    OFF,
    JVM,
    FILE,
    STORE
  }

  private final Kind kind;
  private final Path path;
  private final SecretStores stores;
  private final Periods periods;
  private final SecretOrder order;
  private final Duration settle;
  private final Duration warnAfter;

  private KeyPlan(Kind kind, Path path, SecretStores stores, Timing timing) {
    order = SecretOrder.FIRST;
    this.kind = kind;
    this.path = path;
    this.stores = stores;
    periods = new Periods(timing.period);
    settle = timing.settle;
    warnAfter = timing.warnAfter;
  }

  private KeyPlan(Path path, SecretOrder order, Timing timing) {
    kind = Kind.FILE;
    this.path = path;
    this.order = order;
    stores = null;
    periods = new Periods(timing.period);
    settle = timing.settle;
    warnAfter = timing.warnAfter;
  }

  public static KeyPlan off(Timing timing) {
    return new KeyPlan(Kind.OFF, null, null, timing);
  }

  /** Random secrets known to this JVM only. */
  public static KeyPlan ofJvm(Timing timing) {
    return new KeyPlan(Kind.JVM, null, null, timing);
  }

  public static KeyPlan ofFile(Path path, SecretOrder order, Timing timing) {
    return new KeyPlan(path, order, timing);
  }

  /**
   * Random secrets shared by all nodes that use the same store.
   *
   * @param seal a file of secrets that encrypt what is stored; null for none
   */
  public static KeyPlan ofStore(SecretStores stores, Path seal, Timing timing) {
    return new KeyPlan(Kind.STORE, seal, stores, timing);
  }

  boolean isOff() {
    return kind == Kind.OFF;
  }

  Duration warnAfter() {
    return warnAfter;
  }

  Periods periods() {
    return periods;
  }

  SecretSource open(KeyNotices notices) throws UnusableSecretsException {
    switch (kind) {
      case JVM:
        return new JvmSecrets(periods);
      case STORE:
        return stored();
      default:
        return new FileSecrets(path, periods, settle, notices).sealedBy(order);
    }
  }

  private SecretSource stored() throws UnusableSecretsException {
    if (path == null && stores.isExposed()) {
      throw new UnusableSecretsException(
          stores.name()
              + " is neither TLS nor on this machine: write rediss://, or name a file of secrets in"
              + " server.keys.redis.seal");
    }
    return new StoredSecrets(stores, new SecretSeal(path, periods), periods);
  }

  /** Durations. */
  public static final class Timing {
    private final Duration period;
    private final Duration settle;
    private final Duration warnAfter;

    /**
     * @param period how long one key seals
     * @param settle how long a new secret only opens
     * @param warnAfter how old a secret may get before the keeper warns; zero: never
     */
    public Timing(Duration period, Duration settle, Duration warnAfter) {
      this.period = period;
      this.settle = settle;
      this.warnAfter = warnAfter;
    }
  }
}
