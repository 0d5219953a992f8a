package sun.security.ssl;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import javax.net.ssl.SSLSessionContext;

/**
 * The last session that JSSE stored for each peer or id, held weakly, in contexts that are only
 * observed; knows what became of it. Uses bounded memory. Thread-safe.
 */
final class KeeperObservedSessions {
  private static final int MAX_PER_CONTEXT = 2048;
  private static final Map<SSLSessionContext, Map<Object, KeeperObservedSessions>> CONTEXTS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private final WeakReference<SSLSessionImpl> session;
  private final long createdMillis;
  private final boolean resumable;
  private volatile KeeperNotResumedCause end;

  private KeeperObservedSessions(SSLSessionImpl stored) {
    session = new WeakReference<>(stored);
    createdMillis = stored.getCreationTime();
    resumable = !stored.getProtocolVersion().useTLS13PlusSpec() || stored.getPreSharedKey() != null;
  }

  static void stored(SSLSessionContext context, SSLSessionImpl stored) {
    Map<Object, KeeperObservedSessions> ofContext = CONTEXTS.get(context);
    if (ofContext == null) {
      ofContext = Collections.synchronizedMap(new Bounded());
      CONTEXTS.put(context, ofContext);
    }
    KeeperObservedSessions watched = new KeeperObservedSessions(stored);
    ofContext.put(stored.getSessionId(), watched);
    if (stored.getPeerHost() != null && stored.getPeerPort() != -1) {
      ofContext.put(KeeperJdkFeatures.peerKey(stored.getPeerHost(), stored.getPeerPort()), watched);
    }
  }

  static void forget() {
    CONTEXTS.clear();
  }

  /** That session is now used as a TLS 1.3 ticket. */
  static void used(SSLSessionContext context, SSLSessionImpl session) {
    note(CONTEXTS.get(context), session, KeeperNotResumedCause.USED);
  }

  /** That session has ended, and no longer knows where it was stored. */
  static void ended(SSLSessionImpl session) {
    List<Map<Object, KeeperObservedSessions>> all;
    synchronized (CONTEXTS) {
      all = new ArrayList<>(CONTEXTS.values());
    }
    for (Map<Object, KeeperObservedSessions> ofContext : all) {
      note(ofContext, session, KeeperNotResumedCause.ENDED);
    }
  }

  /** The two sides of a connection may give their sessions the same id. */
  private static void note(
      Map<Object, KeeperObservedSessions> ofContext,
      SSLSessionImpl session,
      KeeperNotResumedCause end) {
    KeeperObservedSessions watched =
        ofContext == null ? null : ofContext.get(session.getSessionId());
    if (watched != null && watched.session.get() == session) {
      watched.end = end;
    }
  }

  /**
   * What became of the session that was stored under that peer or id, and is gone; null if there
   * was none.
   */
  static KeeperNotResumedCause fate(SSLSessionContext context, Object key) {
    Map<Object, KeeperObservedSessions> ofContext = CONTEXTS.get(context);
    KeeperObservedSessions watched = ofContext == null ? null : ofContext.get(key);
    return watched == null ? null : watched.fate(context.getSessionTimeout());
  }

  /** Whether any context has stored it, and it is still there. */
  static boolean isElsewhere(Object key) {
    List<Map<Object, KeeperObservedSessions>> others;
    synchronized (CONTEXTS) {
      others = new ArrayList<>(CONTEXTS.values());
    }
    for (Map<Object, KeeperObservedSessions> other : others) {
      KeeperObservedSessions watched = other.get(key);
      if (watched != null && watched.session.get() != null) {
        return true;
      }
    }
    return false;
  }

  private KeeperNotResumedCause fate(int timeoutSeconds) {
    if (!resumable) {
      return KeeperNotResumedCause.NOTHING_GIVEN;
    }
    boolean isOver =
        timeoutSeconds > 0 && createdMillis + timeoutSeconds * 1000L <= System.currentTimeMillis();
    if (isOver) {
      return KeeperNotResumedCause.EXPIRED;
    }
    if (end != null) {
      return end;
    }
    return session.get() == null ? KeeperNotResumedCause.COLLECTED : KeeperNotResumedCause.EVICTED;
  }

  /** Keeps the latest. */
  private static final class Bounded extends LinkedHashMap<Object, KeeperObservedSessions> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, KeeperObservedSessions> eldest) {
      return size() > MAX_PER_CONTEXT;
    }
  }
}
