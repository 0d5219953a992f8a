package io.jssekeeper.weave;

/** The event in the self-check that makes a weave call its hook, if it works. */
public enum Trigger {
  /** A TLS context is created, and its timeout and capacity are set. */
  SETTING_UP,
  /** A full handshake of any protocol, between engines. */
  FULL,
  /** A handshake of any protocol that resumes a session. */
  RESUMED,
  /** A handshake of TLS 1.2. */
  TLS12,
  /** One of these that resumes a session by its id. */
  TLS12_BY_ID,
  /** One of these that resumes a session by a stateless ticket. */
  TLS12_BY_TICKET,
  /** A handshake of TLS 1.3. */
  TLS13,
  /** One of these that resumes a session: a ticket was sent, stored and used. */
  TLS13_BY_TICKET,
  /** A record that cannot be decrypted ends a connection. */
  BREAKING_OFF,
  /** A handshake is given up, by closing, and by the end of what an engine may read. */
  GIVING_UP,
  /** A session is invalidated. */
  INVALIDATING
}
