package io.jssekeeper.config;

import io.jssekeeper.config.value.KeySource;
import io.jssekeeper.model.SecretOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How keys of stateless tickets are shared: the values of {@link ServerKeyOptions}. Immutable. */
public final class ServerKeys {
  private final Options options;

  ServerKeys(Options options) {
    this.options = options;
  }

  /** Where the secrets come from. */
  public KeySource source() {
    return options.get(ServerKeyOptions.SOURCE);
  }

  /** How long one shared key seals tickets, 10 s to 24 h. */
  public Duration period() {
    return options.get(ServerKeyOptions.PERIOD);
  }

  /** How long a new secret only opens tickets, 0 to 24 h. */
  public Duration settle() {
    return options.get(ServerKeyOptions.SETTLE);
  }

  /** Which secret of a file seals. */
  public SecretOrder seals() {
    return options.get(ServerKeyOptions.SEALS);
  }

  /** Which contexts share keys; empty: those with the same certificates. */
  public Optional<String> scope() {
    return options.find(ServerKeyOptions.SCOPE);
  }

  /** Whether sessions that carry a client's certificate are shared. */
  public boolean clientAuth() {
    return options.get(ServerKeyOptions.CLIENT_AUTH);
  }

  /** How old a secret may be before the keeper warns; 0 is never. */
  public Duration warn() {
    return options.get(ServerKeyOptions.WARN);
  }

  /** A file whose first line is Redis' password. */
  public Optional<Path> redisPassword() {
    return options.find(ServerKeyOptions.REDIS_PASSWORD);
  }

  /** A file with the certificates that Redis' own must chain to. */
  public Optional<Path> redisTrust() {
    return options.find(ServerKeyOptions.REDIS_TRUST);
  }

  /** A file of secrets that encrypt what Redis holds. */
  public Optional<Path> redisSeal() {
    return options.find(ServerKeyOptions.REDIS_SEAL);
  }
}
