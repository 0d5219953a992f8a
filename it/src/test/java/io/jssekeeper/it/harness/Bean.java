package io.jssekeeper.it.harness;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;

/** An MBean as any JMX client sees it: attributes of open types. */
public final class Bean {
  private final MBeanServerConnection server;
  private final ObjectName name;

  Bean(MBeanServerConnection server, ObjectName name) {
    this.server = server;
    this.name = name;
  }

  public ObjectName name() {
    return name;
  }

  public Object value(String attribute) {
    try {
      return server.getAttribute(name, attribute);
    } catch (JMException | IOException failed) {
      throw new AssertionError(name + " has no " + attribute, failed);
    }
  }

  /** Sets an attribute; this must succeed. */
  public void set(String attribute, Object value) {
    try {
      server.setAttribute(name, new Attribute(attribute, value));
    } catch (JMException | IOException failed) {
      throw new AssertionError(name + " refuses " + attribute, failed);
    }
  }

  /** The message with which it refuses a value; it must refuse it. */
  public String refusal(String attribute, Object value) {
    try {
      server.setAttribute(name, new Attribute(attribute, value));
    } catch (RuntimeMBeanException refused) {
      return refused.getCause().getMessage();
    } catch (JMException | IOException failed) {
      throw new AssertionError(failed);
    }
    throw new AssertionError(name + " takes " + attribute + "=" + value);
  }

  /** The messages of its notifications from now on: a growing list. */
  public List<String> notifications() {
    List<String> messages = new CopyOnWriteArrayList<>();
    try {
      server.addNotificationListener(
          name, (notification, none) -> messages.add(notification.getMessage()), null, null);
      return messages;
    } catch (JMException | IOException failed) {
      throw new AssertionError(name + " cannot be listened to", failed);
    }
  }

  /** Everything it shows, as text. */
  public String allText() {
    StringBuilder text = new StringBuilder();
    try {
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        Object value = value(attribute.getName());
        text.append(value instanceof Object[] many ? Arrays.deepToString(many) : value);
        text.append('\n');
      }
    } catch (JMException | IOException failed) {
      throw new AssertionError(failed);
    }
    return text.toString();
  }

  public long number(String attribute) {
    return ((Number) value(attribute)).longValue();
  }

  public String text(String attribute) {
    return (String) value(attribute);
  }

  /** A table's rows by column name, for tabular data or an array of composites. */
  public List<Map<String, Object>> rows(String attribute) {
    Object value = value(attribute);
    Stream<?> rows =
        value instanceof TabularData table
            ? ((Collection<?>) table.values()).stream()
            : Stream.of((CompositeData[]) value);
    return rows.map(CompositeData.class::cast).map(Bean::columns).toList();
  }

  /** An attribute that is a map, which JMX shows as a table of keys and values. */
  public Map<Object, Object> map(String attribute) {
    return rows(attribute).stream()
        .collect(Collectors.toMap(row -> row.get("key"), row -> row.get("value")));
  }

  private static Map<String, Object> columns(CompositeData row) {
    Map<String, Object> columns = new LinkedHashMap<>();
    row.getCompositeType().keySet().forEach(column -> columns.put(column, row.get(column)));
    return columns;
  }
}
