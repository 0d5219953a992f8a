package io.jssekeeper.install;

import io.jssekeeper.bridge.HookConnection;
import io.jssekeeper.config.KnownOptions;
import io.jssekeeper.config.Options;
import io.jssekeeper.config.value.KeySource;
import io.jssekeeper.core.Core;
import io.jssekeeper.ticketkeys.KeyPlan;
import io.jssekeeper.weave.TicketFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Does what the options say of shared ticket keys. Thread-safe. */
final class KeySharing {
  private static final List<String> OPTIONS =
      List.of(
          KnownOptions.SERVER_KEYS.key(),
          KnownOptions.SERVER_KEYS_PERIOD.key(),
          KnownOptions.SERVER_KEYS_SETTLE.key(),
          KnownOptions.SERVER_KEYS_SCOPE.key(),
          KnownOptions.SERVER_KEYS_CLIENT_AUTH.key(),
          KnownOptions.SERVER_KEYS_WARN.key());

  private final Core core;
  private final Optional<byte[]> format = TicketFormat.ofThisJdk();

  KeySharing(Core core) {
    this.core = core;
  }

  /** What this JDK writes into tickets; empty if nothing that is known. */
  Optional<byte[]> format() {
    return format;
  }

  void follow(Options before, Options next) {
    Map<String, String> was = new HashMap<>(before.asMap());
    Map<String, String> is = new HashMap<>(next.asMap());
    was.keySet().retainAll(OPTIONS);
    is.keySet().retainAll(OPTIONS);
    if (!was.equals(is)) {
      follow(next);
    }
  }

  synchronized void follow(Options options) {
    KeyPlan plan = plan(options);
    boolean on = options.serverKeys() != KeySource.OFF;
    String obstacle = obstacle();
    HookConnection.shareKeys(on && obstacle.isEmpty());
    if (on && !obstacle.isEmpty()) {
      core.ticketKeys().refuse(obstacle);
    } else {
      core.ticketKeys().follow(plan);
    }
  }

  private String obstacle() {
    String obstacle = HookConnection.sharingObstacle();
    return obstacle.isEmpty() && format.isEmpty()
        ? "this JDK's tickets are of a format that is not known"
        : obstacle;
  }

  private static KeyPlan plan(Options options) {
    KeyPlan.Timing timing =
        new KeyPlan.Timing(
            options.serverKeysPeriod(), options.serverKeysSettle(), options.serverKeysWarn());
    if (options.serverKeys().path().isPresent()) {
      return KeyPlan.ofFile(options.serverKeys().path().get(), timing);
    }
    return options.serverKeys() == KeySource.JVM ? KeyPlan.ofJvm(timing) : KeyPlan.off(timing);
  }
}
