package io.jssekeeper.ticketkeys;

/** Connects to a {@link SecretStore}. */
public interface SecretStores {
  SecretStore connect() throws UnusableSecretsException;

  /** Whether values must be sealed there, since the way to it can be read by others. */
  boolean isExposed();

  /** What all names there begin with. */
  String prefix();

  /** Host and port. */
  String name();
}
