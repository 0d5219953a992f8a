package io.jssekeeper.install;

import io.jssekeeper.keep.Purge;
import io.jssekeeper.sink.KeeperNotifications;
import io.jssekeeper.weave.WeaveReport;
import io.jssekeeper.weave.WeaveState;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Looks now and then whether there is something to notify of, so that no handshake ever does it:
 * one notification about each protection in an interval, however much it prevented. For one thread.
 */
final class NotificationWatch {
  private final Keeper keeper;
  private final WeaveReport weaves;
  private final Installation installation;
  private final KeeperNotifications notifications = new KeeperNotifications();
  private final Map<Purge, Long> prevented = new EnumMap<>(Purge.class);
  private final Set<String> told = new HashSet<>();

  NotificationWatch(Keeper keeper, WeaveReport weaves, Installation installation) {
    this.installation = installation;
    this.keeper = keeper;
    this.weaves = weaves;
  }

  KeeperNotifications notifications() {
    return notifications;
  }

  void look() {
    for (Map.Entry<Purge, Long> entry : keeper.guard().counts().entrySet()) {
      Long before = prevented.put(entry.getKey(), entry.getValue());
      long news = entry.getValue() - (before == null ? 0 : before);
      if (news > 0) {
        notifications.purgePrevented(entry.getKey().word(), news);
      }
    }
    for (String place : keeper.churn().places()) {
      if (told.add(place)) {
        notifications.contextChurns(place);
      }
    }
    String state = installation.state();
    if (!state.equals("on") && told.add(state)) {
      notifications.brokenOff(state);
    }
    for (WeaveState weave : weaves.states()) {
      if (weave.isTrouble() && told.add(weave.point())) {
        notifications.weaveFailed(weave.point(), weave.sentence());
      }
    }
  }
}
