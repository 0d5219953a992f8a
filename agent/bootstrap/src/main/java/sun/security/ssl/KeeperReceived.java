package sun.security.ssl;

import java.lang.invoke.MethodHandle;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * What has arrived on a connection, judged by record headers: whether anything has, and the first
 * bytes of a malformed record. On a JDK whose fields differ, nothing is known.
 */
final class KeeperReceived {
  private static final int HEADER = 5;
  private static final int ALERT_END = 7;
  private static final int ALERT_LENGTH = 2;

  private static final MethodHandle HEADER_BYTES =
      getter(SSLSocketInputRecord.class, "header", byte[].class);
  private static final MethodHandle HEADER_OFFSET =
      getter(SSLSocketInputRecord.class, "headerOff", int.class);
  private static final MethodHandle BODY =
      getter(SSLSocketInputRecord.class, "recordBody", ByteBuffer.class);
  private static final MethodHandle SOCKET_HEARD =
      getter(SSLSocketInputRecord.class, "formatVerified", boolean.class);
  private static final MethodHandle ENGINE_HEARD =
      getter(SSLEngineInputRecord.class, "formatVerified", boolean.class);

  /** For engines: a socket's record keeps the bytes itself. */
  private static final Map<InputRecord, byte[]> ODD =
      Collections.synchronizedMap(new WeakHashMap<>());

  private KeeperReceived() {}

  /** An engine examines what arrived. Nearly everything passes after a check of its type. */
  static void read(SSLEngineInputRecord record, ByteBuffer packet) {
    int at = packet.position();
    if (packet.limit() - at < HEADER || isUsual(packet.get(at))) {
      return;
    }
    byte[] head = new byte[Math.min(ALERT_END, packet.limit() - at)];
    for (int i = 0; i < head.length; i++) {
      head[i] = packet.get(at + i);
    }
    if (isOdd(head)) {
      ODD.put(record, head);
    }
  }

  /** Handshake and application data, and change of cipher. */
  private static boolean isUsual(byte type) {
    return type == ContentType.HANDSHAKE.id
        || type == ContentType.APPLICATION_DATA.id
        || type == ContentType.CHANGE_CIPHER_SPEC.id;
  }

  private static boolean isOdd(byte[] head) {
    boolean isAlert = head[0] == ContentType.ALERT.id;
    return isAlert ? head[3] == 0 && head[4] == ALERT_LENGTH : !isUsual(head[0]);
  }

  /** Null if the last one was not malformed, or that is unknown. */
  static byte[] oddRecord(InputRecord record) {
    try {
      byte[] head = record instanceof SSLSocketInputRecord ? ofSocket(record) : ODD.get(record);
      return head != null && head[0] != 0 && isOdd(head) ? head : null;
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("odd record", t);
      return null;
    }
  }

  private static byte[] ofSocket(InputRecord record) throws Throwable {
    if (HEADER_BYTES == null || BODY == null) {
      return null;
    }
    byte[] head = Arrays.copyOf((byte[]) HEADER_BYTES.invoke(record), ALERT_END);
    ByteBuffer body = (ByteBuffer) BODY.invoke(record);
    if (body != null && body.capacity() >= ALERT_LENGTH && body.hasArray()) {
      head[HEADER] = body.array()[0];
      head[HEADER + 1] = body.array()[1];
    }
    return head;
  }

  /** Whether it is certain that not a single byte has arrived. */
  static boolean isNothing(TransportContext connection) {
    try {
      InputRecord record = connection.inputRecord;
      if (record instanceof SSLSocketInputRecord) {
        return SOCKET_HEARD != null
            && HEADER_OFFSET != null
            && HEADER_BYTES != null
            && !(boolean) SOCKET_HEARD.invoke(record)
            && (int) HEADER_OFFSET.invoke(record) == 0
            && ((byte[]) HEADER_BYTES.invoke(record))[0] == 0;
      }
      return record instanceof SSLEngineInputRecord
          && ENGINE_HEARD != null
          && !(boolean) ENGINE_HEARD.invoke(record)
          && !ODD.containsKey(record);
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("received", t);
      return false;
    }
  }

  private static MethodHandle getter(Class<?> owner, String name, Class<?> type) {
    try {
      return KeeperPrivateLookup.in(owner).findGetter(owner, name, type);
    } catch (ReflectiveOperationException | RuntimeException unknown) {
      return null;
    }
  }
}
