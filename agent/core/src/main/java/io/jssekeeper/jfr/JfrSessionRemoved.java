package io.jssekeeper.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;

/** A session's removal from a cache as a JFR event. Not loaded before a recording. */
@Name("io.jssekeeper.SessionRemoved")
@Label("TLS Session Removed")
@Description("A session that could be resumed left a session cache; emitted with the next sweep")
@Category({"Java Development Kit", "Security", "jsse-keeper"})
@StackTrace(false)
final class JfrSessionRemoved extends Event {
  @Label("Removed At")
  @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
  long removedAt;

  @Label("Side")
  @Description("client or server")
  String side;

  @Label("Context")
  @Description("The number of the session context, as in JMX")
  int context;

  @Label("Cause")
  @Description("expired, evicted, collected, invalidated, pulled or replaced")
  String cause;

  @Label("Session")
  @Description("Hash of the session id; empty if it was garbage-collected")
  String session;

  @Label("Peer")
  @Description("Host and port of a client's session")
  String peer;

  @Label("Age")
  @Description("Since the session's own full handshake")
  @Timespan(Timespan.NANOSECONDS)
  long age;
}
