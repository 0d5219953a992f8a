package io.jssekeeper.weave;

import static io.jssekeeper.weave.WeaveTable.row;

import io.jssekeeper.weave.WeavePoint.Where;
import java.util.List;

/** The rows that provide the details of handshakes. */
final class ClueWeaves {
  private ClueWeaves() {}

  static void add(List<WeavePoint> rows) {
    rows.add(
        row("SSLEngineInputRecord", "bytesInCompletePacket", "(Ljava/nio/ByteBuffer;)I")
            .at(
                Where.ENTRY,
                "HandshakeHooks.recordArrives({SSLEngineInputRecord}Ljava/nio/ByteBuffer;)V",
                "01",
                "on SSLEngine the likely cause of failed handshakes is unknown")
            .calledIn(Trigger.FULL));
    rows.add(
        row(
                "ServerHello$T12ServerHelloConsumer",
                "consume",
                "({ConnectionContext}{SSLHandshake$HandshakeMessage})V")
            .at(
                Where.CALL,
                "SessionHooks.declined({SSLSessionImpl})V",
                "",
                "sessions declined by a server are not distinguished from others that ended")
            .insteadOf(Names.SSL + "SSLSessionImpl.invalidate()V"));
  }
}
