package io.jssekeeper.ticketkeys;

/** Secrets that cannot be had, or must not be used; the message is one sentence without an end. */
public final class UnusableSecretsException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnusableSecretsException(String why) {
    super(why, null, false, false);
  }
}
