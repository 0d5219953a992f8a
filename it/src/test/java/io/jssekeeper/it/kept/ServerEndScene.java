package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.OpenSsl;
import io.jssekeeper.it.harness.OpenSslClient;
import io.jssekeeper.it.harness.Settings;
import io.jssekeeper.it.harness.Wire;
import io.jssekeeper.it.harness.Wire.Course;
import io.jssekeeper.it.harness.Wire.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A server. Its peer is openssl, which offers a session whatever happened to earlier connections.
 */
final class ServerEndScene implements EndScene {
  private static int sessions;

  private final ForkedJvm server;
  private final Wire wire;
  private final String protocol;
  private final Path session;
  private OpenSslClient peer;

  ServerEndScene(ForkedJvm server, Wire wire, EndVariant variant) {
    this.server = server;
    this.wire = wire;
    this.protocol = variant.way().isTls13() ? "-tls1_3" : "-tls1_2";
    this.session = Settings.work().resolve("end-" + server.pid() + "-" + sessions++ + ".pem");
  }

  @Override
  public void establish() {
    wire.follow(Course.PASS);
    peer = connect("-sess_out", session.toString());
    peer.ask();
    peer.awaitPage();
  }

  private OpenSslClient connect(String... options) {
    List<String> all = new ArrayList<>(List.of(protocol));
    all.addAll(List.of(options));
    return OpenSslClient.connect(wire.port(), all);
  }

  @Override
  public void resume(Course course) {
    visit();
    wire.follow(course);
    peer = connect("-sess_in", session.toString());
    wire.awaitAnswer();
  }

  @Override
  public void resumeWell() {
    visit();
    wire.follow(Course.PASS);
    peer = resumed();
    peer.close();
    settle();
  }

  @Override
  public void resumeBeside() {
    wire.hold();
    resumed().close();
  }

  /** A connection that has resumed the session, and has received the next thing to resume. */
  private OpenSslClient resumed() {
    OpenSslClient connection =
        connect("-sess_in", session.toString(), "-sess_out", session.toString());
    connection.ask();
    connection.awaitPage();
    return connection;
  }

  private void visit() {
    establish();
    peer.close();
    settle();
  }

  @Override
  public void refuseCertificate() {
    wire.follow(Course.PASS);
    peer = connect("-verify_return_error", "-sess_out", session.toString());
    wire.awaitAnswer();
  }

  @Override
  public void breakBeforeHello() {
    throw new UnsupportedOperationException("nothing to see for a server");
  }

  @Override
  public void command(String command) {
    server.ask(command);
  }

  @Override
  public void goOn() {
    peer.ask();
  }

  @Override
  public void peerCloses() {
    peer.close();
  }

  @Override
  public void tell(byte... bytes) {
    wire.tell(End.SERVER, bytes);
  }

  @Override
  public void tellPeer(byte... bytes) {
    wire.tell(End.CLIENT, bytes);
  }

  @Override
  public void replayHello(byte... more) {
    assertThat(wire.replayHello(more)).as("bytes the stranger is answered").isPositive();
  }

  @Override
  public void hangUp() {
    wire.hangUp(End.SERVER);
  }

  @Override
  public void reset() {
    wire.reset(End.SERVER);
  }

  @Override
  public void settle() {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> server.ask("busy").number("connections") == 0);
    wire.hangUp(End.CLIENT);
    peer.close();
  }

  @Override
  public boolean resumes() {
    if (!Files.exists(session)) {
      return false;
    }
    wire.follow(Course.PASS);
    List<String> seen = OpenSsl.connect(wire.port(), protocol, "-sess_in", session.toString());
    assertThat(seen).hasSize(1);
    return seen.contains("resumed");
  }
}
