package io.jssekeeper.it.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** One control connection of {@link FtpsServer} (RFC 959, RFC 2428, RFC 4217). */
final class FtpsLogin {
  private static final byte[] CONTENT =
      "-rw-r--r-- 1 ftp ftp 5 Jan 01 2026 file\r\n".getBytes(StandardCharsets.US_ASCII);

  private final FtpsData data;
  private final FtpsHold hold;
  private final Arguments given;
  private final Socket plain;
  private SSLSocket secure;
  private BufferedReader in;
  private OutputStream out;

  FtpsLogin(Socket plain, FtpsData data, FtpsHold hold, Arguments given) throws IOException {
    this.plain = plain;
    this.data = data;
    this.hold = hold;
    this.given = given;
    use(plain);
  }

  private void use(Socket socket) throws IOException {
    in = new BufferedReader(new InputStreamReader(socket.getInputStream()));
    out = socket.getOutputStream();
  }

  void serve(SSLContext context, boolean implicit) throws IOException {
    if (implicit) {
      secure(context);
    }
    say("220 ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", 2);
      switch (words[0]) {
        case "AUTH":
          say("234 go on");
          secure(context);
          break;
        case "QUIT":
          say("221 bye");
          return;
        case "CUT":
          plain.close();
          return;
        case "USER":
          say("331 password");
          break;
        case "PASS":
          say("230 logged in");
          break;
        case "SYST":
          say("215 UNIX Type: L8");
          break;
        case "PASV":
          say("227 entering passive mode (" + passive(data.listen()) + ")");
          break;
        case "EPSV":
          say("229 entering extended passive mode (|||" + data.listen() + "|)");
          break;
        case "LIST":
        case "RETR":
          transfer(true);
          break;
        case "STOR":
          transfer(false);
          break;
        default:
          say("200 ok");
      }
    }
  }

  private void secure(SSLContext context) throws IOException {
    secure =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(
                    plain, plain.getInetAddress().getHostAddress(), plain.getPort(), true);
    secure.setUseClientMode(false);
    if (given.has("protocols")) {
      secure.setEnabledProtocols(given.text("protocols").split("\\+"));
    }
    secure.startHandshake();
    use(secure);
  }

  private String passive(int port) {
    String address = given.text("passive", "127.0.0.1").replace('.', ',');
    return address + "," + (port >> 8) + "," + (port & 0xff);
  }

  private void transfer(boolean down) throws IOException {
    try (Socket accepted = data.accept()) {
      say("150 here it comes");
      SSLSocket socket = data.secure(accepted, secure.getSession());
      if (socket == null) {
        say("522 session reuse required");
        return;
      }
      if (down) {
        socket.getOutputStream().write(CONTENT, 0, CONTENT.length / 2);
        hold.pass();
        int rest = CONTENT.length - CONTENT.length / 2;
        socket.getOutputStream().write(CONTENT, CONTENT.length / 2, rest);
      } else {
        socket.getInputStream().readAllBytes();
      }
      socket.close();
      say("226 complete");
    } catch (IOException broken) {
      say("426 " + Console.word(broken.toString()));
    }
  }

  private void say(String reply) throws IOException {
    out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }
}
