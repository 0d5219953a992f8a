package io.jssekeeper.it.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.jssekeeper.it.program.Arguments;
import io.jssekeeper.it.program.Console;
import io.jssekeeper.it.program.Heap;
import java.io.IOException;

/**
 * GreenMail with an IMAP port, over TLS with {@code tls=yes}; announces {@code ready port=N}.
 *
 * <p>GreenMail reads its key store from {@code greenmail.tls.keystore.file} and offers no way to
 * set a session timeout.
 */
final class ImapServer {
  /**
   * As long as a test waits for it; GreenMail's default of two seconds is too short on a busy
   * machine.
   */
  private static final long MOST_MILLIS_TO_START = 120_000;

  private ImapServer() {}

  public static void main(String[] words) throws IOException {
    Arguments given = Arguments.of(words);
    boolean tls = given.text("tls").equals("yes");
    String protocol = tls ? ServerSetup.PROTOCOL_IMAPS : ServerSetup.PROTOCOL_IMAP;
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(MOST_MILLIS_TO_START);
    GreenMail mail = new GreenMail(setup);
    mail.setUser(given.text("user"), given.text("password"));
    mail.start();
    int port = (tls ? mail.getImaps() : mail.getImap()).getPort();
    new Console().on("collect", Heap::collect).serve("port=" + port);
  }
}
