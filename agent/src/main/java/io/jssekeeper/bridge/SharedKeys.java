package io.jssekeeper.bridge;

import io.jssekeeper.core.Core;
import io.jssekeeper.ticketkeys.ContextKeys;
import io.jssekeeper.ticketkeys.Opening;
import io.jssekeeper.ticketkeys.Secret;
import io.jssekeeper.ticketkeys.TicketKeys;
import io.jssekeeper.tracking.WeakIdentityMap;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import sun.security.ssl.KeeperKeyContext;
import sun.security.ssl.KeeperNotResumedCause;
import sun.security.ssl.KeeperSharedKey;
import sun.security.ssl.KeeperSharing;

/** Supplies JSSE with keys shared by contexts and nodes. Thread-safe. */
final class SharedKeys
    implements ContextKeys.KeyMaker<KeeperSharedKey>, TicketKeys.Shown, Runnable {
  private static final Map<Opening, KeeperNotResumedCause> CAUSES = causes();

  private final Core core;
  private final TicketKeys keys;
  private final Gone gone = new Gone();
  private final WeakIdentityMap<ContextKeys<KeeperSharedKey>> contexts = new WeakIdentityMap<>();

  SharedKeys(Core core) {
    this.core = core;
    keys = core.ticketKeys();
    keys.onChange(this);
    keys.show(this);
  }

  private static Map<Opening, KeeperNotResumedCause> causes() {
    Map<Opening, KeeperNotResumedCause> causes = new EnumMap<>(Opening.class);
    causes.put(Opening.POSSIBLE, KeeperNotResumedCause.EXPIRED_KEY);
    causes.put(Opening.OTHER_JDK, KeeperNotResumedCause.OTHER_JDK);
    causes.put(Opening.OTHER_CERTIFICATE, KeeperNotResumedCause.OTHER_CERTIFICATE);
    causes.put(Opening.EXPIRED_KEY, KeeperNotResumedCause.EXPIRED_KEY);
    causes.put(Opening.OTHER_SECRET, KeeperNotResumedCause.OTHER_SECRET);
    return causes;
  }

  /** Null if JSSE's own key should be used. */
  KeeperSharedKey sealing(KeeperKeyContext context, boolean authenticated) {
    if (!keys.isOn() || authenticated && !core.options().serverKeys().clientAuth()) {
      return null;
    }
    return of(context).sealing(scope(context), context.lifeMillis());
  }

  /** Null if there is none. */
  KeeperSharedKey opening(KeeperKeyContext context, int number) {
    return keys.isOn() ? of(context).opening(number, scope(context), context.lifeMillis()) : null;
  }

  KeeperNotResumedCause unopened(KeeperKeyContext context, int number) {
    return CAUSES.get(of(context).verdict(number, scope(context), context.lifeMillis()));
  }

  private KeyScope scope(KeeperKeyContext context) {
    return new KeyScope(context, core.options(), keys.ticketFormat());
  }

  private ContextKeys<KeeperSharedKey> of(KeeperKeyContext context) {
    ContextKeys<KeeperSharedKey> known = contexts.get(context.identity());
    return known == null ? begin(context) : known;
  }

  private synchronized ContextKeys<KeeperSharedKey> begin(KeeperKeyContext context) {
    ContextKeys<KeeperSharedKey> known = contexts.get(context.identity());
    if (known == null) {
      known = new ContextKeys<>(keys, this);
      contexts.put(context.identity(), known);
    }
    return known;
  }

  @Override
  public KeeperSharedKey make(int number, byte[] key, long endMillis, Secret origin) {
    return new KeeperSharedKey(number, key, endMillis, origin);
  }

  /** Secrets were read: keys derived from forgotten ones are removed. */
  @Override
  public void run() {
    for (Map.Entry<Object, ContextKeys<KeeperSharedKey>> each : contexts.living().entrySet()) {
      if (!keys.isOn()) {
        each.getValue().forget();
      }
      KeeperSharing.drop(each.getKey(), gone);
    }
  }

  @Override
  public Set<String> scopes() {
    Set<String> scopes = new TreeSet<>();
    for (ContextKeys<KeeperSharedKey> each : contexts.living().values()) {
      if (!each.scope().isEmpty()) {
        scopes.add(each.scope());
      }
    }
    return scopes;
  }

  private static final class Gone implements KeeperSharing.Forgotten {
    @Override
    public boolean isForgotten(Object origin) {
      return ((Secret) origin).isDestroyed();
    }
  }
}
