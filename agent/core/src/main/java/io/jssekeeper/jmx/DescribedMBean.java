package io.jssekeeper.jmx;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;
import javax.management.MBeanOperationInfo;
import javax.management.MBeanParameterInfo;
import javax.management.NotificationEmitter;
import javax.management.StandardEmitterMBean;

/** An MXBean that shows the texts of its interface's {@link Described} annotations. */
final class DescribedMBean extends StandardEmitterMBean {
  private final Class<?> type;

  <T> DescribedMBean(T bean, Class<T> type, NotificationEmitter emitter) {
    super(bean, type, true, emitter);
    this.type = type;
  }

  @Override
  protected String getDescription(MBeanInfo info) {
    return text(type);
  }

  @Override
  protected String getDescription(MBeanAttributeInfo attribute) {
    return text(method((attribute.isIs() ? "is" : "get") + attribute.getName(), 0));
  }

  @Override
  protected String getDescription(MBeanOperationInfo operation) {
    return text(method(operation));
  }

  @Override
  protected String getDescription(
      MBeanOperationInfo operation, MBeanParameterInfo parameter, int place) {
    return text(method(operation).getParameters()[place]);
  }

  @Override
  protected String getParameterName(
      MBeanOperationInfo operation, MBeanParameterInfo parameter, int place) {
    return method(operation).getParameters()[place].getAnnotation(Described.class).name();
  }

  private Method method(MBeanOperationInfo operation) {
    return method(operation.getName(), operation.getSignature().length);
  }

  private Method method(String name, int parameters) {
    for (Method method : type.getMethods()) {
      if (method.getName().equals(name) && method.getParameterCount() == parameters) {
        return method;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static String text(AnnotatedElement element) {
    return element.getAnnotation(Described.class).value();
  }
}
