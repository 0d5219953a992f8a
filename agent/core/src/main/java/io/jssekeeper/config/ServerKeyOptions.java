package io.jssekeeper.config;

import io.jssekeeper.config.value.DurationKind;
import io.jssekeeper.config.value.KeySource;
import io.jssekeeper.config.value.KeySourceKind;
import io.jssekeeper.config.value.NameKind;
import io.jssekeeper.config.value.PathKind;
import io.jssekeeper.config.value.WordKind;
import io.jssekeeper.model.SecretOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The rows of {@code server.keys} and related options. Their values: {@link ServerKeys}. */
public final class ServerKeyOptions {
  private static final List<Option<?>> ROWS = new ArrayList<>(10);

  static final Option<KeySource> SOURCE =
      row(
          new Option<>(
              "server.keys",
              new KeySourceKind(),
              Default.value("off"),
              "where keys of stateless tickets come from: off is JSSE's own keys; jvm shares keys"
                  + " among this JVM's contexts with the same certificate; a file or Redis shares"
                  + " them among all nodes that use it"));

  static final Option<Duration> PERIOD =
      row(
          new Option<>(
              "server.keys.period",
              DurationKind.between(Duration.ofSeconds(10), Duration.ofHours(24)),
              Default.value("1h"),
              "how long one shared key seals tickets; must be the same on all nodes"));

  static final Option<Duration> SETTLE =
      row(
          new Option<>(
              "server.keys.settle",
              DurationKind.between(Duration.ZERO, Duration.ofHours(24)),
              Default.value("2m"),
              "how long a new secret only opens tickets, so that all nodes have it before any seals"
                  + " with it"));

  static final Option<SecretOrder> SEALS =
      row(
          new Option<>(
              "server.keys.seals",
              new WordKind<>(List.of(SecretOrder.values())),
              Default.value("first"),
              "which secret of a file seals tickets: first, or penultimate, the last but one, as in"
                  + " a file that is rotated for HAProxy; must be the same on all nodes"));

  static final Option<String> SCOPE =
      row(
          new Option<>(
              "server.keys.scope",
              new NameKind("a name, such as shop"),
              Default.words("the certificates of the context"),
              "which contexts share keys: all with this name, whatever their certificates"));

  static final Option<Boolean> CLIENT_AUTH =
      row(
          new Option<>(
              "server.keys.client-auth",
              new WordKind<>(List.of(true, false)),
              Default.value("false"),
              "also share sessions with a client certificate, among contexts that accept the same"
                  + " issuers"));

  static final Option<Duration> WARN =
      row(
          new Option<>(
              "server.keys.warn",
              DurationKind.between(Duration.ZERO, Duration.ofDays(3650)),
              Default.value("7d"),
              "age of the secret in a file from which the keeper warns; 0 is never"));

  static final Option<Path> REDIS_PASSWORD =
      row(
          new Option<>(
              "server.keys.redis.password",
              new PathKind("the path of a file whose first line is the password"),
              Default.words("the environment's JSSE_KEEPER_REDIS_PASSWORD"),
              "file with Redis' password"));

  static final Option<Path> REDIS_TRUST =
      row(
          new Option<>(
              "server.keys.redis.trust",
              new PathKind("the path of a file of certificates in PEM"),
              Default.words("what the JDK trusts"),
              "file of the certificates to trust for Redis, with rediss://"));

  static final Option<Path> REDIS_SEAL =
      row(
          new Option<>(
              "server.keys.redis.seal",
              new PathKind("the path of a file of secrets, as 'keys new' makes it"),
              Default.words("none"),
              "file of secrets that encrypts what Redis holds; without it Redis must use TLS or run"
                  + " on this machine"));

  private ServerKeyOptions() {}

  private static <T> Option<T> row(Option<T> option) {
    ROWS.add(option);
    return option;
  }

  /** In display order. */
  public static List<Option<?>> all() {
    return Collections.unmodifiableList(ROWS);
  }
}
