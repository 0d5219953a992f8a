package io.jssekeeper.tracking;

import java.lang.ref.WeakReference;

/** A connection and the session that it uses, both held weakly. */
final class ConnectionUse extends WeakReference<Object> {
  final WeakReference<Object> session;

  ConnectionUse(Object connection, Object session) {
    super(connection);
    this.session = new WeakReference<>(session);
  }
}
