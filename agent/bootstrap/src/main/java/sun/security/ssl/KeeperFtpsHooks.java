package sun.security.ssl;

/** What woven code calls only while {@code client.ftps} is on; never throws. */
public final class KeeperFtpsHooks {
  private KeeperFtpsHooks() {}

  /**
   * Entry of {@code SSLSocketImpl.readApplicationRecord(ByteBuffer)}: tells which login this thread
   * works for. Where no FTPS control connection is read, that is a look at the port.
   */
  public static void reads(SSLSocketImpl socket) {
    if (KeeperSwitchboard.callbacks() == null) {
      return;
    }
    try {
      if (KeeperFtps.isControlPort(socket.conContext.transport.getPeerPort())) {
        KeeperFtpsControl control = KeeperFtpsControls.control(socket.conContext);
        if (control != null) {
          control.read();
        }
      }
    } catch (Throwable t) {
      KeeperSwitchboard.swallow("read of a control connection", t);
    }
  }
}
