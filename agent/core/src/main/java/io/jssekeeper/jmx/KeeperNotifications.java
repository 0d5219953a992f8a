package io.jssekeeper.jmx;

import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanNotificationInfo;
import javax.management.Notification;
import javax.management.NotificationBroadcasterSupport;

/**
 * The notifications that the keeper sends to JMX listeners. Listeners run on the sending thread.
 */
public final class KeeperNotifications extends NotificationBroadcasterSupport {
  static final String PURGE = "io.jssekeeper.purge.prevented";
  static final String CHURN = "io.jssekeeper.context.churn";
  static final String WEAVE = "io.jssekeeper.weave.failed";

  static final String KEYS = "io.jssekeeper.keys.unusable";

  static final String OFF = "io.jssekeeper.off";

  private static final String SOURCE = JmxBeans.KEEPER;

  private final AtomicLong numbers = new AtomicLong();

  public KeeperNotifications() {
    super(
        info(PURGE, "Sessions were kept that JSSE would have lost; user data: the protection."),
        info(CHURN, "Contexts are created so often that nothing is resumed; user data: where."),
        info(WEAVE, "A weave could not be made, or has no effect; user data: the method."),
        info(KEYS, "The secrets of shared ticket keys cannot be used; user data: stale or local."),
        info(OFF, "The keeper has removed its weaves after repeated internal errors."));
  }

  private static MBeanNotificationInfo info(String type, String description) {
    return new MBeanNotificationInfo(
        new String[] {type}, Notification.class.getName(), description);
  }

  /**
   * @param protection its word: {@code gc}, {@code clock}, {@code settings}, {@code close}, {@code
   *     tickets}
   * @param sessions how many since the last notification about it
   */
  public void purgePrevented(String protection, long sessions) {
    send(PURGE, sessions + " sessions kept, protected from: " + protection, protection);
  }

  /**
   * @param place the innermost frames of the code that creates them
   */
  public void contextChurns(String place) {
    send(CHURN, "more than 10 TLS contexts were created within a minute at " + place, place);
  }

  /**
   * @param sentence what is wrong with it
   */
  public void weaveFailed(String point, String sentence) {
    send(WEAVE, sentence, point);
  }

  /**
   * @param state {@code stale} or {@code local}
   */
  public void keysUnusable(String state, String why) {
    send(KEYS, "ticket keys are " + state + ": " + why, state);
  }

  /**
   * @param state the state, which includes the reason
   */
  public void brokenOff(String state) {
    send(OFF, "the keeper is " + state, state);
  }

  private void send(String type, String message, String userData) {
    Notification notification = new Notification(type, SOURCE, numbers.incrementAndGet(), message);
    notification.setUserData(userData);
    sendNotification(notification);
  }
}
