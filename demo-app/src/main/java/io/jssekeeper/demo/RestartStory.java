package io.jssekeeper.demo;

import io.jssekeeper.demo.app.HandshakeCounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A server is restarted, as for a new release, and its clients return. */
final class RestartStory implements Story {
  private static final String MAX_HEAP = "-Xmx128m";
  private static final int SITES = 200;
  private static final List<String> PROTOCOLS = List.of("TLSv1.3", "TLSv1.2");
  private static final int SECRET_BYTES = 48;

  @Override
  public String title() {
    return "A restart of the server (server.keys names a file)";
  }

  @Override
  public List<Measure> play(Launcher launcher, Progress progress) {
    Launcher sharing = launcher.withMore(options(secretFile()));
    try (Peers peers = sharing.start(MAX_HEAP)) {
      List<Measure> measures = new ArrayList<>();
      for (String protocol : PROTOCOLS) {
        HandshakeCounts first = peers.visit(protocol, SITES, protocol);
        measures.add(Measure.fullAtMost(SITES, name(protocol) + "first visit", first));
      }
      peers.restartServer(sharing, MAX_HEAP);
      progress.say("the server was restarted");
      for (String protocol : PROTOCOLS) {
        HandshakeCounts again = peers.visit(protocol, SITES, protocol);
        progress.say(protocol + " after the restart: " + again);
        measures.add(Measure.fullAtMost(0, name(protocol) + "refresh after the restart", again));
      }
      measures.addAll(peers.finish());
      return measures;
    }
  }

  private static String name(String protocol) {
    return String.format("%,d %s sessions: ", SITES, protocol);
  }

  /** Only the first matters without the agent: sessions are in tickets, as by default. */
  private static List<String> options(Path secrets) {
    return List.of(
        "-Djdk.tls.server.enableSessionTicketExtension=true",
        "-Djssekeeper.server.keys=" + secrets);
  }

  /** Readable by its owner only; removed when this JVM ends. */
  private static Path secretFile() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      Path file = Files.createTempFile("jsse-keeper-demo", ".secrets");
      file.toFile().deleteOnExit();
      Files.writeString(file, Base64.getEncoder().encodeToString(secret) + "\n");
      return file;
    } catch (IOException e) {
      throw new DemoFailure("Cannot write a file of secrets: " + e.getMessage());
    }
  }
}
