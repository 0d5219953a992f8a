package io.jssekeeper.ticketkeys;

/**
 * Secrets that are unavailable or must not be used; the message is one sentence without a full
 * stop.
 */
public final class UnusableSecretsException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnusableSecretsException(String why) {
    super(why, null, false, false);
  }
}
