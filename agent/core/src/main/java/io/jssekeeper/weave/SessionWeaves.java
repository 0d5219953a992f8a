package io.jssekeeper.weave;

import static io.jssekeeper.weave.WeaveTable.row;

import io.jssekeeper.weave.WeavePoint.Where;
import java.util.List;

/** The rows for how sessions begin and end. */
final class SessionWeaves {
  private SessionWeaves() {}

  static void add(List<WeavePoint> rows) {
    String session = "SSLSessionImpl";
    rows.add(
        row(session, "addChild", "({SSLSessionImpl})V")
            .at(
                Where.EXIT,
                "SessionHooks.childAdded({SSLSessionImpl}{SSLSessionImpl})V",
                "01",
                "sessions keep alive the sessions resumed from them")
            .onlyWith("invalidate()V")
            .calledIn(Trigger.TLS13_BY_TICKET));
    rows.add(
        row(session, "invalidate", "()V")
            .at(
                Where.EXIT,
                "SessionHooks.invalidated({SSLSessionImpl})V",
                "0",
                "sessions keep alive the sessions resumed from them")
            .calledIn(Trigger.INVALIDATING));
    rows.add(
        row(session, "invalidate", "()V")
            .at(
                Where.CALL,
                "SessionHooks.leaves({SSLSessionContextImpl}{SessionId}{SSLSessionImpl})V",
                "0",
                "invalidating a session may leave another session of its peer resumable")
            .insteadOf(Names.SSL + "SSLSessionContextImpl.remove({SessionId})V")
            .calledIn(Trigger.INVALIDATING));
    endings(rows);
  }

  private static void endings(List<WeavePoint> rows) {
    String lost = "a connection whose transport fails ends its session";
    String invalidate = Names.SSL + "SSLSessionImpl.invalidate()V";
    rows.add(
        row("TransportContext", "fatal", WeaveTable.FATAL)
            .at(
                Where.CALL,
                "SessionHooks.connectionFailed({SSLSessionImpl}{TransportContext}ZLjava/lang/Throwable;)V",
                "034",
                lost)
            .insteadOf(invalidate)
            .calledIn(Trigger.BREAKING_OFF));
    rows.add(
        row("SSLSocketImpl", "closeNotify", "(Z)V")
            .at(Where.CALL, "SessionHooks.lingered({SSLSessionImpl}{SSLSocketImpl})V", "0", lost)
            .insteadOf(invalidate));
  }
}
