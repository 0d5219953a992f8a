package io.jssekeeper.ticketkeys;

/** A secret was destroyed just before a thread used it. */
final class SecretDestroyedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SecretDestroyedException() {
    super("the secret is forgotten", null, false, false);
  }
}
