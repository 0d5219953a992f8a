package io.jssekeeper.config.value;

import java.net.URI;
import java.net.URISyntaxException;

/** {@code redis://[USER@]HOST[:PORT][/DATABASE][?prefix=NAME]}, or {@code rediss:}. Immutable. */
public final class RedisUrl {
  private static final int DEFAULT_PORT = 6379;
  private static final String PREFIX = "prefix=";
  private static final String DEFAULT_PREFIX = "jsse-keeper";

  private final URI uri;
  private final int database;

  private RedisUrl(URI uri, int database) {
    this.uri = uri;
    this.database = database;
  }

  /** A password is rejected: every user of the machine can see the agent's argument. */
  static RedisUrl of(String text) throws InvalidValueException {
    try {
      URI uri = new URI(text);
      if (uri.getHost() == null) {
        throw new InvalidValueException("it names no host");
      }
      if (uri.getUserInfo() != null && uri.getUserInfo().indexOf(':') >= 0) {
        throw new InvalidValueException(
            "it must not contain a password: name a file in 'server.keys.redis.password'");
      }
      if (uri.getQuery() != null && !uri.getQuery().startsWith(PREFIX)) {
        throw new InvalidValueException("only '?prefix=NAME' may follow");
      }
      return new RedisUrl(uri, database(uri.getPath()));
    } catch (URISyntaxException e) {
      throw new InvalidValueException("it is not a URL");
    }
  }

  private static int database(String path) throws InvalidValueException {
    String number = path == null || path.isEmpty() ? "" : path.substring(1);
    try {
      return number.isEmpty() ? 0 : Integer.parseUnsignedInt(number);
    } catch (NumberFormatException e) {
      throw new InvalidValueException("a database number follows the port, such as /0");
    }
  }

  public boolean tls() {
    return uri.getScheme().equals("rediss");
  }

  public String host() {
    return uri.getHost();
  }

  public int port() {
    return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
  }

  /** Null for the default user. */
  public String user() {
    return uri.getUserInfo();
  }

  public int database() {
    return database;
  }

  /** The prefix of all names in Redis. */
  public String prefix() {
    return uri.getQuery() == null ? DEFAULT_PREFIX : uri.getQuery().substring(PREFIX.length());
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
