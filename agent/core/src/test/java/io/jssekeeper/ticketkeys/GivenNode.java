package io.jssekeeper.ticketkeys;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A node with one context, whose clock is set by the test; a key is its number and its bytes. */
final class GivenNode implements ContextKeys.KeyMaker<GivenNode.Key> {
  static final long HOUR = 3_600_000;
  static final long LIFE = 24 * HOUR;
  static final long START = 500_000 * HOUR;

  final List<String> notices = new ArrayList<>();
  long now = START + HOUR / 2;
  byte[] format = bytes("format");
  byte[] scope = bytes("scope");
  final TicketKeys keys = new TicketKeys(() -> now, notices::add);
  private final ContextKeys<Key> context = new ContextKeys<>(keys, this);

  /** A key as its maker sees it. */
  record Key(int number, String bytes, long endMillis) {}

  @Override
  public Key make(int number, byte[] key, long endMillis, Secret origin) {
    return new Key(number, Secret.hex(key), endMillis);
  }

  Key seal() {
    return context.sealing(this::identity, LIFE);
  }

  Key open(int number) {
    return context.opening(number, this::identity, LIFE);
  }

  Opening verdict(int number) {
    return context.verdict(number, this::identity, LIFE);
  }

  private TicketIdentity identity() {
    return scope == null ? null : new TicketIdentity(format, scope);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
