package sun.security.ssl;

import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.util.Arrays;
import sun.net.util.IPAddressUtil;

/** An FTPS control connection, held weakly. Thread-safe. */
final class KeeperFtpsControl {
  private final WeakReference<TransportContext> connection;
  private final String host;
  private final InetAddress address;
  private final String name;
  private final KeeperFtpsOutcomes outcomes;
  private final KeeperFtpsTickets tickets = new KeeperFtpsTickets();
  private volatile WeakReference<Thread> reader;
  private volatile long readNanos;

  KeeperFtpsControl(TransportContext connection, SSLSocketImpl socket) {
    this.connection = new WeakReference<>(connection);
    this.host = socket.getPeerHost();
    this.address = socket.getInetAddress();
    this.name = host + ":" + socket.getPeerPort();
    this.outcomes = KeeperFtpsOutcomes.ofServer(name);
    read();
  }

  /** The host as the application named it, and the port. */
  String name() {
    return name;
  }

  KeeperFtpsTickets tickets() {
    return tickets;
  }

  KeeperFtpsOutcomes outcomes() {
    return outcomes;
  }

  boolean is(TransportContext other) {
    return connection.get() == other;
  }

  /** This thread has read from it. */
  void read() {
    WeakReference<Thread> last = reader;
    Thread mine = Thread.currentThread();
    if (last == null || last.get() != mine) {
      reader = new WeakReference<>(mine);
    }
    readNanos = System.nanoTime();
  }

  /** Whether this thread was the last one that read from it. */
  boolean isReadHere() {
    WeakReference<Thread> last = reader;
    return last != null && last.get() == Thread.currentThread();
  }

  boolean isReadAfter(KeeperFtpsControl other) {
    return readNanos - other.readNanos > 0;
  }

  /** Whether either side has closed it, or it was collected. */
  boolean isClosed() {
    return isClosed(connection.get());
  }

  private static boolean isClosed(TransportContext tls) {
    return tls == null || tls.isBroken || tls.isInboundClosed() || tls.isOutboundClosed();
  }

  /** The session of the connection; null once either side has closed it, or the session ended. */
  SSLSessionImpl session() {
    TransportContext tls = connection.get();
    boolean usable = !isClosed(tls) && tls.isNegotiated && tls.conSession.isValid();
    return usable ? tls.conSession : null;
  }

  boolean isAt(InetAddress other) {
    return address != null && address.equals(other);
  }

  /**
   * Whether that connection's host is covered by the certificate that was checked, since names are
   * not checked when a session is resumed. A numeric address is fine where no name would be
   * checked.
   */
  boolean isOfHost(String other, String identification) {
    if (host == null || other == null) {
      return false;
    }
    boolean unchecked = identification == null || identification.isEmpty();
    return host.equalsIgnoreCase(other) || unchecked && isAddress(other);
  }

  private boolean isAddress(String digits) {
    byte[] bytes = IPAddressUtil.textToNumericFormatV4(digits);
    if (bytes == null) {
      int zone = digits.indexOf('%');
      String numbers = zone < 0 ? digits : digits.substring(0, zone);
      bytes = IPAddressUtil.textToNumericFormatV6(numbers);
    }
    return bytes != null && Arrays.equals(bytes, address.getAddress());
  }
}
