package io.jssekeeper.it.program;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * An FTPS client based on Apache Commons Net, used as in its own example.
 *
 * <p>{@code login} opens one more control connection ({@code implicit=yes}, {@code host}, {@code
 * identify=yes}, {@code protocols}); {@code transfer} makes {@code times} rounds of {@code what},
 * such as {@code list+retr+stor}, in that {@code login} or in all of them ({@code at=once}: in
 * parallel threads); {@code mode} is {@code pasv} or {@code epsv}. {@code renew} replaces the TLS
 * context with a new one; {@code logout} ends one login.
 */
final class FtpsClient {
  private final Arguments given;
  private final List<FTPSClient> logins = new ArrayList<>();
  private SSLContext context;

  private FtpsClient(Arguments given) throws Exception {
    this.given = given;
    this.context = Material.context(given);
  }

  public static void main(String[] words) throws Exception {
    FtpsClient client = new FtpsClient(Arguments.of(words));
    new Console()
        .on("login", client::login)
        .on("transfer", client::transfer)
        .on("logout", client::logout)
        .on("renew", client::renew)
        .serve("");
  }

  private String login(Arguments asked) throws IOException {
    Arguments wanted = asked.orElse(given);
    FTPSClient client =
        wanted.has("trick")
            ? new FtpsTrickClient(context)
            : new FTPSClient(wanted.has("implicit"), context);
    client.setConnectTimeout(20_000);
    client.setDefaultTimeout(20_000);
    client.setDataTimeout(java.time.Duration.ofSeconds(20));
    client.setEndpointCheckingEnabled(wanted.has("identify"));
    client.setRemoteVerificationEnabled(!wanted.has("anywhere"));
    client.setIpAddressFromPasvResponse(wanted.has("anywhere"));
    if (wanted.has("protocols")) {
      client.setEnabledProtocols(wanted.text("protocols").split("\\+"));
    }
    client.setUseEPSVwithIPv4(wanted.text("mode", "pasv").equals("epsv"));
    client.connect(
        wanted.text("host"), wanted.number(wanted.has("implicit") ? "implicitport" : "port"));
    require(client, client.login(wanted.text("user", "anonymous"), wanted.text("password", "x@y")));
    client.execPBSZ(0);
    client.execPROT("P");
    client.enterLocalPassiveMode();
    client.setFileType(FTPSClient.BINARY_FILE_TYPE);
    logins.add(client);
    return "login number=" + (logins.size() - 1);
  }

  private static void require(FTPSClient client, boolean done) throws IOException {
    if (!done) {
      throw new IOException(client.getReplyString());
    }
  }

  private String transfer(Arguments asked) throws Exception {
    Arguments wanted = asked.orElse(given);
    Tally tally = new Tally();
    if (wanted.has("at")) {
      ExecutorService threads = Executors.newFixedThreadPool(logins.size());
      List<Future<?>> all = new ArrayList<>();
      for (FTPSClient login : logins) {
        all.add(threads.submit(() -> rounds(login, wanted, tally)));
      }
      for (Future<?> each : all) {
        each.get();
      }
      threads.shutdown();
    } else {
      rounds(logins.get(wanted.number("login", 0)), wanted, tally);
    }
    return "transferred " + tally;
  }

  private static void rounds(FTPSClient login, Arguments wanted, Tally tally) {
    for (int i = 0; i < wanted.number("times", 1); i++) {
      for (String what : wanted.text("what", "list+retr+stor").split("\\+")) {
        try {
          tally.count(one(login, what, wanted), login.getReplyString());
        } catch (IOException broken) {
          tally.count(false, broken.toString());
        }
      }
    }
  }

  private static boolean one(FTPSClient login, String what, Arguments wanted) throws IOException {
    String file = wanted.text("file", "file");
    switch (what) {
      case "list":
        return login.listFiles().length > 0;
      case "retr":
        return login.retrieveFile(file, new ByteArrayOutputStream());
      default:
        return login.storeFile(
            wanted.text("folder", "") + "stored-" + System.nanoTime(),
            new ByteArrayInputStream(new byte[9]));
    }
  }

  private String logout(Arguments asked) throws IOException {
    FTPSClient login = logins.get(asked.number("login", 0));
    login.logout();
    login.disconnect();
    return "logout";
  }

  private String renew(Arguments none) throws Exception {
    context = Material.context(given);
    return "renewed";
  }

  /** How many transfers worked, and the server's reply to the last one that failed. */
  private static final class Tally {
    private int ok;
    private int refused;
    private String last = "none";

    synchronized void count(boolean worked, String reply) {
      if (worked) {
        ok++;
      } else {
        refused++;
        last = Console.word(reply.trim());
      }
    }

    @Override
    public synchronized String toString() {
      return "ok=" + ok + " refused=" + refused + " last=" + last;
    }
  }
}
