package io.jssekeeper.install;

import io.jssekeeper.bridge.HookConnection;
import io.jssekeeper.config.Option;
import io.jssekeeper.config.Options;
import io.jssekeeper.config.ServerKeyOptions;
import io.jssekeeper.config.ServerKeys;
import io.jssekeeper.config.value.KeySource;
import io.jssekeeper.config.value.RedisUrl;
import io.jssekeeper.core.Core;
import io.jssekeeper.ticketkeys.KeyPlan;
import io.jssekeeper.ticketkeys.SecretStores;
import io.jssekeeper.ticketkeys.redis.RedisAddress;
import io.jssekeeper.ticketkeys.redis.RedisStores;
import io.jssekeeper.weave.TicketFormat;
import java.util.Optional;
import java.util.function.Consumer;

/** Applies the options of shared ticket keys. Thread-safe. */
final class KeySharing {
  private final Core core;

  KeySharing(Core core) {
    this.core = core;
    core.ticketKeys().onThread(new Spare());
  }

  /** Does nothing where keys are not shared: most starts. */
  void start(Options options) {
    if (isOn(options.serverKeys())) {
      follow(options);
    }
  }

  void follow(Options before, Options next) {
    for (Option<?> option : ServerKeyOptions.all()) {
      if (!before.find(option).equals(next.find(option))) {
        follow(next);
        return;
      }
    }
  }

  synchronized void follow(Options options) {
    ServerKeys keys = options.serverKeys();
    KeyPlan plan = plan(keys);
    boolean on = isOn(keys);
    String obstacle = on ? obstacle() : "";
    HookConnection.shareKeys(on && obstacle.isEmpty());
    if (obstacle.isEmpty()) {
      core.ticketKeys().follow(plan);
    } else {
      core.ticketKeys().refuse(obstacle);
    }
  }

  private static boolean isOn(ServerKeys keys) {
    return !keys.source().equals(KeySource.OFF);
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
      return "this JDK's tickets have an unknown format";
    }
    core.ticketKeys().ticketFormat(format.get());
    return "";
  }

  private static KeyPlan plan(ServerKeys keys) {
    KeyPlan.Timing timing = new KeyPlan.Timing(keys.period(), keys.settle(), keys.warn());
    KeySource source = keys.source();
    if (source.path().isPresent()) {
      return KeyPlan.ofFile(source.path().get(), keys.seals(), timing);
    }
    if (source.redis().isPresent()) {
      SecretStores stores = redis(source.redis().get(), keys);
      return KeyPlan.ofStore(stores, keys.redisSeal().orElse(null), timing);
    }
    return source == KeySource.JVM ? KeyPlan.ofJvm(timing) : KeyPlan.off(timing);
  }

  private static SecretStores redis(RedisUrl url, ServerKeys keys) {
    RedisAddress address =
        new RedisAddress(url.tls(), url.host(), url.port())
            .as(url.user(), url.database())
            .files(keys.redisPassword().orElse(null), keys.redisTrust().orElse(null));
    return new RedisStores(address, url.prefix());
  }

  private static final class Spare implements Consumer<Thread> {
    @Override
    public void accept(Thread thread) {
      HookConnection.spare(thread);
    }
  }
}
