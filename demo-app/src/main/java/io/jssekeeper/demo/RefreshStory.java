package io.jssekeeper.demo;

import io.jssekeeper.demo.app.HandshakeCounts;
import java.util.ArrayList;
import java.util.List;

/** Pages are refreshed after memory ran short, in the server and in the client. */
final class RefreshStory implements Story {
  private static final String MAX_HEAP = "-Xmx64m";
  private static final int CLIENT_SESSIONS = 150;
  private static final int SERVER_SESSIONS = 1_000;

  @Override
  public String title() {
    return "A page refreshed after memory pressure (" + MAX_HEAP + ")";
  }

  @Override
  public List<Measure> play(Launcher launcher, Progress progress) {
    try (Peers peers = launcher.start(MAX_HEAP)) {
      List<Measure> measures = new ArrayList<>();
      measures.addAll(
          new Refresh("client", CLIENT_SESSIONS, "TLSv1.3").play(peers, peers.client(), progress));
      measures.addAll(
          new Refresh("server", SERVER_SESSIONS, "TLSv1.2").play(peers, peers.server(), progress));
      measures.addAll(peers.finish());
      return measures;
    }
  }

  /** First visits, a refresh of all sites, memory pressure on one side, another refresh. */
  private record Refresh(String side, int sessions, String protocol) {
    List<Measure> play(Peers peers, Child pressed, Progress progress) {
      HandshakeCounts first = visit(peers, "first visit", progress);
      HandshakeCounts before = visit(peers, "refresh", progress);
      progress.say("memory pressure in the " + side + ": " + Peers.press(pressed));
      HandshakeCounts after = visit(peers, "refresh", progress);
      String which = String.format("%s, %,d %s sessions: ", side, sessions, protocol);
      return List.of(
          Measure.fullAtMost(sessions, which + "first visit", first),
          Measure.fullAtMost(0, which + "refresh", before),
          Measure.fullAtMost(sessions / 100, which + "refresh after pressure", after));
    }

    private HandshakeCounts visit(Peers peers, String what, Progress progress) {
      HandshakeCounts counts = peers.visit(side, sessions, protocol);
      progress.say(String.format("%s of %,d sites (%s): %s", what, sessions, protocol, counts));
      return counts;
    }
  }
}
