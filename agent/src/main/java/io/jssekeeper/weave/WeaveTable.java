package io.jssekeeper.weave;

import io.jssekeeper.weave.WeavePoint.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table of weaves. A new weave is a row here and a hook in the inside room. */
final class WeaveTable {
  private static final String CONTEXT = "SSLSessionContextImpl";
  private static final String CACHES = "session caches are not replaced";
  private static final String STATEFUL = "this JDK has no stateless tickets";
  private static final String RECORDS = "handshakes are not recorded";
  private static final String REASONS = "reasons of full handshakes are not known";

  private static final String FATAL =
      "({Alert}Ljava/lang/String;ZLjava/lang/Throwable;)Ljavax/net/ssl/SSLException;";
  private static final String FAILED =
      "({TransportContext}{Alert}Ljava/lang/String;Ljava/lang/Throwable;)V";

  private WeaveTable() {}

  static List<WeavePoint> rows() {
    List<WeavePoint> rows = new ArrayList<>();
    caches(rows);
    sessions(rows);
    handshakes(rows);
    return rows;
  }

  private static void caches(List<WeavePoint> rows) {
    String context = "()Ljavax/net/ssl/SSLSessionContext;";
    String touch = "(Ljavax/net/ssl/SSLSessionContext;)V";
    rows.add(
        row("SSLContextImpl", "engineGetClientSessionContext", context)
            .at(Where.EXIT, "Hooks.clientContext" + touch, "R", "clients' " + CACHES));
    rows.add(
        row("SSLContextImpl", "engineGetServerSessionContext", context)
            .at(Where.EXIT, "Hooks.serverContext" + touch, "R", "servers' " + CACHES));
    rows.add(
        row("SSLContextImpl", "<init>", "()V")
            .at(Where.EXIT, "Hooks.contextMade()V", "", "contexts made too often are not noticed"));
    String changed = "Hooks.settingsChanged({SSLSessionContextImpl})V";
    rows.add(
        row(CONTEXT, "setSessionTimeout", "(I)V")
            .at(Where.EXIT, changed, "0", "the application's timeout wins over the option"));
    rows.add(
        row(CONTEXT, "setSessionCacheSize", "(I)V")
            .at(Where.EXIT, changed, "0", "the application's capacity wins over the option"));
    rows.add(
        row(CONTEXT, "isTimedout", "(Ljavax/net/ssl/SSLSession;)Z")
            .at(
                Where.CALL,
                "Hooks.timeoutClock({SSLSessionContextImpl})J",
                "0",
                "a step of the wall clock forwards expires sessions")
            .insteadOf("java/lang/System.currentTimeMillis()J"));
    String lookedUp = "Hooks.lookedUp({SSLSessionImpl}{SSLSessionContextImpl})V";
    rows.add(
        row(CONTEXT, "get", "([B){SSLSessionImpl}")
            .at(Where.EXIT, lookedUp, "R0", "servers' hits and misses are not counted"));
    rows.add(
        row(CONTEXT, "get", "(Ljava/lang/String;I){SSLSessionImpl}")
            .at(Where.EXIT, lookedUp, "R0", "clients' hits and misses are not counted"));
  }

  private static void sessions(List<WeavePoint> rows) {
    String session = "SSLSessionImpl";
    rows.add(
        row(session, "addChild", "({SSLSessionImpl})V")
            .at(
                Where.EXIT,
                "Hooks.childBorn({SSLSessionImpl}{SSLSessionImpl})V",
                "01",
                "sessions keep alive those that came from them")
            .onlyWith("invalidate()V"));
    rows.add(
        row(session, "invalidate", "()V")
            .at(
                Where.EXIT,
                "Hooks.lineEnds({SSLSessionImpl})V",
                "0",
                "sessions keep alive those that came from them"));
    rows.add(
        row(session, "<init>", "({HandshakeContext}Ljava/nio/ByteBuffer;)V")
            .at(
                Where.EXIT,
                "Hooks.restored({SSLSessionImpl}{HandshakeContext})V",
                "01",
                "stateless tickets may be older than the timeout")
            .unless(STATEFUL));
    endings(rows);
    tickets(rows);
    ticketLifetimes(rows);
    ticketKeys(rows);
  }

  private static void endings(List<WeavePoint> rows) {
    String lost = "sessions end with connections that their transport breaks off";
    String invalidate = Names.SSL + "SSLSessionImpl.invalidate()V";
    rows.add(
        row("TransportContext", "fatal", FATAL)
            .at(
                Where.CALL,
                "Hooks.endsWith({SSLSessionImpl}{TransportContext}ZLjava/lang/Throwable;)V",
                "034",
                lost)
            .insteadOf(invalidate));
    rows.add(
        row("SSLSocketImpl", "closeNotify", "(Z)V")
            .at(Where.CALL, "Hooks.lingered({SSLSessionImpl}{SSLSocketImpl})V", "0", lost)
            .insteadOf(invalidate));
  }

  /** JDK 11 has one consumer, later ones have one for each protocol. */
  private static void tickets(List<WeavePoint> rows) {
    String lost = "clients may use tickets for longer than their servers let them";
    String otherJdk = "JDK 11 consumes tickets of all protocols in one place, later ones in two";
    for (String which : Arrays.asList("", "T12", "T13")) {
      String consumer = "NewSessionTicket$" + which + "NewSessionTicketConsumer";
      String consume = "({ConnectionContext}Ljava/nio/ByteBuffer;)V";
      rows.add(
          row(consumer, "consume", consume)
              .at(Where.ENTRY, "Hooks.ticketArrived" + consume, "12", lost)
              .unless(otherJdk));
      rows.add(
          row(consumer, "consume", consume)
              .at(Where.EXIT, "Hooks.ticketConsumed()V", "", lost)
              .unless(otherJdk));
    }
  }

  /** JDK 11 has one producer and one consumer of tickets, later ones have one for each protocol. */
  private static void ticketLifetimes(List<WeavePoint> rows) {
    String server = "without a timeout, or with one beyond 7 days, servers send no useful ticket";
    String produce = "({ConnectionContext})[B";
    lifetime(rows, "NewSessionTicketKickstartProducer.produce" + produce, "server", server);
    lifetime(rows, "T13NewSessionTicketProducer.produce" + produce, "server", server);
    lifetime(
        rows,
        "T13NewSessionTicketProducer.generateNST"
            + "({HandshakeContext}{SSLSessionContextImpl})"
            + "{NewSessionTicket$NewSessionTicketMessage}",
        "serverSame",
        server);
    lifetime(
        rows,
        "T12NewSessionTicketProducer.produce"
            + "({ConnectionContext}{SSLHandshake$HandshakeMessage})[B",
        "server",
        server);
    for (String which : Arrays.asList("", "T12", "T13")) {
      lifetime(
          rows,
          which + "NewSessionTicketConsumer.consume({ConnectionContext}Ljava/nio/ByteBuffer;)V",
          "client",
          "clients with a timeout beyond 7 days drop every ticket");
    }
  }

  private static void lifetime(List<WeavePoint> rows, String method, String hook, String lost) {
    int dot = method.indexOf('.');
    int descriptor = method.indexOf('(');
    rows.add(
        row(
                "NewSessionTicket$" + method.substring(0, dot),
                method.substring(dot + 1, descriptor),
                method.substring(descriptor))
            .at(
                Where.CALL,
                "TicketHooks." + hook + "TicketLifetime(Ljavax/net/ssl/SSLSessionContext;)I",
                "",
                lost)
            .insteadOf("sun/security/ssl/SSLSessionContextImpl.getSessionTimeout()I")
            .unless("JDKs differ in where they make and take tickets: other rows stand for it"));
  }

  private static void ticketKeys(List<WeavePoint> rows) {
    String key = "SessionTicketExtension$StatelessKey";
    rows.add(
        row(key, "<init>", "({HandshakeContext}I)V")
            .at(
                Where.CALL,
                "KeyHooks.keyMade()J",
                "",
                "jdk.tls.server.statelessKeyTimeout above 604 counts as 3600")
            .insteadOf("java/lang/System.currentTimeMillis()J")
            .unless(STATEFUL));
    rows.add(
        row(key, "isInvalid", "(Ljavax/net/ssl/SSLSessionContext;)Z")
            .at(
                Where.CALL,
                "KeyHooks.keyOutlives(Ljavax/net/ssl/SSLSessionContext;)I",
                "",
                "without a timeout, or with one beyond 24 days, ticket keys die before tickets")
            .insteadOf("javax/net/ssl/SSLSessionContext.getSessionTimeout()I")
            .unless(STATEFUL));
  }

  private static void handshakes(List<WeavePoint> rows) {
    rows.add(
        row("HandshakeContext", "<init>", "({SSLContextImpl}{TransportContext})V")
            .at(
                Where.EXIT,
                "HandshakeHooks.began({HandshakeContext})V",
                "0",
                "handshakes are not timed"));
    rows.add(
        row("ClientHello$ClientHelloKickstartProducer", "produce", "({ConnectionContext})[B")
            .at(
                Where.EXIT,
                "HandshakeHooks.clientHelloProduced({ConnectionContext})V",
                "1",
                "clients' " + REASONS));
    String consume = "({ConnectionContext}{SSLHandshake$HandshakeMessage})V";
    for (String consumer : Arrays.asList("T12", "T13")) {
      rows.add(
          row("ClientHello$" + consumer + "ClientHelloConsumer", "consume", consume)
              .at(
                  Where.ENTRY,
                  "HandshakeHooks.clientHelloConsumed" + consume,
                  "12",
                  "servers' " + REASONS));
    }
    rows.add(
        row(
                "TransportContext",
                "finishHandshake",
                "()Ljavax/net/ssl/SSLEngineResult$HandshakeStatus;")
            .at(Where.ENTRY, "HandshakeHooks.completed({TransportContext})V", "0", RECORDS));
    rows.add(
        row("TransportContext", "fatal", FATAL)
            .at(Where.ENTRY, "HandshakeHooks.failed" + FAILED, "0124", "failed " + RECORDS));
  }

  private static Method row(String owner, String method, String... descriptors) {
    return new Method(owner, method, descriptors);
  }

  /** The first half of a row: which method. */
  private static final class Method {
    private final String owner;
    private final String name;
    private final String[] descriptors;

    Method(String owner, String name, String[] descriptors) {
      this.owner = owner;
      this.name = name;
      this.descriptors = new String[descriptors.length];
      for (int i = 0; i < descriptors.length; i++) {
        this.descriptors[i] = Names.descriptor(descriptors[i]);
      }
    }

    WeavePoint at(Where where, String hook, String loads, String lost) {
      return new WeavePoint(owner, name, descriptors, where, Names.descriptor(hook), loads, lost);
    }
  }
}
