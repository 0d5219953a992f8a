package io.jssekeeper.ticketkeys;

import java.util.Arrays;

/** Which tickets a key is for: their format and the certificates they are bound to. Immutable. */
public final class TicketIdentity {
  private static final int SHOWN_BYTES = 4;

  private final byte[] format;
  private final byte[] scope;

  /**
   * @param format a hash of what the JDK writes into a ticket, and how; must not be modified
   * @param scope a hash of the certificates that the context may present; must not be modified
   */
  public TicketIdentity(byte[] format, byte[] scope) {
    this.format = format;
    this.scope = scope;
  }

  byte[] format() {
    return format;
  }

  byte[] scope() {
    return scope;
  }

  /** Eight digits for comparing nodes. */
  static String shown(byte[] hash) {
    return Secret.hex(Arrays.copyOf(hash, SHOWN_BYTES));
  }

  boolean isSame(TicketIdentity other) {
    return Arrays.equals(format, other.format) && Arrays.equals(scope, other.scope);
  }
}
