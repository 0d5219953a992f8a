package io.jssekeeper.jmx;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import javax.management.DescriptorKey;

/** The description of an MBean, attribute, operation or parameter, for users of JMX. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
public @interface Described {
  /** One sentence. */
  String value();

  /** The parameter's name. */
  String name() default "";

  /** What is counted or measured, for JMX's descriptors; empty if nothing is. */
  @DescriptorKey("units")
  String units() default "";
}
