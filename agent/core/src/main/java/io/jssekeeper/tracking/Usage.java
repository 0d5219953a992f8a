package io.jssekeeper.tracking;

import java.lang.ref.WeakReference;

/** A connection, weakly, and the session that it uses. */
final class Usage extends WeakReference<Object> {
  final WeakReference<Object> session;

  Usage(Object connection, Object session) {
    super(connection);
    this.session = new WeakReference<>(session);
  }
}
