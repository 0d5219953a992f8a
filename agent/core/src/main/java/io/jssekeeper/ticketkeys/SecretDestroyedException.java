package io.jssekeeper.ticketkeys;

/** A secret was forgotten while a thread was about to use it. */
final class SecretDestroyedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SecretDestroyedException() {
    super("the secret is forgotten", null, false, false);
  }
}
