package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.Socket;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * Commons Net with the workaround used by FTPS clients since 2013: it puts the control connection's
 * session into JSSE's cache under the data connection's host and port. Needs {@code --add-opens} of
 * {@code sun.security.ssl} and {@code sun.security.util}.
 */
final class FtpsTrickClient extends FTPSClient {
  private final SSLContext context;

  FtpsTrickClient(SSLContext context) {
    super(false, context);
    this.context = context;
  }

  @Override
  protected void _prepareDataSocket_(Socket data) throws IOException {
    if (data instanceof SSLSocket) {
      SSLSession session = ((SSLSocket) _socket_).getSession();
      String hosts =
          data.getInetAddress().getHostName() + "," + data.getInetAddress().getHostAddress();
      try {
        Arguments peers =
            Arguments.of("port=" + data.getPort(), "to=" + hosts.toLowerCase(Locale.ROOT));
        new PeerCache(context.getClientSessionContext(), peers).share(session);
      } catch (ReflectiveOperationException closed) {
        throw new IOException(closed);
      }
    }
  }
}
