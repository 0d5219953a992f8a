package sun.security.ssl;

/** Hooks that woven code calls only while {@code client.ftps} is on; they never throw. */
public final class KeeperFtpsHooks {
  private KeeperFtpsHooks() {}

  /**
   * Entry of {@code SSLSocketImpl.readApplicationRecord(ByteBuffer)}: notes which login this thread
   * works for. On other connections it only compares the port.
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
