package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.RefusedException;
import io.jssekeeper.cli.print.Amounts;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.cli.print.Style;
import io.jssekeeper.cli.print.Table;
import io.jssekeeper.cli.probe.Finding;
import io.jssekeeper.cli.probe.ProbeJvm;
import io.jssekeeper.cli.probe.ProbeTarget;
import io.jssekeeper.cli.probe.ServerAdvice;
import io.jssekeeper.cli.probe.StartTls;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code probe}: finds out whether a server resumes sessions. */
@Command(
    name = "probe",
    header = "Find out whether a server resumes sessions, and what to change if not.",
    description = {
      "Connects to the server several times from JVMs of its own, sends no data, and shows which"
          + " connections the server resumed: TLS 1.3 and 1.2 by ticket, TLS 1.2 by session id; at"
          + " each address of the name, and for a client that uses the addresses in turn. It trusts"
          + " any certificate. Then it says what to change on the server.",
      "If the server accepts only some of its tickets, several nodes may share the address: raise"
          + " --connections."
    },
    footer = {
      "  java -jar jsse-keeper.jar probe db.example:5432 --starttls postgres",
      "  java -jar jsse-keeper.jar probe 192.0.2.7:443 --sni shop.example --connections 20"
    })
final class ProbeVerb implements Callable<Integer> {
  private static final int MIN_CONNECTIONS = 2;
  private static final int MAX_CONNECTIONS = 100;

  private final Screen screen;
  @Spec private CommandSpec spec;
  @Mixin private Format format;

  @Parameters(index = "0", paramLabel = "HOST:PORT", description = "The server.")
  private String server;

  @Option(
      names = "--sni",
      paramLabel = "NAME",
      defaultValue = "",
      description = "The server name to ask for, if it is not HOST.")
  private String serverName;

  @Option(
      names = "--starttls",
      paramLabel = "PROTOCOL",
      defaultValue = "none",
      description = "Ask for TLS first: ${COMPLETION-CANDIDATES}.")
  private StartTls startTls;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "5",
      description = "Connections for each way to resume, 2 to 100. Default: ${DEFAULT-VALUE}.")
  private int connections;

  ProbeVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws RefusedException {
    ProbeJvm jvm = new ProbeJvm(target(), connections);
    List<Finding> findings = new ArrayList<>();
    screen.progress("probing " + server + " by tickets");
    jvm.run(true, findings::add);
    screen.progress("probing " + server + " by session ids");
    jvm.run(false, findings::add);
    screen.progress("");
    if (findings.stream().allMatch(ProbeVerb::cameToNothing)) {
      throw new RefusedException(
          "no TLS handshake with " + server + " succeeded: " + findings.get(0).text("error"));
    }
    if (format.json) {
      Json.print(object(findings), screen);
    } else {
      print(findings);
    }
    return 0;
  }

  private ProbeTarget target() {
    if (connections < MIN_CONNECTIONS || connections > MAX_CONNECTIONS) {
      throw new ParameterException(
          spec.commandLine(),
          "'" + connections + "' is not a number from 2 to 100, for '--connections'");
    }
    try {
      return ProbeTarget.parse(server, serverName, startTls);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private static boolean cameToNothing(Finding finding) {
    return finding.text("sessionId").isEmpty();
  }

  private static Map<String, Object> object(List<Finding> findings) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("findings", findings.stream().map(Finding::values).collect(Collectors.toList()));
    object.put("advice", ServerAdvice.of(findings));
    return object;
  }

  private void print(List<Finding> findings) {
    new Table<Finding>()
        .text("ADDRESS", finding -> finding.text("address"))
        .text("PROTOCOL", finding -> finding.text("protocol"))
        .text("BY", finding -> finding.text("by"))
        .text("RESUMED", ProbeVerb::resumed)
        .text("GIVEN", ProbeVerb::given)
        .wrappedText("NOTES", ProbeVerb::notes)
        .print(findings, screen);
    List<String> advice = ServerAdvice.of(findings);
    if (advice.isEmpty()) {
      screen.line(Style.GOOD, "nothing to change there");
    }
    for (String sentence : advice) {
      screen.line("- " + sentence);
    }
  }

  private static String resumed(Finding finding) {
    return cameToNothing(finding)
        ? "no handshake"
        : finding.number("resumed") + " of " + finding.number("tries");
  }

  private static String given(Finding finding) {
    if (cameToNothing(finding)) {
      return "";
    }
    if (finding.text("protocol").equals("TLSv1.3")) {
      long tickets = finding.number("tickets");
      return tickets < 0
          ? "not known"
          : tickets == 0
              ? "no ticket"
              : Amounts.of(tickets, "ticket") + ", " + lifetime(finding.number("secondsLeft") + 1);
    }
    if (finding.number("ticketBytes") > 0) {
      return "1 ticket, " + lifetime(finding.number("ticketLifetime"));
    }
    return finding.is("sessionId") ? "session id" : "nothing";
  }

  private static String lifetime(long seconds) {
    return seconds > 0 ? Amounts.seconds(seconds) : "no lifetime";
  }

  private static String notes(Finding finding) {
    List<String> notes = new ArrayList<>();
    if (finding.is("retried")) {
      notes.add("HelloRetryRequest");
    }
    if (finding.text("protocol").equals("TLSv1.2") && !cameToNothing(finding)) {
      notes.add(
          finding.is("extendedMasterSecret")
              ? "extended master secret"
              : "no extended master secret");
    }
    if (cameToNothing(finding) && finding.text("error").endsWith("protocol_version")) {
      notes.add("not offered by the server");
    } else if (finding.number("failed") > 0) {
      notes.add(finding.number("failed") + " failed: " + finding.text("error"));
    }
    return String.join("; ", notes);
  }
}
