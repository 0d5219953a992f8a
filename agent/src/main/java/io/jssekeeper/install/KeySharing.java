package io.jssekeeper.install;

import io.jssekeeper.bridge.HookConnection;
import io.jssekeeper.config.KnownOptions;
import io.jssekeeper.config.Options;
import io.jssekeeper.config.value.KeySource;
import io.jssekeeper.config.value.RedisUrl;
import io.jssekeeper.core.Core;
import io.jssekeeper.ticketkeys.KeyPlan;
import io.jssekeeper.ticketkeys.SecretStores;
import io.jssekeeper.ticketkeys.redis.RedisAddress;
import io.jssekeeper.ticketkeys.redis.RedisStores;
import io.jssekeeper.weave.TicketFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Does what the options say of shared ticket keys. Thread-safe. */
final class KeySharing {
  private static final List<String> OPTIONS =
      List.of(
          KnownOptions.SERVER_KEYS.key(),
          KnownOptions.SERVER_KEYS_PERIOD.key(),
          KnownOptions.SERVER_KEYS_SETTLE.key(),
          KnownOptions.SERVER_KEYS_SCOPE.key(),
          KnownOptions.SERVER_KEYS_CLIENT_AUTH.key(),
          KnownOptions.SERVER_KEYS_WARN.key(),
          KnownOptions.SERVER_KEYS_REDIS_PASSWORD.key(),
          KnownOptions.SERVER_KEYS_REDIS_TRUST.key(),
          KnownOptions.SERVER_KEYS_REDIS_SEAL.key());

  private final Core core;

  KeySharing(Core core) {
    this.core = core;
    core.ticketKeys().onThread(new Spare());
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
    boolean on = !options.serverKeys().equals(KeySource.OFF);
    String obstacle = on ? obstacle() : "";
    HookConnection.shareKeys(on && obstacle.isEmpty());
    if (obstacle.isEmpty()) {
      core.ticketKeys().follow(plan);
    } else {
      core.ticketKeys().refuse(obstacle);
    }
  }

  /**
   * Why keys cannot be shared here; empty if they can. Reads class files, so not at every start.
   */
  private String obstacle() {
    String obstacle = HookConnection.sharingObstacle();
    if (!obstacle.isEmpty()) {
      return obstacle;
    }
    Optional<byte[]> format = TicketFormat.ofThisJdk();
    if (format.isEmpty()) {
      return "this JDK's tickets are of a format that is not known";
    }
    core.ticketKeys().ticketFormat(format.get());
    return "";
  }

  private static KeyPlan plan(Options options) {
    KeyPlan.Timing timing =
        new KeyPlan.Timing(
            options.serverKeysPeriod(), options.serverKeysSettle(), options.serverKeysWarn());
    if (options.serverKeys().path().isPresent()) {
      return KeyPlan.ofFile(options.serverKeys().path().get(), timing);
    }
    if (options.serverKeys().redis().isPresent()) {
      return KeyPlan.ofStore(redis(options), options.serverKeysRedisSeal().orElse(null), timing);
    }
    return options.serverKeys() == KeySource.JVM ? KeyPlan.ofJvm(timing) : KeyPlan.off(timing);
  }

  private static SecretStores redis(Options options) {
    RedisUrl url = options.serverKeys().redis().get();
    RedisAddress address =
        new RedisAddress(url.tls(), url.host(), url.port())
            .as(url.user(), url.database())
            .files(
                options.serverKeysRedisPassword().orElse(null),
                options.serverKeysRedisTrust().orElse(null));
    return new RedisStores(address, url.prefix());
  }

  private static final class Spare implements Consumer<Thread> {
    @Override
    public void accept(Thread thread) {
      HookConnection.spare(thread);
    }
  }
}
