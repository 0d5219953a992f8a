package sun.security.ssl;

import java.io.IOException;

/**
 * How many TLS 1.3 tickets a server sends after a handshake, from the next handshake on.
 *
 * <p>If {@code SSLConfiguration} declares {@code serverNewSessionTicketCount} (JDK-8328608), JSSE
 * counts up to our number; otherwise JSSE sends one ticket, and is made to repeat that.
 */
final class KeeperTicketCount {
  /** The JDK's own. */
  static final int AS_THE_JDK = -1;

  private static volatile int wanted = AS_THE_JDK;

  private KeeperTicketCount() {}

  static void send(int tickets) {
    wanted = tickets;
  }

  static int count(int jdks) {
    int tickets = wanted;
    return tickets == AS_THE_JDK ? jdks : tickets;
  }

  static SSLProducer producer(SSLProducer jdks) {
    int tickets = wanted;
    return tickets == AS_THE_JDK || tickets == 1 || Repeated.JDK_COUNTS
        ? jdks
        : new Repeated(jdks, tickets);
  }

  /** Each message is produced and sent as by the JDK, with a separate nonce and id. */
  private static final class Repeated implements SSLProducer {
    /** In a separate class, so that nothing of JSSE is loaded when the agent starts. */
    private static final boolean JDK_COUNTS =
        KeeperJdkFeatures.declaresField(SSLConfiguration.class, "serverNewSessionTicketCount");

    private final SSLProducer one;
    private final int times;

    Repeated(SSLProducer one, int times) {
      this.one = one;
      this.times = times;
    }

    @Override
    public byte[] produce(ConnectionContext context) throws IOException {
      for (int i = 0; i < times; i++) {
        one.produce(context);
      }
      return null;
    }
  }
}
