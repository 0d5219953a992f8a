package io.jssekeeper.ticketkeys;

import java.nio.file.Path;
import java.time.Duration;

/** What shared keys are to be made of. Immutable. */
public final class KeyPlan {
  private enum Kind {
    OFF,
    JVM,
    FILE
  }

  private final Kind kind;
  private final Path path;
  private final Periods periods;
  private final Duration settle;
  private final Duration warnAfter;

  private KeyPlan(Kind kind, Path path, Timing timing) {
    this.kind = kind;
    this.path = path;
    periods = new Periods(timing.period);
    settle = timing.settle;
    warnAfter = timing.warnAfter;
  }

  public static KeyPlan off(Timing timing) {
    return new KeyPlan(Kind.OFF, null, timing);
  }

  /** Random secrets of this JVM. */
  public static KeyPlan ofJvm(Timing timing) {
    return new KeyPlan(Kind.JVM, null, timing);
  }

  public static KeyPlan ofFile(Path path, Timing timing) {
    return new KeyPlan(Kind.FILE, path, timing);
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

  SecretSource open(KeyNotices notices) {
    return kind == Kind.JVM
        ? new JvmSecrets(periods)
        : new FileSecrets(path, periods, settle, notices);
  }

  /** Lengths of time. */
  public static final class Timing {
    private final Duration period;
    private final Duration settle;
    private final Duration warnAfter;

    /**
     * @param period for how long one key seals
     * @param settle for how long a new secret only opens
     * @param warnAfter how old a secret may be before it is said; zero: never
     */
    public Timing(Duration period, Duration settle, Duration warnAfter) {
      this.period = period;
      this.settle = settle;
      this.warnAfter = warnAfter;
    }
  }
}
