package io.jssekeeper.it.program;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;

/**
 * An FTPS server that refuses each data connection whose TLS session is not that of its control
 * connection, as vsftpd and ProFTPD do; announces {@code ready port=N implicit=N}.
 *
 * <p>Each login has a separate TLS context, so that no other login's session resumes; with {@code
 * contexts=one} they share one. With {@code data=other} data connections use another context and
 * may be full, so no offer resumes; with {@code data=aborts} the server resets connections that
 * offer to resume, and accepts all others. {@code passive=ADDRESS} is the address it tells clients
 * to connect to. {@code cut} breaks all control connections; {@code hold} makes downloads wait
 * halfway until {@code release}, and {@code held} counts those that wait.
 */
final class FtpsServer {
  private final Arguments given;
  private final SSLContext shared;
  private final List<Socket> controls = new CopyOnWriteArrayList<>();

  private final FtpsHold hold = new FtpsHold();

  private FtpsServer(Arguments given) throws Exception {
    this.given = given;
    this.shared = Material.context(given);
  }

  public static void main(String[] words) throws Exception {
    FtpsServer server = new FtpsServer(Arguments.of(words));
    int explicit = server.listen(false);
    int implicit = server.listen(true);
    new Console()
        .on("cut", server::cut)
        .on("hold", server::hold)
        .on("held", none -> "held number=" + server.hold.waiting())
        .on("release", server::release)
        .serve("port=" + explicit + " implicit=" + implicit);
  }

  private int listen(boolean implicit) throws IOException {
    InetAddress any = InetAddress.getByName("::");
    ServerSocket listening = new ServerSocket(0, 50, any);
    start(() -> acceptAll(listening, implicit));
    return listening.getLocalPort();
  }

  private static void start(Runnable work) {
    Thread worker = new Thread(work, "server");
    worker.setDaemon(true);
    worker.start();
  }

  private void acceptAll(ServerSocket listening, boolean implicit) {
    try {
      while (true) {
        Socket control = listening.accept();
        controls.add(control);
        start(() -> serve(control, implicit));
      }
    } catch (IOException broken) {
      broken.printStackTrace();
    }
  }

  private void serve(Socket control, boolean implicit) {
    try (control) {
      SSLContext own = given.has("contexts") ? shared : Material.context(given);
      SSLContext data = given.has("data") ? Material.context(given) : own;
      new FtpsLogin(control, new FtpsData(data, given), hold, given).serve(own, implicit);
    } catch (Exception gone) {
      // The client reports it.
    } finally {
      controls.remove(control);
    }
  }

  private String hold(Arguments none) {
    hold.close();
    return "holding";
  }

  private String release(Arguments none) {
    hold.open();
    return "released";
  }

  private String cut(Arguments none) throws IOException {
    for (Socket control : controls) {
      control.setSoLinger(true, 0);
      control.close();
    }
    return "cut";
  }
}
