package io.jssekeeper.store;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The peers to which something was offered that came to nothing, in bounded memory: of very many
 * the one that was met longest ago is forgotten, and is offered everything again.
 *
 * <p>All but {@link #areNone} is guarded by the store's lock.
 */
final class PeerBackoffs {
  static final int MOST_PEERS = 512;

  private Map<String, PeerBackoff> byPeer;

  /** What a look-up asks first, without the lock. */
  private volatile boolean some;

  /** Whether no peer has any. */
  boolean areNone() {
    return !some;
  }

  /** Of that peer, or null. */
  PeerBackoff of(Object peer) {
    return some ? byPeer.get(peer) : null;
  }

  /** Of that peer, which may be its first. */
  PeerBackoff at(String peer) {
    if (byPeer == null) {
      byPeer = new Latest();
    }
    PeerBackoff setback = byPeer.get(peer);
    if (setback == null) {
      setback = new PeerBackoff();
      some = true;
      byPeer.put(peer, setback);
    }
    return setback;
  }

  /** That peer has resumed what it was offered. */
  void overcome(String peer) {
    if (some) {
      byPeer.remove(peer);
      some = !byPeer.isEmpty();
    }
  }

  private static final class Latest extends LinkedHashMap<String, PeerBackoff> {
    private static final long serialVersionUID = 1;

    Latest() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, PeerBackoff> eldest) {
      return size() > MOST_PEERS;
    }
  }
}
