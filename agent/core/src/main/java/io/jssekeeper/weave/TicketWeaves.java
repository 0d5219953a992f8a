package io.jssekeeper.weave;

import static io.jssekeeper.weave.WeaveTable.row;

import io.jssekeeper.weave.WeavePoint.Where;
import java.util.Arrays;
import java.util.List;

/** The rows for tickets. */
final class TicketWeaves {
  private static final String STATEFUL = "this JDK has no stateless tickets";

  private TicketWeaves() {}

  static void add(List<WeavePoint> rows) {
    rows.add(
        row("SSLSessionImpl", "<init>", "({HandshakeContext}Ljava/nio/ByteBuffer;)V")
            .at(
                Where.EXIT,
                "TicketHooks.restored({SSLSessionImpl}{HandshakeContext})V",
                "01",
                "stateless tickets may outlive the session timeout")
            .unless(STATEFUL)
            .calledIn(Trigger.TLS12_BY_TICKET));
    promises(rows);
    consumers(rows);
    ticketLifetimes(rows);
    ticketAge(rows);
    ticketKeys(rows);
  }

  /** For TLS 1.2 tickets, where the ServerHello announces that one will follow (RFC 5077). */
  private static void promises(List<WeavePoint> rows) {
    rows.add(
        row(
                "SessionTicketExtension$T12CHSessionTicketConsumer",
                "consume",
                "({ConnectionContext}{SSLHandshake$HandshakeMessage}Ljava/nio/ByteBuffer;)V")
            .at(
                Where.EXIT,
                "TicketHooks.ticketLookedFor({ConnectionContext}{SSLHandshake$HandshakeMessage})V",
                "12",
                "servers do not resume TLS 1.2 sessions with a value bound during their handshake")
            .unless(STATEFUL)
            .calledIn(Trigger.TLS12_BY_TICKET));
    rows.add(
        row(
                "NewSessionTicket$T12NewSessionTicketProducer",
                "produce",
                "({ConnectionContext}{SSLHandshake$HandshakeMessage})[B")
            .at(
                Where.READ,
                "TicketHooks.promisedTickets(I)I",
                "",
                "with jdk.tls.server.newSessionTicketCount=0 some TLS 1.2 clients fail")
            .of("SSLConfiguration.serverNewSessionTicketCount:I")
            .unless("this JDK sends the ticket it promised, or promises none")
            .calledIn(Trigger.TLS12_BY_TICKET));
    rows.add(
        row(
                "NewSessionTicket$T12NewSessionTicketProducer",
                "produce",
                "({ConnectionContext}{SSLHandshake$HandshakeMessage})[B")
            .at(
                Where.CALL,
                "TicketHooks.ticketOwed({SSLSessionImpl}{ConnectionContext})Z",
                "1",
                "some TLS 1.2 clients fail if their session is invalidated during its handshake")
            .insteadOf("sun/security/ssl/SSLSessionImpl.isRejoinable()Z")
            .unless(STATEFUL)
            .calledIn(Trigger.TLS12_BY_TICKET));
  }

  /** JDK 11 has one consumer, later ones have one for each protocol. */
  private static void consumers(List<WeavePoint> rows) {
    String lost = "clients may use tickets for longer than their servers allow";
    String otherJdk = "JDK 11 consumes tickets of all protocols in one place, later ones in two";
    for (String which : Arrays.asList("", "T12", "T13")) {
      String consumer = "NewSessionTicket$" + which + "NewSessionTicketConsumer";
      String consume = "({ConnectionContext}Ljava/nio/ByteBuffer;)V";
      rows.add(
          row(consumer, "consume", consume)
              .at(Where.ENTRY, "TicketHooks.ticketArrived" + consume, "12", lost)
              .unless(otherJdk)
              .calledIn(ticketsOf(which)));
      rows.add(
          row(consumer, "consume", consume)
              .at(Where.EXIT, "TicketHooks.ticketConsumed()V", "", lost)
              .unless(otherJdk)
              .calledIn(ticketsOf(which)));
    }
  }

  /** Names without a protocol belong to TLS 1.3. */
  private static Trigger ticketsOf(String which) {
    return which.startsWith("T12") ? Trigger.TLS12_BY_TICKET : Trigger.TLS13_BY_TICKET;
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

  private static void ticketAge(List<WeavePoint> rows) {
    rows.add(
        row(
                "PreSharedKeyExtension$CHPreSharedKeyProducer",
                "produce",
                "({ConnectionContext}{SSLHandshake$HandshakeMessage})[B")
            .at(
                Where.CALL,
                "TicketHooks.ticketMade({SSLSessionImpl})J",
                "",
                "after a step of the wall clock clients report a wrong ticket age to servers")
            .insteadOf("sun/security/ssl/SSLSessionImpl.getTicketCreationTime()J")
            .calledIn(Trigger.TLS13_BY_TICKET));
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
            .unless("JDKs differ in where they make and take tickets; other rows cover it")
            .calledIn(ticketsOf(method)));
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
            .unless(STATEFUL)
            .calledIn(Trigger.TLS12_BY_TICKET));
    rows.add(
        row(key, "<init>", "({HandshakeContext}I)V")
            .at(
                Where.EXIT,
                "KeyHooks.keyNumbered({HandshakeContext}I)V",
                "12",
                "servers mistake a ticket whose key has expired for one sealed elsewhere")
            .unless(STATEFUL)
            .calledIn(Trigger.TLS12_BY_TICKET));
    rows.add(
        row(key, "isInvalid", "(Ljavax/net/ssl/SSLSessionContext;)Z")
            .at(
                Where.CALL,
                "KeyHooks.keyOutlives(Ljavax/net/ssl/SSLSessionContext;)I",
                "",
                "without a timeout, or with one beyond 24 days, ticket keys die before tickets")
            .insteadOf("javax/net/ssl/SSLSessionContext.getSessionTimeout()I")
            .unless(STATEFUL));
    keyClocks(rows, key);
    sharedKeys(rows, key);
    rows.add(
        row("SessionTicketExtension$KeyState", "getKey", "({HandshakeContext}I){" + key + "}")
            .at(
                Where.EXIT,
                "KeyHooks.keyFound({" + key + "}{HandshakeContext}I)V",
                "R01",
                "sessions saved by longer-lived ticket keys are not counted")
            .unless(STATEFUL)
            .calledIn(Trigger.TLS12_BY_TICKET));
  }

  private static void sharedKeys(List<WeavePoint> rows, String key) {
    String current = "({HandshakeContext}){" + key + "}";
    String lost = "with server.keys tickets are not shared";
    rows.add(
        row(
                "SessionTicketExtension$SessionTicketSpec",
                "encrypt",
                "({HandshakeContext}{SSLSessionImpl})[B")
            .at(
                Where.CALL,
                "KeyHooks.sealingKey({HandshakeContext}{SSLSessionImpl}){" + key + "}",
                "2",
                lost)
            .insteadOf("sun/security/ssl/SessionTicketExtension$KeyState.getCurrentKey" + current)
            .unless(STATEFUL)
            .calledIn(Trigger.TLS12_BY_TICKET));
    rows.add(
        row("SessionTicketExtension$KeyState", "getKey", "({HandshakeContext}I){" + key + "}")
            .at(Where.ENTRY, "KeyHooks.keySought({HandshakeContext}I)V", "01", lost)
            .unless(STATEFUL)
            .calledIn(Trigger.TLS12_BY_TICKET));
  }

  private static void keyClocks(List<WeavePoint> rows, String key) {
    for (String method :
        Arrays.asList("isExpired()Z", "isInvalid(Ljavax/net/ssl/SSLSessionContext;)Z")) {
      int descriptor = method.indexOf('(');
      rows.add(
          row(key, method.substring(0, descriptor), method.substring(descriptor))
              .at(
                  Where.CALL,
                  "KeyHooks.keyClock()J",
                  "",
                  "a step of the wall clock ends or prolongs ticket keys")
              .insteadOf("java/lang/System.currentTimeMillis()J")
              .unless(STATEFUL));
    }
  }
}
