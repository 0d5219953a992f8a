package io.jssekeeper.ticketkeys;

/** Connects to a {@link SecretStore}. */
public interface SecretStores {
  SecretStore connect() throws UnusableSecretsException;

  /** Whether values must be sealed, because others can read the connection. */
  boolean isExposed();

  /** The prefix of all names in the store. */
  String prefix();

  /** Host and port. */
  String name();
}
