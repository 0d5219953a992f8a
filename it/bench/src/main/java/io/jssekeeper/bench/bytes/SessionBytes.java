package io.jssekeeper.bench.bytes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;

/**
 * The peer of the JVM whose heap is measured; prints what its sessions hold; see session-bytes.
 *
 * <p>Arguments: WORK_DIRECTORY AGENT_JAR SESSIONS.
 */
final class SessionBytes {
  private static final int WARM_UP = 300;

  private final Path work;
  private final String agent;
  private final int sessions;

  private SessionBytes(Path work, String agent, int sessions) {
    this.work = work;
    this.agent = agent;
    this.sessions = sessions;
  }

  public static void main(String[] args) throws Exception {
    new SessionBytes(Path.of(args[0]), args[1], Integer.parseInt(args[2])).printAll();
  }

  private void printAll() throws Exception {
    System.out.printf(
        "JDK %s, %d sessions, bytes per session%n%n%-44s %7s %7s %6s %9s %10s%n",
        Runtime.version(), sessions, "", "JSSE", "keeper", "ratio", "estimate", "est./truth");
    for (Case of : Case.values()) {
      System.err.println(of.text);
      double[] without = measure(of, List.of());
      double[] with = measure(of, List.of("-javaagent:" + agent + "=log=off,memory=50%,history=1"));
      System.out.printf(
          Locale.ROOT,
          "%-44s %7.0f %7.0f %6.2f %9.0f %10.2f%n",
          of.text,
          without[0],
          with[0],
          with[0] / without[0],
          with[1],
          with[1] / with[0]);
    }
  }

  private double[] measure(Case of, List<String> agentOptions) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(agentOptions);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-Djdk.tls.server.enableSessionTicketExtension=false",
            "-Dbench.classes=" + Boolean.getBoolean("bench.classes"),
            "-cp",
            System.getProperty("java.class.path"),
            Measured.class.getName(),
            work.toString()));
    command.addAll(List.of(of.arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try (ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      return new Driver(of, process, listening).drive();
    } finally {
      process.getOutputStream().close();
      process.waitFor();
    }
  }

  /** Makes the other JVM create sessions, and asks it what they hold. */
  private final class Driver {
    private final Case of;
    private final BufferedReader answers;
    private final PrintStream commands;
    private final ServerSocket listening;
    private final int port;
    private final Keys keys;

    Driver(Case of, Process process, ServerSocket listening) throws Exception {
      this.of = of;
      this.answers = new BufferedReader(new InputStreamReader(process.getInputStream()));
      this.commands = new PrintStream(process.getOutputStream(), true);
      this.listening = listening;
      this.port = Integer.parseInt(answers.readLine().split(" ")[1]);
      this.keys = Keys.load(work, of.certificateForEach);
    }

    double[] drive() throws Exception {
      makeSessions(WARM_UP);
      answerTo("mark");
      makeSessions(sessions);
      commands.println("report " + sessions);
      String[] words = answers.readLine().split(" ");
      expectDone();
      if (Double.parseDouble(words[2]) < 0.99) {
        throw new IOException(of.text + ": " + words[2] + " cached sessions for each made");
      }
      return new double[] {Double.parseDouble(words[0]), Double.parseDouble(words[1])};
    }

    private void makeSessions(int count) throws Exception {
      commands.println("sessions " + count + " " + listening.getLocalPort());
      for (int i = 0; i < count; i++) {
        SSLContext another = Keys.contextOf(keys);
        if (of.isServer()) {
          Peer.connect(another, port, of.name, "TLSv1.2");
        } else {
          Peer.accept(another, listening, false);
        }
      }
      expectDone();
    }

    private void answerTo(String command) throws IOException {
      commands.println(command);
      expectDone();
    }

    private void expectDone() throws IOException {
      String line = answers.readLine();
      if (!"done".equals(line)) {
        throw new IOException(of.text + ": " + line);
      }
    }
  }

  /** The kind of sessions. */
  private enum Case {
    SERVER("server 1.2", "localhost", false, "server", "false"),
    SERVER_SNI("server 1.2, SNI", "bench.example", false, "server", "false"),
    SERVER_OWN("server 1.2, a certificate for each client", "localhost", true, "server", "true"),
    SERVER_SHARED("server 1.2, one client certificate", "localhost", false, "server", "true"),
    CLIENT_12("client 1.2, one server certificate", "", false, "client", "TLSv1.2"),
    CLIENT_12_OWN("client 1.2, a certificate for each server", "", true, "client", "TLSv1.2"),
    CLIENT_13("client 1.3, one server certificate", "", false, "client", "TLSv1.3"),
    CLIENT_13_OWN("client 1.3, a certificate for each server", "", true, "client", "TLSv1.3");

    private final String text;
    private final String name;
    private final boolean certificateForEach;
    private final String[] arguments;

    Case(String text, String name, boolean certificateForEach, String... arguments) {
      this.text = text;
      this.name = name;
      this.certificateForEach = certificateForEach;
      this.arguments = arguments;
    }

    boolean isServer() {
      return arguments[0].equals("server");
    }
  }
}
