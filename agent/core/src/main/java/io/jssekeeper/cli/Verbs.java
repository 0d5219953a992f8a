package io.jssekeeper.cli;

import io.jssekeeper.cli.print.Screen;
import java.util.List;
import picocli.CommandLine;

/** All verbs. Only those needed are created, since each costs startup time. */
final class Verbs {
  private static final List<String> NAMES =
      List.of(
          "list",
          "attach",
          "detach",
          "set",
          "status",
          "sessions",
          "handshakes",
          "explain",
          "invalidate",
          "report",
          "probe",
          "keys",
          "options");

  private Verbs() {}

  /** The verb that the words begin with; or else all, for help, or to list them. */
  static void add(CommandLine line, Screen screen, String... words) {
    boolean isOne = words.length > 0 && NAMES.contains(words[0]);
    for (String name : isOne ? List.of(words[0]) : NAMES) {
      line.addSubcommand(verb(name, screen));
    }
  }

  private static Object verb(String name, Screen screen) {
    switch (name) {
      case "list":
        return new ListVerb(screen);
      case "attach":
        return new AttachVerb(screen);
      case "detach":
        return new DetachVerb(screen);
      case "set":
        return new SetVerb(screen);
      case "status":
        return new StatusVerb(screen);
      case "sessions":
        return new SessionsVerb(screen);
      case "handshakes":
        return new HandshakesVerb(screen);
      case "explain":
        return new ExplainVerb(screen);
      case "invalidate":
        return new InvalidateVerb(screen);
      case "report":
        return new ReportVerb(screen);
      case "probe":
        return new ProbeVerb(screen);
      case "keys":
        return new KeysVerb(screen);
      case "options":
        return new OptionsVerb(screen);
      default:
        throw new IllegalArgumentException(name);
    }
  }
}
