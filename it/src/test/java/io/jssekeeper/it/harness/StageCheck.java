package io.jssekeeper.it.harness;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.Parameter;
import org.junit.platform.commons.support.AnnotationSupport;

/** Clears the stage after each test, and checks the JVMs of those that passed. */
final class StageCheck implements AfterEachCallback {
  @Override
  public void afterEach(ExtensionContext context) {
    boolean wentWell = context.getExecutionException().isEmpty();
    AnnotationSupport.findAnnotatedFieldValues(
            context.getRequiredTestInstance(), Parameter.class, Stage.class)
        .forEach(stage -> stage.clear(wentWell));
  }
}
