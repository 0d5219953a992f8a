package io.jssekeeper.it.kept;

import io.jssekeeper.it.harness.Wire;

/** One side of connections whose session may end, and what the rest of the world may do to it. */
interface EndScene {
  /** A new session, by a full handshake, on a connection that stays open. */
  void establish();

  /** A new session, and a connection that is about to resume it; the server has answered. */
  void resume(Wire.Course course);

  /** A new session, and a connection that has resumed it and ended well. */
  void resumeWell();

  /**
   * Another connection resumes the session of the open one, and ends well; what is done to a
   * connection is done to the open one still.
   */
  void resumeBeside();

  /** A full handshake that fails since the client does not accept the server's certificate. */
  void refuseCertificate();

  /** A new session, and a connection that breaks before anything of it has left. */
  void breakBeforeHello();

  /** A command to the side that is looked at. */
  void command(String command);

  /** Goes on using the open connection. */
  void goOn();

  /** The other side ends the connection in good order. */
  void peerCloses();

  /** To the side that is looked at. */
  void tell(byte... bytes);

  /** To the other side. */
  void tellPeer(byte... bytes);

  /** A stranger sends the last ClientHello to the server once more, then {@code more}. */
  void replayHello(byte... more);

  void hangUp();

  void reset();

  /** Waits until the side that is looked at has seen what happened, and leaves nothing open. */
  void settle();

  /** Whether the session that was to be resumed is still there, at a client that says so. */
  default boolean isThere() {
    return false;
  }

  /** Whether that side would resume the session: a client offers it, a server accepts it. */
  boolean resumes();
}
