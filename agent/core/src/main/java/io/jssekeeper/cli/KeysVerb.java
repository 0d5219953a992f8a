package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.RefusedException;
import io.jssekeeper.cli.print.Screen;
import io.jssekeeper.ticketkeys.SecretFile;
import io.jssekeeper.ticketkeys.UnusableSecretsException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code keys}: the file that {@code server.keys} names. */
@Command(
    name = "keys",
    header = "Add a new secret to the file that server.keys names.",
    description = {
      "Creates the file if there is none (mode 0600). The new secret comes first, and seals tickets"
          + " once server.keys.settle has passed; older ones open tickets until they are dropped."
          + " Readers never see a partial file.",
      "Run it regularly, such as daily, and copy the file to all nodes."
    },
    footer = "  java -jar jsse-keeper.jar keys new /etc/tls/ticket-secrets")
final class KeysVerb implements Callable<Integer> {
  private static final String NEW = "new";
  private static final int MAX_SECRETS = 16;

  private final Screen screen;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "new", description = "the only thing it can do")
  private String what;

  @Parameters(index = "1", paramLabel = "FILE", description = "the file")
  private Path file;

  @Option(
      names = "--keep",
      paramLabel = "N",
      description = "Maximum number of secrets in the file, 1 to 16. Default: 4.")
  private int keep = 4;

  KeysVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws Exception {
    if (!what.equals(NEW) || keep < 1 || keep > MAX_SECRETS) {
      throw new ParameterException(
          spec.commandLine(), "write 'keys new FILE', and --keep from 1 to " + MAX_SECRETS);
    }
    try {
      int secrets = new SecretFile(file).rotate(keep);
      screen.line(
          file + ": " + secrets + (secrets == 1 ? " secret" : " secrets; the new one first"));
      return 0;
    } catch (UnusableSecretsException e) {
      throw new RefusedException(e.getMessage());
    } catch (IOException e) {
      throw new RefusedException(file + " cannot be written: " + e);
    }
  }
}
