package io.jssekeeper.it.harness;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test class once for each JDK of the run; the class has a field {@code @Parameter Stage
 * stage}, which is cleared and checked after each test.
 *
 * <p>The fast lane uses only the first JDK, to save time; {@code -Dit.full} uses all.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Execution(ExecutionMode.CONCURRENT)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(Jdks.class)
@ExtendWith(StageCheck.class)
public @interface OnEachJdk {
  /** Whether the fast lane uses all of them too. */
  boolean evenInFastLane() default false;
}
