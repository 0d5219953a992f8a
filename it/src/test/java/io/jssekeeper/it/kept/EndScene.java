package io.jssekeeper.it.kept;

import io.jssekeeper.it.harness.Wire;

/** One side of connections whose session may end, and what can happen to it from outside. */
interface EndScene {
  /** A new session, from a full handshake, on a connection that stays open. */
  void establish();

  /** A new session, and a connection about to resume it; the server has answered. */
  void resume(Wire.Course course);

  /** A new session, and a connection that has resumed it and ended properly. */
  void resumeWell();

  /**
   * Another connection resumes the open connection's session, and ends properly; further actions
   * still apply to the open one.
   */
  void resumeBeside();

  /** A full handshake that fails because the client rejects the server's certificate. */
  void refuseCertificate();

  /** A new session, and a connection that breaks before it has sent anything. */
  void breakBeforeHello();

  /** A command to the side under test. */
  void command(String command);

  /** Continues to use the open connection. */
  void goOn();

  /** The other side ends the connection properly. */
  void peerCloses();

  /** Sent to the side under test. */
  void tell(byte... bytes);

  /** Sent to the other side. */
  void tellPeer(byte... bytes);

  /** A stranger sends the last ClientHello to the server again, then {@code more}. */
  void replayHello(byte... more);

  void hangUp();

  void reset();

  /** Waits until the side under test has seen what happened, and leaves nothing open. */
  void settle();

  /** Whether the session that was to be resumed still exists, at a client that reports it. */
  default boolean isThere() {
    return false;
  }

  /** Whether that side would resume the session: a client offers it, a server accepts it. */
  boolean resumes();
}
