package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.Attachment;
import io.jssekeeper.cli.jvm.RefusedException;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.config.InvalidOptionException;
import io.jssekeeper.config.Options;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code attach}: puts the keeper into a running JVM. */
@Command(
    name = "attach",
    header = "Attach the keeper to a running JVM.",
    description = {
      "The JVM keeps running, and its cached sessions stay resumable. 'detach' removes the keeper"
          + " again.",
      "A JVM that already has this keeper is left as it is, with the options it was first given:"
          + " change those with 'set'. With keep=none the keeper only observes."
    },
    footer = {
      "  java -jar jsse-keeper.jar attach 4711",
      "  java -jar jsse-keeper.jar attach 4711 keep=none log=/var/log/handshakes.log",
      "  java -jar jsse-keeper.jar attach 4711 --copy"
    })
final class AttachVerb implements Callable<Integer> {
  private final Screen screen;
  @Spec private CommandSpec spec;
  @Mixin private Target target;
  @Mixin private Format format;

  @Option(
      names = "--copy",
      description =
          "Copy the jar into /tmp of that JVM, which may be in a container; 'detach' removes the copy.")
  private boolean copy;

  @Parameters(
      index = "1..*",
      paramLabel = "KEY=VALUE",
      description = "See 'options'. File names are resolved by that JVM.")
  private List<String> settings = List.of();

  AttachVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws RefusedException {
    Attachment attachment = Attachment.to(target.pid, checked(String.join(",", settings)), copy);
    if (format.json) {
      Json.print(row(attachment), screen);
    } else {
      screen.line(sentence(attachment));
    }
    return 0;
  }

  /** Invalid words are wrong usage, and nothing is attached then. */
  private String checked(String argument) {
    try {
      Options options =
          Options.load(argument.isEmpty() ? null : argument, Map.of(), new Properties());
      if (!options.enabled()) {
        throw new ParameterException(
            spec.commandLine(),
            "enabled=false attaches no keeper: leave it out, or use 'detach' to remove one");
      }
      return argument;
    } catch (InvalidOptionException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage());
    }
  }

  private static Map<String, Object> row(Attachment attachment) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("pid", attachment.pid());
    row.put("keeper", attachment.version());
    row.put("new", attachment.isNew());
    return row;
  }

  private static String sentence(Attachment attachment) {
    String keeper = "keeper " + attachment.version();
    String where = " in JVM " + attachment.pid();
    return attachment.isNew()
        ? keeper + " is" + where + " now; see 'status " + attachment.pid() + "'"
        : keeper + " is" + where + " already; nothing was changed; see 'set --help'";
  }
}
