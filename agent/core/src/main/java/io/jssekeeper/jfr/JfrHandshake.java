package io.jssekeeper.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * A handshake as a JFR event; fields that {@code jdk.TLSHandshake} also has carry the same names.
 *
 * <p>Committed on the thread that completed the handshake, with its stack. Not loaded before a
 * recording.
 */
@Name("io.jssekeeper.Handshake")
@Label("TLS Handshake by Result")
@Description("A TLS handshake: full, resumed or failed, and why it was full")
@Category({"Java Development Kit", "Security", "jsse-keeper"})
@StackTrace
final class JfrHandshake extends Event {
  @Label("Peer Host")
  String peerHost;

  @Label("Peer Port")
  int peerPort;

  @Label("Protocol Version")
  String protocolVersion;

  @Label("Cipher Suite")
  String cipherSuite;

  @Label("Side")
  @Description("client or server")
  String side;

  @Label("Result")
  @Description("full, resumed or failed")
  String result;

  @Label("Reason")
  @Description("Why it was full; empty otherwise")
  String reason;

  @Label("Detail")
  @Description("What is known beyond the reason, or the likely cause of a failure")
  String detail;

  @Label("Took")
  @Description("From the first to the last step of the handshake")
  @Timespan(Timespan.NANOSECONDS)
  long took;

  @Label("CPU Time")
  @Description("Of this JVM's threads inside the handshake; 0 where it was not measured")
  @Timespan(Timespan.NANOSECONDS)
  long cpu;

  @Label("Server Name")
  String serverName;

  @Label("Application Protocol")
  String applicationProtocol;

  @Label("Session")
  @Description("Hash of the session id, as in the log and JMX")
  String session;

  @Label("Via")
  @Description("How it was resumed: ticket or id")
  String via;

  @Label("Control")
  @Description("Of an FTPS data connection: the control connection it belongs to")
  String control;

  @Label("Failure")
  @Description("How it failed, in one word of a closed list")
  String failure;

  @Label("Authenticated")
  @Description("Whether the client has shown a certificate, as its server knows")
  boolean authenticated;

  @Label("Alert")
  @Description("The alert that a failed handshake ended with")
  String alert;

  @Label("Error")
  String error;
}
