package io.jssekeeper.jmx;

import io.jssekeeper.core.Control;
import io.jssekeeper.core.Core;
import io.jssekeeper.model.Protection;
import io.jssekeeper.ticketkeys.KeyState;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Periodically checks for events to notify of, so that no handshake ever does: at most one
 * notification per protection and interval. For one thread.
 */
public final class NotificationWatch {
  private final Core core;
  private final WeaveReport weaves;
  private final Control control;
  private final Map<Protection, Long> prevented = new EnumMap<>(Protection.class);
  private final Set<String> told = new HashSet<>();
  private String keysWhy = "";
  private KeeperNotifications notifications;

  NotificationWatch(Core core, WeaveReport weaves, Control control) {
    this.control = control;
    this.core = core;
    this.weaves = weaves;
  }

  /**
   * Created on first use, which must be after the MBean server was created: {@code
   * NotificationBroadcasterSupport} has a {@code System.Logger}, and so initialises the
   * application's logging.
   */
  KeeperNotifications notifications() {
    if (notifications == null) {
      notifications = new KeeperNotifications();
    }
    return notifications;
  }

  /** Not before {@link #notifications} was called. */
  void poll() {
    for (Map.Entry<Protection, Long> entry : core.protections().counts().entrySet()) {
      Long before = prevented.put(entry.getKey(), entry.getValue());
      long news = entry.getValue() - (before == null ? 0 : before);
      if (news > 0) {
        notifications.purgePrevented(entry.getKey().word(), news);
      }
    }
    for (String place : core.churn().places()) {
      if (told.add(place)) {
        notifications.contextChurns(place);
      }
    }
    lookAtKeys();
    String state = control.state();
    if (!state.equals("on") && told.add(state)) {
      notifications.brokenOff(state);
    }
    for (WeaveState weave : weaves.states()) {
      if (weave.isTrouble() && told.add(weave.point())) {
        notifications.weaveFailed(weave.point(), weave.sentence());
      }
    }
  }

  /** Sent once for each cause, and again if it came back. */
  private void lookAtKeys() {
    KeyState keys = core.ticketKeys().state();
    if (!keys.why().equals(keysWhy) && !keys.why().isEmpty()) {
      notifications.keysUnusable(keys.word(), keys.why());
    }
    keysWhy = keys.why();
  }
}
