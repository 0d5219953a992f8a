package io.jssekeeper.install;

import io.jssekeeper.store.SessionStore;
import io.jssekeeper.store.Traits;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import sun.security.ssl.Keeper1Session;
import sun.security.ssl.Keeper1Store;

/** A session store as the inside room sees it. */
final class ContextStore implements Keeper1Store {
  private final SessionStore<Object> store;
  private final CertificateHeap certificates = new CertificateHeap();

  ContextStore(SessionStore<Object> store) {
    this.store = store;
  }

  SessionStore<Object> store() {
    return store;
  }

  @Override
  public Object get(Object id) {
    return store.get(id);
  }

  @Override
  public Object take(String peer) {
    return store.take(peer);
  }

  @Override
  public void giveBack(Object id) {
    store.giveBack(id);
  }

  @Override
  public void put(Object id, Object session, Keeper1Session facts) {
    store.put(id, session, traits(facts));
  }

  private Traits traits(Keeper1Session facts) {
    long ageMillis = System.currentTimeMillis() - facts.createdMillis();
    long limitSeconds = facts.takeTicketLifetimeSeconds();
    return new Traits(
        TimeUnit.MILLISECONDS.toNanos(ageMillis),
        TimeUnit.SECONDS.toNanos(limitSeconds),
        SessionWeight.bytes(facts),
        certificates.of(facts.peerCertificates()),
        use(facts));
  }

  private static Traits.Use use(Keeper1Session facts) {
    if (!facts.isTls13()) {
      return Traits.Use.MANY;
    }
    return facts.hasPreSharedKey() ? Traits.Use.ONCE : Traits.Use.NEVER;
  }

  @Override
  public void link(Object id, String peer) {
    store.link(id, peer);
  }

  @Override
  public void remove(Object id) {
    store.remove(id);
  }

  @Override
  public Object pull(Object id) {
    return store.pull(id);
  }

  @Override
  public boolean remembers(Object id) {
    return store.recall(id).cause() != null;
  }

  @Override
  public void lookedUp(boolean hit) {
    store.lookedUp(hit);
  }

  @Override
  public void setCapacity(int sessions) {
    store.setCapacity(sessions);
  }

  @Override
  public void setTimeout(int seconds) {
    store.setTimeout(seconds);
  }

  @Override
  public int size() {
    return store.size();
  }

  @Override
  public Map<Object, Object> snapshot() {
    return store.snapshot();
  }
}
