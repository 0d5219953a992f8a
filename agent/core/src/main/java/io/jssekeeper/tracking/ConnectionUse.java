package io.jssekeeper.tracking;

import java.lang.ref.WeakReference;

/** A connection, weakly, and the session that it uses. */
final class ConnectionUse extends WeakReference<Object> {
  final WeakReference<Object> session;

  ConnectionUse(Object connection, Object session) {
    super(connection);
    this.session = new WeakReference<>(session);
  }
}
