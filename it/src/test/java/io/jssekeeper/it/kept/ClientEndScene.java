package io.jssekeeper.it.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.it.harness.Answer;
import io.jssekeeper.it.harness.ForkedJvm;
import io.jssekeeper.it.harness.Wire;
import io.jssekeeper.it.harness.Wire.Course;
import io.jssekeeper.it.harness.Wire.End;
import java.util.concurrent.CompletableFuture;

/** A client, whose peer is a server without the agent. Its next offer is resumed. */
final class ClientEndScene implements EndScene {
  private static int peers;

  private final ForkedJvm client;
  private final Wire wire;
  private final boolean tls13;
  private final String peer;
  private CompletableFuture<Answer> underway;
  private String session = "-";

  ClientEndScene(ForkedJvm client, Wire wire, EndVariant variant) {
    this.client = client;
    this.wire = wire;
    this.tls13 = variant.way().isTls13();
    this.peer =
        String.join(
            " ",
            " port=" + wire.port(),
            "host=end-" + peers++ + ".invalid",
            "protocols=" + variant.way().protocol(),
            variant.over().arguments());
  }

  @Override
  public void establish() {
    wire.follow(Course.PASS);
    client.ask("open page=yes" + peer);
  }

  @Override
  public void resume(Course course) {
    visit();
    wire.follow(course);
    underway = CompletableFuture.supplyAsync(() -> client.ask("connect" + peer));
    wire.awaitAnswer();
    assertThat(offersSession()).as("resumes").isTrue();
  }

  @Override
  public void resumeWell() {
    visit();
    visit();
  }

  @Override
  public void resumeBeside() {
    wire.hold();
    connectWell();
    assertThat(offersSession()).as("resumes").isTrue();
  }

  @Override
  public void refuseCertificate() {
    wire.follow(Course.PASS);
    fail("connect identify=HTTPS" + peer);
  }

  @Override
  public void breakBeforeHello() {
    visit();
    fail("connect breaks=shutdown" + peer);
  }

  private void visit() {
    wire.follow(Course.PASS);
    connectWell();
  }

  private void connectWell() {
    Answer answer = client.ask("connect" + peer);
    assertThat(answer.what()).isEqualTo("connected");
    session = answer.text("id");
  }

  private void fail(String command) {
    assertThat(client.ask(command).what()).isEqualTo("failed");
  }

  @Override
  public void command(String command) {
    client.ask(command);
  }

  @Override
  public void goOn() {
    client.ask("again");
  }

  @Override
  public void peerCloses() {
    client.ask("finish");
  }

  @Override
  public void tell(byte... bytes) {
    wire.tell(End.CLIENT, bytes);
  }

  @Override
  public void tellPeer(byte... bytes) {
    wire.tell(End.SERVER, bytes);
  }

  @Override
  public void replayHello(byte... more) {
    wire.replayHello(more);
  }

  @Override
  public void hangUp() {
    wire.hangUp(End.CLIENT);
  }

  @Override
  public void reset() {
    wire.reset(End.CLIENT);
  }

  @Override
  public void settle() {
    if (underway != null) {
      assertThat(underway.join().what()).isEqualTo("failed");
    }
    client.ask("read");
    client.ask("close");
  }

  @Override
  public boolean isThere() {
    return !session.equals("-") && client.ask("has id=" + session).number("sessions") == 1;
  }

  @Override
  public boolean resumes() {
    visit();
    return offersSession();
  }

  private boolean offersSession() {
    return tls13 ? wire.lastHello().offersTicket() : wire.lastHello().offersTls12Session();
  }
}
