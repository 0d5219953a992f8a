package io.jssekeeper.ticketkeys.redis;

import java.nio.file.Path;

/** Where Redis or Valkey is, and how to connect to it. Immutable. */
public final class RedisAddress {
  final boolean tls;
  final String host;
  final int port;
  private String user;
  private int database;
  private Path passwordFile;
  private Path trustFile;

  public RedisAddress(boolean tls, String host, int port) {
    this.tls = tls;
    this.host = host;
    this.port = port;
  }

  private RedisAddress(RedisAddress other) {
    this(other.tls, other.host, other.port);
    user = other.user;
    database = other.database;
    passwordFile = other.passwordFile;
    trustFile = other.trustFile;
  }

  /**
   * @param name null for the default user
   * @param number the database's
   */
  public RedisAddress as(String name, int number) {
    RedisAddress copy = new RedisAddress(this);
    copy.user = name;
    copy.database = number;
    return copy;
  }

  /**
   * Each is null if there is none.
   *
   * @param password a file whose first line is the password
   * @param trust a file of PEM certificates that may have issued the server's
   */
  public RedisAddress files(Path password, Path trust) {
    RedisAddress copy = new RedisAddress(this);
    copy.passwordFile = password;
    copy.trustFile = trust;
    return copy;
  }

  String user() {
    return user;
  }

  int database() {
    return database;
  }

  Path passwordFile() {
    return passwordFile;
  }

  Path trustFile() {
    return trustFile;
  }
}
