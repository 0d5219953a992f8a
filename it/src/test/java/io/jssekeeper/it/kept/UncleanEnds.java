package io.jssekeeper.it.kept;

import static io.jssekeeper.it.kept.UncleanEnd.ended;
import static io.jssekeeper.it.kept.UncleanEnd.kept;

import io.jssekeeper.it.harness.Wire.Course;
import io.jssekeeper.it.kept.EndVariant.Over;
import io.jssekeeper.it.kept.EndVariant.Side;
import io.jssekeeper.it.kept.UncleanEnd.Trait;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The ways in which connections end, one by one. */
final class UncleanEnds {
  /** A fatal alert in plain text, {@code internal_error}: RFC 5246 7.2. */
  private static final byte[] ALERT = {21, 3, 3, 0, 2, 2, 80};

  /** An unencrypted record of application data. */
  private static final byte[] FORGED = Arrays.copyOf(new byte[] {23, 3, 3, 0, 64}, 5 + 64);

  private static final byte[] HALF = Arrays.copyOf(FORGED, 5 + 16);

  /**
   * A record that claims to be encrypted: {@code change_cipher_spec}, then a Finished full of
   * zeros.
   */
  private static final byte[] FINISHED =
      Arrays.copyOf(new byte[] {20, 3, 3, 0, 1, 1, 22, 3, 3, 0, 40}, 6 + 5 + 40);

  /** The header of a record that exceeds the maximum length: RFC 8446 5.2. */
  private static final byte[] TOO_LONG = Arrays.copyOf(new byte[] {23, 3, 3, -1, -1}, 5 + 64);

  /** Neither its type nor its length is valid for a record. */
  private static final byte[] GARBAGE = {-1, -1, -1, -1, -1, -1, -1, -1};

  private static final UncleanEnd BROKEN_READ =
      open("`IOException` of the transport in a read", scene -> breakBy(scene, "own-read"))
          .over(Over.OWN)
          .with(Trait.LOST_BY_JSSE);
  private static final UncleanEnd BAD_RECORD =
      ended("bad record MAC", scene -> open(scene, it -> it.tell(FORGED)));
  private static final UncleanEnd INVALIDATED =
      ended("`invalidate()` by the application", scene -> open(scene, UncleanEnds::end));
  private static final UncleanEnd CUT =
      resuming("end of the stream after the server's answer", EndScene::hangUp)
          .ofClient(Fate.SET_ASIDE);
  private static final UncleanEnd STRANGER = stranger("and hangs up");

  private UncleanEnds() {}

  static List<UncleanEnd> all() {
    return Stream.of(OF_CONNECTIONS, OF_RESUMPTIONS, OF_STRANGERS).flatMap(List::stream).toList();
  }

  /** One that ends no session, and one that does. */
  static List<UncleanEnd> few() {
    return List.of(BROKEN_READ, BAD_RECORD);
  }

  /** Those that end a session which the server may end. */
  static List<UncleanEnd> certain() {
    return List.of(BAD_RECORD, INVALIDATED);
  }

  private static final List<UncleanEnd> OF_CONNECTIONS =
      List.of(
          open("the peer closes with `close_notify`", EndScene::peerCloses),
          open("end of the stream", EndScene::hangUp),
          open("half a record, then end of the stream", UncleanEnds::halfRecord),
          open("end of the stream where `close_notify` is required", EndScene::hangUp)
              .over(Over.SOCKET)
              .with(Trait.STRICT, Trait.LOST_BY_JSSE),
          open("half a record where `close_notify` is required", UncleanEnds::halfRecord)
              .over(Over.SOCKET)
              .with(Trait.STRICT, Trait.LOST_BY_JSSE),
          open("reset by the peer", EndScene::reset),
          open("read timeout, then closed", UncleanEnds::timeOut).over(Over.SOCKET),
          BROKEN_READ,
          open("`IOException` of the transport in a write", scene -> breakBy(scene, "own-write"))
              .over(Over.OWN),
          open("closed here with SO_LINGER behind a blocked writer", UncleanEnds::linger)
              .over(Over.OWN)
              .with(Trait.LOST_BY_JSSE),
          open("closed here without `close_notify`", scene -> scene.command("breakoff"))
              .over(Over.OWN),
          BAD_RECORD,
          ended("bad record MAC, when another connection has resumed", UncleanEnds::badAndResumed),
          ended("a record longer than TLS allows", scene -> open(scene, it -> it.tell(TOO_LONG))),
          ended("no TLS record at all", scene -> open(scene, it -> it.tell(GARBAGE))),
          ended("fatal alert of the peer", scene -> open(scene, it -> it.tellPeer(FORGED))),
          INVALIDATED,
          ended("certificate refused in a full handshake", EndScene::refuseCertificate));

  private static final List<UncleanEnd> OF_RESUMPTIONS =
      List.of(
          kept("resuming, broken before the ClientHello has left", EndScene::breakBeforeHello)
              .over(Over.SOCKET)
              .at(Side.CLIENT),
          kept("resuming, end of the stream before the server's answer", UncleanEnds::unanswered)
              .at(Side.CLIENT)
              .with(Trait.RESUMING)
              .ofClient(Fate.SET_ASIDE),
          CUT,
          resuming("reset after the server's answer", EndScene::reset)
              .over(Over.SOCKET)
              .ofClient(Fate.SET_ASIDE),
          resuming("reset after the server's answer", EndScene::reset).over(Over.ENGINE),
          resuming("fatal alert under no key", scene -> scene.tell(ALERT)).ofClient(Fate.ENDED),
          resuming("forged Finished", scene -> scene.tell(FINISHED)).ofClient(Fate.ENDED));

  private static final List<UncleanEnd> OF_STRANGERS =
      List.of(
          STRANGER,
          stranger("and a fatal alert", ALERT),
          stranger("and a forged Finished", FINISHED),
          ended("forged proof of a ticket (binder)", scene -> scene.resume(Course.FORGED_OFFER))
              .at(Side.SERVER)
              .with(Trait.RESUMING, Trait.TLS13));

  private static UncleanEnd open(String what, Consumer<EndScene> happens) {
    return kept(what, scene -> open(scene, happens));
  }

  private static void open(EndScene scene, Consumer<EndScene> happens) {
    scene.establish();
    happens.accept(scene);
  }

  private static UncleanEnd resuming(String what, Consumer<EndScene> happens) {
    return kept(
            "resuming, " + what,
            scene -> {
              scene.resume(Course.HELLO_ONLY);
              happens.accept(scene);
            })
        .with(Trait.RESUMING, Trait.LOST_IN_TLS12);
  }

  private static UncleanEnd stranger(String does, byte... more) {
    return kept(
            "a stranger sends a ClientHello of the session " + does,
            scene -> {
              scene.resumeWell();
              scene.replayHello(more);
            })
        .at(Side.SERVER)
        .with(Trait.LOST_IN_TLS12);
  }

  private static void badAndResumed(EndScene scene) {
    scene.establish();
    scene.resumeBeside();
    scene.tell(FORGED);
  }

  private static void halfRecord(EndScene scene) {
    scene.tell(HALF);
    scene.hangUp();
  }

  private static void timeOut(EndScene scene) {
    scene.command("patience millis=50");
    scene.goOn();
  }

  private static void breakBy(EndScene scene, String how) {
    scene.command("break by=" + how);
    scene.goOn();
    scene.hangUp();
  }

  private static void linger(EndScene scene) {
    scene.command("linger");
    scene.hangUp();
  }

  private static void end(EndScene scene) {
    scene.command("invalidate");
    scene.hangUp();
  }

  private static void unanswered(EndScene scene) {
    scene.resume(Course.UNANSWERED);
    scene.hangUp();
  }
}
