package io.jssekeeper.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.jssekeeper.model.RemovalCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemovalListenerTest {
  private final ManualTicker ticker = new ManualTicker(0);
  private final Told told = new Told();
  private final SessionStore<Session> store =
      new SessionStore<>(ticker, HeapQuota.UNBOUNDED, 1, told);

  @Test
  void removed_sessionLeaves_isReportedWithCauseAndAge() {
    store.setTimeout(60);
    store.put("one", new Session("one"), attributes(SessionAttributes.Use.MANY));
    store.peers().link("one", "peer:443");
    ticker.advance(Duration.ofSeconds(61));
    store.sweep();

    assertThat(told.lines).containsExactly("session one peer:443 EXPIRED 61s");
  }

  @Test
  void removed_eachCause_isReportedOnce() {
    store.put("one", new Session("one"), attributes(SessionAttributes.Use.MANY));
    store.put("one", new Session("other"), attributes(SessionAttributes.Use.MANY));
    store.setCapacity(1);
    store.put("two", new Session("two"), attributes(SessionAttributes.Use.MANY));
    store.remove("two");
    store.put("ticket", new Session("ticket"), attributes(SessionAttributes.Use.ONCE));
    store.pull("ticket");

    assertThat(told.lines)
        .containsExactly(
            "session one null REPLACED 0s",
            "session other null EVICTED 0s",
            "session two null INVALIDATED 0s",
            "session ticket null PULLED 0s");
  }

  @Test
  void removed_sessionThatCannotBeResumed_isNotReported() {
    store.put("one", new Session("one"), attributes(SessionAttributes.Use.NEVER));
    store.remove("one");

    assertThat(told.lines).isEmpty();
  }

  @Test
  void removed_listenerWantsNone_isNotCalled() {
    told.wanted = false;
    store.put("one", new Session("one"), attributes(SessionAttributes.Use.MANY));
    store.remove("one");

    assertThat(told.lines).isEmpty();
  }

  private static SessionAttributes attributes(SessionAttributes.Use use) {
    return new SessionAttributes(0, OneStore.BYTES, use);
  }

  private static final class Told implements RemovalListener {
    final List<String> lines = new ArrayList<>();
    boolean wanted = true;

    @Override
    public boolean isWanted() {
      return wanted;
    }

    @Override
    public void removed(Object session, String peer, RemovalCause cause, long ageNanos) {
      long seconds = Duration.ofNanos(ageNanos).toSeconds();
      lines.add(session + " " + peer + " " + cause + " " + seconds + "s");
    }
  }
}
