package io.jssekeeper.weave;

import io.jssekeeper.weave.WeavePoint.Where;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The table of weaves. A new weave is a row here and a hook in the bootstrap room. */
final class WeaveTable {
  private static final String CONTEXT = "SSLSessionContextImpl";
  private static final String CACHES = "session caches are not replaced";
  private static final String RECORDS = "handshakes are not recorded";
  private static final String REASONS = "reasons for full handshakes are unknown";

  static final String FATAL =
      "({Alert}Ljava/lang/String;ZLjava/lang/Throwable;)Ljavax/net/ssl/SSLException;";
  private static final String TRY_TICKET =
      "(Ljavax/net/ssl/SSLEngineResult$HandshakeStatus;)"
          + "Ljavax/net/ssl/SSLEngineResult$HandshakeStatus;";
  private static final String FAILED =
      "({TransportContext}{Alert}Ljava/lang/String;Ljava/lang/Throwable;)V";

  private WeaveTable() {}

  static List<WeavePoint> rows() {
    List<WeavePoint> rows = new ArrayList<>();
    caches(rows);
    SessionWeaves.add(rows);
    TicketWeaves.add(rows);
    ClueWeaves.add(rows);
    handshakes(rows);
    serverTickets(rows);
    dataPath(rows);
    return rows;
  }

  private static void caches(List<WeavePoint> rows) {
    String context = "()Ljavax/net/ssl/SSLSessionContext;";
    String touch = "(Ljavax/net/ssl/SSLSessionContext;)V";
    rows.add(
        row("SSLContextImpl", "engineGetClientSessionContext", context)
            .at(Where.EXIT, "ContextHooks.clientContext" + touch, "R", "clients' " + CACHES)
            .calledIn(Trigger.FULL));
    rows.add(
        row("SSLContextImpl", "engineGetServerSessionContext", context)
            .at(Where.EXIT, "ContextHooks.serverContext" + touch, "R", "servers' " + CACHES)
            .calledIn(Trigger.FULL));
    rows.add(
        row("SSLContextImpl", "<init>", "()V")
            .at(
                Where.EXIT,
                "ContextHooks.contextMade()V",
                "",
                "contexts created too often are not detected")
            .calledIn(Trigger.SETTING_UP));
    String changed = "ContextHooks.settingsChanged({SSLSessionContextImpl})V";
    rows.add(
        row(CONTEXT, "setSessionTimeout", "(I)V")
            .at(Where.EXIT, changed, "0", "the application's timeout wins over the option")
            .calledIn(Trigger.SETTING_UP));
    rows.add(
        row(CONTEXT, "setSessionCacheSize", "(I)V")
            .at(Where.EXIT, changed, "0", "the application's capacity wins over the option")
            .calledIn(Trigger.SETTING_UP));
    rows.add(
        row(CONTEXT, "isTimedout", "(Ljavax/net/ssl/SSLSession;)Z")
            .at(
                Where.CALL,
                "ContextHooks.timeoutClock({SSLSessionContextImpl}Ljavax/net/ssl/SSLSession;)J",
                "01",
                "a forward step of the wall clock expires sessions")
            .insteadOf("java/lang/System.currentTimeMillis()J")
            .calledIn(Trigger.RESUMED));
    rows.add(
        row(CONTEXT, "put", "({SSLSessionImpl}Z)V", "({SSLSessionImpl})V")
            .at(
                Where.EXIT,
                "ContextHooks.stored({SSLSessionContextImpl}{SSLSessionImpl})V",
                "01",
                "with keep=none the reasons for full handshakes are unknown")
            .calledIn(Trigger.FULL));
    String lookedUp = "ContextHooks.lookedUp({SSLSessionImpl}{SSLSessionContextImpl})V";
    rows.add(
        row(CONTEXT, "get", "([B){SSLSessionImpl}")
            .at(Where.EXIT, lookedUp, "R0", "servers' hits and misses are not counted")
            .calledIn(Trigger.TLS12_BY_ID));
    rows.add(
        row(CONTEXT, "get", "(Ljava/lang/String;I){SSLSessionImpl}")
            .at(
                Where.EXIT,
                "ContextHooks.peerLookedUp({SSLSessionImpl}{SSLSessionContextImpl})V",
                "R0",
                "clients' hits and misses are not counted")
            .calledIn(Trigger.FULL));
  }

  private static void handshakes(List<WeavePoint> rows) {
    rows.add(
        row("HandshakeContext", "<init>", "({SSLContextImpl}{TransportContext})V")
            .at(
                Where.EXIT,
                "HandshakeHooks.began({HandshakeContext})V",
                "0",
                "handshakes are not timed")
            .calledIn(Trigger.FULL));
    work(rows, "HandshakeContext", "dispatch", "(BLjava/nio/ByteBuffer;)V");
    work(rows, "ClientHandshakeContext", "kickstart", "()V");
    clientHello(rows);
    clientHelloConsumers(rows);
    rows.add(
        row(
                "TransportContext",
                "finishHandshake",
                "()Ljavax/net/ssl/SSLEngineResult$HandshakeStatus;")
            .at(Where.ENTRY, "HandshakeHooks.completed({TransportContext})V", "0", RECORDS)
            .calledIn(Trigger.FULL));
    rows.add(
        row("TransportContext", "fatal", FATAL)
            .at(Where.ENTRY, "HandshakeHooks.failed" + FAILED, "0124", "failed " + RECORDS)
            .calledIn(Trigger.BREAKING_OFF));
    rows.add(
        row("TransportContext", "warning", "({Alert})V")
            .at(
                Where.ENTRY,
                "HandshakeHooks.warns({TransportContext}{Alert})V",
                "01",
                "aborted " + RECORDS)
            .calledIn(Trigger.GIVING_UP));
    rows.add(
        row("TransportContext", "closeInbound", "()V")
            .at(
                Where.ENTRY,
                "HandshakeHooks.inboundCloses({TransportContext})V",
                "0",
                "cut off " + RECORDS)
            .calledIn(Trigger.GIVING_UP));
    rows.add(
        row("SSLSocketImpl", "handleException", "(Ljava/lang/Exception;)V")
            .at(
                Where.ENTRY,
                "HandshakeHooks.interrupted({SSLSocketImpl}Ljava/lang/Exception;)V",
                "01",
                "the record of an aborted handshake does not mention a read timeout before it"));
  }

  private static void work(List<WeavePoint> rows, String owner, String method, String type) {
    String lost = "the CPU time of handshakes is unknown";
    rows.add(
        row(owner, method, type)
            .at(Where.ENTRY, "HandshakeHooks.workBegins({HandshakeContext})V", "0", lost)
            .calledIn(Trigger.FULL));
    rows.add(
        row(owner, method, type)
            .at(Where.EXIT, "HandshakeHooks.workEnds({HandshakeContext})V", "0", lost)
            .calledIn(Trigger.FULL));
  }

  private static void clientHello(List<WeavePoint> rows) {
    String producer = "ClientHello$ClientHelloKickstartProducer";
    String produce = "({ConnectionContext})[B";
    rows.add(
        row(producer, "produce", produce)
            .at(
                Where.ENTRY,
                "HandshakeHooks.clientHelloBegins({ConnectionContext})V",
                "1",
                "tickets that do not fit a connection block others, and no ticket is returned to"
                    + " the pool")
            .calledIn(Trigger.FULL));
    rows.add(
        row(producer, "produce", produce)
            .at(
                Where.EXIT,
                "HandshakeHooks.clientHelloProduced({ConnectionContext})V",
                "1",
                "clients' " + REASONS)
            .calledIn(Trigger.FULL));
  }

  private static void clientHelloConsumers(List<WeavePoint> rows) {
    String consume = "({ConnectionContext}{SSLHandshake$HandshakeMessage})V";
    String lost = "servers' " + REASONS;
    for (String version : Arrays.asList("T12", "T13", "D12")) {
      String consumer = "ClientHello$" + version + "ClientHelloConsumer";
      rows.add(
          row(consumer, "consume", consume)
              .at(Where.ENTRY, "HandshakeHooks.clientHelloConsumed" + consume, "12", lost)
              .calledIn(ofProtocol(version)));
      rows.add(
          row(consumer, "consume", consume)
              .at(Where.EXIT, "HandshakeHooks.clientHelloAnswered" + consume, "12", lost)
              .calledIn(ofProtocol(version)));
    }
  }

  /** The self-check uses no datagrams. */
  private static Trigger ofProtocol(String version) {
    switch (version) {
      case "T12":
        return Trigger.TLS12;
      case "T13":
        return Trigger.TLS13;
      default:
        return null;
    }
  }

  /** Most JDKs have a configured number of tickets, read at startup; others send one. */
  private static void serverTickets(List<WeavePoint> rows) {
    String lost = "servers send as many tickets as the JDK does";
    String count = "HandshakeHooks.ticketCount(I)I";
    String jdksCount = "SSLConfiguration.serverNewSessionTicketCount:I";
    String one = "this JDK sends one ticket, so its producer is called several times instead";
    String finished = "Finished$T13FinishedConsumer";
    String consume = "({ServerHandshakeContext}Ljava/nio/ByteBuffer;)V";
    String producer = "NewSessionTicket$T13NewSessionTicketProducer";
    rows.add(
        row(finished, "onConsumeFinished", consume)
            .at(Where.READ, count, "", lost)
            .of(jdksCount)
            .unless(one)
            .calledIn(Trigger.TLS13_BY_TICKET));
    rows.add(
        row(producer, "produce", "({ConnectionContext})[B")
            .at(Where.READ, count, "", lost)
            .of(jdksCount)
            .unless(one)
            .calledIn(Trigger.TLS13_BY_TICKET));
    rows.add(
        row("SSLEngineImpl", "tryNewSessionTicket", TRY_TICKET)
            .at(Where.READ, count, "", lost)
            .of(jdksCount)
            .unless(one));
    rows.add(
        row(finished, "onConsumeFinished", consume)
            .at(Where.READ, "HandshakeHooks.ticketProducer({SSLProducer}){SSLProducer}", "", lost)
            .of(
                "NewSessionTicket.t13PosthandshakeProducer:{SSLProducer}",
                "NewSessionTicket.kickstartProducer:{SSLProducer}")
            .calledIn(Trigger.TLS13_BY_TICKET));
  }

  /** On the application's data path. */
  private static void dataPath(List<WeavePoint> rows) {
    rows.add(
        row(
                "SSLSocketImpl",
                "readApplicationRecord",
                "(Ljava/nio/ByteBuffer;)Ljava/nio/ByteBuffer;")
            .at(
                Where.ENTRY,
                "FtpsHooks.reads({SSLSocketImpl})V",
                "0",
                "with several FTPS logins at once, a data connection may resume another login's"
                    + " session")
            .onlyFor("client.ftps"));
  }

  static Method row(String owner, String method, String... descriptors) {
    return new Method(owner, method, descriptors);
  }

  /** The first half of a row: which method. */
  static final class Method {
    final String owner;
    final String name;

    /** Newest first: the first one that the class declares is woven, and no other. */
    final String[] descriptors;

    Method(String owner, String name, String[] descriptors) {
      this.owner = owner;
      this.name = name;
      this.descriptors = new String[descriptors.length];
      for (int i = 0; i < descriptors.length; i++) {
        this.descriptors[i] = Names.descriptor(descriptors[i]);
      }
    }

    WeavePoint at(Where where, String hook, String loads, String lost) {
      return new WeavePoint(this, where, Names.descriptor(hook), lost).loading(loads);
    }
  }
}
