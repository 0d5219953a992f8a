package io.jssekeeper.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command without a verb. */
@Command(
    name = "java -jar jsse-keeper.jar",
    header = "Manages the TLS session caches of a running JVM.",
    description =
        "Attaches only to the JVM given by its process id. Run it as that JVM's user, or as root.",
    synopsisSubcommandLabel = "VERB",
    versionProvider = JarVersion.class,
    footer = {
      "  java -jar jsse-keeper.jar list",
      "  java -jar jsse-keeper.jar status 4711",
      "  java -jar jsse-keeper.jar status --help"
    })
public final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    String verbs = String.join(", ", spec.subcommands().keySet());
    throw new ParameterException(spec.commandLine(), "no verb given: use one of " + verbs);
  }
}
