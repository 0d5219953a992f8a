package io.jssekeeper.cli;

import io.jssekeeper.cli.jvm.Attachment;
import io.jssekeeper.cli.print.Json;
import io.jssekeeper.cli.print.Screen;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code detach}: removes the keeper from a JVM. */
@Command(
    name = "detach",
    header = "Detach the keeper from a running JVM.",
    description =
        "Resumable sessions go back to the JDK's own caches, the JDK's TLS code is restored, and"
            + " the keeper's threads, MBeans and files are closed. It can be attached again"
            + " later.",
    footer = "  java -jar jsse-keeper.jar detach 4711")
final class DetachVerb implements Callable<Integer> {
  private final Screen screen;
  @Mixin private Target target;
  @Mixin private Format format;

  DetachVerb(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() throws Exception {
    Attachment.end(target.pid);
    if (format.json) {
      Json.print(Map.of("pid", target.pid, "detached", true), screen);
    } else {
      screen.line("keeper detached from JVM " + target.pid);
    }
    return 0;
  }
}
