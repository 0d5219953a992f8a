package io.jssekeeper.ticketkeys.redis;

import io.jssekeeper.ticketkeys.SecretStore;
import io.jssekeeper.ticketkeys.UnusableSecretsException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisException;

/** One connection to Redis or Valkey. For one thread. */
final class RedisStore implements SecretStore {
  private final Connection connection;
  private final String name;

  RedisStore(Connection connection, String name) {
    this.connection = connection;
    this.name = name;
  }

  @Override
  public List<byte[]> get(List<String> keys) throws UnusableSecretsException {
    byte[][] names = new byte[keys.size()][];
    for (int i = 0; i < names.length; i++) {
      names[i] = ascii(keys.get(i));
    }
    try {
      connection.sendCommand(Protocol.Command.MGET, names);
      return connection.getBinaryMultiBulkReply();
    } catch (JedisException e) {
      throw failed(e);
    }
  }

  @Override
  public void putIfAbsent(String key, byte[] value, long seconds) throws UnusableSecretsException {
    try {
      connection.sendCommand(
          Protocol.Command.SET,
          ascii(key),
          value,
          ascii("NX"),
          ascii("EX"),
          ascii(Long.toString(seconds)));
      connection.getStatusCodeReply();
    } catch (JedisException e) {
      throw failed(e);
    }
  }

  private UnusableSecretsException failed(JedisException e) {
    return new UnusableSecretsException(name + " cannot be queried: " + why(e));
  }

  /** The innermost cause is the most specific. */
  static String why(Throwable failure) {
    Throwable each = failure;
    while (each.getCause() != null && each.getCause() != each) {
      each = each.getCause();
    }
    return String.valueOf(each.getMessage());
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JedisException e) {
      // There is nothing to close, then.
    }
  }
}
