package io.jssekeeper.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanFeatureInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.MBeanServer;
import javax.management.Notification;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.TabularData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JmxBeansTest {
  private static final String KEEPER = "io.jssekeeper:type=Keeper";
  private static final String CACHE = "io.jssekeeper:type=SessionCache,side=server,context=11";

  private final MBeanServer server = ManagementFactory.getPlatformMBeanServer();
  private final JmxBeans beans = new JmxBeans();

  @AfterEach
  void unregister() {
    beans.unregisterAll();
  }

  private static final Set<String> WRITABLE =
      Set.of(
          "Capacity",
          "TimeoutSeconds",
          "Memory",
          "Sweep",
          "Keep",
          "Log",
          "LogFormat",
          "LogResults");

  @Test
  void attributes_all_haveOpenTypes() throws Exception {
    registerBoth();

    assertOpen(KEEPER);
    assertOpen(CACHE);
  }

  @Test
  void attributesAndOperations_haveDescriptions_andNumbersHaveUnits() throws Exception {
    registerBoth();

    for (String name : Set.of(KEEPER, CACHE)) {
      assertThat(info(name).getDescription()).endsWith(".");
      for (MBeanAttributeInfo attribute : info(name).getAttributes()) {
        assertThat(attribute.getDescription()).as(attribute.getName()).endsWith(".");
        if (isNumber(attribute.getType())) {
          assertThat(units(attribute)).as(attribute.getName()).isNotEmpty();
        }
      }
      for (MBeanOperationInfo operation : info(name).getOperations()) {
        assertThat(operation.getDescription()).as(operation.getName()).endsWith(".");
        if (!operation.getReturnType().equals("void")) {
          assertThat(units(operation)).as(operation.getName()).isNotEmpty();
        }
        for (MBeanParameterInfo parameter : operation.getSignature()) {
          assertThat(parameter.getName()).isNotEmpty().doesNotMatch("p\\d|arg\\d");
          assertThat(parameter.getDescription()).as(parameter.getName()).isNotEmpty();
        }
      }
    }
  }

  private static boolean isNumber(String type) {
    return Set.of("int", "long", "double").contains(type);
  }

  private static String units(MBeanFeatureInfo feature) {
    return (String) feature.getDescriptor().getFieldValue("units");
  }

  @Test
  void operations_all_returnOpenData() throws Exception {
    registerBoth();

    TabularData table = (TabularData) invoke("sessions", "", "");
    CompositeData session = (CompositeData) table.get(new Object[] {"server/1/ab"}).get("value");
    assertThat(session.get("peer")).isEqualTo("host:1");
    CompositeData columns = (CompositeData) invoke("sessionColumns", "", "", 0L, "idle", 2);
    assertThat(columns.get("matching")).isEqualTo(9);
    assertThat((long[]) columns.get("leftSeconds")).containsExactly(-1, -1);
    assertThat(invoke("invalidateAll")).isEqualTo(2);
  }

  private Object invoke(String operation, Object... arguments) throws JMException {
    String[] types =
        Stream.of(arguments)
            .map(
                a -> a instanceof Long ? "long" : a instanceof Integer ? "int" : "java.lang.String")
            .toArray(String[]::new);
    return server.invoke(new ObjectName(KEEPER), operation, arguments, types);
  }

  @Test
  void notifications_each_carryTypeAndPlainData() throws Exception {
    KeeperNotifications notifications = new KeeperNotifications();
    beans.register(new GivenKeeper(), notifications);
    List<Notification> heard = new ArrayList<>();
    server.addNotificationListener(
        new ObjectName(KEEPER), (notification, handback) -> heard.add(notification), null, null);

    notifications.purgePrevented("gc", 3);
    notifications.contextChurns("app.Main");
    notifications.weaveFailed("A.b()", "no b");
    notifications.brokenOff("off: why");
    notifications.keysUnusable("stale", "why");

    assertThat(heard)
        .extracting(Notification::getType)
        .containsExactly(
            "io.jssekeeper.purge.prevented",
            "io.jssekeeper.context.churn",
            "io.jssekeeper.weave.failed",
            "io.jssekeeper.off",
            "io.jssekeeper.keys.unusable");
    assertThat(heard)
        .extracting(Notification::getSequenceNumber)
        .containsExactly(1L, 2L, 3L, 4L, 5L);
    assertThat(heard)
        .extracting(Notification::getUserData)
        .containsExactly("gc", "app.Main", "A.b()", "off: why", "stale");
    assertThat(heard).extracting(n -> n.getSource().toString()).containsOnly(KEEPER);
    assertThat(info(KEEPER).getNotifications()).hasSize(5);
  }

  /** A client gets what {@code getAttribute} returns here, serialised. */
  @Test
  void values_all_areOfJdkClasses() throws Exception {
    registerBoth();

    for (String name : Set.of(KEEPER, CACHE)) {
      for (MBeanAttributeInfo attribute : info(name).getAttributes()) {
        Object value = get(name, attribute.getName());
        assertThat(value.getClass()).as(attribute.getName()).satisfies(JmxBeansTest::isTheJdks);
      }
    }
  }

  @Test
  void keeper_rows_areShownByName() throws Exception {
    registerBoth();

    CompositeData weave = ((CompositeData[]) get(KEEPER, "Weaves"))[0];
    assertThat(weave.get("point")).isEqualTo("A.b()");
    assertThat(weave.get("state")).isEqualTo("absent");
    assertThat(weave.get("detail")).isEqualTo("no b");
    CompositeData count = ((CompositeData[]) get(KEEPER, "Handshakes"))[0];
    assertThat(count.get("side")).isEqualTo("client");
    assertThat(count.get("result")).isEqualTo("full");
    assertThat(count.get("count")).isEqualTo(7L);
    CompositeData total = ((CompositeData[]) get(KEEPER, "HandshakeTotals"))[0];
    assertThat(total.getCompositeType().keySet())
        .containsExactlyInAnyOrder(
            "side",
            "protocol",
            "result",
            "count",
            "tookSeconds",
            "tookMeasured",
            "cpuSeconds",
            "cpuMeasured");
    assertThat(total.get("protocol")).isEqualTo("TLSv1.3");
    assertThat(total.get("result")).isEqualTo("resumed");
    assertThat(total.get("cpuSeconds")).isEqualTo(0.0);
    assertThat((String[]) get(KEEPER, "RecentHandshakes")).containsExactly("handshake=full");
    assertThat(row(KEEPER, "Options", "sweep")).isEqualTo("1s");
  }

  @Test
  void cache_ofAContext_isNamedBySideAndNumber() throws Exception {
    registerBoth();

    assertThat(get(CACHE, "Side")).isEqualTo("server");
    assertThat(get(CACHE, "SoftlyHeld")).isEqualTo(5);
    assertThat(row(CACHE, "Removals", "expired")).isEqualTo(9L);
  }

  @Test
  void unregister_severalContexts_takesAwayThatOneOnly() throws Exception {
    registerBoth();
    beans.register(new GivenCache(), 12);
    beans.unregister("server", 11);
    beans.unregister("server", 99);

    assertThat(ours())
        .extracting(ObjectName::getCanonicalName)
        .containsExactlyInAnyOrder(
            new ObjectName(KEEPER).getCanonicalName(),
            new ObjectName(CACHE.replace("11", "12")).getCanonicalName());
  }

  @Test
  void unregisterAll_oneTakenAwayByOthers_leavesNothing() throws Exception {
    registerBoth();
    server.unregisterMBean(new ObjectName(KEEPER));
    beans.unregisterAll();

    assertThat(ours()).isEmpty();
  }

  @Test
  void register_ofANameThatIsTaken_throwsAndLeavesTheOther() throws Exception {
    JmxBeans others = new JmxBeans();
    others.register(new GivenKeeper(), new KeeperNotifications());

    assertThatThrownBy(() -> beans.register(new GivenKeeper(), new KeeperNotifications()))
        .isInstanceOf(InstanceAlreadyExistsException.class);
    beans.unregisterAll();
    assertThat(ours()).hasSize(1);
    others.unregisterAll();
  }

  private void registerBoth() throws JMException {
    beans.register(new GivenKeeper(), new KeeperNotifications());
    beans.register(new GivenCache(), 11);
  }

  private void assertOpen(String name) throws Exception {
    assertThat(info(name).getDescriptor().getFieldValue("mxbean")).isEqualTo("true");
    assertThat(info(name).getAttributes())
        .isNotEmpty()
        .allSatisfy(
            attribute -> {
              assertThat(attribute.getDescriptor().getFieldValue("openType"))
                  .as(attribute.getName())
                  .isInstanceOf(OpenType.class);
              assertThat(attribute.isWritable())
                  .as(attribute.getName())
                  .isEqualTo(WRITABLE.contains(attribute.getName()));
            });
  }

  private static void isTheJdks(Class<?> type) {
    Class<?> element = type.isArray() ? type.getComponentType() : type;
    assertThat(element.getModule().isNamed()).as(element.getName()).isTrue();
  }

  private MBeanInfo info(String name) throws JMException {
    return server.getMBeanInfo(new ObjectName(name));
  }

  private Object get(String name, String attribute) throws JMException {
    return server.getAttribute(new ObjectName(name), attribute);
  }

  private Object row(String name, String attribute, String key) throws JMException {
    return ((TabularData) get(name, attribute)).get(new Object[] {key}).get("value");
  }

  private Set<ObjectName> ours() throws JMException {
    return server.queryNames(new ObjectName("io.jssekeeper:*"), null);
  }
}
